/// Texts of items as packages take them.
enum PackagedText {
  /// The lines of a text, without what ends them.
  static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }

  /// A text on one line: control characters dropped, what parts words made single blanks.
  static func singleLine(_ text: String) -> String {
    // By scalars: a blank and the accent that follows it are one character, and a visible one.
    text.unicodeScalars.split { $0.properties.isWhitespace }
      .map { String(String.UnicodeScalarView($0.filter { !isControl($0) })) }
      .filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The lines of a text as markup, an element between them.
  static func markup(_ text: String, lineBreak: Markup = .tag("br")) -> [Markup] {
    var result: [Markup] = []
    for (place, line) in lines(text).enumerated() {
      if place > 0 { result.append(lineBreak) }
      if !line.isEmpty { result.append(.text(line)) }
    }
    return result
  }

  /// The beginning of a text on one line.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - limit: The characters that there is room for, 1 or more.
  /// - Returns: The text if it fits, else its beginning and an ellipsis.
  static func title(_ text: String, limit: Int) -> String {
    let line = singleLine(text)
    guard line.count > limit else { return line }
    return line.prefix(max(limit, 1) - 1) + "…"
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{fffe}", "\u{ffff}": true
    default: false
    }
  }
}
