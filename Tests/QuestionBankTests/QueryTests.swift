import Foundation
import QuestionBank
import QuizModel
import TestSupport
import Testing

@Suite("The queries of a template")
struct QueryTests {
  /// A template as a file, so that places in it are what a test sees.
  private func file(facts: String, distractors: String? = nil) -> String {
    """
    id: size
    family: size
    topic: basics
    kind: number
    \(facts)
    \(distractors ?? "")
    stem: How large is {text}?
    explanation: "{text} is {answer} large."

    """
  }

  private let soundFacts = """
    facts: |
      SELECT id, 'words/' || id AS evidence, size AS answer, size AS answer_id, text,
        'author' AS sources, 'high' AS confidence, id AS about
      FROM words
    """

  private func problems(of yaml: String) throws -> [BankProblem] {
    try BankBlueprint.small { $0.setFile("templates/size.yaml", yaml) }.problems()
  }

  struct Wrong: CustomTestStringConvertible, Sendable {
    let name: String
    let facts: String
    /// The text at whose beginning the problem stands.
    let at: String
    var testDescription: String { name }

    init(_ name: String, _ facts: String, at text: String) {
      self.name = name
      self.facts = facts
      at = text
    }
  }

  @Test(
    "are wrong at a line and column of the file",
    arguments: [
      Wrong("a block", "facts: |\n  SELECT id,\n    colour AS answer\n  FROM words", at: "colour"),
      Wrong(
        "a deep block",
        "facts: |\n        SELECT id,\n          nothing(3)\n        FROM words",
        at: "nothing("
      ),
      Wrong(
        "a block that begins with blank lines",
        "facts: |\n\n\n  SELECT colour FROM words",
        at: "colour"
      ),
      Wrong("a folded block", "facts: >\n  SELECT colour\n", at: "colour"),
      Wrong("a stripped block", "facts: |-\n  SELECT id FROM wrods", at: "facts"),
      Wrong("a plain line", "facts: SELECT colour FROM words", at: "colour"),
      Wrong("a quoted line", "facts: \"SELECT colour FROM words\"", at: "colour"),
      Wrong("a line in single quotes", "facts: 'SELECT colour FROM words'", at: "colour"),
      Wrong(
        "other scripts before it",
        "facts: |\n  SELECT 'é日本' AS x, colour FROM words",
        at: "colour"
      ),
      Wrong("a misspelt word", "facts: |\n  SELECT id\n  FORM words", at: "words"),
    ]
  )
  func place(_ wrong: Wrong) throws {
    let text = file(facts: wrong.facts)
    let problem = try #require(try problems(of: text).first)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(problem.line)
    let column = try #require(problem.column)
    try #require((1...lines.count).contains(line), "\(problem)")
    if wrong.at != "facts" {
      let rest = String(lines[line - 1].unicodeScalars.dropFirst(column - 1))
      #expect(rest.hasPrefix(wrong.at), "line \(line), column \(column): \(rest)")
    }
    #expect(problem.file == "templates/size.yaml")
    #expect(problem.description.contains("SQL near"))
  }

  @Test("are wrong in the distractors at their own place")
  func placeInDistractors() throws {
    let text = file(
      facts: soundFacts,
      distractors:
        "distractors: |\n  SELECT w.size AS text,\n    w.colour AS answer_id FROM words w"
    )
    let problem = try #require(try problems(of: text).first)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(problem.line)
    let column = try #require(problem.column)
    #expect(lines[line - 1].dropFirst(column - 1).hasPrefix("w.colour"))
  }

  @Test(
    "are one statement each",
    arguments: [
      "SELECT 1; SELECT 2", "SELECT 1; DROP TABLE words", "SELECT 1;; SELECT 2",
      "; SELECT 1; SELECT 2",
    ]
  )
  func oneStatement(_ sql: String) throws {
    for key in ["facts", "distractors"] {
      let bank = BankBlueprint.small { $0[template: "size"][key] = sql }
      #expect(try !bank.problems().isEmpty, "\(key)")
    }
    let view = BankBlueprint.small { $0.views["extra"] = sql }
    #expect(try !view.problems().isEmpty)
  }

  @Test("are nothing else than a query", arguments: ["", "   ", "-- nothing", ";", "hello", "1"])
  func noStatement(_ sql: String) throws {
    for key in ["facts", "distractors"] {
      let bank = BankBlueprint.small { $0[template: "size"][key] = sql }
      #expect(try !bank.problems().isEmpty, "\(key)")
    }
    let view = BankBlueprint.small { $0.views["extra"] = sql }
    #expect(try !view.problems().isEmpty)
  }

  @Test(
    "may end in a semicolon or a comment",
    arguments: [";", " ; ;\n", "\n-- the end", " /* x */"]
  )
  func endings(_ ending: String) throws {
    let bank = BankBlueprint.small { bank in
      bank[template: "size"]["facts"]? += ending
      bank[template: "size"]["distractors"]? += ending
    }
    #expect(try bank.problems().isEmpty)
  }

