import Glibc

/// What a learner is believed to know before a fact was ever answered.
///
/// An Elo rating with a decaying step a / (1 + b n), with a = 1 and b = 0.05 (Pelánek, "Applications
/// of the Elo rating system in adaptive educational systems", Computers & Education 98, 2016): one
/// skill in all and one for each group of siblings, both moved by first answers only. An answer
/// counts by the chance that it was known, which makes the step one along the gradient of the
/// logarithm of its likelihood, guesses included. See "How memory is modelled" in the documentation
/// of this module.
package struct PriorKnowledge: Hashable, Sendable, Codable {
  /// The logit of the chance that a newcomer knows a fact of middling difficulty.
  private static let newcomer = -2.0
  /// The logits that a step of difficulty takes.
  private static let difficultyStep = 0.5
  private static let step = 1.0
  private static let slowing = 0.05
  /// A group settles sooner than the skill in all: it has fewer facts.
  private static let groupSlowing = 0.15

  private struct Skill: Hashable, Sendable, Codable {
    var level = 0.0
    var answers = 0.0
  }

  private var overall = Skill()
  private var groups: [Int: Skill] = [:]

  /// Nothing is known of the learner.
  package init() {}

  /// The chance that a fact is known before its first answer.
  ///
  /// - Parameters:
  ///   - group: The number of its group of siblings.
  ///   - difficulty: -2 easy to 2 hard, of its template.
  /// - Returns: Above 0, below 1.
  package func chance(group: Int, difficulty: Double) -> Double {
    1
      / (1
        + exp(
          -(PriorKnowledge.newcomer + overall.level + (groups[group]?.level ?? 0)
            - PriorKnowledge.difficultyStep * difficulty)
        ))
  }

  /// Takes in a first answer.
  ///
  /// - Parameters:
  ///   - group: The number of the fact's group.
  ///   - difficulty: Of its template.
  ///   - isRight: Whether the key was chosen.
  ///   - guess: The chance of a lucky guess.
  package mutating func note(group: Int, difficulty: Double, isRight: Bool, guess: Double) {
    let chance = chance(group: group, difficulty: difficulty)
    let knew = isRight ? GuessAwareUpdate.knew(recall: chance, guess: guess) : 0
    let surprise = knew - chance
    overall.level +=
      PriorKnowledge.step / (1 + PriorKnowledge.slowing * overall.answers) * surprise
    overall.answers += 1
    var skill = groups[group] ?? Skill()
    skill.level +=
      PriorKnowledge.step / (1 + PriorKnowledge.groupSlowing * skill.answers) * surprise
    skill.answers += 1
    groups[group] = skill
  }
}
