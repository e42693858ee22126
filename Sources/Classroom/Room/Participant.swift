package import QuizModel

/// Who takes part in a game: a pupil, or a team.
package struct Participant: Codable, Hashable, Sendable {
  /// Who it is in the log.
  package let id: LearnerID
  /// The number by which the teacher may name them, 1 or more.
  package let number: Int
  /// What they are called.
  package let name: String

  /// A participant from the parts.
  package init(id: LearnerID, number: Int, name: String) {
    self.id = id
    self.number = number
    self.name = name
  }
}
