/// What every format can carry of a text.
///
/// Control characters but the tab and the line feed are dropped, as are U+FEFF and what XML 1.0
/// cannot hold (its section 2.2); line ends become line feeds, also U+2028 and U+2029; blanks of any
/// kind at both ends go.
enum PlainText {
  /// A text of one or more lines.
  ///
  /// - Complexity: Linear in the text.
  static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.utf8.count)
    var followsReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" {
        result.append("\n")
      } else if !isDropped(scalar), !(followsReturn && scalar == "\n") {
        result.append(scalar)
      }
      followsReturn = scalar == "\r"
    }
    return trimmed(result) { $0.properties.isWhitespace }
  }

  /// A text on one line: tabs and line ends become spaces.
  static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in cleaned(text).unicodeScalars { result.append(isBlank(scalar) ? " " : scalar) }
    return String(result)
  }

  /// A text on one line, its blanks run together, as formats of single lines need it.
  static func collapsed(_ text: String) -> String {
    cleaned(text).unicodeScalars.split(whereSeparator: isBlank).map { String($0) }
      .joined(separator: " ")
  }

  /// The name of a topic: one line, without slashes at its ends, which divide categories.
  static func topic(_ text: String) -> String {
    trimmed(line(text).unicodeScalars) { $0.properties.isWhitespace || $0 == "/" }
  }

  /// Whether a scalar is a space, a tab or a line end.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\t": false
    case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{feff}", "\u{fffe}", "\u{ffff}": true
    default: false
    }
  }

  // By scalars: a blank and an accent after it are one character.
  private static func trimmed(
    _ scalars: String.UnicodeScalarView,
    of isOuter: (Unicode.Scalar) -> Bool
  ) -> String {
    guard let first = scalars.firstIndex(where: { !isOuter($0) }),
      let last = scalars.lastIndex(where: { !isOuter($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
