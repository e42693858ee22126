/// How many columns of a terminal text takes.
package enum DisplayWidth {
  /// Scalars that take two columns, after the East Asian Width property (UAX 11); emoji are known
  /// by a property of their own.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff,
    0xa000...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
    0xff00...0xff60, 0xffe0...0xffe6, 0x17000...0x18cff, 0x1b000...0x1b2ff, 0x1f200...0x1f2ff,
    0x20000...0x3fffd,
  ]

  /// The columns of a text.
  package static func columns(of text: String) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// A mark that asks for the coloured form of a character, which is wide.
  private static let emojiSelector: Unicode.Scalar = "\u{fe0f}"

  /// The columns of a character as read: of its base, since marks stand above it.
  package static func columns(of character: Character) -> Int {
    guard let base = character.unicodeScalars.first else { return 0 }
    switch base.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    let isWide =
      base.properties.isEmojiPresentation || wide.contains { $0.contains(base.value) }
      || character.unicodeScalars.contains(emojiSelector)
    return isWide ? 2 : 1
  }
}
