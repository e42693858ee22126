import Foundation
import LearningModel
import LineEditing
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI

/// What the home page says of somebody who has played before.
@Suite struct HomePageTests {
  private static let home = ["--bank", "six-states"]

  private let stage: Stage
  private let clock: MovingClock

  init() throws {
    stage = try Stage()
    clock = MovingClock(of: stage)
  }

  /// The page at 80 and at 40 columns.
  private func page(_ name: String) -> String {
    var text = "# \(name)\n"
    for (columns, more) in [(80, []), (40, ["--screen-reader"])] {
      stage.environment.columns = { columns }
      #expect(stage.run(HomePageTests.home + more, reader: ScriptedReader(lines: ["q"])) == 0)
      #expect(stage.talk.isEmpty)
      text += Snapshot.tagged(stage.transcript) + "\n"
    }
    stage.environment.columns = { 80 }
    return text
  }

  private func trip(_ words: String...) {
    #expect(stage.run(["trip", "--bank", "six-states"] + words, reader: ScriptedReader([])) == 0)
  }

  private func study(_ count: Int, by answers: [String] = ["a", "t"]) {
    let lines = (0..<count).flatMap { _ in answers + [""] }
    let arguments = ["study", "--bank", "six-states", "--questions", "\(count)"]
    #expect(stage.run(arguments, reader: ScriptedReader(lines: lines)) == 0)
  }

  @Test(.tags(.snapshot))
  func pageOfATravellerReadsAsItWasRead() throws {
    var text = page("new")
    trip("in", "41", "days", "--per-day", "3")
    text += page("a plan, and nothing answered")
    study(2, by: ["skip"])
    text += page("begun today")
    study(1, by: ["skip"])
    text += page("done today")
    for _ in 0..<3 {
      clock.move(byDays: 1)
      study(3, by: ["skip"])
    }
    clock.move(byDays: 1)
    text += page("four days in a row up to yesterday")
    clock.move(byDays: 36)
    text += page("the eve, after a month without")
    clock.move(byDays: 1)
    text += page("the day of departure")
    clock.move(byDays: 1)
    text += page("the day after")
    #expect(Snapshot.difference(of: text, from: "home-traveller") == nil)
  }

  @Test(.tags(.snapshot))
  func pageOfSomebodyWhoStudiesAloneReadsAsItWasRead() throws {
    var text = ""
    study(6, by: ["skip"])
    text += page("the first day")
    study(6, by: ["skip"])
    text += page("done today")
    clock.move(byDays: 1)
    text += page("the second day")
    for _ in 0..<4 {
      study(12, by: ["skip"])
      clock.move(byDays: 1)
    }
    text += page("five days")
    #expect(Snapshot.difference(of: text, from: "home-alone") == nil)
  }

  @Test func dayDoneIsSaidAndEnterStudiesOn() throws {
    trip("in", "41", "days", "--per-day", "2")
    study(2, by: ["skip"])
    let reader = ScriptedReader(lines: ["", "skip", "", "quit"])
    #expect(stage.run(HomePageTests.home, reader: reader) == 0)
    #expect(stage.output.contains("Today is done: 2 questions."))
    #expect(reader.requests.first?.prompt.styled == "Enter for 2 more, q to leave > ")
    #expect(stage.output.contains("Today's 2 questions are done; what comes now is extra."))
    #expect(stage.output.contains("1 of 2"))
  }

  @Test func lookingLeavesNoTrace() throws {
    #expect(stage.run(HomePageTests.home, reader: ScriptedReader(lines: ["q"])) == 0)
    #expect(!FileManager.default.fileExists(atPath: stage.log.path))
    // A log without learners gets none by being looked at.
    stage.run("learner", "list")
    #expect(stage.run(HomePageTests.home, reader: ScriptedReader(lines: ["q"])) == 0)
    stage.run("learner", "list")
    #expect(stage.output.hasPrefix("Nobody yet"))
  }

  @Test func somebodyNewMayStudyAtOnce() throws {
    let reader = ScriptedReader(lines: ["study", "skip", "", "quit"])
    #expect(stage.run(HomePageTests.home, reader: reader) == 0)
    #expect(stage.output.contains("Now: 12 new facts."))
    #expect(stage.output.contains("1 of 12"))
    stage.run("learner", "list")
    #expect(stage.output.hasPrefix("ri (plays now)"))
  }

  @Test(arguments: ["", "study", "play"])
  func damagedLogKeepsNobodyFromPlaying(line: String) throws {
    study(1)
    try Data("SQLite format 3\0 and then nothing".utf8).write(to: stage.log)
    for suffix in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: stage.log.path + suffix)
    }
    let before = try Data(contentsOf: stage.log)
    let reader = ScriptedReader(lines: [line, "yes", "skip", "", "quit"])
    #expect(stage.run(HomePageTests.home, reader: reader) == 0)
    #expect(stage.talk.contains("log.sqlite"))
    #expect(stage.output.contains("1 of 10"))
    #expect(try Data(contentsOf: stage.log) == before)
  }
}
