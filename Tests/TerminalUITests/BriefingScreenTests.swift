@testable import GameSession
import QuizModel
import TerminalUI
import TestSupport
import Testing

/// What a briefing shows, in every way that it can be shown.
@Suite struct BriefingScreenTests {
  private static let blocks: [Briefing.Block] = [
    .paragraph(
      "A first paragraph, long enough to be broken in every terminal: 조선민주주의인민공화국 is wide, and "
        + "Donaudampfschifffahrtsgesellschaft long."
    ),
    .entry(
      "An entry of a list that is so long that it has to hang in the second line of its text."
    ),
    .entry("Another."), .heading("A title"), .paragraph("A last one."),
  ]

  private static func lines(_ traits: TerminalTraits) -> [Line] {
    let screen = BriefingScreen(traits: traits)
    return screen.topics(
      (1...11).map { number in
        BriefingScreen.Entry(
          title: number == 8 ? "Non-alignment, the United Nations and other memberships" : "Topic",
          questions: number
        )
      }
    )
      + [Line("# reading")]
      + screen.reading(
        title: "The title",
        blocks: blocks,
        sources: [.sample, .bare, .words],
        listsSources: true
      )
      + [Line("# sources counted")]
      + screen.reading(
        title: "The title",
        blocks: [.paragraph("Text.")],
        sources: [.sample, .bare],
        listsSources: false
      )
      + [Line("# one source counted")]
      + screen.reading(
        title: "The title",
        blocks: [.paragraph("Text.")],
        sources: [.sample],
        listsSources: false
      )
      + [Line("# no reading")]
      + screen.reading(title: "The title", blocks: [], sources: [], listsSources: false)
      + [Line("# no sources")] + screen.sources([])
  }

  static let terminals = [
    SessionScreenTests.Terminal(name: "briefing-40", traits: TerminalTraits(width: 40)),
    SessionScreenTests.Terminal(
      name: "briefing-80-reader-ascii",
      traits: TerminalTraits(width: 80, hasUnicode: false, isScreenReader: true)
    ),
    SessionScreenTests.Terminal(
      name: "briefing-80",
      traits: TerminalTraits(width: 80, hasColour: true)
    ),
  ]

  @Test(.tags(.snapshot), arguments: terminals)
  func everythingLooksAsItWasRead(_ terminal: SessionScreenTests.Terminal) {
    let text = ScreenRenderer(traits: terminal.traits).text(
      Screen(BriefingScreenTests.lines(terminal.traits))
    )
    #expect(Snapshot.difference(of: Snapshot.tagged(text), from: terminal.name) == nil)
  }

  @Test(arguments: [20, 33, 40, 120])
  func noRowIsWiderThanTheTerminal(width: Int) {
    let traits = TerminalTraits(width: width)
    let text = ScreenRenderer(traits: traits).text(Screen(BriefingScreenTests.lines(traits)))
    for row in text.split(separator: "\n") {
      #expect(DisplayWidth.columns(of: String(row)) <= width)
    }
  }

  @Test(arguments: [false, true])
  func whatWasMissedHasItsSourcesInABriefing(isScreenReader: Bool) {
    let traits = TerminalTraits(width: 80, isScreenReader: isScreenReader)
    let item = Item.sampleChoice(sources: [.sample, .bare])
    let message = SessionMessage.summary(
      SessionSummary(
        score: ScoreSoFar(answered: 1, right: 0, points: 0),
        missed: [item],
        pointsBefore: 0,
        reason: .finished
      )
    )
    func text(citesMissed: Bool) -> String {
      let screen = SessionScreen(traits: traits, topics: [:], citesMissed: citesMissed)
      return ScreenRenderer(traits: traits).text(screen.screen(message))
    }
    let bullet = isScreenReader ? "  " : "  - "
    let short = "\(bullet)\(item.stem)\n    \(item.explanation)\n"
    let sources = """
            List of states with relations with the DPRK, Chinese Wikipedia (2 February
              2018)
              https://example.org/list
            A note (undated)
              https://example.org/note

      """
    #expect(text(citesMissed: true).contains(short + sources))
    #expect(text(citesMissed: false).contains(short))
    #expect(!text(citesMissed: false).contains("https://"))
  }
}
