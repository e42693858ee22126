/// How much the same people gained from one test to another.
package struct PairedGain: Hashable, Sendable {
  /// How many people sat both.
  package let people: Int
  /// The mean of after minus before, with Student's t interval of paired differences.
  ///
  /// The interval is as wide as few people make it, so that two suffice, unlike elsewhere. It is
  /// undefined for fewer, or if everybody gained exactly the same.
  package let meanDifference: Figure

  /// Compares scores.
  ///
  /// A pair with a number that is infinite or none at all is left out; so is who has no pair.
  ///
  /// - Parameters:
  ///   - before: By person, a share of the first test, 0 to 1.
  ///   - after: The same people's shares of the second test, in the same order.
  package init(before: [Double], after: [Double]) {
    let gains = zip(before, after).filter { $0.isFinite && $1.isFinite }.map { $1 - $0 }
    people = gains.count
    let count = Double(gains.count)
    let mean = gains.reduce(0, +) / count
    let squares = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / (count - 1)).squareRoot()
    let estimate = Estimate.mean(mean, deviation: deviation, count: gains.count)
    meanDifference = estimate.map(Figure.estimate) ?? .undefined
  }
}
