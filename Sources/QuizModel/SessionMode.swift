package import FoundationEssentials

/// Why items are asked.
package enum SessionMode: String, Codable, Hashable, Sendable {
  /// A game.
  case play
  /// Spaced repetition.
  case study
  /// A briefing with questions.
  case brief
  /// A paper or a game in class.
  case classroom = "class"
}

/// The lasting name of one sitting.
package struct SessionID: Hashable, Sendable, Codable {
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
