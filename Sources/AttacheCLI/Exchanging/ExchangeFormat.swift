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
    ImportFormat(rawValue: rawValue)?.text
  }
}

/// The formats that can be read.
enum ImportFormat: String, ExpressibleByArgument, CaseIterable {
  case moodle
  case gift
  case csv
  case jsonl
  case aiken

  /// The format as one text.
  var text: TextFormat {
    switch self {
    case .moodle: .moodle
    case .gift: .gift
    case .csv: .table
    case .jsonl: .jsonLines
    case .aiken: .aiken
    }
  }
}
