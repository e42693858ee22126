import Classroom
import QuizModel
import ScoreStore
import Testing

/// How a game in the room goes.
@Suite struct RoomGameTests {
  private let people = SampleClass.participants(["Red", "Blue", "Green"])
  private let activity: ClassActivity
  private let ledger: Ledger

  init() throws {
    activity = try SampleActivity.game(4, people)
    ledger = try Ledger()
  }

  private func table() throws -> RoomTable {
    try RoomTable(activity, people, ledger: ledger)
  }

  @Test("answers are in the log before they are echoed")
  func recordsFirst() throws {
    var table = try table()
    #expect(table.effects.outline == ["say question 1/4", "ask 0/3"])
    // Three openings, three answers.
    #expect(try table.type("abc").outline == ["record 6", "say noted", "ask 3/3"])
    #expect(try ledger.log.recordCount() == 6)
    #expect(try table.type("").outline == ["say reveal", "ask go-ahead"])
    #expect(try table.type("").outline == ["say question 2/4", "ask 0/3"])
    #expect(try table.type("ab-").outline == ["record 2", "say noted", "ask 2/3"])
    // What is corrected is taken back first; what stays is not written again.
    #expect(try table.type("ac-").outline == ["record 2", "say noted", "ask 2/3"])
    #expect(try table.type("ac-").outline == ["say noted", "ask 2/3"])
    #expect(try table.type("1-").outline == ["record 1", "say noted", "ask 1/3"])
  }

  @Test("Enter waits for all, reveal for nobody")
  func waiting() throws {
    var table = try table()
    try table.type("2b")
    #expect(try table.type("").outline == ["say not all: Red, Green", "ask 1/3"])
    #expect(try table.type("reveal").outline == ["say reveal", "ask go-ahead"])
    try table.type("next")
    #expect(try table.type("reveal").outline == ["say reveal", "ask go-ahead"])
    #expect(try table.standingsOfLog().map(\.answered) == [0, 1, 0])
  }

  @Test("each command has its time")
  func timeOfCommands() throws {
    var table = try table()
    for command in ["next", "why", "source"] {
      #expect(try table.type(command).outline == ["say \(command) only after", "ask 0/3"])
    }
    #expect(try table.type("help").outline == ["say help before", "ask 0/3"])
    #expect(try table.type("undo").outline == ["say nothing to undo", "ask 0/3"])
    try table.type("aaa", "")
    for command in ["reveal", "skip", "missing"] {
      #expect(try table.type(command).outline == ["say \(command) only before", "ask go-ahead"])
    }
    #expect(try table.type("why").outline == ["say whys", "ask go-ahead"])
    #expect(try table.type("source").outline == ["say sources", "ask go-ahead"])
    #expect(try table.type("help").outline == ["say help after", "ask go-ahead"])
    #expect(try table.type("1b").outline == ["say help after", "ask go-ahead"])
    #expect(try table.type("score").outline == ["say standings", "ask go-ahead"])
  }

  @Test("undo takes back what the last line did, line by line")
  func undoByLine() throws {
    var table = try table()
    func missing() throws -> String? { try table.type("missing").outline.first }
    try table.type("1a", "2b", "1c", "2 -", "abc")
    try table.type("undo")
    #expect(try missing() == "say missing Blue, Green")
    try table.type("undo")
    #expect(try missing() == "say missing Green")
    // Red's a is back, not Blue's b gone.
    try table.type("undo", "reveal")
    let answers = try ledger.answers(in: activity, by: people.map(\.id)).filter { !$0.isRetracted }
    let options = answers.map { activity.questions[0].option(of: $0) }
    #expect(options.count == 2)
    #expect(Set(options) == [0, 1])
  }

