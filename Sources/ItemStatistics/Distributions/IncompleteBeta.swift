/// The regularised incomplete beta function I_x(a, b), the distribution of a beta variable.
package enum IncompleteBeta {
  /// The chance that a beta variable is at most `x`.
  ///
  /// - Parameters:
  ///   - x: Numbers outside 0 to 1 count as the nearer end.
  ///   - a: The first shape, above 0.
  ///   - b: The second shape, above 0.
  /// - Returns: 0 to 1.
  /// - Complexity: Near the middle, terms in the order of the square root of the larger shape.
  package static func regularised(_ x: Double, a: Double, b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    // The fraction converges fast only below the mean; above it I_x(a, b) = 1 - I_(1-x)(b, a).
    return x < (a + 1) / (a + b + 2)
      ? front(x, a: a, b: b) * continuedFraction(x, a: a, b: b) / a
      : 1 - front(x, a: a, b: b) * continuedFraction(1 - x, a: b, b: a) / b
  }

  /// The number that a beta variable stays at or below with a given chance.
  ///
  /// - Parameters:
  ///   - chance: 0 to 1.
  ///   - a: The first shape, above 0.
  ///   - b: The second shape, above 0.
  /// - Returns: 0 to 1.
  package static func quantile(_ chance: Double, a: Double, b: Double) -> Double {
    Root.increasing(within: (0, 1), from: a / (a + b)) { x in
      (regularised(x, a: a, b: b) - chance, front(x, a: a, b: b) / (x * (1 - x)))
    }
  }

  /// x^a (1 - x)^b / B(a, b).
  private static func front(_ x: Double, a: Double, b: Double) -> Double {
    let powers =
      a * ElementaryFunctions.logarithm(x) + b * ElementaryFunctions.logarithm(onePlus: -x)
    return ElementaryFunctions.exponential(powers - LogBeta.value(a, b))
  }

  /// The continued fraction of DLMF 8.17.22 by Lentz's method, without the factor before it.
  private static func continuedFraction(_ x: Double, a: Double, b: Double) -> Double {
    var fraction = LentzFraction(first: 1)
    for term in 1...10_000 {
      let m = Double(term / 2)
      let numerator =
        term.isMultiple(of: 2)
        ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      fraction.append(numerator: numerator, denominator: 1)
      if fraction.hasSettled { break }
    }
    return 1 / fraction.value
  }
}
