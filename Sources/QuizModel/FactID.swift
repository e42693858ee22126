/// The lasting name of one thing that a learner can know, such as `established/dza`.
///
/// Memory is kept for facts, so an id outlives every change of wording.
package struct FactID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The family that a template names, such as `established`.
  package let family: String
  /// The primary key of the row behind the fact, such as `dza`.
  package let row: String

  /// Names the fact of a family and a row.
  package init(family: String, row: String) {
    self.family = family
    self.row = row
  }

  /// Reads `family/row`, `nil` unless both parts are there; the row may hold further slashes.
  ///
  /// - Parameter text: As printed by ``description``.
  package init?(_ text: String) {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    let family = String(text[..<slash])
    let row = String(text[text.index(after: slash)...])
    guard !family.isEmpty, !row.isEmpty else { return nil }
    self.init(family: family, row: row)
  }

  /// `family/row`.
  package var description: String { "\(family)/\(row)" }

  /// Orders by the bytes of the family, then of the row.
  package static func < (left: FactID, right: FactID) -> Bool {
    left.description.precedesInBytes(right.description)
  }
}

extension FactID: Codable {
  /// Reads the one-string form.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = FactID(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "A fact id is family/row, not \(text)."
      )
    }
    self = id
  }

  /// Writes the one-string form.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
