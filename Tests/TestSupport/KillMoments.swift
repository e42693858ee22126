import QuizModel

/// Moments at which to kill a program, spread over the time that it takes.
///
/// A machine that is busy with something else makes a program slower than it was when its time was
/// taken, and then every kill comes too early. The range therefore follows the machine: a kill that
/// came before the program was done widens it, one that came afterwards narrows it.
package struct KillMoments {
  private var range: Double
  private var random: SplitMix64

  /// Moments of a program whose undisturbed run took so many seconds.
  package init(seconds: Double, seed: UInt64) {
    range = seconds
    random = SplitMix64(seed: seed)
  }

  /// The next moment, in seconds from the start of the program.
  package mutating func next() -> Double {
    Double(random.below(10_000)) / 10_000 * range
  }

  /// Takes in whether the program was done when it was killed.
  package mutating func learn(wasDone: Bool) {
    range *= wasDone ? 0.9 : 1.05
  }
}
