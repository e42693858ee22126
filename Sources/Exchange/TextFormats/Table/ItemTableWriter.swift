import QuizModel

/// Writes items as comma-separated values (RFC 4180) that a spreadsheet may open.
///
/// A byte-order mark goes before them, without which some spreadsheets do not read UTF-8. The key
/// is the number of the right option, from 1 on; sources stand one a line in their cell.
enum ItemTableWriter {
  /// The whole table.
  ///
  /// - Parameter items: Cleaned.
  /// - Returns: The text of the file.
  static func text(_ items: [PortableItem]) -> String {
    "\u{feff}" + CSVText.row(ItemColumns.names) + items.map { CSVText.row(cells($0)) }.joined()
  }

  private static func cells(_ item: PortableItem) -> [String] {
    var cells = [
      item.id, item.topic, item.form.rawValue, item.stem, "\(item.key + 1)", item.explanation,
      item.sources.joined(separator: "\n"),
    ]
    for place in 0..<PortableItem.optionLimit {
      let option = item.options.indices.contains(place) ? item.options[place] : nil
      cells += [option?.text ?? "", option?.why ?? ""]
    }
    return cells.map(CellGuard.guarded)
  }
}
