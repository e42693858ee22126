import Foundation
import QuestionBank
import QuizModel
import TestSupport
import Testing

@Suite("The reader of comma-separated values")
struct CSVReaderTests {
  private func rows(_ bytes: [UInt8], separator: Character = ",") throws -> [[String]] {
    var reader = CSVReader(bytes, separator: separator.asciiValue ?? 0x2c)
    var row = CSVRow()
    var rows: [[String]] = []
    while try reader.read(into: &row) { rows.append(row.texts) }
    return rows
  }

  private func rows(_ text: String, separator: Character = ",") throws -> [[String]] {
    try rows(Array(text.utf8), separator: separator)
  }

  struct Example: CustomTestStringConvertible, Sendable {
    let text: String
    let rows: [[String]]
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ rows: [[String]]) {
      self.text = text
      self.rows = rows
    }
  }

  @Test(
    "reads what RFC 4180 describes, and a little more",
    arguments: [
      Example("", []), Example("\n\n", []), Example("a", [["a"]]), Example("a,b\n", [["a", "b"]]),
      Example("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), Example("a\rb", [["a"], ["b"]]),
      Example("a\n\n\nb", [["a"], ["b"]]), Example(",", [["", ""]]), Example("\"\"", [[""]]),
      Example("a,", [["a", ""]]), Example("\"a,b\",c", [["a,b", "c"]]),
      Example("\"a\"\"b\"", [["a\"b"]]), Example("\"a\nb\"", [["a\nb"]]),
      Example("\"a\r\nb\"", [["a\nb"]]), Example("a\"b,c", [["a\"b", "c"]]),
      Example("a \"b\"", [["a \"b\""]]), Example("\u{feff}a,b", [["a", "b"]]),
      Example(" a , b ", [[" a ", " b "]]), Example("é,日本,🇰🇵", [["é", "日本", "🇰🇵"]]),
      Example("a\tb", [["a\tb"]]), Example("\"\"\"\"", [["\""]]), Example("\"\",\"\"", [["", ""]]),
    ]
  )
  func examples(_ example: Example) throws {
    #expect(try rows(example.text) == example.rows)
  }

  @Test("takes another separator", arguments: [";", "\t", "|"] as [Character])
  func separators(_ separator: Character) throws {
    let text = "a\(separator)b,c\n\"x\(separator)y\"\(separator)z\n"
    #expect(try rows(text, separator: separator) == [["a", "b,c"], ["x\(separator)y", "z"]])
  }

  @Test("knows on which line each row begins")
  func lines() throws {
    var reader = CSVReader(Array("a\n\n\"b\nb\r\nb\",c\r\rd\n".utf8))
    var row = CSVRow()
    var lines: [Int] = []
    while try reader.read(into: &row) { lines.append(row.line) }
    #expect(lines == [1, 3, 7])
  }

  struct Broken: CustomTestStringConvertible, Sendable {
    let text: String
    let line: Int
    let column: Int
    let issue: BankIssue
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ line: Int, _ column: Int, _ issue: BankIssue) {
      self.text = text
      self.line = line
      self.column = column
      self.issue = issue
    }
  }

  @Test(
    "says where a table is broken, by line and cell",
    arguments: [
      Broken("a,b\nc,\"d", 2, 2, .unterminatedQuote), Broken("\"", 1, 1, .unterminatedQuote),
      Broken("\"a\n\n\n", 1, 1, .unterminatedQuote),
      Broken("a,\"b\"c\n", 1, 2, .textAfterQuote(found: "c")),
      Broken("a\n\"b\" ,c", 2, 1, .textAfterQuote(found: " ,c")),
      Broken("a,b\nc,d,e\u{1}", 2, 3, .controlCharacter(code: 1)),
      Broken("a,\"b\nc\u{1b}\"", 2, 2, .controlCharacter(code: 27)),
      Broken("a\0b", 1, 1, .controlCharacter(code: 0)),
      Broken("a,\u{7f}", 1, 2, .controlCharacter(code: 127)),
    ]
  )
  func problems(_ broken: Broken) {
    #expect(
      throws: BankProblem(file: "", line: broken.line, column: broken.column, issue: broken.issue)
    ) { try rows(broken.text) }
  }

  @Test("takes a cell up to its limit and no further", arguments: [false, true])
  func cellLimit(_ isQuoted: Bool) throws {
    let quote = isQuoted ? "\"" : ""
    let longest = String(repeating: "x", count: CSVReader.cellLimit)
    #expect(try rows("a,\(quote)\(longest)\(quote)\n")[0][1].utf8.count == CSVReader.cellLimit)
    #expect(
      throws: BankProblem(
        file: "",
        line: 1,
        column: 2,
        issue: .cellTooLong(limit: CSVReader.cellLimit)
      )
    ) { try rows("a,\(quote)\(longest)x\(quote)\n") }
  }

  /// Bytes out of which nasty files are put together.
  private static let pieces = [
    ",", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"", "\"\"", "a", "bc", " ", "é", "日本", "\t",
    "'", ";", "\\", "🇰🇵", "\u{301}", "0",
  ]

  @Test("reads what Python's csv reads", arguments: [",", ";", "\t"] as [Character])
  func againstPython(_ separator: Character) throws {
    var random = SplitMix64(seed: StableHash(of: "csv \(separator)").value)
    var files: [String] = []
    for _ in 0..<3_000 {
      let isTame = random.below(3) == 0
      files.append(
        isTame
          ? tameFile(separator, &random)
          : (0..<random.below(40)).map { _ in Self.pieces[random.below(Self.pieces.count)] }
            .joined()
      )
    }
    let expected = try pythonRows(of: files, separator: separator)
    var compared = 0
    for (file, expected) in zip(files, expected) {
      let ours = try? rows(file, separator: separator)
      guard let ours else {
        // Ours refuses what is left open or runs on after a quote, where Python guesses.
        #expect(hasLooseQuote(file, separator: separator), "\(file.debugDescription)")
        continue
      }
      compared += 1
      #expect(ours == expected, "\(file.debugDescription)")
    }
    #expect(compared > 1_500)
  }

  /// A file as a spreadsheet would write it.
  private func tameFile(_ separator: Character, _ random: inout SplitMix64) -> String {
    let newline = ["\n", "\r\n", "\r"][random.below(3)]
    return (0..<random.below(6)).map { _ in
      (0...random.below(5)).map { _ in
        let cell = (0..<random.below(6)).map { _ in Self.pieces[random.below(Self.pieces.count)] }
          .joined()
        let doubled = cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"\(doubled)\""
      }.joined(separator: String(separator)) + newline
    }.joined()
  }

  private func hasLooseQuote(_ file: String, separator: Character) -> Bool {
    do {
      _ = try rows(file, separator: separator)
      return false
    } catch let problem as BankProblem {
      switch problem.issue {
      case .unterminatedQuote, .textAfterQuote: return file.utf8.contains(0x22)
      default: return false
      }
    } catch {
      return false
    }
  }

  private func pythonRows(of files: [String], separator: Character) throws -> [[[String]]] {
    let program = """
      import csv, io, json, sys
      for line in sys.stdin:
          file, separator = json.loads(line)
          rows = csv.reader(io.StringIO(file, newline=''), delimiter=separator)
          # A line break within a cell is one \\n in ours; a blank line is no row.
          cell = lambda text: text.replace('\\r\\n', '\\n').replace('\\r', '\\n')
          print(json.dumps([[cell(text) for text in row] for row in rows if row]))
      """
    let encoder = JSONEncoder()
    let lines = try files.map {
      String(decoding: try encoder.encode([$0, String(separator)]), as: UTF8.self) + "\n"
    }
    let output = try Python.run(program, input: Data(lines.joined().utf8))
    let answers = String(decoding: output, as: UTF8.self).split(separator: "\n")
    try #require(answers.count == files.count)
    return try answers.map {
      try JSONDecoder().decode([[String]].self, from: Data($0.utf8))
    }
  }

  @Test("reads its own tables' bytes back, whatever they hold")
  func roundTrip() throws {
    var random = SplitMix64(seed: 4_180)
    let pieces = Self.pieces.filter { !$0.utf8.contains(0x0d) }
    for _ in 0..<500 {
      let cells = (0...random.below(8)).map { _ in
        (0..<random.below(5)).map { _ in pieces[random.below(pieces.count)] }.joined()
      }
      let table = TableBlueprint(
        name: "t",
        fields: [FieldBlueprint("x")],
        key: [],
        rows: [cells + ["end"]]
      )
      #expect(try rows(table.csv).last == cells + ["end"])
    }
  }
}
