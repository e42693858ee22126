import QuestionBank
import QuizModel

/// Reads a table of items, as this program and then perhaps a spreadsheet wrote it.
///
/// Columns may stand in any order, and cells may be divided by commas, semicolons or tabs.
struct ItemTableReader {
  private let places: [String: Int]

  /// The items of a table.
  ///
  /// - Throws: ``ImportIssue/missingField(name:)``, ``ImportIssue/unknownColumn(name:allowed:)``,
  ///   ``ImportIssue/wrongValue(found:field:)`` or ``ImportIssue/malformedTable(_:)``.
  static func read(_ text: ImportedText) throws(ImportError) -> ImportedItems {
    var imported = ImportedItems()
    var rows = CSVReader(text.bytes, separator: separator(of: text.bytes))
    var row = CSVRow()
    guard try next(&rows, into: &row) else {
      throw ImportError(line: 1, .missingField(name: ItemColumns.names[0]))
    }
    let header = row.texts
    let reader = try ItemTableReader(header: header, line: row.line)
    while try next(&rows, into: &row) {
      // Spreadsheets leave rows of separators alone behind.
      guard !row.bytes.isEmpty else { continue }
      guard row.count == header.count else {
        throw ImportError(
          line: row.line,
          .wrongCellCount(found: row.count, expected: header.count)
        )
      }
      try imported.take(try reader.item(row), line: row.line)
    }
    return imported
  }

  private static func next(
    _ rows: inout CSVReader,
    into row: inout CSVRow
  ) throws(ImportError) -> Bool {
    do {
      return try rows.read(into: &row)
    } catch {
      throw ImportError(line: error.line, column: error.column, .malformedTable(error.issue))
    }
  }

  /// The one of comma, semicolon and tab that stands most often in the first line.
  static func separator(of bytes: [UInt8]) -> UInt8 {
    let line = bytes.prefix { $0 != 0x0a && $0 != 0x0d }
    let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = signs.map { sign in line.count { $0 == sign } }
    let most = counts.max() ?? 0
    return counts.firstIndex(of: most).map { signs[$0] } ?? signs[0]
  }

  private init(header: [String], line: Int) throws(ImportError) {
    var places: [String: Int] = [:]
    for (place, cell) in header.enumerated() {
      let name = PlainText.line(cell).lowercased()
      guard ItemColumns.names.contains(name) else {
        let found = String(name.prefix(80))
        throw ImportError(
          line: line,
          column: place + 1,
          .unknownColumn(name: found, allowed: ItemColumns.names)
        )
      }
      guard places.updateValue(place, forKey: name) == nil else {
        throw ImportError(line: line, column: place + 1, .repeatedColumn(name: name))
      }
    }
    for name in ItemColumns.required where places[name] == nil {
      throw ImportError(line: line, .missingField(name: name))
    }
    self.places = places
  }

  private func text(_ name: String, _ row: CSVRow) -> String {
    places[name].map { CellGuard.restored(row.text(of: $0)) } ?? ""
  }

  private func item(_ row: CSVRow) throws(ImportError) -> Result<PortableItem, LeftOutItem> {
    var draft = ItemDraft(line: row.line)
    draft.id = text("id", row)
    draft.topic = text("topic", row)
    draft.stem = text("stem", row)
    draft.feedback.explanation = text("explanation", row)
    draft.feedback.sources = text("sources", row).utf8.split(separator: 0x0a).map {
      String(Substring($0))
    }
    let form = PlainText.line(text("form", row)).lowercased()
    let isStatement = form == Form.trueFalse.rawValue
    guard isStatement || form.isEmpty || form == Form.multipleChoice.rawValue else {
      return draft.leftOut(.otherType(name: String(form.prefix(80))))
    }
    let options = (1...PortableItem.optionLimit).map { number in
      (text: PlainText.cleaned(text("option\(number)", row)), why: text("why\(number)", row))
    }
    let count = (options.lastIndex { !$0.text.isEmpty } ?? -1) + 1
    let cell = PlainText.line(text("key", row))
    if isStatement {
      draft.options = options.prefix(2).map {
        ItemDraft.Option(text: $0.text, why: $0.why, credit: 0)
      }
      let place = Int(cell).flatMap { (1...2).contains($0) ? $0 - 1 : nil }
      return place.map { draft.statement(keyPlace: $0) } ?? draft.statement(key: cell)
    }
    guard let key = Int(cell), (1...max(1, count)).contains(key) else {
      let column = places["key"].map { $0 + 1 }
      let found = String(cell.prefix(80))
      throw ImportError(line: row.line, column: column, .wrongValue(found: found, field: "key"))
    }
    draft.options = options.prefix(count).enumerated().map { place, option in
      ItemDraft.Option(text: option.text, why: option.why, credit: place == key - 1 ? 1 : 0)
    }
    return draft.multipleChoice()
  }
}
