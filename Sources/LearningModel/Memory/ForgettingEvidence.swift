import Glibc

/// What a learner's repeat answers say of how they forget.
///
/// Counts of right and wrong answers by stability, days since the answer before, and chance of a
/// guess. The counts are sums, so that taking in an answer costs next to nothing, and the curve is
/// worked out only when it is wanted.
package struct ForgettingEvidence: Hashable, Sendable, Codable {
  /// Within half a day recall says little of forgetting.
  private static let leastElapsed = 0.5
  private static let stabilityStep = 0.35
  private static let elapsedStep = 0.3
  /// Exact for 1/2, 1/3, 1/4 and 1/5.
  private static let guessStep = 1.0 / 60
  /// Further logarithms count as this one, so that no number is too large for a cell.
  private static let limit = 30.0

  /// What falls together.
  struct Cell: Hashable, Sendable, Comparable, Codable {
    let stability: Int
    let elapsed: Int
    let guess: Int

    static func < (left: Cell, right: Cell) -> Bool {
      (left.stability, left.elapsed, left.guess) < (right.stability, right.elapsed, right.guess)
    }
  }

  /// How many answers were right, and how many were not.
  struct Count: Hashable, Sendable, Codable {
    var right = 0.0
    var wrong = 0.0
  }

  private(set) var counts: [Cell: Count] = [:]

  /// No answers yet.
  package init() {}

  /// Takes in a repeat answer.
  ///
  /// - Parameters:
  ///   - isRight: Whether the key was chosen.
  ///   - guess: The chance of a lucky guess, 0 to 1.
  ///   - stability: Before the answer, in days, above 0.
  ///   - elapsed: Days since the answer before.
  package mutating func note(isRight: Bool, guess: Double, stability: Double, elapsed: Double) {
    guard elapsed >= ForgettingEvidence.leastElapsed, stability > 0 else { return }
    let cell = Cell(
      stability: ForgettingEvidence.number(log(stability), ForgettingEvidence.stabilityStep),
      elapsed: ForgettingEvidence.number(log(elapsed), ForgettingEvidence.elapsedStep),
      guess: ForgettingEvidence.number(min(1, max(0, guess)), ForgettingEvidence.guessStep)
    )
    total += 1
    if isRight {
      counts[cell, default: Count()].right += 1
    } else {
      counts[cell, default: Count()].wrong += 1
    }
  }

  /// How many answers are counted.
  package private(set) var total = 0.0

  /// Everything counted, in one order.
  var cells: [(logStability: Double, elapsed: Double, guess: Double, count: Count)] {
    counts.keys.sorted().map { cell in
      (
        Double(cell.stability) * ForgettingEvidence.stabilityStep,
        exp(Double(cell.elapsed) * ForgettingEvidence.elapsedStep),
        Double(cell.guess) * ForgettingEvidence.guessStep, counts[cell] ?? Count()
      )
    }
  }

  private static func number(_ value: Double, _ step: Double) -> Int {
    Int((min(limit, max(-limit, value)) / step).rounded())
  }
}
