/// Everything that is believed of one learner, from their answers in order.
///
/// Facts go by number; who keeps the numbers decides what they mean.
package struct LearnerMemory: Sendable, Codable {
  /// One answer, as far as it matters to memory.
  package struct Evidence: Sendable {
    /// The fact's number.
    package let fact: Int
    /// The number of its group of siblings.
    package let group: Int
    /// -2 easy to 2 hard, of its template.
    package let difficulty: Double
    /// Whether the key was chosen.
    package let isRight: Bool
    /// The chance of a lucky guess: 1/2, 1/k, 1/(options left), or 0 for a typed answer.
    package let guess: Double
    /// When, in days since 1970-01-01 00:00 UTC.
    package let day: Double

    /// An answer from its parts.
    package init(
      fact: Int,
      group: Int,
      difficulty: Double,
      isRight: Bool,
      guess: Double,
      day: Double
    ) {
      self.fact = fact
      self.group = group
      self.difficulty = difficulty
      self.isRight = isRight
      self.guess = guess
      self.day = day
    }
  }

  // The model is the program's, not the learner's, and stays out of what is kept.
  private enum CodingKeys: String, CodingKey {
    case facts, prior, evidence
  }

  /// How answers change memory.
  package private(set) var update = GuessAwareUpdate()
  /// The memory of each fact, by number; `nil` until it is answered.
  package private(set) var facts: [FactMemory?] = []
  /// What is believed of facts never answered.
  package private(set) var prior = PriorKnowledge()
  /// What the answers say of how the learner forgets.
  package private(set) var evidence = ForgettingEvidence()

  /// Nothing has been answered.
  package init(update: GuessAwareUpdate = GuessAwareUpdate()) {
    self.update = update
  }

  /// The memory of a fact; `nil` if it was never answered.
  package func memory(of fact: Int) -> FactMemory? {
    facts.indices.contains(fact) ? facts[fact] : nil
  }

  /// Takes in an answer.
  package mutating func take(_ answer: Evidence) {
    while facts.count <= answer.fact { facts.append(nil) }
    let before = facts[answer.fact]
    let known = prior.chance(group: answer.group, difficulty: answer.difficulty)
    facts[answer.fact] = update.memory(
      after: before,
      isRight: answer.isRight,
      guess: answer.guess,
      prior: known,
      on: answer.day
    )
    if let before {
      evidence.note(
        isRight: answer.isRight,
        guess: answer.guess,
        stability: before.stability,
        elapsed: before.elapsed(until: answer.day)
      )
    } else {
      prior.note(
        group: answer.group,
        difficulty: answer.difficulty,
        isRight: answer.isRight,
        guess: answer.guess
      )
    }
  }
}
