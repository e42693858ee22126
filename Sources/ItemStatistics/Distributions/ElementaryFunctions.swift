import Glibc

/// The functions of the C library that the formulas need; nothing else here imports a system module.
enum ElementaryFunctions {
  /// The natural logarithm of a number above 0.
  static func logarithm(_ number: Double) -> Double { log(number) }

  /// The natural logarithm of 1 plus a number above -1, exact where that is near 0.
  static func logarithm(onePlus number: Double) -> Double { log1p(number) }

  /// e to the power of a number.
  static func exponential(_ exponent: Double) -> Double { exp(exponent) }

  /// ln Γ of a number above 0.
  static func logGamma(_ number: Double) -> Double { lgamma(number) }

  /// The inverse hyperbolic tangent, for numbers between -1 and 1: Fisher's z of a correlation.
  static func inverseHyperbolicTangent(_ number: Double) -> Double { atanh(number) }

  /// The hyperbolic tangent: the correlation of which a number is Fisher's z.
  static func hyperbolicTangent(_ number: Double) -> Double { tanh(number) }
}
