/// How a text of another program is marked up.
enum TextMarkup: Hashable {
  /// HTML, in which line ends are spaces.
  case html
  /// HTML in which line ends count: Moodle's auto-format.
  case htmlLines
  /// Nothing in it is markup, or what is stays as it is written.
  case plain

  /// The markup of a format that GIFT or Moodle's XML names; `nil` for another name.
  init?(name: String) {
    switch name {
    case "html": self = .html
    case "moodle", "moodle_auto_format": self = .htmlLines
    case "plain", "plain_text", "markdown", "wiki_like": self = .plain
    default: return nil
    }
  }

  /// The text as people read it.
  ///
  /// - Returns: The plain text, cleaned, and whether a picture, a sound or a film is lost.
  func plain(_ text: String) -> (text: String, hasMedium: Bool) {
    guard self != .plain else { return (PlainText.cleaned(text), false) }
    var reader = HTMLText(text, keepsLines: self == .htmlLines)
    return (PlainText.cleaned(reader.read()), reader.hasMedium)
  }
}
