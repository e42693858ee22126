/// A sheet of texts and whole numbers, in cells counted from 1 on.
struct Worksheet: Hashable, Sendable {
  /// What a cell holds.
  enum Cell: Hashable, Sendable {
    /// A text, whatever it looks like: never a formula or a number.
    case text(String)
    /// A whole number.
    case number(Int)
  }

  /// What it is called.
  let name: String
  /// The rows by their numbers, their cells by the numbers of their columns.
  private(set) var rows: [Int: [Int: Cell]] = [:]

  /// An empty sheet.
  ///
  /// - Parameter name: 1 to 31 characters, none of `\/?*:[]`.
  init(name: String) {
    self.name = name
  }

  /// Fills a cell.
  ///
  /// - Parameters:
  ///   - cell: What it is to hold.
  ///   - row: 1 or more.
  ///   - column: 1 or more.
  mutating func put(_ cell: Cell, row: Int, column: Int) {
    rows[row, default: [:]][column] = cell
  }

  /// The letters of a column.
  ///
  /// - Parameter column: 1 or more.
  /// - Returns: Such as `A`, `Z` or `AA`.
  static func letters(of column: Int) -> String {
    var rest = column
    var letters: [Unicode.Scalar] = []
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters.append(Unicode.Scalar(UInt8(0x41 + digit)))
      rest = (rest - 1) / 26
    }
    return String(String.UnicodeScalarView(letters.reversed()))
  }
}
