import Foundation
import QuestionBank
import QuizModel
import TestSupport
import Testing

@Suite("The tables of a bank")
struct TableTests {
  struct Broken: CustomTestStringConvertible, Sendable {
    let name: String
    let line: Int
    let column: Int?
    let issue: BankIssue
    let change: @Sendable (inout TableBlueprint) -> Void
    var testDescription: String { name }

    init(
      _ name: String,
      _ line: Int,
      _ column: Int?,
      _ issue: BankIssue,
      _ change: @escaping @Sendable (inout TableBlueprint) -> Void
    ) {
      self.name = name
      self.line = line
      self.column = column
      self.issue = issue
      self.change = change
    }
  }

  static let broken = [
    Broken("too few cells", 3, nil, .wrongCellCount(found: 2, expected: 3)) {
      $0.rows[1] = ["a", "b"]
    },
    Broken("too many cells", 3, nil, .wrongCellCount(found: 4, expected: 3)) {
      $0.rows[1] = ["a", "b", "1", "d"]
    },
    Broken("no number", 4, 3, .notAnInteger(text: "2.5", field: "size")) { $0.rows[2][2] = "2.5" },
    Broken("a number with a blank", 4, 3, .notAnInteger(text: " 2", field: "size")) {
      $0.rows[2][2] = " 2"
    },
    Broken(
      "a number beyond 64 bits",
      4,
      3,
      .notAnInteger(text: "9223372036854775808", field: "size")
    ) {
      $0.rows[2][2] = "9223372036854775808"
    },
    Broken("an empty key", 2, 1, .emptyCell(field: "id")) { $0.rows[0][0] = "" },
    Broken("an empty cell that is required", 2, 2, .emptyCell(field: "text")) { table in
      table.fields[1].properties["constraints"] = #"{"required": true}"#
      table.rows[0][1] = ""
    },
    Broken("a key that stands twice", 5, 1, .duplicateKey(text: "w1")) { $0.rows[3][0] = "w1" },
    Broken("a unique cell that stands twice", 5, 1, .duplicateKey(text: "w4")) { table in
      table.fields[1].properties["constraints"] = #"{"unique": true}"#
      table.rows[3][1] = table.rows[0][1]
    },
    Broken(
      "a pattern that does not fit",
      2,
      2,
      .patternMismatch(text: "word 1", field: "text", pattern: "^[a-z]+$")
    ) {
      $0.fields[1].properties["constraints"] = #"{"pattern": "^[a-z]+$"}"#
      for row in 1..<5 { $0.rows[row][1] = "x" }
    },
    Broken(
      "a word that is not listed",
      2,
      2,
      .notInEnumeration(text: "word 1", field: "text", allowed: ["x", "y"])
    ) {
      $0.fields[1].properties["constraints"] = #"{"enum": ["x", "y"]}"#
      for row in 1..<5 { $0.rows[row][1] = "x" }
    },
    Broken("a day that is none", 2, 2, .notADate(text: "2023-02-29", field: "text")) {
      $0.fields[1].properties["attache:date"] = "true"
      for row in 0..<5 { $0.rows[row][1] = row == 0 ? "2023-02-29" : "2024" }
    },
    Broken(
      "a reference to no row",
      6,
      2,
      .danglingReference(text: "w9", field: "text", table: "words")
    ) {
      $0.schema["foreignKeys"] =
        #"[{"fields": "text", "reference": {"resource": "words", "fields": "id"}}]"#
      for row in 0..<5 { $0.rows[row][1] = row == 4 ? "w9" : "w1" }
    },
    Broken(
      "a list with a reference to no row",
      4,
      2,
      .danglingReference(text: "w7", field: "text", table: "words")
    ) {
      $0.fields[1].properties["attache:list"] = #"{"references": "words"}"#
      for row in 0..<5 { $0.rows[row][1] = row == 2 ? "w1|w7|w2" : "w1|w2" }
    },
    Broken(
      "a list with an empty value",
      4,
      2,
      .danglingReference(text: "", field: "text", table: "words")
    ) {
      $0.fields[1].properties["attache:list"] = #"{"references": "words"}"#
      for row in 0..<5 { $0.rows[row][1] = row == 2 ? "w1|" : "w1|w2" }
    },
    Broken(
      "another header",
      1,
      nil,
      .wrongHeader(found: "id,text,length", expected: "id,text,size")
    ) { _ in },
  ]

