import GameSession
import QuizModel
import TestSupport
import Testing

/// One question: how it is put, answered, recorded and judged.
@Suite struct AnsweringTests {
  private let first = Item.sampleChoice()
  private let second = Item.sampleStatement(false, row: "moz")

  @Test func startedGamePutsTheFirstQuestion() {
    var table = GameTable([first, second])
    #expect(table.begin().outline == ["draw", "say question 1/2", "note shown", "ask answer"])
  }

  /// A way to answer, and the order of what follows.
  struct Way: CustomTestStringConvertible {
    let event: SessionEvent
    let outline: [String]
    let choice: Choice
    let points: Int

    var testDescription: String { outline.joined(separator: ", ") }
  }

  static let ways = [
    Way(
      event: .line("c", taken: 900),
      outline: ["record right answer", "say right", "ask go-ahead or undo"],
      choice: .option(2),
      points: 100
    ),
    Way(
      event: .line("Sweden", taken: 900),
      outline: ["record answer", "say wrong 1", "ask go-ahead or undo"],
      choice: .option(1),
      points: 0
    ),
    Way(
      event: .line("skip", taken: 900),
      outline: ["record answer", "say skipped", "ask go-ahead or undo"],
      choice: .dontKnow,
      points: 0
    ),
    Way(
      event: .timedOut(taken: 900),
      outline: ["record answer", "say timed out", "ask go-ahead or undo"],
      choice: .timedOut,
      points: 0
    ),
  ]

  @Test(arguments: ways)
  func answerIsRecordedBeforeItsVerdict(_ way: Way) throws {
    var table = GameTable([first, second])
    table.begin()
    #expect(table.feed(way.event).outline == way.outline)
    let answer = try #require(table.answers.first)
    #expect(answer.choice == way.choice)
    #expect(answer.points == way.points)
    #expect(answer.isRight == (way.points > 0))
    #expect(answer.taken == 900)
  }

  @Test func recordHoldsTheItemAsItWasShown() throws {
    var table = GameTable([first])
    table.begin()
    table.type("c", taken: -5)
    let answer = try #require(table.answers.first)
    #expect(answer.session == GameTable.sitting)
    #expect(answer.learner == GameTable.learner)
    #expect(answer.item == ShownItem(first))
    #expect(answer.fact == first.fact)
    #expect(answer.template == "established-first")
    #expect(answer.topic == "when-they-began")
    #expect(answer.bank == "0cf3edea-a35e-4c0e-9dc6-e9071185ea98")
    #expect(answer.correctAnswer == "Guinea")
    #expect(answer.digest == first.knowledgeDigest)
    #expect(answer.shownAt.instant == GameTable.start)
    #expect(answer.shownAt.zone == "Europe/Berlin")
    #expect(answer.hints == 0)
    // A clock may be set back; time taken is never negative.
    #expect(answer.taken == 0)
  }

  @Test func verdictTellsItemPointsAndOutcome() {
    var table = GameTable([first])
    table.begin()
    table.type("a")
    guard case .verdict(let verdict)? = table.messages.last else {
      Issue.record("no verdict")
      return
    }
    #expect(verdict.outcome == .wrong(0))
    #expect(verdict.item == first)
    #expect(verdict.points == 0)
  }

  /// A line that is no answer, and what is said of it.
  static let refused: [(String, String)] = [
    ("", "say answer wanted"), ("d", "say unknown d"), ("Belgium", "say unknown Belgium"),
    ("so", "say source only after"), ("why", "say why only after"), ("undo", "say nothing to undo"),
    ("?", "say help for answer"), ("score", "say score 0/0 0"),
  ]

  @Test(arguments: refused)
  func whatIsNoAnswerIsSaidAndAskedAgain(line: String, said: String) {
    var table = GameTable([first])
    table.begin()
    #expect(table.type(line).outline == [said, "ask answer"])
    #expect(table.bodies.isEmpty)
    // The question is still open.
    #expect(table.type("c").outline.first == "record right answer")
  }

