/// Comma-separated values as RFC 4180 describes them.
enum CSVText {
  /// A row with its line end.
  ///
  /// - Parameters:
  ///   - cells: In order.
  ///   - separator: What stands between them.
  ///   - end: The line end after them.
  /// - Returns: The row; a cell is quoted where it holds what divides cells or rows.
  static func row(
    _ cells: [String],
    separator: UInt8 = UInt8(ascii: ","),
    end: String = "\n"
  ) -> String {
    let sign = String(Unicode.Scalar(separator))
    return cells.map { cell($0, separator: separator) }.joined(separator: sign) + end
  }

  private static func cell(_ text: String, separator: UInt8) -> String {
    let needsQuotes = text.utf8.contains { byte in
      byte == separator || byte == 0x22 || byte == 0x0a || byte == 0x0d
    }
    guard needsQuotes else { return text }
    return "\"" + CategoryPath.doubled("\"", in: text) + "\""
  }
}
