/// An element of Moodle XML with all that it holds.
struct MoodleElement {
  /// Its name.
  let name: String
  /// Its attributes.
  let attributes: [String: String]
  /// The line on which it begins, from 1 on.
  let line: Int
  /// The bytes of its own text.
  var bytes: [UInt8] = []
  /// Whether it is a tag among the words of a text.
  var isMarkup = false
  /// Whether tags stand among its words.
  var holdsMarkup = false
  /// The elements in it.
  var children: [MoodleElement] = []

  /// The first element in it with a name.
  func first(_ name: String) -> MoodleElement? { children.first { $0.name == name } }

  /// Its own text.
  var ownText: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of its element `text`, else its own, as older files have it.
  var text: String { first("text")?.ownText ?? ownText }

  /// The text of an element in it; empty where there is none.
  func text(of name: String) -> String { first(name)?.text ?? "" }

  /// How its text is marked up.
  ///
  /// - Parameter standard: What an element that does not say so has.
  /// - Returns: What the element says, if it is a format that is known.
  func markup(else standard: TextMarkup) -> TextMarkup {
    let markup = attributes["format"].flatMap { TextMarkup(name: PlainText.line($0)) } ?? standard
    return (first("text") ?? self).holdsMarkup && markup == .plain ? .html : markup
  }
}
