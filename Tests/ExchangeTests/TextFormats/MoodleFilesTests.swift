import Exchange
import QuizModel
import Testing

@Suite("Moodle XML as other programs write it")
struct MoodleFilesTests {
  private func read(_ questions: String) throws -> ImportedItems {
    try TextFormat.moodle.items(
      in: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n\(questions)\n</quiz>".utf8)
    )
  }

  /// A question of Moodle 4's export, with what the program does not need.
  private static let export = """
    <!-- question: 0  -->
      <question type="category">
        <category>
          <text>$course$/top/Default for Geography/Seas // oceans</text>
        </category>
        <info format="moodle_auto_format">
          <text>The default category.</text>
        </info>
        <idnumber></idnumber>
      </question>

    <!-- question: 4711  -->
      <question type="multichoice">
        <name>
          <text>Largest ocean</text>
        </name>
        <questiontext format="html">
          <text><![CDATA[<p dir="ltr" style="text-align:left">Which <b>ocean</b> is&nbsp;the
          largest &amp; deepest?<br></p><ul><li>Think &lt;twice&gt;</li></ul>]]></text>
        </questiontext>
        <generalfeedback format="html">
          <text><![CDATA[<p>The Pacific covers a third of the Earth&rsquo;s surface.</p>]]></text>
        </generalfeedback>
        <defaultgrade>1.0000000</defaultgrade>
        <penalty>0.3333333</penalty>
        <hidden>0</hidden>
        <idnumber>sea-1</idnumber>
        <single>true</single>
        <shuffleanswers>true</shuffleanswers>
        <answernumbering>abc</answernumbering>
        <showstandardinstruction>0</showstandardinstruction>
        <correctfeedback format="html">
          <text>Your answer is correct.</text>
        </correctfeedback>
        <partiallycorrectfeedback format="html">
          <text>Your answer is partially correct.</text>
        </partiallycorrectfeedback>
        <incorrectfeedback format="html">
          <text>Your answer is incorrect.</text>
        </incorrectfeedback>
        <shownumcorrect/>
        <answer fraction="0" format="html">
          <text><![CDATA[<p>Atlantic</p>]]></text>
          <feedback format="html">
            <text><![CDATA[<p>It is the second.</p>]]></text>
            <file name="a.png" path="/" encoding="base64">aGVsbG8=</file>
          </feedback>
        </answer>
        <answer fraction="100" format="html">
          <text><![CDATA[<p>Pacific]]]]><![CDATA[></p>]]></text>
          <feedback format="html">
            <text></text>
          </feedback>
        </answer>
        <tags>
          <tag><text>water</text></tag>
        </tags>
      </question>
    """

