import Classroom
import Foundation
import GameSession
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// Which activity a report tells of, and by whose clock work is late.
@Suite struct ReportChoiceTests {
  private let teacher: Teacher

  init() throws {
    teacher = try Teacher()
    try teacher.makeClass()
  }

  private func assign(_ options: String...) throws -> ClassActivity {
    let command = ["class", "assign", "--class", "7b", "--questions", "2", "--output"]
    let form = ["--form", "multiple-choice"] + Teacher.bank
    try #require(teacher.run(command + [teacher.path("h.json")] + form + options) == 0)
    return try #require(try teacher.activities().last)
  }

  @Test func reportTellsOfTheLatestThatAnybodyAnswered() throws {
    let paper = try teacher.printPaper()
    let letters = try #require(paper.sheets.first).rightLetters
    #expect(try teacher.mark(paper, ["1,A,\(letters)"]) == 0)
    let homework = try assign()
    #expect(teacher.run("class", "report") == 0)
    #expect(teacher.words.contains("(\(paper.id), "))
    #expect(teacher.run("class", "report", homework.id.description) == 0)
    #expect(teacher.words.contains("(\(homework.id), "))
    #expect(teacher.words.contains("Nobody has answered it yet."))
  }

  @Test func latestOfAllIsToldWhereNobodyHasAnsweredAnything() throws {
    _ = try teacher.printPaper()
    let homework = try assign()
    #expect(teacher.run("class", "report") == 0)
    #expect(teacher.words.contains("(\(homework.id), "))
  }

  /// Hours from Greenwich, and whether eleven in the evening of the last day in Honolulu is late.
  @Test(arguments: [(-10, false), (9, true)])
  func workIsLateByThePupilsClock(hours: Int, isLate: Bool) throws {
    let homework = try assign("--deadline", "2026-11-24")
    let pupil = try Teacher()
    // 25 November 2026, 9:00 UTC.
    let moment = Instant(milliseconds: 1_795_597_200_000)
    pupil.stage.environment.now = {
      LocalInstant(instant: moment, zone: "Etc", offset: hours * 3600)
    }
    let play = ["play", "--assignment", teacher.path("h.json"), "--output", pupil.path("r.json")]
    let lines = homework.questions.flatMap { [$0.item.labels[$0.key], ""] }
    #expect(pupil.run(play + ["--name", "Ada Lee"], typing: lines) == 0)
    teacher.wait(days: 7)
    #expect(teacher.run("class", "collect", pupil.path("r.json")) == 0)
    #expect(teacher.words.contains("Ada Lee, complete, late") == isLate)
    #expect(teacher.run("class", "report") == 0)
    #expect(teacher.stage.output.contains("late") == isLate)
  }
}
