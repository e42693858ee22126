/// Texts from a bank as they may stand on a paper: the same words in every format.
enum PrintedText {
  /// A text on one line, each run of blanks as one space, without control characters and without
  /// those that turn the direction of all that follows.
  ///
  /// - Complexity: Linear in the text.
  static func line(_ text: String) -> String {
    if isPlain(text) { return text }
    let words = text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
    return words.map(word).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The lines of a text that are not empty, each as ``line(_:)`` has it; one at least.
  static func lines(_ text: String) -> [String] {
    if isPlain(text) { return [text] }
    let lines = text.unicodeScalars.split { lineEnds.contains($0) }
      .map { line(String($0)) }.filter { !$0.isEmpty }
    return lines.isEmpty ? [""] : lines
  }

  /// What ends a line, after Unicode's standard annex 14; a return and a line feed are two of them.
  private static let lineEnds = Set<Unicode.Scalar>(
    "\n\r\u{b}\u{c}\u{85}\u{2028}\u{2029}".unicodeScalars
  )

  /// Whether a text is such a line already, as nearly all are.
  private static func isPlain(_ text: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7f, byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20 || text.isEmpty
  }

  private static func word(_ scalars: Substring.UnicodeScalarView) -> String {
    var result = String.UnicodeScalarView()
    for scalar in scalars where !isDropped(scalar) { result.append(scalar) }
    return String(result)
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    // Embeddings, overrides and isolates (Unicode's standard annex 9): their end may be missing.
    case "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}": true
    case "\u{feff}", "\u{fffe}", "\u{ffff}": true
    default: scalar.properties.generalCategory == .control
    }
  }
}
