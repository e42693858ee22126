/// Sums over people of two whole numbers each, which their correlation follows from.
///
/// Whole numbers add up to the same sum in whatever order people come.
struct PairedSums {
  var people: Int
  var first: Int
  var second: Int
  var firstSquares: Int
  var secondSquares: Int
  var products: Int

  /// n² times the variances and the covariance; a divisor of n or n - 1 would cancel.
  var variations: (first: Double, second: Double, joint: Double) {
    let (people, first, second) = (Double(people), Double(first), Double(second))
    return (
      people * Double(firstSquares) - first * first,
      people * Double(secondSquares) - second * second,
      people * Double(products) - first * second
    )
  }
}

extension Estimate {
  /// Pearson's correlation, with the interval that Fisher's z gives.
  ///
  /// R. A. Fisher, "On the 'probable error' of a coefficient of correlation deduced from a small
  /// sample", Metron 1 (1921), 3–32: artanh r is near normal with standard deviation 1/√(n - 3).
  ///
  /// - Parameter sums: Over more than 3 people.
  /// - Returns: -1 to 1; `nil` if one of the two numbers never varies.
  static func correlation(_ sums: PairedSums) -> Estimate? {
    let (first, second, joint) = sums.variations
    guard sums.people > 3 && first > 0 && second > 0 else { return nil }
    let value = max(-1, min(1, joint / (first * second).squareRoot()))
    let middle = ElementaryFunctions.inverseHyperbolicTangent(value)
    let reach = Quantile.normal975 / Double(sums.people - 3).squareRoot()
    return Estimate(
      value: value,
      lower: ElementaryFunctions.hyperbolicTangent(middle - reach),
      upper: ElementaryFunctions.hyperbolicTangent(middle + reach)
    )
  }
}
