import Foundation
import QuestionBank
import TestSupport
import Testing

/// Banks from strangers: each is refused or opened, and the program lives on.
@Suite("A bank from a stranger", .serialized)
struct HostileBankTests {
  /// What the whole test process may have taken at its worst, in kilobytes.
  private static let memoryLimit = 2_500_000

  private func expectBoundedMemory() throws {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    let kilobytes = try #require(line.split(separator: " ").compactMap { Int($0) }.first)
    #expect(kilobytes < Self.memoryLimit)
  }

  /// Uses an expression everywhere that SQL stands; each has to be refused.
  private func expectRefused(_ expression: String) throws {
    let facts = BankBlueprint.small { bank in
      bank[template: "size"].replace("text,", with: "text, \(expression) AS x,", in: "facts")
    }
    #expect(try !facts.problems().isEmpty, "in facts")
    let distractors = BankBlueprint.small { bank in
      bank[template: "size"].replace("w.text || ", with: "(\(expression)) || ", in: "distractors")
    }
    #expect(try !distractors.problems().isEmpty, "in distractors")
    let view = BankBlueprint.small { $0.views["v"] = "SELECT \(expression) AS x" }
    #expect(try !view.problems().isEmpty, "in a view")
  }

  @Test(
    "knows no clock, no chance, no files and no state of the connection",
    arguments: [
      "random()", "randomblob(4)", "hex(randomblob(4))", "date('now')", "time()",
      "datetime('2020-01-01')", "julianday('now')", "strftime('%s', 'now')", "unixepoch()",
      "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "load_extension('x')",
      "readfile('/etc/passwd')", "writefile('/tmp/x', 'x')", "last_insert_rowid()", "changes()",
      "total_changes()", "sqlite_version()", "sqlite_source_id()", "sqlite_compileoption_get(1)",
      "zeroblob(1000000000)", "fts5()", "fts3_tokenizer('simple')", "json('{}')", "edit('x')",
      "likelihood(1, 0.5)", "soundex('x')", "sqlite_offset(id)", "timediff('now', 'now')",
      "nosuchfunction(1)",
    ]
  )
  func functions(_ expression: String) throws {
    try expectRefused(expression)
  }

  @Test(
    "reads nothing but its own tables",
    arguments: [
      "sqlite_master", "sqlite_schema", "sqlite_temp_schema", "sqlite_sequence", "sqlite_stat1",
      "pragma_table_info('words')", "pragma_database_list", "pragma_compile_options", "dbstat",
      "attache_names", "attache_tables", "ATTACHE_NAMES", "attache_facts_0", "json_each('[1]')",
      "json_tree('[1]')", "generate_series(1, 10)", "fts5vocab", "main.sqlite_master",
      "bytecode('SELECT 1')",
      "sqlite_dbpage", "sqlite_stmt", "temp.words",
    ]
  )
  func tables(_ table: String) throws {
    try expectRefused("(SELECT count(*) FROM \(table))")
  }

  @Test(
    "writes nothing",
    arguments: [
      "ATTACH '/tmp/attache-stranger.sqlite' AS x", "DETACH main", "PRAGMA user_version = 7",
      "PRAGMA table_info(words)", "PRAGMA hard_heap_limit = 0", "PRAGMA writable_schema = ON",
      "DELETE FROM words", "UPDATE words SET size = 0", "INSERT INTO words VALUES ('x', 'y', 1)",
      "DROP TABLE words", "CREATE TABLE x (y)", "CREATE TEMP TABLE x (y)",
      "CREATE VIEW x AS SELECT 1",
      "CREATE TRIGGER t AFTER INSERT ON words BEGIN SELECT 1; END",
      "CREATE VIRTUAL TABLE x USING fts5(y)", "ALTER TABLE words RENAME TO x", "VACUUM",
      "VACUUM INTO '/tmp/attache-stranger.sqlite'", "REINDEX", "ANALYZE", "BEGIN", "COMMIT",
      "ROLLBACK", "SAVEPOINT x", "RELEASE x", "EXPLAIN SELECT 1", "EXPLAIN QUERY PLAN SELECT 1",
      "WITH x AS (SELECT 1) DELETE FROM words", "DELETE FROM words RETURNING id AS id",
      "VALUES (1)",
    ]
  )
  func statements(_ sql: String) throws {
    for key in ["facts", "distractors"] {
      let bank = BankBlueprint.small { $0[template: "size"][key] = sql }
      #expect(try !bank.problems().isEmpty, "\(key)")
    }
    if sql != "VALUES (1)" {
      #expect(try !BankBlueprint.small { $0.views["v"] = sql }.problems().isEmpty, "in a view")
    }
    #expect(!FileManager.default.fileExists(atPath: "/tmp/attache-stranger.sqlite"))
  }

