/// A folded text as bytes, for the searches that are made of each item thousands of times.
///
/// The standard library's own search of strings prepares a table at each call, which made checking
/// a bank a hundred times slower.
package struct FoldedText: Hashable, Sendable, CustomStringConvertible {
  /// The folded text in UTF-8.
  package let bytes: [UInt8]

  /// Folds a text.
  package init(_ text: String) {
    bytes = Array(Folding.folded(text).utf8)
  }

  /// Takes bytes as they are, for searches that mind capitals.
  package init(exactly text: some StringProtocol) {
    bytes = Array(text.utf8)
  }

  /// The folded text.
  package var description: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether nothing is in it.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Where another text first stands at or after a place, in bytes.
  package func place(of other: FoldedText, from start: Int = 0) -> Int? {
    guard let first = other.bytes.first, other.bytes.count <= bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { text in
      other.bytes.withUnsafeBufferPointer { wanted in
        var place = start
        let last = text.count - wanted.count
        while place <= last {
          if text[place] == first {
            var length = 1
            while length < wanted.count, text[place + length] == wanted[length] { length += 1 }
            if length == wanted.count { return place }
          }
          place += 1
        }
        return nil
      }
    }
  }

  /// Whether another text stands anywhere in it.
  package func contains(_ other: FoldedText) -> Bool {
    place(of: other) != nil
  }

  /// Whether another text stands in it as whole words.
  package func containsWords(_ other: FoldedText) -> Bool {
    var start = 0
    while let place = place(of: other, from: start) {
      let end = place + other.bytes.count
      let isBounded =
        (place == 0 || !FoldedText.isWord(bytes[place - 1]))
        && (end == bytes.count || !FoldedText.isWord(bytes[end]))
      if isBounded { return true }
      start = place + 1
    }
    return false
  }

  /// The text without any place where another stands.
  package func removing(_ other: FoldedText) -> FoldedText {
    var result: [UInt8] = []
    var start = 0
    while let place = place(of: other, from: start) {
      result += bytes[start..<place]
      // A gap, so that the ends do not make a word together.
      result.append(0x20)
      start = place + other.bytes.count
    }
    result += bytes[start...]
    return FoldedText(bytes: result)
  }

  /// Its words: runs of letters, digits and apostrophes, as slices of the bytes.
  package var words: [ArraySlice<UInt8>] {
    bytes.split { !FoldedText.isWord($0) && $0 != 0x27 }
  }

  /// How many words stand in it, divided by spaces.
  package var spacedWordCount: Int {
    bytes.isEmpty ? 0 : bytes.count { $0 == 0x20 } + 1
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte) || byte >= 0x80
  }
}

extension FoldedText: ExpressibleByStringLiteral {
  /// Folds a literal.
  package init(stringLiteral text: String) {
    self.init(text)
  }
}
