import Foundation

/// A JSON value that is held against another.
indirect enum JSONValue: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  /// A value from a text.
  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  /// An object without some of its keys; any other value as it is.
  func without(_ keys: Set<String>) -> JSONValue {
    guard case .object(let object) = self else { return self }
    return .object(object.filter { !keys.contains($0.key) })
  }

  /// Where another value says something else, or nothing; it may say more.
  ///
  /// - Parameters:
  ///   - later: The other value.
  ///   - path: Where both stand.
  /// - Returns: Paths of what differs.
  func lost(in later: JSONValue, at path: String = "") -> [String] {
    switch (self, later) {
    case (.null, .null): return []
    case (.bool(let before), .bool(let now)) where before == now: return []
    case (.text(let before), .text(let now)) where before == now: return []
    // The last bits may differ from one processor's arithmetic to another's.
    case (.number(let before), .number(let now))
    where abs(before - now) <= 1e-9 * max(1, abs(before)): return []
    case (.list(let before), .list(let now)) where before.count == now.count:
      return zip(before, now).enumerated().flatMap { place, pair in
        pair.0.lost(in: pair.1, at: "\(path)[\(place)]")
      }
    case (.object(let before), .object(let now)):
      return before.sorted { $0.key < $1.key }.flatMap { key, value in
        now[key].map { value.lost(in: $0, at: "\(path).\(key)") } ?? ["\(path).\(key) is gone"]
      }
    default: return ["\(path): \(self) became \(later)"]
    }
  }
}
