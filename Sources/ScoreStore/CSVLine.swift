/// One line of CSV after RFC 4180, safe to open in a spreadsheet.
struct CSVLine {
  /// The line with its end.
  let text: String

  /// Writes cells, quoted where they need it.
  ///
  /// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for
  /// a formula, so such a cell gets an apostrophe before it.
  init(_ cells: [String]) {
    text = cells.map(CSVLine.cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ value: String) -> String {
    var value = value
    if let first = value.utf8.first, "=+-@\t\r".utf8.contains(first) { value = "'" + value }
    guard value.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return value }
    let quoted = value.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + quoted.joined(separator: "\"\"") + "\""
  }
}
