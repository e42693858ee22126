/// One property of a JSON object, to be changed without touching the rest of the file.
enum JSONProperty {
  /// The file with another value for a property of its outermost object.
  ///
  /// - Parameters:
  ///   - name: The property, written without escapes; it is added where it is missing.
  ///   - value: JSON.
  ///   - bytes: A JSON object that a parser has accepted.
  /// - Returns: The file.
  static func set(_ name: String, to value: String, in bytes: [UInt8]) -> [UInt8] {
    if let range = range(of: name, in: bytes) {
      return Array(bytes[..<range.lowerBound]) + Array(value.utf8)
        + Array(bytes[range.upperBound...])
    }
    guard let brace = bytes.firstIndex(of: UInt8(ascii: "{")) else { return bytes }
    let rest = bytes[(brace + 1)...]
    let isEmpty = rest.first { !isSpace($0) } == UInt8(ascii: "}")
    let property = "\n  \"\(name)\": \(value)\(isEmpty ? "\n" : ",")"
    return Array(bytes[...brace]) + Array(property.utf8) + Array(rest)
  }

  private static func range(of name: String, in bytes: [UInt8]) -> Range<Int>? {
    let wanted = Array("\"\(name)\"".utf8)
    var depth = 0
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        let end = stringEnd(from: place, in: bytes)
        let colon = skipSpace(from: end, in: bytes)
        if depth == 1, colon < bytes.count, bytes[colon] == UInt8(ascii: ":"),
          bytes[place..<end].elementsEqual(wanted)
        {
          let start = skipSpace(from: colon + 1, in: bytes)
          return start..<valueEnd(from: start, in: bytes)
        }
        place = end
        continue
      default: break
      }
      place += 1
    }
    return nil
  }

  private static func valueEnd(from start: Int, in bytes: [UInt8]) -> Int {
    var depth = 0
    var place = start
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place = stringEnd(from: place, in: bytes)
        if depth == 0 { return place }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth <= 0 { return depth < 0 ? place : place + 1 }
      case UInt8(ascii: ","), 0x20, 0x09, 0x0a, 0x0d:
        if depth == 0 { return place }
      default: break
      }
      place += 1
    }
    return place
  }

  private static func stringEnd(from start: Int, in bytes: [UInt8]) -> Int {
    var place = start + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(place + 1, bytes.count)
  }

  private static func skipSpace(from start: Int, in bytes: [UInt8]) -> Int {
    var place = start
    while place < bytes.count, isSpace(bytes[place]) { place += 1 }
    return place
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d
  }
}
