import ItemStatistics

/// Writes numbers the same way on every machine, whatever its locale.
enum ReportNumber {
  /// What a figure counts.
  enum Unit {
    /// A share of 0 to 1, written in per cent.
    case share
    /// A difference of two shares, -1 to 1, written in percentage points.
    case percentagePoints
    /// A plain number.
    case number(digits: Int)
  }

  /// The largest number that is written out.
  private static let largest = 1e12

  /// A number with a fixed count of decimals, halves rounded away from zero.
  ///
  /// - Parameters:
  ///   - value: Any; what is not finite, or too large to be a score, becomes a dash.
  ///   - digits: After the point, 0 to 4.
  ///   - minus: What stands before a number below 0.
  /// - Returns: For example `0.41`, `−1.50` or `12`.
  static func fixed(_ value: Double, digits: Int, minus: String = "−") -> String {
    guard value.isFinite, abs(value) < largest else { return ReportWords.nothing }
    let scale = (0..<min(max(digits, 0), 4)).reduce(1) { product, _ in product * 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero))
    let sign = value < 0 && scaled > 0 ? minus : ""
    guard scale > 1 else { return "\(sign)\(scaled)" }
    // The scale before the fraction keeps its leading zeros.
    let fraction = String(scaled % scale + scale).dropFirst()
    return "\(sign)\(scaled / scale).\(fraction)"
  }

  /// A share of 0 to 1 as `62.5 %`, the blank not to be broken.
  static func percent(_ share: Double) -> String {
    fixed(share * 100, digits: 1) + "\u{a0}%"
  }

  /// A count of people that may be in part, such as 5.4.
  static func weightedCount(_ count: Double) -> String {
    fixed(count, digits: 1)
  }

  /// The number of an estimate alone.
  static func value(_ estimate: Estimate, as unit: Unit) -> String {
    switch unit {
    case .share: percent(estimate.value)
    case .percentagePoints, .number: bare(estimate.value, as: unit)
    }
  }

  /// The interval of an estimate, such as `43.1–78.9 %`; with a word where an end is below 0, so
  /// that no dash stands beside a minus.
  static func interval(_ estimate: Estimate, as unit: Unit) -> String {
    let (lower, upper) = (bare(estimate.lower, as: unit), bare(estimate.upper, as: unit))
    let hasMinus = lower.hasPrefix("−") || upper.hasPrefix("−")
    let range = hasMinus ? "\(lower) \(ReportWords.rangeWord) \(upper)" : "\(lower)–\(upper)"
    guard case .share = unit else { return range }
    return range + "\u{a0}%"
  }

  /// A figure on one line: `0.41 (0.20–0.58)`, or why there is no number.
  static func text(_ figure: Figure, as unit: Unit) -> String {
    switch figure {
    case .estimate(let estimate):
      "\(value(estimate, as: unit)) (\(interval(estimate, as: unit)))"
    case .tooFewAnswers(let count):
      "\(ReportWords.tooFew) (\(ReportWords.tooFewCount(count)))"
    case .undefined:
      ReportWords.undefined
    }
  }

  private static func bare(_ value: Double, as unit: Unit) -> String {
    switch unit {
    case .share, .percentagePoints: fixed(value * 100, digits: 1)
    case .number(let digits): fixed(value, digits: digits)
    }
  }
}
