import GameSession
import QuizModel
import TestSupport
import Testing

@testable import Classroom
@testable import TerminalUI

/// What a class sees on the projector, in every way that it can be shown.
@Suite struct RoomScreenTests {
  private static let item = SampleClass.items[3]
  private static let statement = SampleClass.items[2]
  private static let names = SampleClass.participants(12).map(\.name)

  private static func standings(_ count: Int) -> [RoomStanding] {
    (0..<count).map { place in
      RoomStanding(
        number: place + 1,
        name: names[place],
        right: place % 3,
        answered: 3,
        points: place % 3 * 100
      )
    }
  }

  private static func choices(_ rightOnes: Set<Int>, of count: Int, blank: Set<Int> = [])
    -> [RoomChoice]
  {
    (0..<count).map { place in
      let isRight = rightOnes.contains(place)
      return RoomChoice(
        name: names[place],
        label: blank.contains(place) ? nil : isRight ? "a" : "c",
        isRight: isRight,
        points: isRight ? 100 : 0
      )
    }
  }

  private static var messages: [(name: String, message: RoomMessage)] {
    [
      ("question", .question(item: item, number: 2, total: 12, standings: standings(4))),
      ("first question", .question(item: item, number: 1, total: 12, standings: standings(4))),
      ("first of a class", .question(item: item, number: 1, total: 12, standings: standings(9))),
      ("statement", .question(item: statement, number: 1, total: 1, standings: [])),
      (
        "noted",
        .noted(
          [
            RoomNote(name: names[0], label: "b", overridden: "a"),
            RoomNote(name: names[1], label: nil, overridden: "c"),
          ],
          missing: names
        )
      ),
      (
        "all noted",
        .noted([RoomNote(name: names[0], label: "b", overridden: nil)], missing: [])
      ),
      ("reveal", .reveal(item: item, choices: choices([0, 2], of: 4), standings: standings(4))),
      (
        "reveal, some blank",
        .reveal(item: item, choices: choices([0], of: 12, blank: [3, 4]), standings: standings(12))
      ),
      ("reveal, all right", .reveal(item: item, choices: choices([0, 1], of: 2), standings: [])),
      ("reveal, nobody right", .reveal(item: item, choices: choices([], of: 2), standings: [])),
      ("reveal, nobody answered", .reveal(item: item, choices: [], standings: standings(2))),
      ("whys", .session(.whys(item))), ("sources", .session(.sources(item))),
      ("standings", .standings(standings(12))), ("missing", .missing(names)),
      ("nobody missing", .missing([])), ("skipped", .skipped), ("undone", .undone),
      ("nothing to undo", .nothingToUndo), ("only before", .onlyBefore(.reveal)),
      ("only after", .onlyAfter(.why)), ("not all", .notAll(missing: names)),
      ("unknown", .problem(.unknown("\u{1b}[31mbla bla"))),
      ("no participant", .problem(.noParticipant("99"))),
      ("ambiguous", .problem(.ambiguousParticipant("a", ["Ada Lee", "Ada Lee 2"]))),
      ("no option", .problem(.noOption("x", labels: ["a", "b", "c"]))),
      ("wrong count", .problem(.wrongCount(letters: 3, participants: 12))),
      ("one letter", .problem(.wrongCount(letters: 1, participants: 12))),
      ("no letter", .problem(.noLetter("Ada Lee"))), ("help before", .help(isRevealed: false)),
      ("help after", .help(isRevealed: true)),
      ("summary, stopped", .summary(standings(3), asked: 2, total: 12, isOver: false)),
      ("summary", .summary(standings(12), asked: 12, total: 12, isOver: true)),
    ]
  }

  static let terminals = [
    SessionScreenTests.Terminal(name: "room-40", traits: TerminalTraits(width: 40)),
    SessionScreenTests.Terminal(
      name: "room-80",
      traits: TerminalTraits(width: 80, hasColour: true)
    ),
    SessionScreenTests.Terminal(
      name: "room-80-ascii",
      traits: TerminalTraits(width: 80, hasUnicode: false)
    ),
    SessionScreenTests.Terminal(
      name: "room-80-reader",
      traits: TerminalTraits(width: 80, isScreenReader: true)
    ),
  ]

  private static func text(_ message: RoomMessage, _ traits: TerminalTraits) -> String {
    let screen = RoomScreen(traits: traits, topics: SampleClass.topics)
    return ScreenRenderer(traits: traits).text(screen.screen(message))
  }

  @Test(.tags(.snapshot), arguments: terminals)
  func everyMessageLooksAsItWasRead(_ terminal: SessionScreenTests.Terminal) {
    let pages = RoomScreenTests.messages.map { name, message in
      "# \(name)\n" + Snapshot.tagged(RoomScreenTests.text(message, terminal.traits))
    }
    #expect(Snapshot.difference(of: pages.joined(separator: "\n"), from: terminal.name) == nil)
  }

  @Test(arguments: [20, 33, 40, 60, 80, 120], [true, false])
  func noRowIsWiderThanTheTerminal(width: Int, hasUnicode: Bool) {
    let traits = TerminalTraits(width: width, hasUnicode: hasUnicode)
    for (name, message) in RoomScreenTests.messages {
      let text = RoomScreenTests.text(message, traits)
      for row in text.split(separator: "\n") {
        #expect(DisplayWidth.columns(of: String(row)) <= width, "\(name): \(row)")
      }
      #expect(!text.contains("\u{1b}"), "\(name)")
      #expect(hasUnicode || text.utf8.allSatisfy { $0 < 0x7f }, "\(name)")
    }
  }

  @Test func questionAndPromptFitATerminalOfTwentyFourRows() {
    // Five options, a stem of two rows: the longest that the shipped bank asks.
    let traits = TerminalTraits(width: 80)
    let item = Item.sampleChoice(
      ["New Delhi", "Bangkok", "Beijing", "Kuala Lumpur", "Ulaanbaatar"],
      key: 0,
      stem: RoomScreenTests.item.stem
    )
    let text = RoomScreenTests.text(
      .question(item: item, number: 1, total: 2, standings: []),
      traits
    )
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
  }

  @Test func optionsThatWrapGoOnBelowTheirText() {
    let traits = TerminalTraits(width: 40)
    let long = "the Treaty on the Non-Proliferation of Nuclear Weapons"
    let item = Item.sampleChoice([long, "the Outer Space Treaty"], key: 0)
    let text = RoomScreenTests.text(
      .question(item: item, number: 1, total: 1, standings: []),
      traits
    )
    let rows = text.split(separator: "\n").map(String.init)
    let first = rows.firstIndex { $0.hasPrefix("    A the Treaty on") }
    #expect(
      first.map { rows[$0 + 1].hasPrefix("      ") && !rows[$0 + 1].hasPrefix("       ") } == true
    )
  }

  @Test func screenReaderHearsNoCapitalsAndNoDots() {
    let traits = TerminalTraits(width: 80, isScreenReader: true)
    for (_, message) in RoomScreenTests.messages {
      let text = RoomScreenTests.text(message, traits)
      #expect(!text.contains("QUESTION") && !text.contains("·"))
    }
  }

  @Test(arguments: [
    (RoomPrompt.answers(given: 0, of: 3), "0 of 3 answered > "),
    (.answers(given: 3, of: 3), "all answered, Enter shows it > "),
    (.goAhead(isLast: false), "Enter for the next question > "),
    (.goAhead(isLast: true), "Enter to finish > "),
  ])
  func promptSaysWhatIsWanted(prompt: RoomPrompt, words: String) {
    #expect(RoomScreen.prompt(prompt) == words)
  }
}
