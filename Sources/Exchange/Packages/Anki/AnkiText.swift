/// Texts as Anki takes them.
enum AnkiText {
  /// Markup as a field of a note holds it.
  ///
  /// Anki looks for its own marks in what a card shows, `[sound:…]`, `[latex]` and the like, and
  /// MathJax for `\(` and `\[`; in texts of ours they mean nothing.
  static func field(_ content: [Markup]) -> String {
    let writer = MarkupWriter(.html)
    var result = ""
    var afterBackslash = false
    for character in content.map(writer.text).joined().unicodeScalars {
      if afterBackslash, character == "(" || character == "[" { result += "<span></span>" }
      if character == "[" {
        result += "&#91;"
      } else {
        result.unicodeScalars.append(character)
      }
      afterBackslash = character == "\\"
    }
    return result
  }

  /// A tag: tags are parted by blanks and nested by two colons.
  ///
  /// - Returns: `nil` if nothing is left of the text.
  static func tag(_ text: String) -> String? {
    var tag = ""
    for scalar in PackagedText.singleLine(text).unicodeScalars {
      switch scalar {
      case " ", "\"", ":": tag += "-"
      default: tag.unicodeScalars.append(scalar)
      }
    }
    return tag.isEmpty ? nil : tag
  }

  /// The name of a deck, its levels parted by two colons.
  ///
  /// - Parameter levels: From the top; what looks like a level within one does not become one.
  /// - Returns: `nil` if nothing is left of the first level; empty ones further down are left out.
  static func deckName(_ levels: [String]) -> String? {
    let names = levels.map { level in
      let parts = PackagedText.singleLine(level).split(separator: ":")
      return PackagedText.singleLine(parts.joined(separator: ":"))
    }
    guard names.first?.isEmpty == false else { return nil }
    return names.filter { !$0.isEmpty }.joined(separator: "::")
  }
}
