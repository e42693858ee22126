import GameSession
import QuizModel
import TerminalUI
import TestSupport
import Testing

extension Tag {
  /// Compares with a file that a person has read.
  @Tag static var snapshot: Self
}

/// Every screen of a game, in every way that it can be shown.
@Suite struct SessionScreenTests {
  /// A terminal, by the name of its snapshot.
  struct Terminal: CustomTestStringConvertible {
    let name: String
    let traits: TerminalTraits

    var testDescription: String { name }
  }

  static let terminals = [
    Terminal(name: "game-40", traits: TerminalTraits(width: 40)),
    Terminal(name: "game-80", traits: TerminalTraits(width: 80)),
    Terminal(name: "game-120", traits: TerminalTraits(width: 120)),
    Terminal(name: "game-80-colour", traits: TerminalTraits(width: 80, hasColour: true)),
    Terminal(name: "game-80-ascii", traits: TerminalTraits(width: 80, hasUnicode: false)),
    Terminal(name: "game-80-reader", traits: TerminalTraits(width: 80, isScreenReader: true)),
  ]

  private static func text(_ message: SessionMessage, _ traits: TerminalTraits) -> String {
    let screen = SessionScreen(traits: traits, topics: SampleMessages.topics).screen(message)
    return ScreenRenderer(traits: traits).text(screen)
  }

  @Test(.tags(.snapshot), arguments: terminals)
  func everyMessageLooksAsItWasRead(_ terminal: Terminal) {
    let pages = SampleMessages.all.map { name, message in
      "# \(name)\n" + Snapshot.tagged(SessionScreenTests.text(message, terminal.traits))
    }
    #expect(Snapshot.difference(of: pages.joined(separator: "\n"), from: terminal.name) == nil)
  }

  @Test func everyKindOfMessageHasASample() {
    let kinds = Set(SampleMessages.all.map { SampleMessages.kind(of: $0.message) })
    #expect(kinds.count == SampleMessages.kindCount)
  }

  @Test(arguments: terminals)
  func noRowIsWiderThanTheTerminal(_ terminal: Terminal) {
    for (name, message) in SampleMessages.all {
      let traits = TerminalTraits(
        width: terminal.traits.width,
        hasUnicode: terminal.traits.hasUnicode,
        isScreenReader: terminal.traits.isScreenReader
      )
      for row in SessionScreenTests.text(message, traits).split(separator: "\n") {
        #expect(DisplayWidth.columns(of: String(row)) <= traits.width, "\(name)")
      }
    }
  }

  @Test func colourAddsNothingThatWordsDoNotSay() {
    for (name, message) in SampleMessages.all {
      let plain = SessionScreenTests.text(message, TerminalTraits(width: 80))
      let coloured = SessionScreenTests.text(message, TerminalTraits(width: 80, hasColour: true))
      let stripped = coloured.replacing(/\u{1b}\[[0-9]+m/, with: "")
      #expect(stripped == plain, "\(name)")
    }
  }

  @Test func withoutColourNoEscapeSequenceIsPrinted() {
    for (name, message) in SampleMessages.all {
      let text = SessionScreenTests.text(message, TerminalTraits(width: 40))
      #expect(!text.unicodeScalars.contains("\u{1b}"), "\(name)")
    }
  }

  @Test func withoutUnicodeEverythingIsASCII() {
    for (name, message) in SampleMessages.all {
      let text = SessionScreenTests.text(message, TerminalTraits(hasUnicode: false))
      let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
      #expect(isASCII, "\(name)")
    }
  }

  @Test func screenReaderHearsNoDecoration() {
    for (name, message) in SampleMessages.all {
      let text = SessionScreenTests.text(message, TerminalTraits(isScreenReader: true))
      for decoration in ["·", "a) ", "b) ", "c) ", "t) ", "f) ", "- ", "`", "…"] {
        #expect(!text.contains(decoration), "\(name) holds \(decoration)")
      }
    }
  }

  @Test func nobodyIsToldThingsByColourAlone() {
    let outcomes = ["right", "wrong", "skipped", "timed out"]
    let texts = SampleMessages.all.filter { outcomes.contains($0.name) }
      .map { SessionScreenTests.text($0.message, TerminalTraits()) }
    #expect(Set(texts.compactMap { $0.split(separator: " ").first }).count == outcomes.count)
  }

  @Test(arguments: [
    (SessionPrompt.answer, nil, "> "), (.answer, 20, "20 s > "),
    (.goAhead(isLast: false, canUndo: true), nil, "Enter for next, or undo > "),
    (.goAhead(isLast: false, canUndo: false), nil, "Enter for next > "),
    (.goAhead(isLast: true, canUndo: true), nil, "Enter to finish, or undo > "),
    (.goAhead(isLast: true, canUndo: false), nil, "Enter to finish > "),
  ])
  func promptHoldsTheLimit(prompt: SessionPrompt, limit: Int?, text: String) {
    #expect(SessionScreen.prompt(prompt, timeLimit: limit) == text)
  }

  @Test func gameOfAnotherBankGoesOnInThatBank() {
    let command = "attache play --bank my-class"
    let view = SessionScreen(traits: TerminalTraits(), topics: [:], playCommand: command)
    let ends = SampleMessages.all.filter {
      $0.name.hasPrefix("end, ") && $0.name.contains("missed")
    }
    let screens = ends.map {
      ScreenRenderer(traits: TerminalTraits()).text(view.screen($0.message))
    }
    #expect(screens.count == 1)
    for text in screens { #expect(text.contains("\(command) --topic ")) }
  }

  @Test func everyRankHasANameOfItsOwn() {
    let names = Rank.allCases.map(RankWords.name)
    #expect(names.first == "Attaché")
    #expect(names.last == "Ambassador")
    #expect(Set(names).count == Rank.allCases.count)
  }
}
