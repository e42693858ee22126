/// A row for a spreadsheet, safe to open: no cell of it can become a formula.
package enum SpreadsheetRow {
  /// A row with its line end.
  ///
  /// - Parameters:
  ///   - cells: What stands in it.
  ///   - separator: What stands between cells, in ASCII.
  ///   - quotesAll: Whether every cell stands in quotes, or those alone that have to.
  ///   - end: What ends the line.
  /// - Returns: The row.
  package static func text(
    _ cells: [String],
    separator: Character = ",",
    quotesAll: Bool = false,
    end: String = "\r\n"
  ) -> String {
    let guarded = cells.map(CellGuard.guarded)
    guard quotesAll else {
      let sign = separator.asciiValue ?? UInt8(ascii: ",")
      return CSVText.row(guarded, separator: sign, end: end)
    }
    return guarded.map { "\"" + CategoryPath.doubled("\"", in: $0) + "\"" }
      .joined(separator: String(separator)) + end
  }

  /// A cell as it was before it was guarded.
  package static func restored(_ cell: String) -> String { CellGuard.restored(cell) }
}
