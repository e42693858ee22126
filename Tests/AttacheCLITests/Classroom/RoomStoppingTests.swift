import Classroom
import Foundation
import LineEditing
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// Games in the room that are stopped, gone on with, taken back and shown again.
@Suite struct RoomStoppingTests {
  private let teacher: Teacher

  init() throws {
    teacher = try Teacher()
  }

  private func game() throws -> ClassActivity {
    try #require(try teacher.activities().last)
  }

  private func answers() throws -> [SittingAnswer] { try teacher.answers(to: try game()) }

  @Test func stoppedGameGoesOnWhereItStood() throws {
    #expect(teacher.run(RoomTests.game, typing: ["a b", "", "", "quit"]) == 0)
    let first = try game()
    #expect(teacher.words.contains("Stopped after 1 of 3 questions; class play --resume goes on."))
    let lines = ["", "c c", "", "", "a a", "", ""]
    #expect(teacher.run(["class", "play", "--resume"], typing: lines) == 0)
    #expect(try teacher.activities() == [first])
    #expect(teacher.stage.output.contains("QUESTION 2 OF 3"))
    #expect(!teacher.stage.output.contains("QUESTION 1 OF 3"))
    #expect(teacher.stage.output.contains("The end, after 3 questions."))
    #expect(try answers().count == 6)
    // Once over it only shows where it ended.
    #expect(teacher.run(["class", "play", "--game", first.id.description]) == 0)
    #expect(!teacher.stage.output.contains("QUESTION"))
    #expect(teacher.stage.output.contains(" of 3 right"))
    teacher.expectSoundLog()
  }

  @Test func resumedGameShowsTheLastAnswerBeforeTheNextQuestion() throws {
    #expect(teacher.run(RoomTests.game, typing: ["a b", "", "quit"]) == 0)
    let question = try game().questions[0].item
    #expect(teacher.run(["class", "play", "--resume"], typing: ["", "quit"]) == 0)
    let shown = teacher.stage.transcript
    let answer = try #require(shown.range(of: question.explanation))
    let prompt = try #require(shown.range(of: "Enter for the next question > \n"))
    let next = try #require(shown.range(of: "QUESTION 2 OF 3"))
    #expect(answer.upperBound < prompt.lowerBound && prompt.upperBound < next.lowerBound)
    // It may still be taken back, as on the day before.
    #expect(teacher.run(["class", "play", "--resume"], typing: ["undo", "b a", "", "quit"]) == 0)
    #expect(teacher.stage.output.contains("QUESTION 1 OF 3"))
    #expect(try answers().count == 2)
    teacher.expectSoundLog()
  }

  @Test func gameThatWasStoppedGoesOnAndNotOneThatIsOver() throws {
    #expect(teacher.run(RoomTests.game, typing: ["a b", "", "", "quit"]) == 0)
    let stopped = try game()
    let short = RoomTests.game.map { $0 == "3" ? "1" : $0 }
    #expect(teacher.run(short, typing: ["a b", "", ""]) == 0)
    #expect(teacher.stage.output.contains("The end, after 1 question."))
    #expect(teacher.run(["class", "play", "--resume"], typing: ["", "quit"]) == 0)
    #expect(teacher.stage.output.contains("QUESTION 2 OF 3"))
    #expect(teacher.stage.output.hasSuffix("attache class report \(stopped.id)\n"))
  }

  static let ends: [(input: LineInput, code: Int32)] = [
    (.line("quit"), 0), (.interrupted, 130), (.terminated(signal: 15), 143), (.endOfInput, 0),
  ]

  @Test(arguments: ends)
  func lettersOfAnOpenQuestionAreKeptHoweverItEnds(input: LineInput, code: Int32) throws {
    let lines: [LineInput] = [.line("a b"), .line(""), .line(""), .line("red a"), input]
    var known = 0
    let output = teacher.stage.environment.output
    teacher.stage.environment.output = { [teacher] text in
      output(text)
      guard text.contains("Stopped after") else { return }
      known = (try? teacher.activities().last.map { try teacher.answers(to: $0).count }) ?? -1
    }
    #expect(teacher.stage.run(RoomTests.game, reader: ScriptedReader(lines)) == code)
    #expect(known == 3, "what was noted has to be in the log before the score is told")
    #expect(try answers().count == 3)
    #expect(teacher.stage.output.contains("Stopped after 2 of 3 questions"))
    #expect(teacher.run(["class", "play", "--resume"], typing: ["reveal", "", "quit"]) == 0)
    #expect(teacher.stage.output.contains("QUESTION 2 OF 3"))
    #expect(teacher.stage.transcript.contains("1 of 2 answered > "))
    #expect(teacher.stage.output.contains(try game().questions[1].item.explanation))
    #expect(teacher.stage.output.contains("QUESTION 3 OF 3"))
    teacher.expectSoundLog()
  }

  @Test(arguments: ends)
  func questionThatNobodyAnsweredStaysOpen(input: LineInput, code: Int32) throws {
    let lines: [LineInput] = [.line("a b"), .line(""), .line(""), input]
    #expect(teacher.stage.run(RoomTests.game, reader: ScriptedReader(lines)) == code)
    #expect(try answers().count == 2)
    #expect(teacher.stage.output.contains("Stopped after 1 of 3 questions"))
    #expect(teacher.run(["class", "play", "--resume"], typing: ["", "quit"]) == 0)
    #expect(teacher.stage.output.contains("QUESTION 2 OF 3"))
  }

  @Test func undoGoesBackOneQuestionAlsoOverOneThatWasLeftOut() throws {
    let lines = ["a b", "", "", "skip", "undo", "c c", "", "", "undo", "undo", "quit"]
    #expect(teacher.run(RoomTests.game, typing: lines) == 0)
    let shown = teacher.stage.output.matches(of: #/QUESTION (\d) OF 3/#).map { $0.output.1 }
    #expect(shown == ["1", "2", "3", "2", "3", "2"])
    #expect(teacher.stage.output.contains("Taken back."))
    // The second undo took back one letter of two, and the other is kept on leaving.
    #expect(try answers().count == 3)
    teacher.expectSoundLog()
  }

  @Test func againShowsWhatIsOnTheBoard() throws {
    let lines = ["a -", "again", "green b", "", "again", "", "quit"]
    #expect(teacher.run(RoomTests.game, typing: lines) == 0)
    let item = try game().questions[0].item
    #expect(teacher.stage.output.components(separatedBy: "QUESTION 1 OF 3").count == 3)
    #expect(teacher.stage.output.components(separatedBy: item.stem).count == 3)
    #expect(teacher.stage.output.components(separatedBy: item.explanation).count == 3)
    #expect(teacher.stage.transcript.contains("1 of 2 answered > green b\n"), "no letter is lost")
    #expect(try answers().count == 2)
  }

  @Test func gameWhoseLastQuestionWasLeftOutIsOver() throws {
    let lines = ["a b", "", "", "b b", "", "", "skip"]
    #expect(teacher.run(RoomTests.game, typing: lines) == 0)
    #expect(teacher.stage.output.contains("The end: 2 of 3 questions were answered."))
    #expect(!teacher.stage.output.contains("Stopped"))
  }
}