  @Test(
    "cannot take much memory",
    arguments: [
      "printf('%1000000000s', 'x')", "printf('%.*c', 2000000000, 'x')", "format('%0900000000d', 1)",
      "(SELECT group_concat(a.text || b.text || c.text || d.text || e.text || f.text || g.text || h.text) "
        + "FROM words a, words b, words c, words d, words e, words f, words g, words h)",
      "(WITH RECURSIVE t(x) AS (SELECT 'ab' UNION ALL SELECT x || x FROM t) SELECT max(x) FROM t)",
      "replace(printf('%1000000s', ''), ' ', 'xxxxxxxxxx')",
      "hex(printf('%1000000s', ''))",
    ]
  )
  func memory(_ expression: String) throws {
    let bank = BankBlueprint.small { bank in
      bank[template: "size"].replace("text,", with: "text, \(expression) AS x,", in: "facts")
    }
    #expect(try !bank.problems().isEmpty)
    try expectBoundedMemory()
  }

  @Test("cannot keep a comparison busy with a long pattern", arguments: ["LIKE", "GLOB"])
  func comparison(_ operation: String) throws {
    let bank = BankBlueprint.small { bank in
      bank.views["long"] = """
        SELECT replace(hex(replace('xxxxxxxxxxxxxxxx', 'x', 'aaaaaaaaaaaaaaaa')), '6', 'aaaaaaaa') AS a
        """
      bank.views["busy"] = "SELECT a \(operation) ('%' || a || 'b') AS x FROM long"
    }
    let problems = try bank.problems()
    #expect(problems.contains { $0.description.contains("too complex") }, "\(problems)")
  }

  private static let endless =
    "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n)"

  @Test("cannot take for ever in its facts", .tags(.slow))
  func timeOfFacts() throws {
    let bank = BankBlueprint.small { bank in
      bank[template: "size"].replace("text,", with: "text, \(Self.endless) AS x,", in: "facts")
    }
    #expect(try bank.problems().contains { $0.description.contains("it runs too long") })
    try expectBoundedMemory()
  }

  @Test(
    "cannot take for ever in its distractors",
    .tags(.slow),
    arguments: [
      endless,
      "(SELECT count(*) FROM words a, words b, words c, words d, words e, words f, words g, "
        + "words h, words i, words j, words k, words l, words m, words n, words o, words p)",
    ]
  )
  func timeOfDistractors(_ expression: String) throws {
    let bank = BankBlueprint.small { bank in
      bank[template: "size"].replace("w.text || ", with: "\(expression) || ", in: "distractors")
    }
    #expect(try bank.problems().contains { $0.description.contains("it runs too long") })
    try expectBoundedMemory()
  }

  @Test("cannot take for ever in its views", .tags(.slow))
  func timeOfViews() throws {
    let bank = BankBlueprint.small { bank in
      bank.views["askable"] =
        "SELECT 'words/w' || \(Self.endless) AS evidence, 'day' AS precision"
    }
    #expect(try bank.problems().contains { $0.description.contains("it runs too long") })
  }

  @Test(
    "may call what it likes what may be asked",
    arguments: [
      "SELECT 1 AS evidence", "SELECT 'a' AS evidence, 'b' AS precision, 3 AS more",
      "SELECT NULL AS evidence, NULL AS precision",
      "SELECT 'words/w1' AS precision, 'day' AS evidence",
      "SELECT x'00' AS evidence, 1.5 AS precision", "SELECT 'x', 'y'",
    ]
  )
  func shapesOfTheAskableView(_ sql: String) throws {
    // Opened or refused, but the problem is the view's and not the whole bank's.
    let problems = try BankBlueprint.small { $0.views["askable"] = sql }.problems()
    #expect(problems.allSatisfy { $0.file == "views/askable.sql" }, "\(problems)")
  }

