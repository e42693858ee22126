extension Estimate {
  /// A share of people, with Wilson's score interval.
  ///
  /// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22
  /// (1927), 209–212; recommended by R. G. Newcombe, "Two-sided confidence intervals for the single
  /// proportion", Statistics in Medicine 17 (1998), 857–872, as method 3, without correction for
  /// continuity.
  ///
  /// - Parameters:
  ///   - share: 0 to 1.
  ///   - size: Of how many people; a whole number but where people count in part.
  /// - Returns: Bounds from 0 to 1; `nil` unless `size` is above 0.
  package static func share(_ share: Double, of size: Double) -> Estimate? {
    guard size > 0 else { return nil }
    let squared = Quantile.normal975 * Quantile.normal975
    let spread = share * (1 - share) / size + squared / (4 * size * size)
    let centre = share + squared / (2 * size)
    let reach = Quantile.normal975 * max(0, spread).squareRoot()
    let scale = 1 + squared / size
    return Estimate(
      value: share,
      lower: max(0, (centre - reach) / scale),
      upper: min(1, (centre + reach) / scale)
    )
  }

  /// The share that some people are of others, with Wilson's score interval.
  static func share(_ count: Int, of people: Int) -> Estimate? {
    share(Double(count) / Double(people), of: Double(people))
  }

  /// The difference of two shares of different people, with Newcombe's hybrid score interval.
  ///
  /// R. G. Newcombe, "Interval estimation for the difference between independent proportions:
  /// comparison of eleven methods", Statistics in Medicine 17 (1998), 873–890, method 10: each end
  /// combines the distances of the two shares from the ends of their own Wilson intervals.
  ///
  /// - Parameters:
  ///   - first: The share from which the other is subtracted.
  ///   - second: The share that is subtracted.
  /// - Returns: -1 to 1.
  package static func difference(_ first: Estimate, _ second: Estimate) -> Estimate? {
    func length(_ one: Double, _ other: Double) -> Double {
      (one * one + other * other).squareRoot()
    }
    let value = first.value - second.value
    return Estimate(
      value: value,
      lower: value - length(first.value - first.lower, second.upper - second.value),
      upper: value + length(first.upper - first.value, second.value - second.lower)
    )
  }

  /// The share of people who would be right if those who guessed had not.
  ///
  /// (p - 1/k) / (1 - 1/k), for the value and for both ends of its interval. It is below 0 where
  /// fewer were right than chance would make.
  ///
  /// - Parameter options: How many there are to guess from.
  /// - Returns: `nil` if there are fewer than 2.
  func correctedForGuessing(options: Int) -> Estimate? {
    guard options >= 2 else { return nil }
    let chance = 1 / Double(options)
    func corrected(_ share: Double) -> Double { (share - chance) / (1 - chance) }
    return Estimate(value: corrected(value), lower: corrected(lower), upper: corrected(upper))
  }
}
