/// The lines that an export begins and ends with, so that one that is cut off is known to be.
///
/// `{"export":"begin","format":1}` and `{"export":"end","records":12}`. Exports of version 1.0.0
/// have neither. Exports that are put behind one another are an export.
enum ExportMark: Hashable {
  /// The first line, with the version of the format.
  case begin(format: Int)
  /// The last line, with the number of records since the first.
  case end(records: Int)

  /// The version of the format that this program writes.
  static let format = 1

  /// Reads a line.
  ///
  /// - Returns: `nil` for any other line.
  init?(_ line: [UInt8]) {
    var cursor = JSONCursor(line)
    cursor.skipBlanks()
    if cursor.take(#"{"export":"begin","format":"#), let format = cursor.integer(Int.self) {
      self = .begin(format: format)
    } else {
      cursor = JSONCursor(line)
      cursor.skipBlanks()
      guard cursor.take(#"{"export":"end","records":"#), let records = cursor.integer(Int.self)
      else { return nil }
      self = .end(records: records)
    }
    guard cursor.take("}") else { return nil }
    cursor.skipBlanks()
    guard cursor.isAtEnd else { return nil }
  }

  /// The line, with its end.
  var text: String {
    switch self {
    case .begin(let format): #"{"export":"begin","format":\#(format)}"# + "\n"
    case .end(let records): #"{"export":"end","records":\#(records)}"# + "\n"
    }
  }
}

/// Counts the records between the marks of an export.
struct ExportCount {
  private var found = 0
  private var isOpen = false

  /// Takes in a record, sound or not.
  mutating func take() { found += 1 }

  /// Takes in a mark.
  ///
  /// - Returns: What does not fit.
  mutating func take(_ mark: ExportMark) -> ShortExport? {
    switch mark {
    case .begin:
      let cut = end
      (found, isOpen) = (0, true)
      return cut
    case .end(let told):
      let short = told == found ? nil : ShortExport(told: told, found: found)
      (found, isOpen) = (0, false)
      return short
    }
  }

  /// What is missing if nothing more comes.
  var end: ShortExport? { isOpen ? ShortExport(told: nil, found: found) : nil }
}
