import QuestionBank

/// One table of an authored bank, as cells.
struct AuthoredTable: Hashable, Sendable {
  /// The names of the columns.
  let header: [String]
  /// The cells of each row, as many as there are columns.
  var rows: [[String]]

  private let separator: UInt8
  private let hasMark: Bool
  private let lineEnd: String

  /// An empty table.
  init(header: [String]) {
    self.header = header
    rows = []
    separator = UInt8(ascii: ",")
    hasMark = false
    lineEnd = "\n"
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: Where it stands in the bank.
  ///   - separator: What stands between its cells.
  ///   - required: The columns that it must have.
  /// - Throws: The first problem, as a bank's check would tell it.
  init(
    _ bytes: [UInt8],
    path: String,
    separator: UInt8,
    required: [String]
  ) throws(BankProblem) {
    guard bytes.withUnsafeBytes({ String(validating: $0, as: UTF8.self) != nil }) else {
      throw BankFolder.notUTF8(bytes, in: path)
    }
    self.separator = separator
    hasMark = bytes.starts(with: [0xef, 0xbb, 0xbf])
    let first = bytes.firstIndex(of: 0x0a) ?? 0
    lineEnd = first > 0 && bytes[first - 1] == 0x0d ? "\r\n" : "\n"
    var reader = CSVReader(bytes, separator: separator)
    var row = CSVRow()
    var rows: [[String]] = []
    do throws(BankProblem) {
      header = try reader.read(into: &row) ? row.texts : []
      for name in required where !header.contains(name) {
        throw BankProblem(file: path, line: 1, issue: .missingKey(name: name))
      }
      while try reader.read(into: &row) {
        guard row.count == header.count else {
          throw BankProblem(
            file: path,
            line: row.line,
            issue: .wrongCellCount(found: row.count, expected: header.count)
          )
        }
        rows.append(row.texts)
      }
    } catch {
      throw BankProblem(file: path, line: error.line, column: error.column, issue: error.issue)
    }
    self.rows = rows
  }

  /// The cell of a column in a row; empty where there is none.
  func cell(_ column: String, in row: [String]) -> String {
    header.firstIndex(of: column).map { row[$0] } ?? ""
  }

  /// A row of cells by column.
  ///
  /// - Parameters:
  ///   - cells: The cells of some columns.
  ///   - old: The row before, whose other cells stay.
  /// - Returns: A cell for each column.
  func row(_ cells: [String: String], replacing old: [String]? = nil) -> [String] {
    header.enumerated().map { place, name in cells[name] ?? old?[place] ?? "" }
  }

  /// The file.
  var bytes: [UInt8] {
    var result: [UInt8] = hasMark ? [0xef, 0xbb, 0xbf] : []
    for row in [header] + rows {
      result.append(contentsOf: CSVText.row(row, separator: separator, end: lineEnd).utf8)
    }
    return result
  }
}
