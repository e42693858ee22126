internal import Foundation

extension Unicode.Scalar {
  /// Whether a terminal may take the character for a command: ASCII's and Latin-1's controls.
  var isControl: Bool {
    properties.generalCategory == .control
  }

  /// Whether the character ends a line in Unicode's view (UAX 14, classes BK, CR, LF and NL).
  var isLineEnd: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension String {
  /// The text as one line: line ends and tabs become a space, control characters vanish, space at
  /// both ends too, and the rest is brought into Unicode's normal form C.
  func normalizedAsLine() -> String {
    var scalars = String.UnicodeScalarView()
    var needsSpace = false
    for scalar in unicodeScalars {
      if scalar.isLineEnd || scalar == "\t" {
        needsSpace = true
      } else if !scalar.isControl && scalar != "\u{FEFF}" {
        // Not at a space that is there already, so that "a,\r\n b" gets one only.
        if needsSpace && scalar != " " && scalars.last != " " { scalars.append(" ") }
        needsSpace = false
        scalars.append(scalar)
      }
    }
    return String(scalars)
      .trimmingCharacters(in: .whitespacesAndNewlines)
      .precomposedStringWithCanonicalMapping
  }
}
