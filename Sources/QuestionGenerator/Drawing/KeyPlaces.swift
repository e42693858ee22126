import QuestionBank
import QuizModel

/// Where the key stands among ascending options, so that over a template each place is the key
/// equally often.
///
/// A fact at the edge (the earliest year) can hold few places; the others make up for it. The
/// weights are found by proportional fitting: each place's weight is scaled until the sum of its
/// chances over all facts is the wanted one (Deming and Stephan 1940).
struct KeyPlaces {
  private static let rounds = 200

  private let weights: [Double]

  /// - Parameters:
  ///   - sides: How many facts have so many distractors on either side.
  ///   - optionCount: The number of options.
  init(sides: [KeySides], optionCount: Int) {
    var weights = [Double](repeating: 1, count: optionCount)
    let facts = sides.map {
      ($0, KeyPlaces.range($0.below, $0.above, distractors: optionCount - 1))
    }
    .filter { !$0.1.isEmpty }
    let total = facts.reduce(0) { $0 + Double($1.0.count) }
    if total > 0 {
      for _ in 0..<KeyPlaces.rounds {
        var sums = [Double](repeating: 0, count: optionCount)
        for (side, range) in facts {
          let sum = range.reduce(0) { $0 + weights[$1] }
          for place in range { sums[place] += Double(side.count) * weights[place] / sum }
        }
        for place in sums.indices where sums[place] > 0 {
          weights[place] *= total / Double(optionCount) / sums[place]
          weights[place] = min(max(weights[place], 1e-9), 1e9)
        }
      }
    }
    self.weights = weights
  }

  /// Draws the place of one fact's key.
  ///
  /// - Parameters:
  ///   - below: Distractors that stand before the key.
  ///   - above: Distractors that stand after it.
  ///   - distractors: How many are wanted.
  ///   - generator: Decides.
  /// - Returns: The number of distractors before the key; `nil` where there are too few.
  func place(
    below: Int,
    above: Int,
    distractors: Int,
    using generator: inout SplitMix64
  ) -> Int? {
    let range = KeyPlaces.range(below, above, distractors: distractors)
    guard let last = range.last else { return nil }
    let isWhole = distractors + 1 == weights.count
    func weight(_ place: Int) -> Double { isWhole ? weights[place] : 1 }
    var rest = generator.unit() * range.reduce(0) { $0 + weight($1) }
    for place in range {
      rest -= weight(place)
      if rest < 0 { return place }
    }
    return last
  }

  private static func range(_ below: Int, _ above: Int, distractors: Int) -> Range<Int> {
    let first = max(0, distractors - above)
    let last = min(below, distractors)
    return first <= last ? first..<(last + 1) : 0..<0
  }
}
