/// Lines of Aiken's format and what they are taken for.
enum AikenText {
  /// Written before a line that would be taken for something else; nobody sees it.
  private static let guardMark: Unicode.Scalar = "\u{200b}"

  /// A stem on one line that no reader takes for an option or an answer.
  ///
  /// - Parameter text: Collapsed.
  /// - Returns: The stem, with U+200B before it where it looks like something else.
  static func guarded(_ text: String) -> String {
    isMistakable(rest(of: text)) ? String(guardMark) + text : text
  }

  /// The stem of a line that ``guarded(_:)`` made.
  static func stem(_ line: String) -> String {
    guard line.unicodeScalars.first == guardMark, isMistakable(rest(of: line)) else { return line }
    return String(line.unicodeScalars.dropFirst())
  }

  /// The letter, and the text after its stop or bracket, of a line that may be an option.
  static func option(_ line: ArraySlice<UInt8>) -> (letter: UInt8, text: ArraySlice<UInt8>)? {
    guard let letter = line.first, (0x41...0x5a).contains(letter),
      let sign = line.dropFirst().first, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
    else { return nil }
    return (letter, line.dropFirst(2))
  }

  /// What stands after `ANSWER:`.
  static func answer(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let word = Array("ANSWER:".utf8)
    guard line.count >= word.count,
      zip(line, word).allSatisfy({ (0x61...0x7a).contains($0) ? $0 - 0x20 == $1 : $0 == $1 })
    else { return nil }
    return line.dropFirst(word.count)
  }

  private static func rest(of text: String) -> Substring {
    Substring(text.unicodeScalars.drop { $0 == guardMark })
  }

  // Moodle skips lines of one byte.
  private static func isMistakable(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)[...]
    return bytes.count < 2 || option(bytes) != nil || answer(bytes) != nil
  }
}
