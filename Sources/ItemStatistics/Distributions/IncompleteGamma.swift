/// The regularised incomplete gamma function P(a, x), the distribution of a gamma variable.
package enum IncompleteGamma {
  /// The chance that a gamma variable of scale 1 is at most `x`.
  ///
  /// - Parameters:
  ///   - x: Numbers below 0 count as 0.
  ///   - shape: a, above 0.
  /// - Returns: 0 to 1.
  package static func regularised(_ x: Double, shape: Double) -> Double {
    guard x > 0 else { return 0 }
    let front = front(x, shape: shape)
    return x < shape + 1
      ? front * series(x, shape: shape) : 1 - front * continuedFraction(x, shape: shape)
  }

  /// The number that a gamma variable of scale 1 stays at or below with a given chance.
  ///
  /// - Parameters:
  ///   - chance: 0 up to, but not including, 1.
  ///   - shape: a, above 0.
  /// - Returns: 0 or more.
  package static func quantile(_ chance: Double, shape: Double) -> Double {
    // Forty standard deviations above the mean there is nothing left that a Double can tell from 0.
    let end = shape + 40 * shape.squareRoot() + 800
    return Root.increasing(within: (0, end), from: shape) { x in
      (regularised(x, shape: shape) - chance, front(x, shape: shape) / x)
    }
  }

  /// x^a e^-x / Γ(a).
  private static func front(_ x: Double, shape: Double) -> Double {
    let power = shape * ElementaryFunctions.logarithm(x)
    return ElementaryFunctions.exponential(power - x - ElementaryFunctions.logGamma(shape))
  }

  /// Σ xⁿ / (a (a + 1) … (a + n)), DLMF 8.7.1.
  private static func series(_ x: Double, shape: Double) -> Double {
    var term = 1 / shape
    var sum = term
    for place in 1...10_000 {
      term *= x / (shape + Double(place))
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum
  }

  /// Γ(a, x) / (x^a e^-x), DLMF 8.9.2 contracted to its even part.
  private static func continuedFraction(_ x: Double, shape: Double) -> Double {
    var fraction = LentzFraction(first: x + 1 - shape)
    for place in 1...10_000 {
      let n = Double(place)
      fraction.append(numerator: -n * (n - shape), denominator: x + 2 * n + 1 - shape)
      if fraction.hasSettled { break }
    }
    return 1 / fraction.value
  }
}
