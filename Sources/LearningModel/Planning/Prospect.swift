/// What asking a fact would bring, for a learner who forgets along a curve.
package struct Prospect: Sendable {
  /// How answers change memory.
  package let update: GuessAwareUpdate
  /// How the learner forgets.
  package let curve: ForgettingCurve
  /// The chance of a lucky guess in the questions to come.
  package let guess: Double

  /// A prospect from its parts.
  package init(update: GuessAwareUpdate, curve: ForgettingCurve, guess: Double) {
    self.update = update
    self.curve = curve
    self.guess = guess
  }

  /// The chance that a fact is recalled.
  ///
  /// - Parameters:
  ///   - fact: The fact.
  ///   - day: Days since 1970-01-01 00:00 UTC.
  /// - Returns: 0 to 1.
  package func recall(_ fact: PlannedFact, at day: Double) -> Double {
    guard let memory = fact.memory else { return fact.prior }
    return curve.recall(stability: memory.stability, elapsed: memory.elapsed(until: day))
  }

  /// The memory of a fact after a question on it.
  package func memory(of fact: PlannedFact, isRight: Bool, on day: Double) -> FactMemory {
    update.memory(
      after: fact.memory,
      isRight: isRight,
      guess: guess,
      prior: fact.prior,
      on: day
    )
  }

  /// By how much a question now raises the chance of recall on a later day, a second.
  ///
  /// - Parameters:
  ///   - fact: The fact.
  ///   - now: When it is asked.
  ///   - day: When recall counts, not before `now`.
  /// - Returns: Mostly above 0.
  package func gain(_ fact: PlannedFact, asked now: Double, for day: Double) -> Double {
    let recall = recall(fact, at: now)
    let right = recall + (1 - recall) * guess
    func later(_ isRight: Bool) -> Double {
      curve.recall(
        stability: memory(of: fact, isRight: isRight, on: now).stability,
        elapsed: max(0, day - now)
      )
    }
    let asked = right * later(true) + (1 - right) * later(false)
    return (asked - self.recall(fact, at: day)) / fact.seconds
  }
}
