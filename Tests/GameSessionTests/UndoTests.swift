import QuizModel
import TestSupport
import Testing

@testable import GameSession

/// Taking an answer back, until the next question is shown.
@Suite struct UndoTests {
  private let items = [
    Item.sampleChoice(), Item.sampleStatement(true, row: "moz"),
    Item.sampleChoice(row: "swe", seed: 9),
  ]

  @Test func undoRetractsTheRecordOfTheLastAnswer() {
    var table = GameTable(items)
    table.begin()
    table.type("a")
    #expect(table.type("undo").outline == ["record retraction", "say undone", "ask go-ahead"])
    let expected = Retraction(learner: GameTable.learner, answer: table.records[0])
    #expect(table.bodies.last == .retracted(expected))
  }

  @Test func whereNothingMayBeTakenBackUndoIsRefusedAndAllElseIsAsUsual() {
    var table = GameTable(items, allowsUndo: false)
    table.begin()
    #expect(table.type("undo").outline == ["say undo not while graded", "ask answer"])
    table.type("hint", "c")
    let offered = table.effects.contains { effect in
      guard case .ask(.goAhead(_, let canUndo)) = effect else { return false }
      return canUndo
    }
    #expect(!offered)
    #expect(table.type("undo").outline == ["say undo not while graded", "ask go-ahead"])
    #expect(table.type("score").outline.first == "say score 1/1 50")
    #expect(table.bodies.count == 1)
    #expect(table.answers.map(\.hints) == [1])
  }

  @Test func flagBetweenAnswerAndUndoIsNotWhatIsTakenBack() {
    var table = GameTable(items)
    table.begin()
    table.type("flag odd", "a", "flag still odd", "undo")
    // The first record is a flag, the second the answer, the third a flag.
    let expected = Retraction(learner: GameTable.learner, answer: table.records[1])
    #expect(table.bodies.last == .retracted(expected))
  }

  @Test func retractedAnswerEarnsNothingAndCountsNowhere() throws {
    var table = GameTable(items)
    table.begin()
    table.type("c", "undo")
    #expect(table.type("score").outline.first == "say score 0/0 0")
    table.type("", "f", "undo", "", "c", "")
    let summary = try #require(table.summary)
    #expect(summary.score == ScoreSoFar(answered: 1, right: 1, points: 100))
    // What was taken back is not among the missed either.
    #expect(summary.missed.isEmpty)
  }

  @Test func undoneQuestionIsNotAskedAgainButTheGameGoesOn() {
    var table = GameTable(items)
    table.begin()
    table.type("c", "undo")
    #expect(table.type("").outline == ["draw", "say question 2/3", "note shown", "ask answer"])
  }

  @Test func secondUndoFindsNothing() {
    var table = GameTable(items)
    table.begin()
    table.type("c", "undo")
    #expect(table.type("undo").outline == ["say nothing to undo", "ask go-ahead"])
    #expect(table.bodies.count == 2)
  }

  @Test func undoIsOverOnceTheNextQuestionIsShown() {
    var table = GameTable(items)
    table.begin()
    table.type("c", "")
    #expect(table.type("undo").outline == ["say nothing to undo", "ask answer"])
    table.type("t")
    // It is the second answer that goes, not the first.
    table.type("undo")
    let expected = Retraction(learner: GameTable.learner, answer: table.records[1])
    #expect(table.bodies.last == .retracted(expected))
  }

  @Test(arguments: ["skip", "a"])
  func skippedAndWrongAnswersCanBeTakenBackToo(line: String) throws {
    var table = GameTable([items[0]])
    table.begin()
    table.type(line, "undo", "")
    let summary = try #require(table.summary)
    #expect(summary.missed.isEmpty)
    #expect(summary.score.answered == 0)
  }

  @Test func lastAnswerCanBeTakenBackBeforeTheResult() throws {
    var table = GameTable([items[0]])
    table.begin()
    #expect(table.type("c").outline.last == "ask last go-ahead or undo")
    #expect(table.type("undo").outline.last == "ask last go-ahead")
    #expect(
      table.type("").outline == ["record closing finished", "say summary 0", "finish"]
    )
  }
}
