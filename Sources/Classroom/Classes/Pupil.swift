package import FoundationEssentials
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

/// The lasting name of a class.
package struct ClassID: Hashable, Sendable, Codable {
  /// What makes it unique.
  package let uuid: UUID

  /// Wraps a UUID.
  package init(_ uuid: UUID) {
    self.uuid = uuid
  }

  /// Reads one string.
  package init(from decoder: any Decoder) throws {
    uuid = try decoder.singleValueContainer().decode(UUID.self)
  }

  /// Writes one string.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(uuid)
  }
}
