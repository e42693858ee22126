import Foundation
import QuestionBank
import TestSupport
import Testing

@Suite("The reader of templates")
struct TemplateReaderTests {
  private static let sound = BankBlueprint.small[template: "size"].yaml

  private func problems(of yaml: String) throws -> [BankProblem] {
    try BankBlueprint.small { $0.setFile("templates/size.yaml", yaml) }.problems()
  }

  /// The text without its line of a key, and another line at its end.
  private func changed(_ key: String, _ line: String) -> String {
    Self.sound.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("\(key):") }.joined(separator: "\n") + line + "\n"
  }

  @Test("finds nothing in a sound template")
  func sound() throws {
    #expect(try problems(of: Self.sound).isEmpty)
    #expect(try problems(of: Self.sound.replacingOccurrences(of: "\n", with: "\r\n")).isEmpty)
    #expect(try problems(of: "# A comment.\n---\n" + Self.sound + "...\n").isEmpty)
  }

  struct Broken: CustomTestStringConvertible, Sendable {
    let name: String
    let key: String
    let text: String
    let words: String
    var testDescription: String { name }

    init(_ name: String, _ key: String, _ text: String, _ words: String) {
      self.name = name
      self.key = key
      self.text = text
      self.words = words
    }
  }

  @Test(
    "refuses what it does not know, and says where",
    arguments: [
      Broken("an unknown key", "topics", "topics: basics", "unknown key \"topics\""),
      Broken("a key of the wrong case", "Stem", "Stem: Who?", "unknown key \"Stem\""),
      Broken("an anchor", "kind", "kind: &k number", "anchors, aliases and tags"),
      Broken("an anchor and its alias", "kind", "kind: &k number\nmap: *k", "anchors, aliases"),
      Broken("a tag", "kind", "kind: !number x", "anchors, aliases and tags"),
      Broken("a binary", "kind", "kind: !!binary eA==", "anchors, aliases and tags"),
      Broken("a number for a text, by tag", "kind", "kind: !!int 3", "anchors, aliases and tags"),
      Broken("a merge key", "kind", "kind: number\n<<: {map: id}", "unknown key \"<<\""),
      Broken("a list for a text", "kind", "kind: [number]", "expected text"),
      Broken("keys for a text", "kind", "kind: {a: b}", "expected text"),
      Broken("a difficulty beyond the scale", "difficulty", "difficulty: 3", "from -2 to 2"),
      Broken("a difficulty that is no number", "difficulty", "difficulty: hard", "whole number"),
      Broken("a yes for true", "changes", "changes: yes", "true or false"),
      Broken("a word for typed", "typed", "typed: maybe", "true or false"),
      Broken(
        "typed, with a stem that asks for one of several",
        "stem",
        "stem: Which of these is as large as {text}?\ntyped: true",
        "the stem says \"of these\""
      ),
      Broken(
        "typed, with a stem that asks for one of many",
        "stem",
        "stem: WHICH OF the lands is as large as {text}?\ntyped: true",
        "\"which of\""
      ),
      Broken("an unknown order", "order", "order: random", "expected one of ascending, shuffled"),
      Broken(
        "an unknown precision",
        "precision",
        "precision: hour",
        "row, order, year, month, day"
      ),
      Broken("an id with a slash", "id", "id: a/b", "small letters, digits and hyphens"),
      Broken("an empty id", "id", "id: \"\"", "small letters, digits and hyphens"),
      Broken("a family with capitals", "family", "family: Size", "small letters"),
      Broken("a statement without a slot", "statement", "statement: It is.", "{answer}"),
      Broken("an unknown topic", "topic", "topic: nothing", "the topic \"nothing\" is not listed"),
      Broken("an unknown placeholder", "stem", "stem: Is it {colour}?", "{colour} is no column"),
      Broken("an empty placeholder", "stem", "stem: Is it {}?", "{} is no column"),
    ]
  )
  func refused(_ broken: Broken) throws {
    let text = changed(broken.key, broken.text)
    let found = try problems(of: text)
    let problem = try #require(found.first, "nothing found")
    #expect(problem.file == "templates/size.yaml")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { broken.text.hasPrefix($0) && !$0.isEmpty })
    let last = first + broken.text.split(separator: "\n").count
    #expect((first + 1...last).contains(problem.line ?? 0), "\(problem)")
    #expect(problem.description.contains(broken.words), "\(problem)")
  }

  @Test(
    "misses each key that has to be there",
    arguments: ["id", "family", "topic", "kind", "facts", "stem", "explanation"]
  )
  func missing(_ key: String) throws {
    let bank = BankBlueprint.small { $0[template: "size"][key] = nil }
    let problems = try bank.problems()
    #expect(problems.map(\.issue) == [.missingKey(name: key)])
  }

  @Test("can do without the others", arguments: ["distractors", "statement"])
  func optional(_ key: String) throws {
    #expect(try BankBlueprint.small { $0[template: "size"][key] = nil }.problems().isEmpty)
  }

  @Test("refuses a key that stands twice")
  func duplicateKey() throws {
    let problems = try problems(of: Self.sound + "kind: other\n")
    #expect(problems.map(\.issue) == [.duplicateName(name: "kind")])
    #expect(problems.first?.line != nil)
  }

  @Test(
    "refuses text that is no YAML, and says where it stops",
    arguments: [
      ("id: a\n\tfamily: b\n", 2), ("id: \"a\nfamily: b\n", 3), ("id: [a, b\n", 2),
      ("id: a: b\n", 1),
      ("{", 2), ("id: a\nid2 b\nc: d\n", 3), ("--- a\n--- b\n", 2), ("", 1), ("\n\n# none\n", 1),
      ("%YAML 9.9\n---\na: b\n", 1), ("- a\n- b\n", 1), ("just text", 1),
    ]
  )
  func syntax(_ yaml: String, _ line: Int) throws {
    let found = try problems(of: yaml)
    #expect(found.count == 1)
    let problem = try #require(found.first)
    #expect(abs((problem.line ?? 0) - line) <= 1, "\(problem)")
  }

  @Test(
    "refuses control characters and bytes that are not UTF-8",
    arguments: [
      Array("id: a\u{1}b\n".utf8), Array("id: \u{1b}[31m\n".utf8), Array("id: a\0b\n".utf8),
      [0x69, 0x64, 0x3a, 0x20, 0xff, 0x0a], [0xff, 0xfe, 0x69, 0x00], [0xc3],
      [0xed, 0xa0, 0x80], [0xc0, 0x80],
    ] as [[UInt8]]
  )
  func wrongBytes(_ bytes: [UInt8]) throws {
    let bank = BankBlueprint.small { $0.files["templates/size.yaml"] = Data(bytes) }
    let problems = try bank.problems()
    #expect(problems.count == 1)
    #expect(problems.allSatisfy { $0.file == "templates/size.yaml" })
    #expect(problems.allSatisfy { !$0.description.unicodeScalars.contains { $0.value < 0x20 } })
  }

  @Test("takes 64 KB and no byte more")
  func size() throws {
    let room = BankFolder.textLimit - Self.sound.utf8.count - 2
    let padding = "#" + String(repeating: "x", count: room) + "\n"
    #expect(try problems(of: Self.sound + padding).isEmpty)
    let problems = try problems(of: Self.sound + padding + "\n")
    #expect(problems.map(\.issue) == [.fileTooLarge(limit: BankFolder.textLimit)])
  }

  @Test(
    "ends on what nests deeply",
    arguments: [
      String(repeating: "[", count: 30_000), String(repeating: "{a: ", count: 10_000),
      String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000),
      String(repeating: "- ", count: 30_000) + "a",
      "stem: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
      String(repeating: "? ", count: 30_000),
    ]
  )
  func nesting(_ yaml: String) throws {
    #expect(try !problems(of: yaml).isEmpty)
  }

  @Test("ends on aliases that would grow without bound")
  func aliasBombs() throws {
    let levels = (0..<20).map { level in
      let inner = level == 0 ? "x" : "*a\(level - 1)"
      return
        "a\(level): &a\(level) [\(Array(repeating: inner, count: 9).joined(separator: ", "))]\n"
    }.joined()
    #expect(try !problems(of: levels).isEmpty)
    #expect(try !problems(of: levels + "? *a19\n: x\n? *a18\n: y\n").isEmpty)
    #expect(try !problems(of: "a: &a [*a]\n").isEmpty)
    #expect(try !problems(of: "&a a: *a\n").isEmpty)
  }

  @Test("refuses two templates of one id")
  func twoTemplates() throws {
    let bank = BankBlueprint.small { $0.setFile("templates/other.yaml", Self.sound) }
    let problems = try bank.problems()
    #expect(problems.map(\.issue).contains(.duplicateName(name: "size")))
  }

  @Test("reads nothing but files that end in .yaml and are not hidden")
  func otherFiles() throws {
    let bank = BankBlueprint.small { bank in
      bank.setFile("templates/.hidden.yaml", "nonsense: [")
      bank.setFile("templates/size.yaml~", "nonsense: [")
      bank.setFile("templates/README.md", "nonsense: [")
    }
    #expect(try bank.problems().isEmpty)
  }

  @Test(
    "takes a stem that may be typed",
    arguments: ["Which office has {text}?", "How large is {text}, of theses?"]
  )
  func typedStem(_ stem: String) throws {
    let bank = BankBlueprint.small {
      $0[template: "size"]["stem"] = stem
      $0[template: "size"]["typed"] = "true"
    }
    #expect(try bank.problems().isEmpty)
  }

  @Test(
    "wants 0 or 1 in the column by which a row is typed or not",
    arguments: [("0", 0), ("1", 0), ("id = 1", 0), ("2", 1), ("'yes'", 1), ("NULL", 1)]
  )
  func typedColumn(_ sql: String, _ problems: Int) throws {
    let bank = BankBlueprint.small {
      $0[template: "size"]["facts"] =
        "SELECT *, \(sql) AS typed FROM (\($0[template: "size"]["facts"] ?? ""))"
    }
    let found = try bank.problems()
    #expect(min(found.count, 1) == problems, "\(found)")
    #expect(found.allSatisfy { $0.description.contains("expected 0 or 1") })
  }

  @Test("keeps what the template says")
  func values() throws {
    var blueprint = BankBlueprint.small
    blueprint[template: "size"]["difficulty"] = "-2"
    blueprint[template: "size"]["order"] = "ascending"
    blueprint[template: "size"]["precision"] = "month"
    blueprint[template: "size"]["changes"] = "true"
    blueprint[template: "size"]["map"] = "id"
    blueprint[template: "size"]["typed"] = "true"
    let scratch = try ScratchFolder()
    let folder = BankFolder(try blueprint.write(to: scratch))
    let opener = BankOpener(cache: scratch.url.appendingPathComponent("c"), version: "1")
    // Once as compiled, once as read back.
    for bank in [try opener.open(folder), try opener.open(folder)] {
      let template = try #require(bank.templates.first)
      #expect(template.id == "size")
      #expect(template.family == "size")
      #expect(template.difficulty == -2)
      #expect(template.order == .ascending)
      #expect(template.precision == .month)
      #expect(template.changes)
      #expect(template.isTyped)
      #expect(try #require(try bank.fact(template: 0, position: 1)).isTyped)
      #expect(template.map == "id")
      #expect(template.file == "templates/size.yaml")
      #expect(template.stem.source == "How large is {text}?")
      #expect(template.statement?.placeholders == ["text", "answer"])
      #expect(template.lines["id"] == 1)
      #expect(template.lines["family"] == 2)
      #expect(bank.factCounts == [5])
    }
  }

  @Test(
    "takes texts apart at their braces",
    arguments: [
      ("a {b} c", "A <b> c"), ("{b}", "<b>"), ("{a}{b}", "<a><b>"), ("a { b", "A { b"),
      ("a } b", "A } b"), ("{ a }", "< a >"), ("", ""), ("{a{b}", "<a{b>"), ("é {b}", "É <b>"),
    ]
  )
  func placeholders(_ text: String, _ expected: String) {
    #expect(TextTemplate(text).rendered { "<\($0)>" } == expected)
  }
}
