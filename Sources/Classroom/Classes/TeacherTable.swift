package import QuestionBank

/// A table as a spreadsheet exports it or a person types it: separated by commas, semicolons or
/// tabs, whichever the first line that has any has most of.
///
/// Each line is read by itself, so that a broken one costs no other.
package struct TeacherTable {
  /// One line of it.
  package struct Entry: Hashable, Sendable {
    /// Its number, from 1 on.
    package let line: Int
    /// Its cells, without blanks at their ends; nothing where ``problem`` says why.
    package let cells: [String]
    /// What is wrong with the line as a line of a table.
    package let problem: BankProblem?
  }

  /// The lines that are not blank.
  package let entries: [Entry]

  /// A table over the bytes of a file.
  package init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    let lines = TeacherTable.lines(text)
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let first = lines.first { $0.bytes.contains(where: separators.contains) }?.bytes ?? []
    let counts = separators.map { separator in first.count { $0 == separator } }
    let separator = separators[counts.firstIndex(of: counts.max() ?? 0) ?? 0]
    entries = lines.compactMap { TeacherTable.entry($0.bytes, line: $0.line, separator: separator) }
  }

  /// The lines with their numbers; they end in LF, CRLF or CR.
  private static func lines(_ bytes: ArraySlice<UInt8>) -> [(line: Int, bytes: [UInt8])] {
    var lines: [(line: Int, bytes: [UInt8])] = []
    var current: [UInt8] = []
    var number = 1
    var wasReturn = false
    for byte in bytes {
      if byte == 0x0a, wasReturn {
        wasReturn = false
        continue
      }
      wasReturn = byte == 0x0d
      if byte == 0x0a || byte == 0x0d {
        lines.append((number, current))
        current = []
        number += 1
      } else {
        current.append(byte)
      }
    }
    return lines + [(number, current)]
  }

  private static func entry(_ bytes: [UInt8], line: Int, separator: UInt8) -> Entry? {
    guard bytes.contains(where: { $0 != separator && $0 != 0x20 && $0 != 0x09 }) else { return nil }
    func broken(_ column: Int?, _ issue: BankIssue) -> Entry {
      let problem = BankProblem(file: "", line: line, column: column, issue: issue)
      return Entry(line: line, cells: [], problem: problem)
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { return broken(nil, .notUTF8) }
    var reader = CSVReader(bytes, separator: separator)
    var row = CSVRow()
    do throws(BankProblem) {
      guard try reader.read(into: &row) else { return nil }
      return Entry(line: line, cells: row.texts.map(trimmed), problem: nil)
    } catch {
      return broken(error.column, error.issue)
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