  static let between: [(String, String)] = [
    ("why", "say whys"), ("source", "say sources"), ("sc", "say score 1/1 100"),
    ("help", "say help for go-ahead"), ("hint", "say hint only before"),
    ("skip", "say skip only before"), ("c", "say unknown c"), ("Sweden", "say unknown Sweden"),
    ("s", "say unknown s"),
  ]

  @Test(arguments: between)
  func betweenQuestionsOnlyCommandsHaveAMeaning(line: String, said: String) {
    var table = GameTable([first, second])
    table.begin()
    table.type("c")
    #expect(table.type(line).outline == [said, "ask go-ahead or undo"])
    #expect(table.answers.count == 1)
    #expect(table.type("").outline == ["draw", "say question 2/2", "note shown", "ask answer"])
  }

  @Test(arguments: ["", "next", "n", "NEXT", " ne "])
  func enterOrNextGoesOn(line: String) {
    var table = GameTable([first, second])
    table.begin()
    // Before the answer there is nothing to go on from, and "n" is not the letter of an option.
    #expect(table.type("next").outline == ["say next only after", "ask answer"])
    table.type("c")
    #expect(table.type(line).outline == ["draw", "say question 2/2", "note shown", "ask answer"])
    table.type("f")
    #expect(table.type(line).outline.last == "finish")
  }

  @Test func lineThatFitsTwoThingsIsAskedAgainInBothPhases() {
    let guineas = Item.sampleChoice(["Guinea", "Guinea-Bissau", "Sweden"], key: 0)
    var table = GameTable([guineas, second])
    table.begin()
    #expect(table.type("guinea").outline == ["say ambiguous Guinea, Guinea-Bissau", "ask answer"])
    table.type("a")
    #expect(table.type("").outline.first == "draw")
    #expect(table.answers.count == 1)
  }

  @Test func questionShowsThePointsSoFar() {
    var table = GameTable([first, second])
    table.begin()
    table.type("c", "")
    guard case .question(let question)? = table.messages.last else {
      Issue.record("no question")
      return
    }
    #expect(question.points == 100)
    #expect(question.number == 2)
    #expect(question.removed.isEmpty)
  }

  @Test func lineBeforeTheQuestionStandsOnTheScreenSettlesNothing() {
    var session = GameTable([first]).session
    _ = session.apply(.started)
    #expect(session.apply(.line("c", taken: 0)).isEmpty)
    _ = session.apply(.drawn(first))
    #expect(session.apply(.line("c", taken: 0)).outline == ["ask answer"])
  }

  @Test func momentOfTheLastQuestionIsNotTakenForThisOne() {
    var session = GameTable([first, second]).session
    let moment = LocalInstant(instant: GameTable.start, zone: "UTC", offset: 0)
    _ = session.apply(.started)
    _ = session.apply(.drawn(first))
    _ = session.apply(.shown(at: moment))
    _ = session.apply(.line("c", taken: 0))
    _ = session.apply(.line("", taken: 0))
    _ = session.apply(.drawn(second))
    #expect(session.apply(.line("t", taken: 0)).outline == ["ask answer"])
  }

  @Test func timeThatRunsOutBetweenQuestionsMeansNothing() {
    var table = GameTable([first, second])
    table.begin()
    table.type("c")
    #expect(table.feed(.timedOut(taken: 20_000)).isEmpty)
    #expect(table.answers.count == 1)
  }

  @Test func flagKeepsTheNoteAndLeavesTheQuestionOpen() throws {
    var table = GameTable([first, second])
    table.begin()
    #expect(
      table.type("flag Cuba came later").outline == ["record flag", "say flagged", "ask answer"]
    )
    #expect(
      table.type("c").outline == ["record right answer", "say right", "ask go-ahead or undo"]
    )
    #expect(table.type("flag").outline == ["record flag", "say flagged", "ask go-ahead or undo"])
    let flags = table.bodies.compactMap { body in
      if case .flagged(let flag) = body { flag } else { nil }
    }
    #expect(flags.map(\.note) == ["Cuba came later", ""])
    let flag = try #require(flags.first)
    #expect(flag.item == first.id.description)
    #expect(flag.stem == first.stem)
    #expect(flag.fact == first.fact)
    #expect(flag.learner == GameTable.learner)
  }
}
