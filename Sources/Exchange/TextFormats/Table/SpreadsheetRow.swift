/// A row for a spreadsheet, safe to open: no cell of it can become a formula.
package enum SpreadsheetRow {
  /// A row with its line end, CR LF.
  package static func text(_ cells: [String]) -> String {
    CSVText.row(cells.map(CellGuard.guarded), end: "\r\n")
  }

  /// A cell as it was before it was guarded.
  package static func restored(_ cell: String) -> String { CellGuard.restored(cell) }
}
