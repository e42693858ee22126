/// Text as Markdown shows it unchanged, after CommonMark 0.31.
package enum Markdown {
  /// The characters that mean something in the middle of a line, in CommonMark or in one of the
  /// dialects in use: GitHub's, and Pandoc's with its formulas, sub- and superscripts.
  private static let marks = Set<Unicode.Scalar>("\\`*_[]<>|~$^".unicodeScalars)
  /// Those that mean something at the beginning of a block.
  private static let openings = Set<Unicode.Scalar>("#+-=:%".unicodeScalars)

  /// A text of one line, escaped, that may also begin a block.
  package static func text(_ text: String) -> String {
    let scalars = Array(PrintedText.line(text).unicodeScalars)
    // A number at the beginning, with a point or a parenthesis behind it, would begin a list.
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    var result = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      let isMark =
        marks.contains(scalar) || place == 0 && openings.contains(scalar)
        || place == digits && digits > 0 && (scalar == "." || scalar == ")")
        || scalar == "&" && (next?.properties.isAlphabetic == true || next == "#")
      if isMark { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// An address as a link; one that is none of the web's as text.
  package static func link(_ address: String) -> String {
    let clean = PrintedText.line(address)
    guard WebAddress.isOne(clean) else { return text(clean) }
    return "<\(clean)>"
  }

  /// A command as it is typed.
  package static func code(_ command: String) -> String {
    let clean = PrintedText.line(command)
    // The fence has to be longer than any run of ticks in what it holds.
    let longest = clean.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    return longest == 0 ? "\(fence)\(clean)\(fence)" : "\(fence) \(clean) \(fence)"
  }
}
