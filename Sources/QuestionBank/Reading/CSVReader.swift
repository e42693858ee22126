/// One row of a table: the cells' bytes one after another, and where each ends.
package struct CSVRow: Sendable {
  /// The bytes of all cells, unquoted.
  package fileprivate(set) var bytes: [UInt8] = []
  /// For each cell, where its bytes end in ``bytes``.
  package fileprivate(set) var ends: [Int] = []
  /// The line on which the row begins, from 1 on.
  package fileprivate(set) var line = 0

  /// A row without cells, to be read into.
  package init() {}

  /// The number of cells.
  package var count: Int { ends.count }

  /// Where the bytes of a cell stand in ``bytes``.
  package func range(of cell: Int) -> Range<Int> {
    (cell == 0 ? 0 : ends[cell - 1])..<ends[cell]
  }

  /// A cell as text.
  package func text(of cell: Int) -> String {
    String(decoding: bytes[range(of: cell)], as: UTF8.self)
  }

  /// All cells as text.
  package var texts: [String] { ends.indices.map(text(of:)) }
}

/// Reads comma-separated values as RFC 4180 describes them, over bytes.
///
/// Beyond the RFC: a byte-order mark is skipped, lines may end in LF, CRLF or CR, blank lines are
/// no rows, and a quote inside a cell that does not begin with one is an ordinary character.
package struct CSVReader: Sendable {
  /// The longest cell that is read, in bytes.
  package static let cellLimit = 1_000_000

  private let bytes: [UInt8]
  private let separator: UInt8
  private var place = 0
  private var line = 1

  /// Starts at the beginning of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file, in UTF-8.
  ///   - separator: What stands between two cells, one ASCII character.
  package init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.separator = separator
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      place = 3
    }
  }

  /// Reads the next row.
  ///
  /// - Parameter row: Takes the cells; what it held before is gone.
  /// - Returns: Whether there was a row.
  /// - Throws: What is wrong and where; the file's name is left empty.
  package mutating func read(into row: inout CSVRow) throws(BankProblem) -> Bool {
    while place < bytes.count, isNewline(bytes[place]) { skipNewline() }
    guard place < bytes.count else { return false }
    row.bytes.removeAll(keepingCapacity: true)
    row.ends.removeAll(keepingCapacity: true)
    row.line = line
    while true {
      let start = row.bytes.count
      if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
        try readQuoted(into: &row)
      } else {
        try readPlain(into: &row)
      }
      guard row.bytes.count - start <= CSVReader.cellLimit else {
        throw problem(.cellTooLong(limit: CSVReader.cellLimit), in: row)
      }
      row.ends.append(row.bytes.count)
      guard place < bytes.count, bytes[place] == separator else { break }
      place += 1
    }
    if place < bytes.count { skipNewline() }
    return true
  }

  private mutating func readPlain(into row: inout CSVRow) throws(BankProblem) {
    let start = place
    while place < bytes.count, bytes[place] != separator, !isNewline(bytes[place]) {
      guard bytes[place] >= 0x20 || bytes[place] == 0x09, bytes[place] != 0x7f else {
        throw problem(.controlCharacter(code: Int(bytes[place])), in: row)
      }
      place += 1
      guard place - start <= CSVReader.cellLimit else {
        throw problem(.cellTooLong(limit: CSVReader.cellLimit), in: row)
      }
    }
    row.bytes.append(contentsOf: bytes[start..<place])
  }

  private mutating func readQuoted(into row: inout CSVRow) throws(BankProblem) {
    let opening = problem(.unterminatedQuote, in: row)
    let quote = UInt8(ascii: "\"")
    let start = row.bytes.count
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      if byte == quote {
        guard place + 1 < bytes.count, bytes[place + 1] == quote else { break }
        row.bytes.append(quote)
        place += 2
      } else if isNewline(byte) {
        row.bytes.append(UInt8(ascii: "\n"))
        skipNewline()
      } else {
        guard byte >= 0x20 || byte == 0x09, byte != 0x7f else {
          throw problem(.controlCharacter(code: Int(byte)), in: row)
        }
        row.bytes.append(byte)
        place += 1
      }
      guard row.bytes.count - start <= CSVReader.cellLimit else {
        throw problem(.cellTooLong(limit: CSVReader.cellLimit), in: row)
      }
    }
    guard place < bytes.count else { throw opening }
    place += 1
    guard place == bytes.count || bytes[place] == separator || isNewline(bytes[place]) else {
      let rest = bytes[place...].prefix { !isNewline($0) }.prefix(40)
      throw problem(
        .textAfterQuote(found: String(decoding: rest, as: UTF8.self)),
        in: row
      )
    }
  }

  private func isNewline(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func skipNewline() {
    if bytes[place] == UInt8(ascii: "\r"), place + 1 < bytes.count,
      bytes[place + 1] == UInt8(ascii: "\n")
    {
      place += 1
    }
    place += 1
    line += 1
  }

  private func problem(_ issue: BankIssue, in row: CSVRow) -> BankProblem {
    BankProblem(file: "", line: line, column: row.ends.count + 1, issue: issue)
  }
}