  @Test("undo opens a shown question again with what was noted, which stays in the log")
  func undoOfReveal() throws {
    var table = try table()
    try table.type("abc", "")
    let before = try table.standingsOfLog()
    #expect(
      try table.type("undo").outline == ["say undone", "say question 1/4", "ask 3/3"]
    )
    #expect(try table.type("").outline == ["say reveal", "ask go-ahead"])
    #expect(try table.standingsOfLog() == before)
    try table.type("next")
    #expect(try table.type("undo").outline.first == "say undone")
    #expect(table.questionNumber == 1)
    try table.type("undo")
    #expect(try table.standingsOfLog().map(\.answered) == [1, 1, 0])
    try table.type("1a", "reveal")
    #expect(try table.standingsOfLog() == table.standings())
    #expect(try ledger.log.check().isEmpty)
  }

  @Test("in a question that was opened again undo takes back one answer at a time")
  func undoInReopened() throws {
    var table = try table()
    try table.type("abc", "", "", "ab-", "reveal", "undo")
    #expect(table.questionNumber == 2)
    #expect(try table.type("undo").outline == ["record 1", "say undone", "ask 1/3"])
    #expect(try table.type("missing").outline.first == "say missing Blue, Green")
    #expect(try table.type("undo").outline == ["record 1", "say undone", "ask 0/3"])
    #expect(try table.type("undo").outline.first == "say undone")
    #expect(table.questionNumber == 1)
  }

  @Test("the last question may be taken back too, but not once the game is over")
  func theEnd() throws {
    var table = try table()
    try table.type("abc", "", "", "skip")
    #expect(table.questionNumber == 3)
    try table.type("ttf", "", "")
    #expect(try table.type("aab", "").outline.last == "ask last")
    #expect(try table.type("undo").outline.last == "ask 3/3")
    #expect(try table.type("", "").outline == ["say summary 3/4", "finish"])
    #expect(try table.type("undo", "1a").isEmpty)
    #expect(try self.table().effects.outline == ["say reveal", "ask last"])
  }

  @Test("letters of the last question, kept when the game stops, do not end it unseen")
  func stopBeforeTheLastAnswer() throws {
    var table = try table()
    try table.type("abc", "", "", "abc", "reveal", "", "ttf", "", "", "aab")
    #expect(try table.endInput().outline == ["say summary 4/4, stopped", "finish"])
    var resumed = try self.table()
    #expect(resumed.effects.outline == ["say reveal", "ask last"])
    #expect(try resumed.type("").outline == ["say summary 4/4", "finish"])
  }

  @Test("without a question there is nothing to play")
  func noQuestion() throws {
    let empty = try SampleActivity.game(0, people)
    let table = try RoomTable(empty, people, ledger: ledger)
    #expect(table.effects.outline == ["say summary 0/0", "finish"])
  }

  @Test("the end of the input ends the game, and keeps what was shown")
  func endOfInput() throws {
    var table = try table()
    try table.type("abc", "", "")
    try table.type("ab-")
    #expect(try table.endInput().outline == ["say summary 2/4, stopped", "finish"])
    #expect(try table.endInput().isEmpty)
    var resumed = try self.table()
    // The question that was open, with what was entered of it.
    #expect(resumed.effects.outline == ["say question 2/4", "ask 2/3"])
    #expect(try resumed.standingsOfLog().map(\.answered) == [2, 2, 1])
    try resumed.type("3c", "", "")
    #expect(resumed.questionNumber == 3)
  }

  @Test("the score tells nothing of a question that is still open")
  func openQuestion() throws {
    var table = try table()
    try table.type("abc", "", "")
    func score() throws -> [Int] {
      for case .say(.standings(let all)) in try table.type("score") { return all.map(\.answered) }
      return []
    }
    try table.type("1a")
    #expect(try score() == [1, 1, 1])
    try table.type("reveal")
    #expect(try score() == [2, 1, 1])
  }

  @Test("who was never there is not waited for when a game goes on")
  func absentees() throws {
    var table = try table()
    try table.type("ab-", "reveal", "", "1a")
    // Blue answered the first question, and so may still answer the second.
    #expect(try self.table().effects.outline == ["say question 2/4", "ask 1/3"])
    try table.type("2a", "reveal")
    #expect(try self.table().effects.outline == ["say reveal", "ask go-ahead"])
  }
}
