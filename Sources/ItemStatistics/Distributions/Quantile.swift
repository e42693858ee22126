/// Quantiles of the distributions that the intervals rest on.
package enum Quantile {
  /// The standard normal distribution's at 0.975.
  package static let normal975 = 1.959963984540054

  /// Student's t: what a t variable stays between the negative and the positive of.
  ///
  /// - Parameters:
  ///   - chance: Of lying between, such as 0.95.
  ///   - degrees: Degrees of freedom, above 0.
  /// - Returns: 0 or more.
  package static func twoSidedT(_ chance: Double, degrees: Double) -> Double {
    // t²/(ν + t²) is beta-distributed; taken this way round it stays exact for many degrees.
    let share = IncompleteBeta.quantile(chance, a: 0.5, b: degrees / 2)
    return (degrees * share / (1 - share)).squareRoot()
  }

  /// The F distribution's.
  ///
  /// - Parameters:
  ///   - chance: Of lying at or below.
  ///   - numerator: Degrees of freedom of the numerator, above 0.
  ///   - denominator: Degrees of freedom of the denominator, above 0.
  /// - Returns: 0 or more.
  package static func fRatio(_ chance: Double, numerator: Double, denominator: Double) -> Double {
    let share = IncompleteBeta.quantile(chance, a: numerator / 2, b: denominator / 2)
    guard share > 0.5 else { return denominator * share / (numerator * (1 - share)) }
    // Close to 1 the complement has more digits.
    let rest = IncompleteBeta.quantile(1 - chance, a: denominator / 2, b: numerator / 2)
    return denominator * (1 - rest) / (numerator * rest)
  }

  /// The chi-squared distribution's.
  ///
  /// - Parameters:
  ///   - chance: Of lying at or below.
  ///   - degrees: Degrees of freedom, above 0.
  /// - Returns: 0 or more.
  package static func chiSquared(_ chance: Double, degrees: Double) -> Double {
    2 * IncompleteGamma.quantile(chance, shape: degrees / 2)
  }
}
