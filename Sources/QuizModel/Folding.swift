/// Texts reduced to what matters when they are compared: small letters without accents.
///
/// Done by a table of the Latin letters, since the standard library folds by rules that a new
/// release may change.
package enum Folding {
  private static let groups: [(base: String, letters: String)] = [
    ("a", "àáâãäåāăąǎ"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"),
    ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"),
    ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"),
    ("t", "ţťŧț"), ("th", "þ"), ("u", "ùúûüũūŭůűųư"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ("'", "’‘ʼ"), ("\"", "“”„"), ("-", "–—‐‑−"),
  ]

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for (base, letters) in groups {
      for scalar in letters.unicodeScalars {
        table[scalar] = base
        let capital = scalar.properties.uppercaseMapping.unicodeScalars
        if capital.count == 1, let first = capital.first { table[first] = base }
      }
    }
    return table
  }()

  /// A text folded: small letters, no accents, plain quotes and dashes; other letters stay.
  package static func folded(_ text: String) -> String {
    let bytes = text.utf8
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: bytes.map(lowercased), as: UTF8.self)
    }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(Unicode.Scalar(lowercased(UInt8(scalar.value))))
      } else if let base = table[scalar] {
        result += base
      } else if !(0x300...0x36f).contains(scalar.value) {
        // A combining accent is dropped; it belongs to the letter before it.
        result += scalar.properties.lowercaseMapping
      }
    }
    return result
  }

  /// The words of a folded text: runs of letters, digits and apostrophes.
  package static func words(_ folded: String) -> [Substring] {
    folded.split { !($0.isLetter || $0.isNumber || $0 == "'") }
  }

  /// Whether a folded text holds another, bounded by no letter or digit on either side.
  package static func contains(_ folded: String, phrase: String) -> Bool {
    let text = Array(folded.utf8)
    let wanted = Array(phrase.utf8)
    guard !wanted.isEmpty, wanted.count <= text.count else { return false }
    var start = 0
    while start + wanted.count <= text.count {
      if text[start] == wanted[0], text[start..<(start + wanted.count)].elementsEqual(wanted) {
        let end = start + wanted.count
        let isBounded =
          (start == 0 || !isWordByte(text[start - 1]))
          && (end == text.count || !isWordByte(text[end]))
        if isBounded { return true }
      }
      start += 1
    }
    return false
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte) || byte >= 0x80
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5a).contains(byte) ? byte + 0x20 : byte
  }
}
