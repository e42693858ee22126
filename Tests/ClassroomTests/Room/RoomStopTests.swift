import Classroom
import QuizModel
import ScoreStore
import Testing

/// Games in the room that are stopped, and gone on with.
@Suite struct RoomStopTests {
  /// How a game may be stopped.
  enum Ending: String, CaseIterable, CustomTestStringConvertible {
    case quit, endOfInput

    var testDescription: String { rawValue }
  }

  private let people = SampleClass.participants(["Red", "Blue", "Green"])
  private let activity: ClassActivity
  private let ledger: Ledger

  init() throws {
    activity = try SampleActivity.game(5, people)
    ledger = try Ledger()
  }

  private func table() throws -> RoomTable {
    try RoomTable(activity, people, ledger: ledger)
  }

  private func stop(_ table: inout RoomTable, by ending: Ending) throws -> [RoomEffect] {
    switch ending {
    case .quit: try table.type("quit")
    case .endOfInput: try table.endInput()
    }
  }

  @Test("keep the letters of the open question", arguments: Ending.allCases)
  func lettersStay(_ ending: Ending) throws {
    var table = try table()
    try table.type("abc", "", "", "1a", "3b", "1c")
    let effects = try stop(&table, by: ending)
    #expect(effects.outline == ["say summary 2/5, stopped", "finish"])
    let standings = try table.standingsOfLog()
    #expect(standings.map(\.answered) == [2, 1, 2])
    let last = try ledger.answers(in: activity, by: [people[0].id]).last
    #expect(try activity.questions[1].option(of: #require(last)) == 2)
    var resumed = try self.table()
    #expect(resumed.effects.outline == ["say question 2/5", "ask 2/3"])
    #expect(resumed.standings() == standings)
    try resumed.type("2d", "")
    #expect(try resumed.standingsOfLog().map(\.answered) == [2, 2, 2])
    try resumed.type("")
    #expect(resumed.questionNumber == 3)
  }

  @Test("write nothing where nothing is noted or all is written", arguments: Ending.allCases)
  func nothingToKeep(_ ending: Ending) throws {
    var fresh = try table()
    #expect(try stop(&fresh, by: ending).outline == ["say summary 0/5, stopped", "finish"])
    var erased = try table()
    try erased.type("1a", "1-")
    #expect(try stop(&erased, by: ending).outline == ["say summary 0/5, stopped", "finish"])
    var shown = try table()
    try shown.type("abc", "")
    let count = try ledger.log.recordCount()
    #expect(try stop(&shown, by: ending).outline == ["say summary 1/5, stopped", "finish"])
    #expect(try stop(&shown, by: ending).isEmpty)
    #expect(try ledger.log.recordCount() == count)
  }

  @Test("are over once the last question was shown or skipped", arguments: Ending.allCases)
  func over(_ ending: Ending) throws {
    var table = try table()
    try table.type("skip", "abc", "reveal", "", "skip", "skip", "abc", "reveal")
    #expect(try stop(&table, by: ending).outline == ["say summary 2/5", "finish"])
    var open = try RoomTable(activity, people, ledger: Ledger())
    try open.type("skip", "skip", "skip", "skip", "1a")
    #expect(
      try stop(&open, by: ending).outline == ["say summary 1/5, stopped", "finish"]
    )
    var last = try RoomTable(activity, people, ledger: Ledger())
    try last.type("skip", "skip", "skip", "skip")
    #expect(try last.type("skip").outline == ["say skipped", "say summary 0/5", "finish"])
  }

  @Test("go back one question with each undo, also over skipped ones")
  func undoOverSkipped() throws {
    var table = try table()
    try table.type("abc", "", "", "skip", "skip")
    #expect(table.questionNumber == 4)
    #expect(try table.type("undo").outline == ["say undone", "say question 3/5", "ask 0/3"])
    try table.type("1t")
    #expect(try table.type("undo").outline == ["record 1", "say undone", "ask 0/3"])
    #expect(try table.type("undo").outline == ["say undone", "say question 2/5", "ask 0/3"])
    #expect(
      try table.type("undo").outline == ["say undone", "say question 1/5", "ask 3/3"]
    )
    try table.type("undo", "undo", "undo")
    #expect(try table.type("undo").outline == ["say nothing to undo", "ask 0/3"])
  }

  @Test("show once more what is to be seen, and change nothing")
  func again() throws {
    var table = try table()
    try table.type("1a", "2b")
    #expect(try table.type("again").outline == ["say question 1/5", "ask 2/3"])
    #expect(try table.type("missing").outline == ["say missing Green", "ask 2/3"])
    let shown = try table.type("reveal").outline.suffix(2)
    let standings = try table.standingsOfLog()
    #expect(try table.type("again").outline == Array(shown))
    #expect(try table.standingsOfLog() == standings)
    try table.type("undo", "undo", "undo")
    #expect(try table.type("missing").outline.first == "say missing Red, Blue, Green")
  }

  @Test("lose nothing, however often they are stopped", arguments: 0..<40)
  func randomStops(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var table = try table()
    let lines = [
      "1a", "2b", "3-", "1t", "2f", "3 t", "abc", "ttf", "a-b", "", "reveal", "next", "undo",
      "skip",
      "again", "1c", "2-", "score",
    ]
    for _ in 0..<60 where !table.isOver {
      try table.type(lines[random.below(lines.count)])
      guard !table.isOver, random.below(4) == 0 else { continue }
      let before = table.standings()
      _ = try stop(&table, by: Ending.allCases[random.below(2)])
      #expect(try table.standingsOfLog() == before)
      table = try self.table()
      guard !table.isOver else { break }
      #expect(table.standings() == before)
      #expect(try table.standingsOfLog() == before)
    }
    #expect(try ledger.log.check().isEmpty)
  }
}
