import ItemStatistics

/// A figure as JSON: its number with its interval, or why there is none.
struct FigureData: Encodable, Sendable {
  private let figure: Figure

  private enum CodingKeys: CodingKey {
    case value, lower, upper, tooFewAnswers, undefined
  }

  /// Data of a figure.
  init(_ figure: Figure) {
    self.figure = figure
  }

  /// Writes one of the three shapes.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch figure {
    case .estimate(let estimate):
      try container.encode(estimate.value, forKey: .value)
      try container.encode(estimate.lower, forKey: .lower)
      try container.encode(estimate.upper, forKey: .upper)
    case .tooFewAnswers(let count):
      try container.encode(count, forKey: .tooFewAnswers)
    case .undefined:
      try container.encode(true, forKey: .undefined)
    }
  }
}
