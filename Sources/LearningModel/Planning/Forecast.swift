import Glibc

/// The share of facts that is known on a day, and how sure that is.
package struct Forecast: Hashable, Sendable {
  /// The expected share, 0 to 1.
  package let share: Double
  /// The share lies above this in 95 of 100 cases.
  package let low: Double
  /// The share lies below this in 95 of 100 cases.
  package let high: Double

  /// The standard normal distribution's 95 % point.
  private static let width = 1.645

  /// A forecast from its parts.
  package init(share: Double, low: Double, high: Double) {
    self.share = share
    self.low = low
    self.high = high
  }

  /// A forecast from what each of several beliefs expects.
  ///
  /// What the beliefs disagree about and the chance in each recall add up.
  ///
  /// - Parameter beliefs: For each its weight, and the mean and the variance of the share; all zero
  ///   without any.
  package init(beliefs: [(weight: Double, mean: Double, variance: Double)]) {
    let sum = max(beliefs.reduce(0) { $0 + $1.weight }, .leastNormalMagnitude)
    let mean = beliefs.reduce(0) { $0 + $1.weight * $1.mean } / sum
    let variance = beliefs.reduce(0) { total, belief in
      let distance = belief.mean - mean
      return total + belief.weight * (belief.variance + distance * distance) / sum
    }
    let half = Forecast.width * sqrt(variance)
    self.init(share: mean, low: max(0, mean - half), high: min(1, mean + half))
  }
}

extension Forecast {
  /// The mean and the variance of the share of facts that are recalled.
  ///
  /// - Parameter recalls: The chance of recall of each fact.
  /// - Returns: 0 and 0 without facts.
  static func moments(_ recalls: some Collection<Double>) -> (mean: Double, variance: Double) {
    guard !recalls.isEmpty else { return (0, 0) }
    let count = Double(recalls.count)
    let mean = recalls.reduce(0, +) / count
    let variance = recalls.reduce(0) { $0 + $1 * (1 - $1) } / (count * count)
    return (mean, variance)
  }
}
