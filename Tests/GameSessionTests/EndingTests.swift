import QuizModel
import TestSupport
import Testing

@testable import GameSession

/// How a game ends, and that nothing happens afterwards.
@Suite struct EndingTests {
  private static let items = [Item.sampleChoice(), Item.sampleStatement(false, row: "moz")]

  /// Every event that there is, to throw at a game that is over.
  private static let everyEvent: [SessionEvent] = [
    .started, .drawn(items[0]), .drawn(nil), .line("a", taken: 1), .line("", taken: 1),
    .line("undo", taken: 1), .line("quit", taken: 1), .timedOut(taken: 1),
    .shown(at: LocalInstant(instant: GameTable.start, zone: "UTC", offset: 0)),
    .ended(.finished), .ended(.interrupted),
  ]

  @Test func wholeGameEndsAfterTheLastGoAhead() throws {
    var table = GameTable(EndingTests.items, pointsBefore: 950)
    table.begin()
    table.type("c", "", "t")
    let ending = table.type("")
    #expect(ending.outline == ["record closing finished", "say summary 100", "finish"])
    let summary = try #require(table.summary)
    #expect(summary.missed == [EndingTests.items[1]])
    #expect(summary.pointsBefore == 950)
    #expect(summary.reason == .finished)
    #expect(summary.score == ScoreSoFar(answered: 2, right: 1, points: 100))
  }

  @Test(arguments: [
    SessionClosing.Reason.interrupted, .terminated, .endOfInput, .quit, .finished,
  ])
  func gameEndsForEveryReasonInEveryPhase(reason: SessionClosing.Reason) {
    for lines in [[], ["c"], ["c", ""], ["c", "undo"], ["hint"]] {
      var table = GameTable(EndingTests.items)
      table.begin()
      for line in lines { table.type(line) }
      let ending = table.feed(.ended(reason))
      #expect(ending.outline.first == "record closing \(reason.rawValue)")
      #expect(ending.outline.last == "finish")
      #expect(ending.count == 3)
      #expect(table.summary?.reason == reason)
    }
  }

  @Test(arguments: [["quit"], ["c", "qu"], ["hint", "quit"], ["c", "undo", "quit"]])
  func quitEndsTheGameWithoutAskingOnceMore(lines: [String]) {
    var table = GameTable(EndingTests.items)
    table.begin()
    var last: [SessionEffect] = []
    for line in lines { last = table.type(line) }
    #expect(last.outline.first == "record closing quit")
    #expect(last.outline.last == "finish")
    #expect(last.count == 3)
  }

  @Test func openQuestionIsNoMissWhenTheGameIsLeft() {
    var table = GameTable(EndingTests.items)
    table.begin()
    table.type("c", "", "quit")
    #expect(table.answers.count == 1)
    #expect(table.summary?.missed.isEmpty == true)
  }

  @Test func gameEndsEarlyWhenNothingIsLeftToAsk() {
    var table = GameTable([EndingTests.items[0]], questions: 5)
    table.begin()
    #expect(table.type("c").outline.last == "ask go-ahead or undo")
    #expect(
      table.type("").outline
        == ["draw", "say exhausted", "record closing finished", "say summary 100", "finish"]
    )
  }

  @Test func gameWithNothingToAskEndsAtOnce() {
    var table = GameTable([], questions: 5)
    #expect(
      table.begin().outline
        == ["draw", "say exhausted", "record closing finished", "say summary 0", "finish"]
    )
  }

  @Test func nothingHappensOnceAGameIsOver() {
    for lines in [["quit"], ["c", "", "t", ""]] {
      var table = GameTable(EndingTests.items)
      table.begin()
      for line in lines { table.type(line) }
      #expect(table.effects.last?.outline == "finish")
      for event in EndingTests.everyEvent {
        var over = table.session
        #expect(over.apply(event).isEmpty, "\(event)")
      }
    }
  }

  @Test func closingIsWrittenOnceOnly() {
    var table = GameTable(EndingTests.items)
    table.begin()
    table.type("quit")
    table.feed(.ended(.terminated))
    let closings = table.bodies.filter { body in
      if case .sessionClosed = body { true } else { false }
    }
    #expect(closings.count == 1)
  }

  @Test func missedAreListedInTheOrderAsked() throws {
    let items = (0..<4).map { Item.sampleChoice(row: "r\($0)", seed: UInt64($0)) }
    var table = GameTable(items)
    table.begin()
    table.type("a", "", "c", "", "skip", "")
    table.feed(.timedOut(taken: 20_000))
    table.type("")
    let summary = try #require(table.summary)
    #expect(summary.missed.map(\.fact.row) == ["r0", "r2", "r3"])
    #expect(summary.score == ScoreSoFar(answered: 4, right: 1, points: 100))
  }
}