  @Test("becomes an item of plain text")
  func multipleChoice() throws {
    let imported = try read(Self.export)
    #expect(imported.leftOut.isEmpty)
    #expect(
      imported.items == [
        PortableItem(
          id: "sea-1",
          topic: "Seas / oceans",
          form: .multipleChoice,
          stem: "Which ocean is the largest & deepest?\nThink <twice>",
          options: [
            PortableItem.Option(text: "Atlantic", why: "It is the second."),
            PortableItem.Option(text: "Pacific]]>", why: ""),
          ],
          key: 1,
          explanation: "The Pacific covers a third of the Earth’s surface.",
          sources: []
        )
      ]
    )
  }

  @Test(
    "tells which answer to a statement is right",
    arguments: [
      ("true", "100", "false", "0", 0), ("true", "0", "false", "100", 1),
      ("false", "100", "true", "0", 1), ("Wahr", "100", "Falsch", "0", 0),
    ]
  )
  func statements(_ first: String, _ credit: String, _ second: String, _ other: String, key: Int)
    throws
  {
    let imported = try read(
      """
      <question type="truefalse"><name><text>Q</text></name>
      <questiontext><text>Seas are deep.</text></questiontext>
      <answer fraction="\(credit)"><text>\(first)</text><feedback><text>one</text></feedback></answer>
      <answer fraction="\(other)"><text>\(second)</text><feedback><text>two</text></feedback></answer>
      </question>
      """
    )
    let item = try #require(imported.items.first)
    #expect(item.form == .trueFalse)
    #expect(item.key == key)
    #expect(item.options.map(\.why) == (first == "false" ? ["two", "one"] : ["one", "two"]))
    #expect(item.id == "Q")
    #expect(item.topic.isEmpty)
  }

  @Test("names an item that is written in its number and its name, for Moodle keeps both")
  func writtenNames() {
    let item = PortableItem.question("A <b>?", id: "a/1")
    let text = String(decoding: TextFormat.moodle.bytes(of: [item]), as: UTF8.self)
    #expect(text.contains("<idnumber>a/1</idnumber>"))
    #expect(text.contains("<name><text>a/1</text></name>"))
    #expect(text.contains("<questiontext format=\"plain_text\"><text>A &lt;b&gt;?</text>"))
  }

  private func leftOut(_ type: String, _ body: String) throws -> [LeftOutItem] {
    let imported = try read("<question type=\"\(type)\">\n\(body)</question>")
    #expect(imported.items.isEmpty)
    return imported.leftOut
  }

  @Test(
    "lists the types that it cannot hold",
    arguments: [
      "essay", "matching", "numerical", "shortanswer", "cloze", "calculated", "description",
      "ddwtos",
    ]
  )
  func otherTypes(_ type: String) throws {
    let found = try leftOut(type, "<name><text>It &amp; he</text></name>")
    #expect(
      found == [LeftOutItem(line: 3, name: "It & he", reason: .otherType(name: type))]
    )
  }

  private func choice(_ answers: [(String, String)], _ more: String = "") -> String {
    "<questiontext><text>Which?</text></questiontext>\(more)"
      + answers.map { "<answer fraction=\"\($0)\"><text>\($1)</text></answer>" }.joined()
  }

  @Test("lists what is no question with one right answer")
  func unsuitable() throws {
    func reason(_ answers: [(String, String)], _ more: String = "") throws -> LeftOutReason? {
      try leftOut("multichoice", choice(answers, more)).first?.reason
    }
    #expect(try reason([("100", "a"), ("100", "b")]) == .severalRightOptions)
    #expect(
      try reason([("100", "a"), ("0", "b")], "<single>false</single>") == .severalRightOptions
    )
    #expect(try reason([("0", "a"), ("50", "b")]) == .noRightOption)
    #expect(
      try reason([("100", "a"), ("33.333", "b"), ("0", "c")]) == .partlyRightOption(text: "b")
    )
    #expect(try reason([("100", "a")]) == .tooFewOptions(count: 1))
    #expect(try reason([("100", "a"), ("0", "A")]) == .sameOptions(text: "A"))
    #expect(try reason([("100", "a"), ("0", "&lt;p&gt; &lt;/p&gt;")]) == .emptyOption)
    let many = [("100", "a")] + (0..<40).map { ("0", "b\($0)") }
    #expect(try reason(many) == .tooManyOptions(count: 26, limit: 5))
    #expect(
      try reason([("100", "a"), ("0", "&lt;img src=\"@@PLUGINFILE@@/b.png\"&gt;")]) == .medium
    )
    let long = String(repeating: "x", count: 200_001)
    #expect(try reason([("100", long), ("0", "b")]) == .tooLong(limit: 200_000))
  }

  @Test("takes wrong answers that cost points for wrong")
  func negativeCredit() throws {
    let imported = try read(
      "<question type=\"multichoice\">\(choice([("-33.3", "a"), ("100", "b")]))</question>"
    )
    #expect(imported.items.first?.key == 1)
  }

  @Test(
    "minds the format of a text",
    arguments: [
      ("html", "one\ntwo"), ("moodle_auto_format", "<b>one</b>\ntwo"), ("plain_text", "<b>\n</b>"),
      ("markdown", "*one*\n&amp;"),
    ]
  )
  func formats(_ format: String, _ text: String) throws {
    let imported = try read(
      """
      <question type="truefalse"><questiontext format="\(format)"><text><![CDATA[\(text)]]></text>
      </questiontext><answer fraction="100"><text>true</text></answer>
      <answer fraction="0"><text>false</text></answer></question>
      """
    )
    let expected = ["html": "one two", "moodle_auto_format": "one\ntwo"][format] ?? text
    #expect(imported.items.first?.stem == expected)
  }
}