  @Test(
    "of facts miss each column that has to be there",
    arguments: ["id", "answer", "answer_id", "sources", "confidence", "about"]
  )
  func missingFactColumn(_ column: String) throws {
    let columns = ["id", "answer", "answer_id", "sources", "confidence", "about"]
      .filter { $0 != column }.map { "'high' AS \($0)" }.joined(separator: ", ")
    let bank = BankBlueprint.small { bank in
      bank[template: "size"]["facts"] = "SELECT \(columns), text FROM words LIMIT 1"
      bank[template: "size"]["explanation"] = "E."
      bank[template: "size"]["statement"] = nil
    }
    #expect(try bank.problems().map(\.issue) == [.missingColumn(name: column)])
  }

  @Test(
    "of distractors miss each column that has to be there",
    arguments: ["text", "answer_id", "why", "evidence", "rank"]
  )
  func missingDistractorColumn(_ column: String) throws {
    let columns = ["text", "answer_id", "why", "evidence", "rank"]
      .filter { $0 != column }.map { "1 AS \($0)" }.joined(separator: ", ")
    let bank = BankBlueprint.small { $0[template: "size"]["distractors"] = "SELECT \(columns)" }
    #expect(try bank.problems().map(\.issue) == [.missingColumn(name: column)])
  }

  @Test("do not return a column twice")
  func duplicateColumn() throws {
    let bank = BankBlueprint.small { bank in
      bank[template: "size"].replace("id AS about", with: "id AS about, size AS text", in: "facts")
    }
    #expect(try bank.problems().map(\.issue) == [.duplicateColumn(name: "text")])
  }

  struct Unusable: CustomTestStringConvertible, Sendable {
    let name: String
    let old: String
    let new: String
    let reason: String
    var testDescription: String { name }

    init(_ name: String, _ old: String, _ new: String, _ reason: String) {
      self.name = name
      self.old = old
      self.new = new
      self.reason = reason
    }
  }

