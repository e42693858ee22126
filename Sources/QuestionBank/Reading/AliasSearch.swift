/// Finds aliases before the parser does.
///
/// The parser compares the keys of a mapping while it reads, aliases followed: a few lines of
/// aliases of aliases as keys would keep it busy for years.
enum AliasSearch {
  /// The first place where `*name` stands as a value can, if `&name` does anywhere.
  static func firstAlias(in text: String) -> (name: String, line: Int, column: Int)? {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "&")) else { return nil }
    var anchors: Set<ArraySlice<UInt8>> = []
    for place in bytes.indices where bytes[place] == UInt8(ascii: "&") {
      if let name = name(at: place, of: bytes) { anchors.insert(name) }
    }
    guard !anchors.isEmpty else { return nil }
    for place in bytes.indices where bytes[place] == UInt8(ascii: "*") {
      guard let name = name(at: place, of: bytes), anchors.contains(name) else { continue }
      let before = String(decoding: bytes[..<place], as: UTF8.self)
      let rows = before.split(separator: "\n", omittingEmptySubsequences: false)
      return (
        name: String(decoding: name, as: UTF8.self),
        line: rows.count,
        column: (rows.last?.unicodeScalars.count ?? 0) + 1
      )
    }
    return nil
  }

  /// The name after an indicator, where one can stand at this place.
  private static func name(at place: Int, of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    if place > 0 {
      let previous = bytes[place - 1]
      guard previous <= 0x20 || previous >= 0x7f || "[{,:?-".utf8.contains(previous) else {
        return nil
      }
    }
    let name = bytes[(place + 1)...].prefix { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
        || (0x61...0x7a).contains(byte) || byte == 0x2d || byte == 0x5f
    }
    return name.isEmpty ? nil : name
  }
}
