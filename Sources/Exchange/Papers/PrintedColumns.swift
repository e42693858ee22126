/// Text of fixed pitch, in lines of so many columns.
enum PrintedColumns {
  /// The columns of a line: what an A4 sheet and a Letter sheet hold at ten characters an inch,
  /// margins off.
  static let limit = 80

  /// A text in lines that are not wider than ``limit``; a word alone wider is cut.
  ///
  /// - Parameters:
  ///   - text: One line, as ``PrintedText`` makes them.
  ///   - first: What stands before the first line, in ASCII, fewer than 40 characters.
  ///   - hanging: What stands before each other line; blanks as wide as `first` where it is `nil`.
  /// - Returns: One line or more, none with blanks at its end.
  static func lines(_ text: String, first: String = "", hanging: String? = nil) -> [String] {
    let hanging = hanging ?? String(repeating: " ", count: first.utf8.count)
    var lines: [String] = []
    var current = first
    var used = first.utf8.count
    var isAtStart = true
    func room() -> Int { limit - used }
    func end() {
      lines.append(current)
      current = hanging
      used = hanging.utf8.count
      isAtStart = true
    }
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      let word = Substring(word)
      let width = columns(of: word)
      if !isAtStart, width + 1 > room() { end() }
      if !isAtStart {
        current += " "
        used += 1
      }
      isAtStart = false
      if width <= room() {
        current += word
        used += width
        continue
      }
      for character in word {
        let width = columns(of: character)
        if width > room() { end() }
        isAtStart = false
        current.append(character)
        used += width
      }
    }
    lines.append(isAtStart && lines.isEmpty ? trimmed(current) : current)
    return lines
  }

  /// A text, with blanks behind it up to a width in columns.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(of: text[...])))
  }

  /// A text, with blanks before it up to a width in columns.
  static func aligned(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - columns(of: text[...]))) + text
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The columns that a text takes.
  static func columns(of text: Substring) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// Blocks of scalars that are two columns wide, after Unicode's standard annex 11.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3,
    0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x17000...0x18cff,
    0x1b000...0x1b2ff, 0x1f200...0x1f2ff, 0x20000...0x3fffd,
  ]

  private static func columns(of character: Character) -> Int {
    guard let base = character.unicodeScalars.first else { return 0 }
    switch base.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let isWide =
      base.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{fe0f}")
      || wide.contains { $0.contains(base.value) }
    return isWide ? 2 : 1
  }
}
