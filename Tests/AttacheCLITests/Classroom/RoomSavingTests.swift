import Classroom
import Foundation
import GameSession
import LineEditing
import QuizModel
import ScoreStore
import TerminalUI
import TestSupport
import Testing

@testable import AttacheCLI

/// Games in the room while the disk is full.
@Suite struct RoomSavingTests {
  private let teacher: Teacher
  private let activity: ClassActivity

  init() throws {
    teacher = try Teacher()
    #expect(teacher.run(RoomTests.game, typing: ["quit"]) == 0)
    activity = try #require(try teacher.activities().last)
  }

  /// A disk that is full at some of its writes.
  private final class Disk {
    let fails: (Int) -> Bool
    private(set) var writes = 0
    private(set) var written: [Record] = []

    init(_ fails: @escaping (Int) -> Bool) { self.fails = fails }

    func save(_ records: [Record]) throws(ScoreStoreError) {
      writes += 1
      if fails(writes) { throw .full(path: "/log.sqlite") }
      written += records
    }

    var answers: Int {
      written.count { record in
        if case .answered = record.body { return true }
        return false
      }
    }
  }

  /// Plays, and says with which code it ended; `nil` where it ended by itself.
  private func play(_ lines: [LineInput], _ disk: Disk) throws -> Int32? {
    teacher.stage.run(["learner", "list"], reader: ScriptedReader([]))
    var runner = RoomRunner(
      game: RoomGame(activity: activity, participants: activity.participants, answers: []),
      save: disk.save,
      environment: teacher.stage.environment,
      reader: ScriptedReader(lines),
      traits: TerminalTraits(width: 80),
      topics: [:]
    )
    do {
      try runner.run()
      return nil
    } catch let exit as ProgramExit {
      return exit.code
    }
  }

  private func lines(_ lines: String...) -> [LineInput] { lines.map { .line($0) } }

  @Test func teacherWhoTriesAgainGoesOnAsIfNothingHadBeen() throws {
    let disk = Disk { $0 < 3 }
    #expect(try play(lines("a b", "again", "again", "quit"), disk) == nil)
    #expect(disk.answers == 2)
    #expect(teacher.stage.talk.contains("/log.sqlite"))
    // What is not on the disk is not echoed.
    let output = teacher.stage.output
    #expect(output.components(separatedBy: "Red a, Green b.").count == 2)
  }

  @Test func whatWasTypedMeanwhileIsWrittenOnceThereIsSpace() throws {
    let disk = Disk { $0 < 3 }
    #expect(try play(lines("red a", "yes", "g b", "", "", "c a", "quit"), disk) == nil)
    #expect(disk.answers == 4)
    #expect(teacher.stage.output.contains("What was typed before is saved now."))
    // Asked once alone.
    #expect(teacher.stage.talk.components(separatedBy: "/log.sqlite").count == 2)
    #expect(Set(disk.written.map(\.id)).count == disk.written.count)
  }

  @Test func whatCouldNeverBeWrittenIsCountedAtTheEnd() throws {
    let disk = Disk { _ in true }
    #expect(try play(lines("a b", "yes", "", "", "c a", "quit", "yes"), disk) == 74)
    #expect(disk.answers == 0)
    #expect(teacher.stage.talk.contains("4 answers could not be saved"))
  }

  @Test func teacherWhoStopsIsToldWhatIsLost() throws {
    let disk = Disk { $0 > 1 }
    #expect(try play(lines("a b", "", "", "c a", "no"), disk) == 74)
    #expect(disk.answers == 2)
    #expect(teacher.stage.talk.contains("2 answers could not be saved"))
    #expect(!teacher.stage.output.contains("Red c"))
  }

  @Test func whomASignalEndsIsNotAsked() throws {
    let disk = Disk { $0 < 3 }
    #expect(try play(lines("a b", "yes", "") + [.interrupted], disk) == 130)
    #expect(disk.answers == 0)
    let roomy = Disk { $0 < 2 }
    #expect(try play(lines("a b", "yes", "") + [.interrupted], roomy) == 130)
    #expect(roomy.answers == 2)
  }

  @Test func noTeamBeginsWithALetterThatMarksAnOption() throws {
    let marks = activity.questions.flatMap(\.item.labels) + ["a", "b", "c", "d", "e", "t", "f"]
    let initials = Teams.names.map { $0.prefix(1).lowercased() }
    #expect(Set(marks).isDisjoint(with: initials))
    #expect(Set(initials).count == Teams.names.count)
  }
}
