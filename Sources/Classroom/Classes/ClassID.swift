package import FoundationEssentials
package import QuizModel

/// The lasting name of a class.
package struct ClassID: Hashable, Sendable, Codable {
  /// What makes it unique.
  package let uuid: UUID

  /// Wraps a UUID.
  package init(_ uuid: UUID) {
    self.uuid = uuid
  }

  /// What stands in the log for a class that was erased, so that no backup brings it back: nobody
  /// has this id.
  package var tombstone: LearnerID { LearnerID(uuid) }

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
