/// How many whole numbers there were, their sum and the sum of their squares.
struct Moments {
  var count = 0
  var sum = 0
  var squares = 0

  /// Takes in a number.
  mutating func add(_ number: Int) {
    count += 1
    sum += number
    squares += number * number
  }

  /// The mean; `nil` of no numbers.
  var mean: Double? { count > 0 ? Double(sum) / Double(count) : nil }

  /// n² times the variance with divisor n.
  var variation: Double { Double(count) * Double(squares) - Double(sum) * Double(sum) }

  /// The standard deviation with divisor n - 1; `nil` of fewer than two numbers.
  var deviation: Double? {
    guard count > 1 else { return nil }
    return (max(0, variation) / Double(count) / Double(count - 1)).squareRoot()
  }
}

extension Estimate {
  /// A mean, with Student's t interval.
  ///
  /// Student, "The probable error of a mean", Biometrika 6 (1908), 1–25.
  ///
  /// - Parameters:
  ///   - mean: The mean.
  ///   - deviation: The standard deviation, with divisor n - 1.
  ///   - count: n, how many numbers there were.
  /// - Returns: `nil` if there were fewer than two, or if they are all the same, as an interval
  ///   without width would claim to be sure.
  static func mean(_ mean: Double, deviation: Double, count: Int) -> Estimate? {
    // What rounding leaves of no variation at all is none.
    guard count > 1 && deviation > abs(mean) * 1e-12 && deviation > 1e-14 else { return nil }
    let quantile = Quantile.twoSidedT(0.95, degrees: Double(count - 1))
    let reach = quantile * deviation / Double(count).squareRoot()
    return Estimate(value: mean, lower: mean - reach, upper: mean + reach)
  }

  /// The mean of whole numbers.
  static func mean(_ moments: Moments) -> Estimate? {
    guard let mean = moments.mean, let deviation = moments.deviation else { return nil }
    return Estimate.mean(mean, deviation: deviation, count: moments.count)
  }

  /// A standard deviation with divisor n - 1, with the interval for normally distributed numbers.
  ///
  /// (n - 1) s² / σ² is chi-squared with n - 1 degrees of freedom.
  ///
  /// - Returns: `nil` if the numbers are fewer than two, or all the same.
  static func deviation(_ moments: Moments) -> Estimate? {
    guard let deviation = moments.deviation, deviation > 0 else { return nil }
    let degrees = Double(moments.count - 1)
    func end(_ chance: Double) -> Double {
      deviation * (degrees / Quantile.chiSquared(chance, degrees: degrees)).squareRoot()
    }
    return Estimate(value: deviation, lower: end(0.975), upper: end(0.025))
  }
}
