import Classroom
import Foundation
import LineEditing
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI

/// Whole games in the room, as the teacher types them and the class reads them.
@Suite struct RoomTests {
  private let teacher: Teacher

  init() throws {
    teacher = try Teacher()
  }

  static let game =
    ["class", "play", "--questions", "3", "--seed", "4", "--form", "multiple-choice"] + Teacher.bank

  private func game() throws -> ClassActivity {
    try #require(try teacher.activities().last)
  }

  /// The answers of the game in the log that stand.
  private func answers(_ people: [LearnerID]? = nil) throws -> [SittingAnswer] {
    try teacher.answers(to: try game(), by: people)
  }

  /// A look at the game: how wide, in which colours.
  struct Look: CustomTestStringConvertible {
    let testDescription: String
    var columns = 80
    var options: [String] = []
    var hasColour = false
    var isUTF8 = true
  }

  static let looks = [
    Look(testDescription: "room-80", hasColour: true),
    Look(testDescription: "room-40", columns: 40),
    Look(testDescription: "room-reader", options: ["--screen-reader"]),
    Look(testDescription: "room-ascii", columns: 60, isUTF8: false),
  ]

  @Test(.tags(.snapshot), arguments: looks)
  func wholeGameOfTeamsReadsAsItWasRead(_ look: Look) throws {
    teacher.stage.environment.columns = { look.columns }
    teacher.stage.environment.isOutputUTF8 = look.isUTF8
    if look.hasColour { teacher.stage.environment.variables["NO_COLOR"] = nil }
    let lines = [
      "help", "3 b", "red", "red x", "r b", "missing", "", "b", "y a, orange c", "g a", "undo",
      "g c", "g d", "why", "", "help", "why", "source", "reveal", "score", "", "b a b c", "green -",
      "reveal", "undo", "a a a a", "", "", "skip",
    ]
    let command = RoomTests.game.map { $0 == "multiple-choice" ? "mixed" : $0 }
    #expect(teacher.run(command + ["--teams", "4"] + look.options, typing: lines) == 0)
    #expect(teacher.stage.talk == "")
    let text = Snapshot.tagged(teacher.stage.transcript)
    #expect(Snapshot.difference(of: text, from: look.testDescription) == nil)
    if !look.isUTF8 { #expect(text.utf8.allSatisfy { $0 < 0x80 }) }
  }

  @Test(.tags(.snapshot))
  func wholeGameOfPupilsReadsAsItWasRead() throws {
    try teacher.makeClass()
    let lines = ["1 a", "ben b, chloe c", "", "", "2 b", "reveal", "", "a a a", "", "score", ""]
    #expect(teacher.run(RoomTests.game + ["--class", "7b"], typing: lines) == 0)
    let text = Snapshot.tagged(teacher.stage.transcript)
    #expect(Snapshot.difference(of: text, from: "room-pupils") == nil)
    let pupils = try teacher.schoolClass().pupils
    #expect(try answers(pupils.map(\.id)).count == 7)
    #expect(teacher.run("class", "report") == 0)
    #expect(teacher.words.contains("3 pupils of 3, 3 questions."))
    teacher.expectSoundLog()
  }

  @Test func firstLetterOfATeamDoesForItsName() throws {
    #expect(teacher.run(RoomTests.game, typing: ["r b", "g c", ""]) == 0)
    #expect(teacher.stage.output.contains("  Red b.\n"))
    #expect(teacher.stage.output.contains("  Green c.\n"))
    #expect(try answers().count == 2)
  }

  @Test func noRowIsWiderThanTheWindow() throws {
    for columns in [36, 40, 60, 80] {
      teacher.stage.environment.columns = { columns }
      let lines = ["help", "b c", "", "help", "source", "why", "", "a -", "reveal", "", "quit"]
      #expect(teacher.run(RoomTests.game, typing: lines) == 0)
      // The line that says how to see the results wraps by itself.
      let game = teacher.stage.output.components(separatedBy: "The results: ")[0]
      #expect(TerminalText.widestRow(of: game) <= columns)
    }
  }

  @Test func answersAreInTheLogBeforeTheAnswerIsShown() throws {
    var counts: [Int] = []
    let output = teacher.stage.environment.output
    teacher.stage.environment.output = { [teacher] text in
      output(text)
      guard text.contains("Source: ") else { return }
      let log = try? teacher.openLog()
      let game = try? teacher.activities().last
      let sessions = game.map { $0.sessions(of: $0.participants.map(\.id)) } ?? []
      counts.append((try? log?.sittingAnswers(in: sessions).count) ?? -1)
      try? log?.close()
    }
    teacher.run(RoomTests.game, typing: ["a b", "", "", "b a", "", "", "quit"])
    #expect(counts == [2, 4])
  }

  @Test func takenBackAnswersCountOnce() throws {
    let lines = ["a a", "", "undo", "b b", "", "", "undo", "c c", "", "", "quit"]
    #expect(teacher.run(RoomTests.game, typing: lines) == 0)
    let answers = try answers()
    #expect(answers.count == 2)
    #expect(Set(answers.map(\.fact)) == [try game().questions[0].fact])
    #expect(teacher.stage.output.hasSuffix("attache class report \(try game().id)\n"))
    teacher.expectSoundLog()
  }

  @Test func gameOfTeamsIsReportedByTeam() throws {
    let lines = ["a b", "", "", "b a", "", "", "c c", "", ""]
    #expect(teacher.run(RoomTests.game, typing: lines) == 0)
    #expect(teacher.run("class", "report") == 0)
    #expect(teacher.words.contains("2 teams of 2, 3 questions."))
    #expect(teacher.stage.output.contains("  1 Red: "))
    #expect(teacher.stage.output.contains(" points"))
    for command in [["learner", "list"], ["scores"], ["history"]] {
      #expect(teacher.run(command) == 0)
      #expect(!teacher.stage.transcript.contains("Red"))
    }
  }

  @Test func gameForNobodyIsNotBegun() throws {
    #expect(teacher.run("class", "new", "7b") == 0)
    #expect(teacher.run(RoomTests.game + ["--class", "7b"]) == 64)
    #expect(teacher.stage.talk.contains("nobody is on the list of that class"))
    #expect(teacher.run("class", "play", "--resume") == 64)
    #expect(teacher.stage.talk == "there is no game yet; attache class play makes one\n")
    #expect(teacher.run(RoomTests.game + ["--teams", "1"]) == 64)
    #expect(teacher.stage.talk.contains("--teams is 2 to 12."))
    #expect(try teacher.activities().isEmpty)
  }

  @Test func commandsAreCompletedAndEachPromptRemembered() throws {
    let reader = ScriptedReader(lines: ["a b", "", "quit"])
    #expect(teacher.stage.run(RoomTests.game, reader: reader) == 0)
    #expect(reader.requests.allSatisfy { $0.completions.contains("reveal") })
    #expect(reader.requests.allSatisfy { $0.timeLimit == nil })
  }
}
