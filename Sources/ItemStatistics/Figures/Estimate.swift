/// A number worked out from answers, with its 95 % confidence interval.
package struct Estimate: Hashable, Sendable {
  /// The number itself.
  package let value: Double
  /// The lower end of the interval, at most `value`.
  package let lower: Double
  /// The upper end of the interval, at least `value`.
  package let upper: Double

  /// An estimate, unless a number of it is infinite or none at all.
  ///
  /// - Parameters:
  ///   - value: The number itself.
  ///   - lower: Counts as `value` where rounding has put it above.
  ///   - upper: Counts as `value` where rounding has put it below.
  package init?(value: Double, lower: Double, upper: Double) {
    guard value.isFinite && lower.isFinite && upper.isFinite else { return nil }
    self.value = value
    self.lower = min(lower, value)
    self.upper = max(upper, value)
  }
}
