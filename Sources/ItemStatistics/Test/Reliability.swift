/// Cronbach's alpha of a test and the interval about it.
///
/// L. J. Cronbach, "Coefficient alpha and the internal structure of tests", Psychometrika 16 (1951),
/// 297–334. For questions that are right or wrong it is formula 20 of G. F. Kuder and M. W.
/// Richardson, "The theory of the estimation of test reliability", Psychometrika 2 (1937), 151–160.
struct Reliability {
  let people: Int
  let questions: Int
  /// F at 0.025 and 0.975; the interval of every alpha of that size needs the same two.
  private let quantiles: (lower: Double, upper: Double)?

  /// Readies the interval.
  init(people: Int, questions: Int) {
    self.people = people
    self.questions = questions
    guard people > 1 && questions > 1 else {
      quantiles = nil
      return
    }
    let between = Double(people - 1)
    let within = between * Double(questions - 1)
    quantiles = (
      Quantile.fRatio(0.025, numerator: between, denominator: within),
      Quantile.fRatio(0.975, numerator: between, denominator: within)
    )
  }

  /// Alpha, with Feldt's interval.
  ///
  /// α = k/(k - 1) · (1 - Σ sᵢ²/s²). The divisor of the variances, n or n - 1, cancels as long as
  /// both have the same. L. S. Feldt, "The approximate sampling distribution of Kuder-Richardson
  /// reliability coefficient twenty", Psychometrika 30 (1965), 357–370: (1 - α)/(1 - α̂) has the F
  /// distribution with n - 1 and (n - 1)(k - 1) degrees of freedom.
  ///
  /// - Parameters:
  ///   - parts: n² times the sum of the variances of the questions.
  ///   - whole: n² times the variance of the scores.
  /// - Returns: At most 1; `nil` of fewer than two questions, or if everybody has the same score.
  func alpha(parts: Double, whole: Double) -> Estimate? {
    guard let quantiles, whole > 0 else { return nil }
    let count = Double(questions)
    let value = min(1, count / (count - 1) * (1 - parts / whole))
    return Estimate(
      value: value,
      lower: 1 - (1 - value) * quantiles.upper,
      upper: 1 - (1 - value) * quantiles.lower
    )
  }

  /// The standard error of measurement, s √(1 - α), in points of the test.
  ///
  /// Its interval is what alpha's makes of it, s being taken as known. (F. M. Lord and M. R. Novick,
  /// "Statistical theories of mental test scores", 1968, section 3.4.)
  static func standardError(deviation: Double, alpha: Estimate) -> Estimate? {
    func error(_ alpha: Double) -> Double { deviation * max(0, 1 - alpha).squareRoot() }
    return Estimate(
      value: error(alpha.value),
      lower: error(alpha.upper),
      upper: error(alpha.lower)
    )
  }
}
