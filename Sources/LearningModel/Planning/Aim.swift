/// A day aimed at, and when the way of choosing turns to it.
package struct Aim: Hashable, Sendable {
  /// When recall counts, in days since 1970-01-01 00:00 UTC.
  package let day: Double
  /// When ``Approach/keep(_:)`` turns to ``Approach/raise``.
  package let turn: Double

  /// The share of the days left that comes after the turn.
  private static let lastPart = 0.15

  /// An aim as it is from some moment on.
  ///
  /// - Parameters:
  ///   - day: When recall counts.
  ///   - now: When the days left begin.
  package init(_ day: Double, from now: Double) {
    self.day = day
    turn = now + (day - now) * (1 - Aim.lastPart)
  }
}
