package import QuizModel

/// What a learner has earned so far; answers that were taken back count nowhere.
package struct Score: Codable, Hashable, Sendable {
  /// Who.
  package let learner: Learner
  /// Whether this is the learner used unless somebody else is named.
  package let isCurrent: Bool
  /// The points of all answers.
  package let points: Int
  /// The rank that they earn.
  package let rank: Rank
  /// How many answers.
  package let answers: Int
  /// How many of them were right.
  package let right: Int
  /// When the last of them was given, those from the future left out.
  package let lastPlayed: Instant?
}

/// What a learner has earned on one topic of one bank.
package struct TopicScore: Codable, Hashable, Sendable {
  /// The bank's identity.
  package let bank: String
  /// The topic.
  package let topic: String
  /// The points of all answers.
  package let points: Int
  /// How many answers.
  package let answers: Int
  /// How many of them were right.
  package let right: Int
  /// How many different facts they asked.
  package let facts: Int
  /// When the last of them was given; `nil` if all are from the future.
  package let lastPlayed: Instant?
}
