/// Texts reduced to what matters when they are compared: small letters without accents.
///
/// Done by a table of the Latin letters, since the standard library folds by rules that a new
/// release may change.
package enum Folding {
  private static let groups: [(base: String, letters: String)] = [
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıİỉị"), ("j", "ĵ"),
    ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏőơọỏốồổỗộớờởỡợ"), ("oe", "œ"),
    ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ßẞ"), ("t", "ţťŧț"), ("th", "þ"),
    ("u", "ùúûüũūŭůűųưụủứừửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"),
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

  /// A text in ASCII, capitals kept: accents dropped, dashes and quotes made plain, the rest `?`.
  package static func ascii(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else if let base = table[scalar] {
        let isCapital = scalar.properties.isUppercase
        result += isCapital ? base.uppercased() : base
      } else if let plain = plainForms[scalar] {
        result += plain
      } else if !(0x300...0x36f).contains(scalar.value) {
        result += "?"
      }
    }
    return result
  }

  private static let plainForms: [Unicode.Scalar: String] = [
    "·": "-", "…": "...", "\u{a0}": " ", "\u{202f}": " ", "\u{2009}": " ", "×": "x", "→": "->",
    "•": "*",
  ]

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5a).contains(byte) ? byte + 0x20 : byte
  }
}
