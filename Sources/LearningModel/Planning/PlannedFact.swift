/// A fact as the planner sees it.
package struct PlannedFact: Hashable, Sendable {
  /// Its number in ``LearnerMemory``.
  package let number: Int
  /// What is believed of its memory; `nil` until it is answered.
  package var memory: FactMemory?
  /// The chance that it is known although it was never answered, 0 to 1.
  package let prior: Double
  /// The seconds that a question on it takes, above 0.
  package let seconds: Double

  /// A fact from its parts.
  package init(number: Int, memory: FactMemory?, prior: Double, seconds: Double = 1) {
    self.number = number
    self.memory = memory
    self.prior = prior
    self.seconds = seconds
  }
}

extension LearnerMemory {
  /// A fact as the planner sees it.
  ///
  /// - Parameters:
  ///   - number: The fact's number.
  ///   - group: The number of its group of siblings.
  ///   - difficulty: -2 easy to 2 hard.
  ///   - seconds: That a question on it takes.
  /// - Returns: With its memory, or what is believed of a fact never answered.
  package func planned(
    _ number: Int,
    group: Int,
    difficulty: Double,
    seconds: Double = 1
  ) -> PlannedFact {
    PlannedFact(
      number: number,
      memory: memory(of: number),
      prior: prior.chance(group: group, difficulty: difficulty),
      seconds: seconds
    )
  }
}
