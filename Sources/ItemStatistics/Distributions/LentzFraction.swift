/// A continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)), taken term by term from the front.
///
/// Lentz (1976), as modified by Thompson and Barnett (1986): a part that vanishes is replaced by a
/// tiny number.
struct LentzFraction {
  private(set) var value: Double
  /// Whether the last term changed nothing that a `Double` can hold.
  private(set) var hasSettled = false
  private var above: Double
  private var below = 0.0

  /// The fraction before its first term.
  init(first: Double) {
    value = Self.away(from: first)
    above = value
  }

  /// Takes in aₙ and bₙ.
  mutating func append(numerator: Double, denominator: Double) {
    below = 1 / Self.away(from: denominator + numerator * below)
    above = Self.away(from: denominator + numerator / above)
    let change = above * below
    value *= change
    hasSettled = abs(change - 1) <= .ulpOfOne
  }

  private static func away(from number: Double) -> Double {
    abs(number) < 1e-300 ? 1e-300 : number
  }
}
