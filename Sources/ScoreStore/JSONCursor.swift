import FoundationEssentials

/// Goes through the bytes of a JSON text, checking as it goes (RFC 8259).
///
/// Each step says whether what stands there is what was wanted. A cursor that refused something
/// stands somewhere within it and is of no more use.
struct JSONCursor {
  /// The text in UTF-8.
  let bytes: [UInt8]
  /// The next byte to be read.
  private(set) var place = 0

  /// Stands before the first byte.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether everything was read.
  var isAtEnd: Bool { place == bytes.count }

  /// The next byte; `nil` at the end.
  var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// Reads these bytes.
  mutating func take(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    let start = literal.utf8Start
    for index in 0..<count where bytes[place + index] != start[index] { return false }
    place += count
    return true
  }

  /// Reads this byte.
  mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// Passes over spaces and tabs.
  mutating func skipBlanks() {
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
  }

  /// Reads a string.
  ///
  /// - Returns: The text; `nil` if none stands there, or one with an escape by number.
  mutating func simpleString() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: bytes[start..<place - 1], as: UTF8.self)
      case UInt8(ascii: "\\"): return escapedString(from: start)
      case 0..<0x20: return nil
      default: place += 1
      }
    }
    return nil
  }

  private mutating func escapedString(from start: Int) -> String? {
    var text = Array(bytes[start..<place])
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard place < bytes.count, let plain = JSONCursor.plain(bytes[place]) else { return nil }
        text.append(plain)
        place += 1
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  /// What a letter after a backslash stands for; `nil` for `u` and letters that may not be there.
  private static func plain(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "n"): 0x0a
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0d
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0c
    default: nil
    }
  }

  /// Reads a whole number without fraction or exponent that fits.
  mutating func integer<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number? {
    let start = place
    if place < bytes.count, bytes[place] == UInt8(ascii: "-") { place += 1 }
    let digits = place
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
    guard place > digits, place - digits == 1 || bytes[digits] != 0x30 else { return nil }
    if let next, next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e") { return nil }
    // Minus zero is nothing that a whole number can hold.
    if digits > start, bytes[digits] == 0x30 { return nil }
    return Number(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  /// Reads a string that is a UUID.
  mutating func uuid() -> UUID? {
    guard place + 38 <= bytes.count, take(UInt8(ascii: "\"")),
      let uuid = UUID(text: bytes[place..<place + 36])
    else { return nil }
    place += 36
    return take(UInt8(ascii: "\"")) ? uuid : nil
  }

  /// Reads `true` or `false`.
  mutating func boolean() -> Bool? {
    if take("true") { return true }
    return take("false") ? false : nil
  }

  /// Reads an array of strings without blanks between them.
  mutating func simpleStrings() -> [String]? {
    guard take(UInt8(ascii: "[")) else { return nil }
    if take(UInt8(ascii: "]")) { return [] }
    var strings: [String] = []
    repeat {
      guard let string = simpleString() else { return nil }
      strings.append(string)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? strings : nil
  }

  /// Whether a JSON text names the character NUL, which SQLite's texts would end at.
  static func namesNull(_ text: String) -> Bool {
    var cursor = JSONCursor(Array(text.utf8))
    while let byte = cursor.next {
      guard byte == UInt8(ascii: "\\") else {
        cursor.place += 1
        continue
      }
      if cursor.take("\\u0000") { return true }
      cursor.place += min(2, cursor.bytes.count - cursor.place)
    }
    return false
  }

  /// Passes over a value of any kind.
  ///
  /// - Parameter depth: How many objects and arrays it may be nested in, itself counted.
  /// - Returns: Whether a sound value stood there, and not nested any deeper.
  mutating func skipValue(depth: Int) -> Bool {
    switch next {
    case UInt8(ascii: "\""): skipString()
    case UInt8(ascii: "{"): depth > 0 && skipObject(depth: depth)
    case UInt8(ascii: "["): depth > 0 && skipArray(depth: depth)
    case UInt8(ascii: "t"): take("true")
    case UInt8(ascii: "f"): take("false")
    case UInt8(ascii: "n"): take("null")
    default: skipNumber()
    }
  }

  private mutating func skipObject(depth: Int) -> Bool {
    guard take(UInt8(ascii: "{")) else { return false }
    skipBlanks()
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      skipBlanks()
      guard skipString() else { return false }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { return false }
      skipBlanks()
      guard skipValue(depth: depth - 1) else { return false }
      skipBlanks()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  private mutating func skipArray(depth: Int) -> Bool {
    guard take(UInt8(ascii: "[")) else { return false }
    skipBlanks()
    if take(UInt8(ascii: "]")) { return true }
    repeat {
      skipBlanks()
      guard skipValue(depth: depth - 1) else { return false }
      skipBlanks()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]"))
  }

  /// Passes over a string with any escapes.
  private mutating func skipString() -> Bool {
    guard take(UInt8(ascii: "\"")) else { return false }
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return true
      case UInt8(ascii: "\\"): guard skipEscape() else { return false }
      case 0..<0x20: return false
      default: break
      }
    }
    return false
  }

  private mutating func skipEscape() -> Bool {
    guard let letter = next else { return false }
    place += 1
    guard letter == UInt8(ascii: "u") else { return JSONCursor.plain(letter) != nil }
    for _ in 0..<4 {
      guard let digit = next, JSONCursor.isHexadecimal(digit) else { return false }
      place += 1
    }
    return true
  }

  private mutating func skipNumber() -> Bool {
    _ = take(UInt8(ascii: "-"))
    let isZero = take(UInt8(ascii: "0"))
    guard isZero || skipDigits() else { return false }
    if take(UInt8(ascii: ".")), !skipDigits() { return false }
    if let next, next | 0x20 == UInt8(ascii: "e") {
      place += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      return skipDigits()
    }
    return true
  }

  private mutating func skipDigits() -> Bool {
    let start = place
    while let next, (0x30...0x39).contains(next) { place += 1 }
    return place > start
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
