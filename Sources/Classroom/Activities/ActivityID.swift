import QuizModel

/// The name of a paper, a game in the room or a homework: six letters and digits, short enough to
/// be printed on each page and typed.
package struct ActivityID: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Six of Crockford's base 32, in capital letters: no I, L, O or U, which look like others.
  package let description: String

  private static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let length = 6

  /// The id that follows from texts: 30 bits of their hash.
  package init(derivedFrom parts: [String]) {
    var hash = StableHash()
    for part in parts { hash.update(part) }
    var mixed = SplitMix64(seed: hash.value)
    var bits = mixed.next()
    var text = ""
    for _ in 0..<ActivityID.length {
      text.append(ActivityID.symbols[Int(bits & 31)])
      bits >>= 5
    }
    description = text
  }

  /// Reads what somebody typed, in whatever case; `nil` unless it is six of the symbols.
  package init?(_ text: String) {
    let text = text.uppercased().map { symbol -> Character in
      switch symbol {
      case "O": "0"
      case "I", "L": "1"
      default: symbol
      }
    }
    guard text.count == ActivityID.length, text.allSatisfy(ActivityID.symbols.contains) else {
      return nil
    }
    description = String(text)
  }

  /// Reads one string.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = ActivityID(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "No id: \(text).")
    }
    self = id
  }

  /// Writes one string.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