  @Test("cannot nest without end", arguments: [90, 200, 1_000, 9_000])
  func nesting(_ depth: Int) throws {
    for (open, close) in [("(", ")"), ("abs(", ")"), ("(SELECT ", ")"), ("- ", ""), ("NOT ", "")] {
      let expression =
        String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
      guard expression.utf8.count < 60_000 else { continue }
      let bank = BankBlueprint.small { bank in
        bank[template: "size"].replace("text,", with: "text, \(expression) AS x,", in: "facts")
      }
      let problems = try bank.problems()
      if depth >= 1_000, open != "(" { #expect(!problems.isEmpty, "\(open)") }
    }
    let sum = BankBlueprint.small { bank in
      let terms = Array(repeating: "1", count: depth).joined(separator: "+")
      bank[template: "size"].replace("text,", with: "text, \(terms) AS x,", in: "facts")
    }
    #expect(try sum.problems().isEmpty == (depth < 100))
    let union = BankBlueprint.small { bank in
      bank.views["v"] = Array(repeating: "SELECT 1", count: depth).joined(separator: " UNION ALL ")
    }
    #expect(try !union.problems().isEmpty, "50 at most")
  }

  @Test(
    "cannot keep a pattern busy",
    arguments: [
      "(a+)+$", "(a*)*b", "(a|aa)+$", "(a|a?)+$", "^(([a-z])+.)+[A-Z]([a-z])+$",
      "((a{1,50}){1,50}){1,50}",
      "a{1,255}{1,255}", "(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)x",
      "[[:alpha:]]*[[:alpha:]]*[[:alpha:]]*!",
      "a{65536}", "(((((((((((((((((((a)))))))))))))))))))*", "[", "*", "+", "{", "\\", "()",
      "a{,}",
      "(x+x+)+y", "\\(a\\)*", "a**", "(|a)*(|b)*",
    ]
  )
  func patterns(_ pattern: String) throws {
    let blueprint = BankBlueprint.small { bank in
      let escaped = pattern.replacingOccurrences(of: "\\", with: "\\\\")
      bank.tables[0].fields[1].properties["constraints"] = "{\"pattern\": \"\(escaped)\"}"
      for row in 0..<5 { bank.tables[0].rows[row][1] = String(repeating: "a", count: 5_000) + "!" }
    }
    // Refused as a pattern, or matched against every row and found wanting or fitting.
    for problem in try blueprint.problems() {
      switch problem.issue {
      case .patternMismatch, .wrongShape: break
      default: Issue.record("\(problem)")
      }
    }
    try expectBoundedMemory()
  }

  @Test("tells its problems without control characters, whatever its names hold")
  func controlCharacters() throws {
    let evil = "\u{1b}[31m\u{7}evil\u{9b}"
    let banks: [BankBlueprint] = [
      .small { $0.tables[0].fields[1].name = evil }, .small { $0.tables[0].path = evil },
      .small { $0.tables[0].name = evil },
      .small { $0.properties["attache:topics"] = "[{\"id\": \"\\u001b[31m\", \"title\": \"x\"}]" },
      .small { $0.setFile("templates/\(evil).yaml", "id: [") },
      .small { $0.setFile("views/\(evil).sql", "SELECT \(evil)") },
      .small { $0[template: "size"]["stem"] = "Is it {\(evil)}?" },
      .small { $0[template: "size"]["topic"] = evil },
      .small { $0[template: "size"]["id"] = evil },
      .small { $0[template: "size"]["facts"] = "SELECT \"\(evil)\" FROM words" },
      .small { $0.tables[0].fields[1].properties["constraints"] = "{\"enum\": [\"\\u001b\"]}" },
      .small { $0.tables[0].fields[1].properties["type"] = "\"\\u001b\"" },
      .small { $0.properties["attache:as-of"] = "\"\\u001b\"" },
    ]
    for bank in banks {
      let problems = try bank.problems()
      #expect(!problems.isEmpty)
      for problem in problems {
        let controls = problem.description.unicodeScalars
          .filter { $0.properties.generalCategory == .control }
        #expect(controls.isEmpty, "\(problem.description.debugDescription)")
      }
    }
  }

  @Test("may have a million rows", .tags(.slow))
  func millionRows() throws {
    var bank = BankBlueprint.small
    var text = "id,text,size\n"
    for number in 0..<1_000_000 { text += "w\(number),word \(number),\(number % 97)\n" }
    bank.files["data/words.csv"] = Data(text.utf8)
    bank[template: "size"]["facts"]? += " WHERE id IN ('w1', 'w2', 'w3')"
    bank[template: "size"].replace(
      "w.id <> :id",
      with: "w.id IN ('w4', 'w5', 'w6')",
      in: "distractors"
    )
    let written = try WrittenBank(bank)
    let cache = written.scratch.url.appendingPathComponent("cache")
    let opened = try BankOpener(cache: cache, version: "1").open(written.folder)
    #expect(opened.factCounts == [3])
    #expect(try opened.precision(of: "words/w999999") == .day)
    #expect(try opened.precision(of: "words/w1000000") == nil)
    try expectBoundedMemory()
  }

  @Test("may not have a cell of 100 MB", .tags(.slow))
  func hugeCell() throws {
    for isQuoted in [false, true] {
      let quote = isQuoted ? "\"" : ""
      var bytes = Data("id,text,size\nw1,\(quote)".utf8)
      bytes.append(Data(repeating: 0x78, count: 100 << 20))
      bytes.append(Data("\(quote),1\n".utf8))
      let bank = BankBlueprint.small { $0.files["data/words.csv"] = bytes }
      #expect(
        try bank.problems() == [
          BankProblem(
            file: "data/words.csv",
            line: 2,
            column: 2,
            issue: .cellTooLong(limit: 1_000_000)
          )
        ]
      )
    }
    try expectBoundedMemory()
  }

