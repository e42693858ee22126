package import QuizModel

/// Somebody in a class: no account, a name or a pseudonym on a list.
package struct Pupil: Codable, Hashable, Sendable {
  /// Who it is in the log, which holds no name of a pupil.
  package let id: LearnerID
  /// The number on the class list, 1 or more; never given a second time in a class.
  package let number: Int
  /// What the pupil is called: a name or a pseudonym.
  package let name: String

  /// A pupil from the parts.
  package init(id: LearnerID, number: Int, name: String) {
    self.id = id
    self.number = number
    self.name = name
  }
}
