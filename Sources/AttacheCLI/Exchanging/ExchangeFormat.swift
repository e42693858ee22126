import ArgumentParser
import Exchange

/// The formats of other programs, as commands name them.
enum ExchangeFormat: String, ExpressibleByArgument, CaseIterable {
  case moodle
  case gift
  case qti
  case anki
  case kahoot
  case csv
  case jsonl
  case aiken

  /// The format as one text; `nil` of a package.
  var text: TextFormat? {
    switch self {
    case .moodle: .moodle
    case .gift: .gift
    case .csv: .table
    case .jsonl: .jsonLines
    case .aiken: .aiken
    case .qti, .anki, .kahoot: nil
    }
  }

  /// Those that can be read.
  static let readable = allCases.filter { $0.text != nil }
}
