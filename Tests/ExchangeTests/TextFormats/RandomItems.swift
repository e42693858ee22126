import Exchange
import QuizModel

/// Items whose texts hold whatever a format might take for its own syntax.
struct RandomItems {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// What texts are put together from.
  private static let pieces = [
    "Kim", "Which city?", "is", "a", " ", " ", "  ", "\n", "\n\n", "\t", "\\", "\\n", "\\\\n",
    "\\:", "{", "}", "{T}", "{#1822:5}", "~", "~~", "=", "==", "#", "####", "%50%", "%-100%", ":",
    "::", "::t::", "$CATEGORY: x", "// comment", "->", "[html]", "[plain]", "[", "]", "<b>", "</b>",
    "<br>", "<p>", "<!-- x", "-->", "<!DOCTYPE x>", "<!ENTITY", "<![CDATA[", "]]>", "&amp;", "&",
    "&#10;", "&lt;", "&nbsp;", "&&058;", "<", ">", "\"", "\"\"", "'", "''", ",", ";", ";=1", "=1+1",
    "+1", "-1", "@SUM(A1)", "'=1", "＝1", "ANSWER: A", "answer: b", "A. x", "B) y", "A.", "C", "T",
    "TRUE", "Sources:", "- x", "\nSources:\n- y", "조선민주주의인민공화국", "평양", "日本", "👩‍👩‍👧",
    "🇰🇵", "e\u{301}", "\u{301}", "עברית", "العربية", "\u{200b}", "\u{200f}", "\u{a0}", "\u{2028}",
    "\u{ad}", "|", "/", "//", "a/b", "_____", "*", "`", "$$x$$", "\\(x\\)", "@@PLUGINFILE@@",
    "sep=,",
    "null", "0", "{\"a\":1}", "…", "–", "“q”", "é", "ß", "İ",
  ]

  /// One of the pieces, or several, or a long text.
  mutating func text(_ most: Int = 8) -> String {
    let count = random.below(60) == 0 ? 400 : 1 + random.below(most)
    return (0..<count).map { _ in Self.pieces[random.below(Self.pieces.count)] }.joined()
  }

  /// A text that is empty now and then.
  private mutating func rareText() -> String { random.below(4) == 0 ? "" : text() }

  /// A name of the kinds that ids and topics have.
  private mutating func name() -> String {
    switch random.below(4) {
    case 0: ""
    case 1: "established-year/dza/multiple-choice"
    case 2: "topic-\(random.below(3))"
    default: text(3)
    }
  }

  /// An item that every format can hold, its texts cleaned.
  mutating func item() -> PortableItem {
    while true {
      let isStatement = random.below(4) == 0
      var options = PortableItem.statementOptions(whyTrue: rareText(), whyFalse: rareText())
      if !isStatement {
        options = (0..<(2 + random.below(4))).map { _ in
          PortableItem.Option(text: text(4), why: rareText())
        }
      }
      let item = PortableItem(
        id: name(),
        topic: name(),
        form: isStatement ? .trueFalse : .multipleChoice,
        stem: text(),
        options: options,
        key: random.below(options.count),
        explanation: rareText(),
        sources: (0..<random.below(4)).map { _ in text(3) }
      ).cleaned
      if RandomItems.isSound(item) { return item }
    }
  }

  /// So many items.
  mutating func items(_ count: Int) -> [PortableItem] { (0..<count).map { _ in item() } }

  /// Whether an item has a stem and options that can be told apart.
  private static func isSound(_ item: PortableItem) -> Bool {
    let texts = item.options.map { collapsed($0.text).lowercased() }
    return !item.stem.isEmpty && !texts.contains("")
      && Set(item.options.map { Likeness(of: $0.text) }).count == texts.count
      && (item.form == .trueFalse || texts != ["true", "false"])
  }

  /// A text with each run of spaces, tabs and line ends as one space.
  static func collapsed(_ text: String) -> String {
    text.unicodeScalars.split { $0 == " " || $0 == "\n" || $0 == "\t" }.map { String($0) }
      .joined(separator: " ")
  }
}

extension PortableItem {
  /// All texts of the item as bytes: two texts can be equal to Swift and yet differ in their bytes.
  var allBytes: [[UInt8]] {
    ([id, topic, form.rawValue, stem, "\(key)", explanation] + sources
      + options.flatMap { [$0.text, $0.why] }).map { Array($0.utf8) }
  }
}