  @Test(
    "return facts that can be used",
    arguments: [
      Unusable("no answer", "size AS answer,", "NULL AS answer,", "has no answer"),
      Unusable("an empty answer", "size AS answer,", "'' AS answer,", "has no answer"),
      Unusable("a blob for an answer", "size AS answer,", "x'00ff' AS answer,", "has no answer"),
      Unusable("no answer id", "size AS answer_id", "NULL AS answer_id", "has no answer_id"),
      Unusable("no sources", "'author' AS sources", "NULL AS sources", "has no sources"),
      Unusable("no id", "SELECT id,", "SELECT NULL AS id,", "has no id"),
      Unusable("no confidence", "'high'", "NULL", "has the confidence \"\""),
      Unusable("another confidence", "'high'", "'sure'", "has the confidence \"sure\""),
      Unusable("one id", "SELECT id,", "SELECT 'one' AS id,", "is returned more than once"),
      Unusable(
        "a topic that is none",
        "SELECT id,",
        "SELECT id, 'x' AS topic,",
        "has the topic \"x\""
      ),
    ]
  )
  func unusable(_ unusable: Unusable) throws {
    let bank = BankBlueprint.small { bank in
      bank[template: "size"].replace(unusable.old, with: unusable.new, in: "facts")
    }
    let problems = try bank.problems()
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.description.contains(unusable.reason) }, "\(problems)")
  }

  @Test("return whatever SQLite can hold, and what is no text is left out")
  func storageClasses() throws {
    let blueprint = BankBlueprint.small { bank in
      bank[template: "size"].replace(
        "text,",
        with:
          "text, 1.5 AS real, 9e999 AS inf, 0.0/0.0 AS nan, x'41' AS blob, NULL AS absent, -7 AS number,",
        in: "facts"
      )
      bank[template: "size"]["stem"] = "{text} {real} {inf} {nan} {blob} {absent} {number}?"
    }
    let bank = try WrittenBank(blueprint).open()
    let fact = try #require(try bank.fact(template: 0, position: 1))
    #expect(fact.text("real") == "1.5")
    #expect(fact.text("nan") == "")
    #expect(fact.text("blob") == "")
    #expect(fact.text("absent") == "")
    #expect(fact.text("number") == "-7")
    #expect(fact.text("not there") == "")
    #expect(fact.stem == "Word 1 1.5 inf    -7?")
    #expect(try bank.candidates(for: fact).count == 4)
  }

  @Test("get a fact's columns bound with the storage class they came with")
  func boundClasses() throws {
    let blueprint = BankBlueprint.small { bank in
      bank[template: "size"].replace(
        "text,",
        with: "text, 1.5 AS real, NULL AS absent,",
        in: "facts"
      )
      bank[template: "size"]["distractors"] = """
        SELECT typeof(:answer) || typeof(:id) || typeof(:real) || typeof(:absent) AS text,
          'x' AS answer_id, 'y' AS why, :evidence AS evidence, 0 AS rank
        """
    }
    let bank = try WrittenBank(blueprint).open()
    let fact = try #require(try bank.fact(template: 0, position: 1))
    #expect(try bank.candidates(for: fact).map(\.text) == ["integertextrealnull"])
  }

  @Test("may not bind what the facts do not return")
  func unknownParameter() throws {
    let bank = BankBlueprint.small { bank in
      bank[template: "size"].replace(":id", with: ":colour", in: "distractors")
    }
    #expect(try !bank.problems().isEmpty)
  }

  @Test("of no rows make a template without facts")
  func noFacts() throws {
    let blueprint = BankBlueprint.small { $0[template: "size"]["facts"]? += " WHERE 0" }
    let bank = try WrittenBank(blueprint).open()
    #expect(bank.factCounts == [0])
    #expect(try bank.fact(template: 0, position: 1) == nil)
    #expect(try bank.fact(template: 0, row: "w1") == nil)
  }

  @Test("are all told, not the first alone")
  func allProblems() throws {
    let bank = BankBlueprint.small { bank in
      bank[template: "size"]["facts"] = "SELECT colour FROM words"
      for name in ["b", "c"] {
        var template = bank[template: "size"]
        template.id = name
        template["id"] = name
        template["facts"] = "SELECT id FROM words"
        bank.templates.append(template)
      }
      bank.setFile("templates/d.yaml", "id: [")
      bank.setFile("templates/e.yaml", "id: e\nunknown: x\n")
    }
    let problems = try bank.problems()
    let files = Set(problems.map(\.file))
    #expect(files == Set(["size", "b", "c", "d", "e"].map { "templates/\($0).yaml" }))
    let missing = problems.filter { $0.file == "templates/b.yaml" }.map(\.issue)
    #expect(missing.contains(.missingColumn(name: "answer")))
    #expect(missing.contains(.missingColumn(name: "sources")))
  }

  @Test("sort candidates by rank, then by the bytes of their text")
  func candidateOrder() throws {
    let blueprint = BankBlueprint.small { bank in
      bank[template: "size"]["distractors"] = """
        SELECT column1 AS text, column1 AS answer_id, 'w' AS why, :evidence AS evidence, column2 AS rank
        FROM (VALUES ('é', 1), ('z', 1), ('Y', 1), ('a', 2), ('日', 0), ('b', 1))
        """
    }
    let bank = try WrittenBank(blueprint).open()
    let fact = try #require(try bank.fact(template: 0, position: 1))
    #expect(try bank.candidates(for: fact).map(\.text) == ["日", "Y", "b", "z", "é", "a"])
  }

  @Test("trim answer and candidates, and drop what cannot be told from the answer or another")
  func lookAlikes() throws {
    let blueprint = BankBlueprint.small { bank in
      bank[template: "size"].replace("size AS answer,", with: "'Rome ' AS answer,", in: "facts")
      bank[template: "size"]["distractors"] = """
        SELECT column1 AS text, column1 AS answer_id, 'w' AS why, :evidence AS evidence, 1 AS rank
        FROM (VALUES ('Rome.'), (' rome'), ('Paris '), ('paris'), ('Romé'), (' '))
        """
    }
    let bank = try WrittenBank(blueprint).open()
    let fact = try #require(try bank.fact(template: 0, position: 1))
    #expect(fact.answer == "Rome")
    #expect(try bank.candidates(for: fact).map(\.text) == ["Paris", "Romé"])
  }

  @Test("offer eight candidates at most, each text and answer once, never the answer")
  func candidateLimit() throws {
    let blueprint = BankBlueprint.small { bank in
      bank[template: "size"]["distractors"] = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
        SELECT i / 2 AS text, i / 2 AS answer_id, 'w' AS why, :evidence AS evidence, i AS rank FROM n
        """
    }
    let bank = try WrittenBank(blueprint).open()
    let fact = try #require(try bank.fact(template: 0, row: "w3"))
    #expect(
      try bank.candidates(for: fact).map(\.text) == ["0", "1", "2", "4", "5", "6", "7", "8"]
    )
  }

  @Test("find facts by row, by place and by nothing else")
  func facts() throws {
    let bank = try WrittenBank(.small).open()
    #expect(try bank.fact(template: 0, row: "w4")?.position == 4)
    #expect(try bank.fact(template: 0, position: 4)?.id.description == "size/w4")
    for row in ["w9", "", "w4 ", "' OR 1 --", "W4"] {
      #expect(try bank.fact(template: 0, row: row) == nil, "\(row)")
    }
    for position in [0, -1, 6, Int.max] {
      #expect(try bank.fact(template: 0, position: position) == nil)
    }
  }
}
