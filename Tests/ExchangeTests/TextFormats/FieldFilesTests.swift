import Exchange
import Foundation
import QuizModel
import TestSupport
import Testing

/// Files as people have them, small.
enum FieldFile {
  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures")
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }
}

@Suite("Files from the field")
struct FieldFilesTests {
  @Test("statements in other languages, orders and markup keep their keys; what is unclear is left")
  func trueFalseOrder() throws {
    let imported = try TextFormat.moodle.items(in: FieldFile.bytes("01-truefalse-order.xml"))
    let keys = imported.items.map { "\($0.id) \($0.options[$0.key].text)" }
    #expect(
      keys == [
        "german True", "french False", "wrapped True", "stop False", "yes-no True", "plain True",
      ]
    )
    #expect(
      imported.leftOut == [
        LeftOutItem(
          line: 33,
          name: "unclear",
          reason: .unclearStatement(first: "Plume", second: "Galet")
        )
      ]
    )
  }

  @Test("tags among the words of a text lose none of them")
  func markupInText() throws {
    let imported = try TextFormat.moodle.items(in: FieldFile.bytes("05-markup-in-text.xml"))
    #expect(imported.leftOut.isEmpty)
    #expect(
      imported.items.map(\.stem) == [
        "What does len(x) return for an empty list?", "Which returns nothing?",
      ]
    )
    #expect(
      imported.items.first?.options.map(\.text) == [
        "it returns zero", "it returns one", "it never ends",
      ]
    )
  }

  @Test(
    "what stands among tags is read as HTML, whichever element holds it and however it is marked up",
    arguments: [
      (
        #"<questiontext format="html"><text>If a &lt; b:<br/>is <b>b &gt; a</b>?</text></questiontext>"#,
        "If a < b:\nis b > a?"
      ),
      (
        #"<questiontext format="plain_text"><text>Is <i>this</i> &amp;amp; one?</text></questiontext>"#,
        "Is this &amp; one?"
      ),
      ("<questiontext>Is <em>th<b>i</b>s</em> one?</questiontext>", "Is this one?"),
      (
        #"<questiontext format="html"><text>A<p>B</p><text>C</text></text></questiontext>"#,
        "A\nB\nC"
      ),
    ]
  )
  func otherMarkup(_ stem: String, _ words: String) throws {
    let imported = try TextFormat.moodle.items(
      in: Array(
        """
        <quiz><question type="truefalse">\(stem)
        <answer fraction="100"><text>true</text></answer>
        <answer fraction="0"><text>false</text></answer></question></quiz>
        """.utf8
      )
    )
    #expect(imported.items.map(\.stem) == [words])
  }

  @Test("a picture among the words leaves the question out")
  func pictureInText() throws {
    let imported = try TextFormat.moodle.items(
      in: Array(
        """
        <quiz><question type="truefalse"><questiontext><text>See <img src="a.png"/>.</text>
        </questiontext><answer fraction="100"><text>true</text></answer>
        <answer fraction="0"><text>false</text></answer></question></quiz>
        """.utf8
      )
    )
    #expect(imported.leftOut.map(\.reason) == [.medium])
  }

  private static let unlike = "form,stem,key,option1,option2\n"

  @Test(
    "a table's statement is keyed by number or word, its options in either order",
    arguments: [
      ("true-false,S,1,,", true), ("true-false,S,2,,", false), ("true-false,S,WAHR,,", true),
      ("true-false,S,falsch,,", false), ("true-false,S,2,Falsch,Wahr", true),
      ("true-false,S,1,No,Yes", false), ("true-false,S,TRUE,False,True", true),
    ]
  )
  func statementsOfTables(_ row: String, _ isTrue: Bool) throws {
    let imported = try TextFormat.table.items(in: Array((Self.unlike + row + "\n").utf8))
    #expect(imported.leftOut.isEmpty)
    #expect(imported.items.map(\.key) == [isTrue ? 0 : 1])
  }

  @Test("a table's statement whose key is no truth value is left out, and the rest taken")
  func unclearStatementsOfTables() throws {
    let rows = "true-false,A,x,,\ntrue-false,B,1,Plume,Galet\ntrue-false,C,3,,\ntrue-false,D,1,,\n"
    let imported = try TextFormat.table.items(in: Array((Self.unlike + rows).utf8))
    #expect(imported.items.map(\.stem) == ["D"])
    #expect(
      imported.leftOut.map(\.reason) == [
        .noTruthValue(key: "x"), .unclearStatement(first: "Plume", second: "Galet"),
        .noTruthValue(key: "3"),
      ]
    )
    #expect(imported.leftOut.map(\.line) == [2, 3, 4])
  }

  @Test(
    "a statement of JSON lines is keyed by place, value or word, its options in either order",
    arguments: [
      ("0", true), ("1", false), ("true", true), ("false", false), ("\"FAUX\"", false),
      ("1, \"options\": [{\"text\": \"False\"}, {\"text\": \"True\"}]", true),
      ("1, \"options\": [{\"why\": \"a\"}, {\"why\": \"b\"}]", false),
    ]
  )
  func statementsOfLines(_ key: String, _ isTrue: Bool) throws {
    let line = "{\"form\": \"true-false\", \"stem\": \"S\", \"key\": \(key)}\n"
    let imported = try TextFormat.jsonLines.items(in: Array(line.utf8))
    #expect(imported.items.map(\.key) == [isTrue ? 0 : 1])
  }

  @Test(
    "two options that cannot be told apart leave the question out",
    arguments: ["Paris.", " paris", "Par\u{ad}is", "ＰＡＲＩＳ"]
  )
  func optionLikeTheKey(_ other: String) throws {
    let gift = "Which city?{=Paris ~\(other) ~Rome}\n\nWhich one?{=también ~tambien ~támbien}\n"
    let imported = try TextFormat.gift.items(in: Array(gift.utf8))
    #expect(imported.items.map(\.stem) == ["Which one?"])
    #expect(
      imported.leftOut.map(\.reason) == [
        .sameOptions(text: other.trimmingCharacters(in: .whitespaces))
      ]
    )
  }
}