  @Test("are wrong in a file, at a line, in a cell", arguments: broken)
  func problems(_ broken: Broken) throws {
    var bank = BankBlueprint.small
    broken.change(&bank.tables[0])
    if case .wrongHeader = broken.issue {
      bank.setFile(
        "data/words.csv",
        bank.tables[0].csv.replacingOccurrences(of: "size", with: "length")
      )
    }
    #expect(
      try bank.problems() == [
        BankProblem(
          file: "data/words.csv",
          line: broken.line,
          column: broken.column,
          issue: broken.issue
        )
      ]
    )
  }

  @Test("name the line of a row that follows cells of several lines")
  func linesOfLongRows() throws {
    let bank = BankBlueprint.small { bank in
      bank.tables[0].rows[0][1] = "one\ntwo\nthree"
      bank.tables[0].rows[3][2] = "x"
    }
    #expect(try bank.problems().map(\.line) == [7])
  }

  @Test("are told with all that is wrong, a hundred problems of each table at most")
  func allProblems() throws {
    let bank = BankBlueprint.small { bank in
      bank.tables[0].rows = (0..<300).map { ["w\($0)", "t", "x"] }
      var other = bank.tables[0]
      other.name = "others"
      other.path = "data/others.csv"
      other.rows = [["", "", "y"]]
      bank.tables.append(other)
    }
    let problems = try bank.problems()
    #expect(problems.count { $0.file == "data/words.csv" } == 100)
    #expect(problems.count { $0.file == "data/others.csv" } == 2)
  }

  @Test("keep empty cells as NULL, numbers as numbers and lists as rows of their own")
  func storage() throws {
    let blueprint = BankBlueprint.small { bank in
      bank.tables[0].fields[1].properties["attache:list"] = #"{"separator": "; "}"#
      bank.tables[0].rows[0] = ["w1", "b; a; b", "-5"]
      bank.tables[0].rows[1] = ["w2", "", ""]
      bank[template: "size"]["facts"] = """
        SELECT w.id AS id, typeof(w.text) || typeof(w.size) AS answer, w.rowid AS answer_id, 'x' AS sources,
          'high' AS confidence, w.id AS about,
          (SELECT group_concat(position || value, ',') FROM words_text t WHERE t.id = w.id) AS text
        FROM words w
        """
      bank[template: "size"]["distractors"] = nil
    }
    let bank = try WrittenBank(blueprint).open()
    let first = try #require(try bank.fact(template: 0, row: "w1"))
    #expect(first.answer == "textinteger")
    #expect(first.answerID == "2", "the rowid is the line")
    #expect(first.text("text") == "0b,1a,2b")
    let second = try #require(try bank.fact(template: 0, row: "w2"))
    #expect(second.answer == "nullnull")
    #expect(second.text("text") == "")
  }

  @Test("may have keys of several columns")
  func compositeKeys() throws {
    let blueprint = BankBlueprint.small { bank in
      bank.tables[0].key = ["id", "size"]
      bank.tables[0].rows = [["a", "x", "1"], ["a", "y", "2"], ["b", "z", "1"]]
    }
    let bank = try WrittenBank(blueprint.withEvidenceOnly).open()
    #expect(try bank.precision(of: "words/a/1") == .day)
    #expect(try bank.precision(of: "words/a/2") == .day)
    #expect(try bank.precision(of: "words/b/2") == nil)
    #expect(try bank.precision(of: "words/a") == nil)
    var doubled = blueprint.withEvidenceOnly
    doubled.tables[0].rows.append(["a", "w", "1"])
    #expect(try doubled.problems().map(\.issue) == [.duplicateKey(text: "a/1")])
  }

  @Test("give rise to a table of their dates, each with its shorter forms")
  func dates() throws {
    let blueprint = BankBlueprint.small { bank in
      bank.tables[0].fields[1].properties["attache:date"] = "true"
      for (row, date) in ["1958-09-25", "1958-09-25", "1980-09", "1975", ""].enumerated() {
        bank.tables[0].rows[row][1] = date
      }
      bank.templates[0]["facts"] = """
        SELECT date AS id, phrase AS answer, precision AS answer_id, text, year, month, day, 'x' AS sources,
          'high' AS confidence, NULL AS about
        FROM dates
        """
      bank.templates[0]["distractors"] = nil
    }
    let bank = try WrittenBank(blueprint).open()
    var rows: [[String]] = []
    for position in 1...bank.factCounts[0] {
      let fact = try #require(try bank.fact(template: 0, position: position))
      rows.append(
        [fact.id.row, fact.answerID, fact.answer]
          + ["text", "year", "month", "day"].map { fact.text($0) }
      )
    }
    #expect(
      rows == [
        ["1958", "year", "in 1958", "1958", "1958", "", ""],
        ["1958-09", "month", "in September 1958", "September 1958", "1958", "9", ""],
        ["1958-09-25", "day", "on 25 September 1958", "25 September 1958", "1958", "9", "25"],
        ["1975", "year", "in 1975", "1975", "1975", "", ""],
        ["1980", "year", "in 1980", "1980", "1980", "", ""],
        ["1980-09", "month", "in September 1980", "September 1980", "1980", "9", ""],
      ]
    )
  }

  @Test("give names to ids, aliases among them")
  func names() throws {
    let bank = try WrittenBank(LandsBank.blueprint(count: 12)).open()
    let names = try bank.names(of: "l1000")
    #expect(names.count == 3)
    #expect(names.contains { $0.hasPrefix("Old ") })
    #expect(try bank.names(of: "l1003").contains { $0.hasPrefix("the ") })
    #expect(try bank.names(of: "nobody").isEmpty)
    let all = try bank.allNames()
    #expect(all.map(\.name) == all.map(\.name).sorted { $0.precedesInBytes($1) })
    #expect(all.count { $0.id == "l1000" } == 3)
  }

  @Test("are evidence where the bank has no view of what may be asked")
  func plainEvidence() throws {
    var blueprint = BankBlueprint.small
    blueprint.tables[0].properties["attache:complete"] = "\"2026-01\""
    let bank = try WrittenBank(blueprint).open()
    #expect(try bank.precision(of: "words/w1") == .day)
    #expect(try bank.precision(of: "words@complete") == .day)
    for evidence in [
      "words/w9", "words/", "words", "/w1", "", "ghosts/w1", "ghosts@complete", "@complete",
      "dates/1958", "sqlite_master/x", "attache_bank/x", "words/w1' OR '1",
    ] {
      #expect(try bank.precision(of: evidence) == nil, "\(evidence)")
    }
  }

  @Test("are evidence as precisely as the view of what may be asked says")
  func viewedEvidence() throws {
    var blueprint = BankBlueprint.small
    blueprint.views["askable"] = """
      SELECT 'words/' || id AS evidence,
        CASE size WHEN 1 THEN 'row' WHEN 2 THEN 'order' WHEN 3 THEN 'year' WHEN 4 THEN 'month'
          ELSE 'sometimes' END AS precision
      FROM words
      """
    let written = try WrittenBank(blueprint)
    let opener = BankOpener(cache: written.scratch.url.appendingPathComponent("c"), version: "1")
    for bank in [
      try written.open(), try opener.open(written.folder), try opener.open(written.folder),
    ] {
      let precisions = try (1...6).map { try bank.precision(of: "words/w\($0)") }
      #expect(precisions == [.row, .order, .year, .month, nil, nil])
    }
  }

  @Test("let no candidate stand whose evidence is less precise than the template")
  func precisionOfCandidates() throws {
    var blueprint = BankBlueprint.small
    blueprint.views["askable"] = """
      SELECT 'words/' || id AS evidence, CASE WHEN size < 3 THEN 'order' ELSE 'year' END AS precision
      FROM words WHERE size <> 5
      """
    blueprint[template: "size"]["precision"] = "year"
    let bank = try WrittenBank(blueprint).open()
    let fact = try #require(try bank.fact(template: 0, row: "w1"))
    #expect(try bank.candidates(for: fact).map(\.text) == ["3", "4"])
    #expect(try bank.offeredCandidates(for: fact).map(\.text) == ["2", "3", "4", "5"])
  }

  @Test("that are called like a view are refused")
  func viewNames() throws {
    let bank = BankBlueprint.small { $0.views["words"] = "SELECT 1 AS id" }
    #expect(try !bank.problems().isEmpty)
  }

  @Test("are read by views that stand in any order")
  func viewOrder() throws {
    let blueprint = BankBlueprint.small { bank in
      bank.views = [
        "a": "SELECT * FROM b", "b": "SELECT * FROM c", "c": "SELECT * FROM words WHERE size > 3",
      ]
      bank[template: "size"].replace("FROM words", with: "FROM a", in: "facts")
    }
    #expect(try WrittenBank(blueprint).open().factCounts == [2])
    let circle = BankBlueprint.small {
      $0.views = ["a": "SELECT * FROM b", "b": "SELECT * FROM a"]
    }
    #expect(try circle.problems().map(\.file) == ["views/a.sql", "views/b.sql"])
  }

  @Test("are wrong in a view at its line and column")
  func viewPlace() throws {
    let bank = BankBlueprint.small { $0.views["a"] = "SELECT id,\n  é.colour\nFROM words é" }
    let problem = try #require(try bank.problems().first)
    #expect(problem.file == "views/a.sql")
    #expect(problem.line == 2)
    #expect(problem.column == 3)
  }

  @Test("hold sources, and what is no source is the author's own words")
  func sources() throws {
    let bank = try WrittenBank(LandsBank.blueprint(count: 12)).open()
    #expect(
      try bank.source("s1")
        == Source(
          id: "s1",
          title: "Gazette",
          publisher: "The printer",
          date: "2025-03",
          url: "https://example.org/1"
        )
    )
    #expect(try bank.source("A book, 2024").title == "A book, 2024")
    #expect(try bank.allSources().map(\.id) == ["s1", "s2"])
    #expect(try WrittenBank(.small).open().allSources().isEmpty)
  }

  @Test("may use another separator")
  func delimiter() throws {
    let blueprint = BankBlueprint.small { bank in
      bank.tables[0].properties["dialect"] = #"{"delimiter": ";"}"#
      bank.setFile("data/words.csv", "id;text;size\nw1;a,b;1\nw2;\"c;d\";2\n")
    }
    let bank = try WrittenBank(blueprint).open()
    #expect(try bank.fact(template: 0, row: "w1")?.text("text") == "a,b")
    #expect(try bank.fact(template: 0, row: "w2")?.text("text") == "c;d")
  }
}

extension BankBlueprint {
  /// The bank without templates, of which only the tables matter.
  fileprivate var withEvidenceOnly: BankBlueprint {
    var bank = self
    bank.templates = []
    return bank
  }
}
