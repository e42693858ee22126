package import Classroom

/// A report as tables of comma-separated values (RFC 4180) for spreadsheets and statistics programs.
///
/// Lines end in CR LF. A byte-order mark goes before them, without which some spreadsheets do not
/// read UTF-8. Texts of people and banks are guarded against being run as formulas; numbers are
/// this program's own and stay numbers.
package struct ReportTable {
  /// What is told.
  let report: ClassReport
  /// What was chosen, in the order of the report's people.
  let results: ClassResults

  /// Tables of a report.
  ///
  /// - Parameters:
  ///   - report: What is told.
  ///   - results: What the report was made of.
  package init(_ report: ClassReport, of results: ClassResults) {
    self.report = report
    self.results = results
  }

  /// A table, its rows under each other.
  static func text(of rows: [[TableCell]]) -> String {
    // A row of the shared writer ends in a line feed alone.
    "\u{feff}" + rows.map { CSVText.row($0.map(\.text)).dropLast() + "\r\n" }.joined()
  }
}

/// What stands in a cell, and so whether it has to be guarded.
enum TableCell {
  /// A text of ours, such as a heading.
  case word(String)
  /// A text of people or banks.
  case foreign(String)
  /// A whole number.
  case count(Int)
  /// A number with a fixed count of decimals.
  case number(Double, digits: Int)
  /// Nothing.
  case empty

  /// The cell as it is written.
  var text: String {
    switch self {
    case .word(let text): text
    case .foreign(let text): CellGuard.guarded(PlainText.cleaned(text))
    case .count(let number): "\(number)"
    case .number(let number, let digits): ReportNumber.fixed(number, digits: digits, minus: "-")
    case .empty: ""
    }
  }
}
