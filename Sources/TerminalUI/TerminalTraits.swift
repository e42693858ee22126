/// What a terminal can show, and what its owner wants of it.
package struct TerminalTraits: Hashable, Sendable {
  /// The widest line that is comfortable to read, in columns.
  package static let comfortableWidth = 100

  /// Columns, 20 or more.
  package let width: Int
  /// Whether escape sequences for colour may be printed.
  package let hasColour: Bool
  /// Whether anything but ASCII may be printed.
  package let hasUnicode: Bool
  /// Whether the text is read out: no decoration, more words.
  package let isScreenReader: Bool

  /// Traits from their parts.
  package init(
    width: Int = 80,
    hasColour: Bool = false,
    hasUnicode: Bool = true,
    isScreenReader: Bool = false
  ) {
    self.width = max(20, width)
    self.hasColour = hasColour
    self.hasUnicode = hasUnicode
    self.isScreenReader = isScreenReader
  }
}