  @Test("may not have a row of a million cells")
  func wideRow() throws {
    let bank = BankBlueprint.small { bank in
      bank.setFile(
        "data/words.csv",
        "id,text,size\n" + String(repeating: ",", count: 999_999) + "\n"
      )
    }
    #expect(try bank.problems().map(\.issue) == [.wrongCellCount(found: 1_000_000, expected: 3)])
  }

  @Test("may have more columns than SQLite takes, and is refused")
  func manyColumns() throws {
    let bank = BankBlueprint.small { bank in
      bank.tables[0].fields = (0..<3_000).map { FieldBlueprint("c\($0)") }
      bank.tables[0].key = []
      bank.tables[0].rows = []
    }
    #expect(try !bank.problems().isEmpty)
  }

  @Test(
    "may give names that look like SQL",
    arguments: [
      "select", "a b", "a;b", "a--b", "rowid", "oid", "é", "x'y", "[x]", "`x`", "%", "a,b",
    ]
  )
  func columnNames(_ name: String) throws {
    let bank = BankBlueprint.small { $0.tables[0].fields[1].name = name }
    // The template names the column text, so one problem at least; none about syntax.
    let problems = try bank.problems()
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { !$0.description.contains("syntax error") }, "\(problems)")
  }

  @Test("may have a column that the engine keeps for itself, and is refused")
  func reservedColumns() throws {
    for name in ["attache_position", "attache_stem", "attache_x"] {
      #expect(try !BankBlueprint.small { $0.tables[0].fields[1].name = name }.problems().isEmpty)
      let query = BankBlueprint.small { bank in
        bank[template: "size"].replace("text,", with: "text, 1 AS \(name),", in: "facts")
      }
      #expect(try !query.problems().isEmpty, "\(name) in a query")
    }
    let cases = BankBlueprint.small { bank in
      bank[template: "size"].replace("text,", with: "text, 1 AS TEXT,", in: "facts")
    }
    #expect(try !cases.problems().isEmpty, "SQLite minds no capitals")
  }

  @Test("may have files without number, of which so many are looked at")
  func manyFiles() throws {
    let bank = BankBlueprint.small { bank in
      for number in 0..<500 { bank.setFile("views/v\(number).sql", "SELECT \(number) AS x") }
    }
    let written = try WrittenBank(bank)
    let cache = written.scratch.url.appendingPathComponent("cache")
    #expect(try BankOpener(cache: cache, version: "1").open(written.folder).factCounts == [5])
  }
}
