/// Comma-separated values as RFC 4180 describes them.
enum CSVText {
  /// A row with its line end.
  ///
  /// - Parameters:
  ///   - cells: In order.
  ///   - separator: What stands between them.
  /// - Returns: The row; a cell is quoted where it holds what divides cells or rows.
  static func row(_ cells: [String], separator: UInt8 = UInt8(ascii: ",")) -> String {
    let sign = String(Unicode.Scalar(separator))
    return cells.map { cell($0, separator: separator) }.joined(separator: sign) + "\n"
  }

  private static func cell(_ text: String, separator: UInt8) -> String {
    let needsQuotes = text.utf8.contains { byte in
      byte == separator || [0x22, 0x2c, 0x3b, 0x09, 0x0a, 0x0d].contains(byte)
    }
    guard needsQuotes else { return text }
    return "\"" + CategoryPath.doubled("\"", in: text) + "\""
  }
}
