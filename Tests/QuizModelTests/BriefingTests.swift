import QuizModel
import Testing

@Suite("Readings")
struct BriefingTests {
  @Test("have a title, paragraphs and sources")
  func usual() {
    let briefing = Briefing(
      text: "# Trade\n\nOne line.\nAnother of it.\n\nThe  second\tone.\n\nSources: a, b,c, a\n"
    )
    #expect(briefing.title == "Trade")
    #expect(
      briefing.blocks == [.paragraph("One line. Another of it."), .paragraph("The second one.")]
    )
    #expect(briefing.sourceIDs == ["a", "b", "c"])
  }

  static let texts: [(text: String, blocks: [Briefing.Block], sources: [String])] = [
    ("", [], []), ("\n\n \n", [], []), ("# A\n", [], []), ("#\n\nText", [.paragraph("Text")], []),
    ("Text alone", [.paragraph("Text alone")], []), ("Sources: a", [], ["a"]), ("Sources:", [], []),
    ("Sources: ,, ,", [], []), ("Text\nSources: a,\nb", [.paragraph("Text")], ["a", "b"]),
    ("Text\r\n\r\nMore\r\n", [.paragraph("Text"), .paragraph("More")], []),
    ("Sources: say this.\n\nMore", [.paragraph("Sources: say this."), .paragraph("More")], []),
    ("## B\nText", [.heading("B"), .paragraph("Text")], []),
    ("Text\n# C\nMore", [.paragraph("Text"), .heading("C"), .paragraph("More")], []),
    ("- a\n  goes on\n- b\n\nText", [.entry("a goes on"), .entry("b"), .paragraph("Text")], []),
    ("-no entry", [.paragraph("-no entry")], []), ("#no title", [.paragraph("#no title")], []),
  ]

  @Test("may have less, or more", arguments: texts)
  func unusual(text: String, blocks: [Briefing.Block], sources: [String]) {
    let briefing = Briefing(text: text)
    #expect(briefing.title == (text.hasPrefix("# A") ? "A" : nil))
    #expect(briefing.blocks == blocks)
    #expect(briefing.sourceIDs == sources)
  }

  @Test("may be any text")
  func garbage() {
    var random = SplitMix64(seed: 17)
    let pieces = [
      "#", "##", "-", " ", "\n", "\n\n", "Sources:", ",", "word", "🧳", "가", "\u{301}", "\r",
    ]
    for _ in 0..<20_000 {
      let text = (0..<random.below(12)).map { _ in pieces[random.below(pieces.count)] }.joined()
      let briefing = Briefing(text: text)
      let letters = text.unicodeScalars.count { !$0.properties.isWhitespace }
      #expect(briefing.blocks.count <= letters)
    }
  }
}
