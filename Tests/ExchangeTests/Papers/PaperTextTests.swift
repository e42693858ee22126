import Classroom
import Exchange
import QuizModel
import TestSupport
import Testing

@Suite("Papers as plain text and as Markdown")
struct PaperTextTests {
  private static func page(_ items: [Item], title: String = "Relations") throws -> PaperPage {
    let activity = SamplePaper.of(items, title: title)
    return PaperPage(
      activity,
      sheet: try #require(activity.sheets.first),
      imprint: SamplePaper.imprint
    )
  }

  @Test("plain text is read at a glance")
  func plainText() throws {
    let stem =
      "Which of these established relations with the DPRK first, as of October 2026, "
      + "by the lists of both?"
    let page = try Self.page([.sampleChoice(stem: stem), .sampleStatement(true, row: "b")])
    let id = page.plainText.split(separator: "Paper ").last?.prefix(6) ?? ""
    #expect(
      page.plainText == """
        Relations
        =========

        Name: ____________________________________________________________

        Class: ________________   Date: ________________

        Form A   Paper \(id)

        Choose one answer for each question.

        1. Which of these established relations with the DPRK first, as of October 2026,
           by the lists of both?
           a) Cuba
           b) Sweden
           c) Guinea

        2. True or false? Guinea and the DPRK established diplomatic relations in 1975.
           t) True
           f) False

        Questions from Diplomatic relations of the DPRK, version 1.2.3, facts checked up
        to October 2026, licence CC-BY-4.0.

        """
    )
  }

  @Test("Markdown keeps each option on a line within its question")
  func markdown() throws {
    let stem = "# 1. one\n\n- two"
    let page = try Self.page([.sampleChoice(["1.", "*b*", "<c>"], key: 0, stem: stem)])
    #expect(
      page.markdown.contains(
        "\n\n1. \\# 1. one  \n   \\- two  \n   a) 1\\.  \n   b) \\*b\\*  \n   c) \\<c\\>\n\n---\n\n"
      )
    )
    #expect(page.markdown.hasPrefix("# Relations\n\n**Form A** · Paper "))
  }

  @Test("no line is wider than 80 columns, and no word is lost", arguments: 0..<60)
  func width(seed: UInt64) throws {
    var hostile = HostileItems(seed: seed)
    let activity = SamplePaper.of(
      hostile.items(8),
      forms: 30,
      title: "가나다라 a " + String(repeating: "x", count: 200)
    )
    let key = AnswerKey(activity).plainText
    let sheet = try #require(activity.sheets.last)
    let page = PaperPage(activity, sheet: sheet).plainText
    for text in [page, key] {
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        // A Hangul syllable and a picture are two columns wide; no character is wider.
        let wide = line.filter {
          $0.unicodeScalars.contains { $0.value >= 0x1100 && $0.value != 0x2026 }
        }
        #expect(line.count + wide.count <= 80 + wide.filter { $0.isASCII }.count, "\(line)")
        #expect(line.last != " ")
        for scalar in line.unicodeScalars {
          #expect(scalar.properties.generalCategory != .control)
          #expect(
            !(0x202a...0x202e).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
          )
        }
      }
    }
    let shown = page.essence
    for entry in sheet.entries {
      let options = zip(entry.labels, entry.item.options).map { "\($0))\($1.text)" }.joined()
      let lead = entry.item.form == .trueFalse ? "Trueorfalse?" : ""
      #expect(shown.contains(("\(entry.number).\(lead)\(entry.item.stem)\(options)").essence))
    }
  }

  @Test("hostile texts begin no block of Markdown", arguments: 0..<60)
  func blocks(seed: UInt64) throws {
    var hostile = HostileItems(seed: seed)
    let activity = SamplePaper.of(hostile.items(8), forms: 2)
    let sheet = try #require(activity.sheets.last)
    let text = PaperPage(activity, sheet: sheet).markdown
    let blocks = text.split(separator: "\n\n").map(String.init)
    try #require(blocks.count == 4 + 8 + 2)
    for (entry, block) in zip(sheet.entries, blocks.dropFirst(4)) {
      let lines = block.split(separator: "\n").map(String.init)
      let mark = "\(entry.number). "
      #expect(lines[0].hasPrefix(mark))
      for line in lines.dropFirst() {
        let text = line.dropFirst(3)
        let behindNumber = text.drop { $0.isASCII && $0.isNumber }
        #expect(line.hasPrefix("   ") && !"#+-=:%> ".contains(text.first ?? " "), "\(line)")
        let isList = behindNumber.count < text.count && ".)".contains(behindNumber.first ?? " ")
        #expect(!isList, "\(line)")
      }
      #expect(lines.dropLast().allSatisfy { $0.hasSuffix("  ") })
    }
    for text in [text, AnswerKey(activity).markdown] {
      #expect(!text.replacing("\\<script", with: "").contains("<script"))
    }
  }
}
