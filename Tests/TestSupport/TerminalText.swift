/// What a terminal makes of the bytes that a program writes, as far as tests look at it.
package enum TerminalText {
  /// The text without escape sequences and carriage returns.
  package static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(split(text).text.filter { $0 != "\r" && $0 != "\u{7}" }))
  }

  /// The escape sequences of a text, in order.
  package static func escapes(in text: String) -> [String] {
    split(text).escapes
  }

  /// The columns of the widest row, if nothing wrapped.
  package static func widestRow(of text: String) -> Int {
    var widest = 0
    var column = 0
    for scalar in split(text).text {
      switch scalar {
      case "\n", "\r": column = 0
      case "\u{8}": column -= 1
      case "\u{7}": break
      default: column += isWide(scalar) ? 2 : 1
      }
      widest = max(widest, column)
    }
    return widest
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60: true
    default: false
    }
  }

  /// Tells text from escape sequences (ECMA-48: CSI ends with a byte from @ on).
  private static func split(_ text: String) -> (text: [Unicode.Scalar], escapes: [String]) {
    var plain: [Unicode.Scalar] = []
    var escapes: [String] = []
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1b}" else {
        plain.append(scalar)
        continue
      }
      var escape = "\u{1b}"
      if let next = rest.popFirst() {
        escape.unicodeScalars.append(next)
        guard next == "[" else {
          escapes.append(escape)
          continue
        }
        while let part = rest.popFirst() {
          escape.unicodeScalars.append(part)
          if (0x40...0x7e).contains(part.value) { break }
        }
      }
      escapes.append(escape)
    }
    return (plain, escapes)
  }
}
