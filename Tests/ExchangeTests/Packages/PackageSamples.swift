import Exchange
import QuizModel

/// Items that packages are written from in tests.
enum PackageSamples {
  /// Texts in which each format has something to trip over.
  static let nastyTexts = [
    "{}~=#<>&\"' \\(x\\) \\[y\\] $z$ [latex]w[/latex] [sound:a.mp3] {{c1::d}} {{Question}}",
    "평양, 조선민주주의인민공화국", "👩‍👩‍👧‍👦 🇰🇵 🏳️‍🌈", "one\ntwo\r\n\r\nthree\u{2028}four",
    "a\u{0}b\u{1}c\u{1b}[31md\u{7f}e\u{9f}f\u{fffe}\u{ffff}", "]]> <![CDATA[ --> <!-- <?xml ?>",
    "\u{202e}الكورية\u{202c} שלום", "=1+1", "=HYPERLINK(\"a\",\"b\")", "+1", "-1", "@SUM(A1)",
    "'quoted",
    "1958", "01", "1e5", "TRUE", "2026-10-01", "_x0041_ _x000D__x005F_ _", "  blank  edges  ",
    "tab\tbetween", "e\u{301} and é", "<script>alert(1)</script>", "&amp; &#65; &lt;b&gt;",
    "\u{feff}mark", "a \u{301}b",
  ]

  /// A plain item.
  static func item(
    _ id: String = "established-first/gin",
    topic: String = "when-they-began",
    form: Form = .multipleChoice,
    stem: String = "Which of these established diplomatic relations with the DPRK first?",
    options: [PortableItem.Option] = [
      .init(text: "Cuba", why: "It did so in 1960."), .init(text: "Guinea", why: ""),
      .init(text: "Sweden", why: "It did so in 1973."),
    ],
    key: Int = 1,
    explanation: String = "Guinea established relations on 8 October 1958.",
    sources: [String] = ["A list of states, 2026", "A second list, 2025"]
  ) -> PortableItem {
    PortableItem(
      id: id,
      topic: topic,
      form: form,
      stem: stem,
      options: options,
      key: key,
      explanation: explanation,
      sources: sources
    )
  }

  /// A statement.
  static func statement(_ id: String = "holds/swe", isTrue: Bool = true) -> PortableItem {
    item(
      id,
      topic: "",
      form: .trueFalse,
      stem: "Sweden has an embassy in Pyongyang.",
      options: PortableItem.statementOptions(whyFalse: "It has had one since 1975."),
      key: isTrue ? 0 : 1,
      explanation: "",
      sources: []
    )
  }

  /// Items that hold each nasty text in each place, a long one, and some at the limits of Kahoot.
  static var nasty: [PortableItem] {
    var result = [item(), statement()]
    for (place, text) in nastyTexts.enumerated() {
      let other = nastyTexts[(place + 1) % nastyTexts.count]
      result.append(
        item(
          "nasty/\(place)/\(text)",
          topic: place % 2 == 0 ? text : "plain",
          stem: text,
          options: [
            .init(text: text, why: other), .init(text: other, why: text),
            .init(text: "plain \(place)", why: ""),
          ],
          key: place % 3,
          explanation: text,
          sources: [text, other]
        )
      )
    }
    for length in [119, 120, 121, 10_000] {
      result.append(item("stem/\(length)", stem: String(repeating: "a", count: length)))
    }
    for length in [74, 75, 76, 10_000] {
      let text = String(repeating: "b", count: length)
      result.append(
        item("option/\(length)", options: [.init(text: text, why: text)] + item().options)
      )
    }
    result.append(
      item("five", options: (1...5).map { .init(text: "option \($0)", why: "") }, key: 4)
    )
    return result
  }

  /// Items with another explanation for one of them.
  static func changed(_ items: [PortableItem], at place: Int) -> [PortableItem] {
    var result = items
    let old = items[place]
    result[place] = item(
      old.id,
      topic: old.topic,
      form: old.form,
      stem: old.stem,
      options: old.options,
      key: old.key,
      explanation: "It is known better now.",
      sources: old.sources
    )
    return result
  }
}
