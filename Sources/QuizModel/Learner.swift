package import FoundationEssentials

/// The lasting name of a learner, alike on every machine.
package struct LearnerID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
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

  /// The UUID in small letters.
  package var description: String { uuid.uuidString.lowercased() }

  /// Orders by the bytes of the UUID, as its text does.
  package static func < (left: LearnerID, right: LearnerID) -> Bool {
    left.uuid.halves < right.uuid.halves
  }
}

/// A local profile; no account.
package struct Learner: Hashable, Sendable, Codable {
  /// Who it is.
  package let id: LearnerID
  /// What they are called.
  package let name: String

  /// A learner by id and name.
  package init(id: LearnerID, name: String) {
    self.id = id
    self.name = name
  }
}
