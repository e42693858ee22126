/// ln B(a, b) = ln Γ(a) + ln Γ(b) - ln Γ(a + b).
///
/// For large shapes those three nearly cancel, so that few digits of them would be left. There, what
/// is large in Stirling's formula is cancelled by hand.
enum LogBeta {
  /// From here on Stirling's series is exact with the terms below.
  private static let large = 10.0
  /// Of x⁻¹¹, x⁻⁹ and so on to x⁻³.
  private static let coefficients = [
    -691.0 / 360_360, 1.0 / 1_188, -1.0 / 1_680, 1.0 / 1_260, -1.0 / 360,
  ]

  /// The logarithm of the beta function of two numbers above 0.
  static func value(_ a: Double, _ b: Double) -> Double {
    typealias Functions = ElementaryFunctions
    let (small, great) = (min(a, b), max(a, b))
    guard great >= large else {
      return Functions.logGamma(a) + Functions.logGamma(b) - Functions.logGamma(a + b)
    }
    let sum = small + great
    let complement = Functions.logarithm(onePlus: -small / sum)
    let correction = remainder(great) - remainder(sum)
    guard small >= large else {
      return Functions.logGamma(small) + correction + small - small * Functions.logarithm(sum)
        + (great - 0.5) * complement
    }
    let logRootOfTwoPi = 0.918938533204672742
    return logRootOfTwoPi - 0.5 * Functions.logarithm(great) + correction + remainder(small)
      + (small - 0.5) * Functions.logarithm(small / sum) + great * complement
  }

  /// ln Γ(x) less (x - 1/2) ln x - x + ln √(2π), by DLMF 5.11.1, for large numbers.
  private static func remainder(_ x: Double) -> Double {
    let inverse = 1 / (x * x)
    return coefficients.reduce(0) { ($0 + $1) * inverse } / x + 1 / (12 * x)
  }
}
