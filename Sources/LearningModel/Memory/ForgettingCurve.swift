import Glibc

/// How one learner forgets, over the stabilities that the published weights give.
///
/// A stability S is read as e^a · S^b, and recall falls with the exponent w. The published model is
/// a = 0, b = 1, w = 0.1542; a high w comes close to exponential forgetting.
package struct ForgettingCurve: Hashable, Sendable, Codable {
  /// a: the logarithm of the scale on stability.
  package let scale: Double
  /// b: how much of the growth of stability counts.
  package let growth: Double
  /// w: the exponent.
  package let decay: Double
  private let factor: Double

  /// A curve from its parts.
  package init(scale: Double, growth: Double, decay: Double) {
    self.scale = scale
    self.growth = growth
    self.decay = decay
    factor = pow(0.9, -1 / decay) - 1
  }

  /// The curve of the published weights.
  package static let published = ForgettingCurve(
    scale: 0,
    growth: 1,
    decay: MemoryWeights().decay
  )

  /// The chance of recall.
  ///
  /// - Parameters:
  ///   - stability: As the published weights give it, in days, above 0.
  ///   - elapsed: Days since the last answer, 0 or more.
  /// - Returns: Above 0, up to 1.
  package func recall(stability: Double, elapsed: Double) -> Double {
    recall(logStability: log(stability), elapsed: elapsed)
  }

  /// The chance of recall, from the logarithm of the stability.
  package func recall(logStability: Double, elapsed: Double) -> Double {
    pow(1 + factor * elapsed * exp(-scale - growth * logStability), -decay)
  }

  /// The days after which the chance of recall has fallen to a wanted level.
  package func interval(stability: Double, retention: Double) -> Double {
    exp(scale + growth * log(stability)) / factor * (pow(retention, -1 / decay) - 1)
  }
}
