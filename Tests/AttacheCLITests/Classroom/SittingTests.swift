import Classroom
import Foundation
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// Papers that are marked more than once: nothing is replaced without a word.
@Suite struct SittingTests {
  private let teacher: Teacher
  private let paper: ClassActivity
  private let sheet: PaperSheet

  init() throws {
    teacher = try Teacher()
    try teacher.makeClass()
    paper = try teacher.printPaper("--form", "multiple-choice")
    sheet = paper.sheets[0]
  }

  private var before: [String] { (1...3).map { "\($0),A,\(sheet.wrongLetters)" } }
  private var after: [String] { (1...3).map { "\($0),A,\(sheet.rightLetters)" } }

  private struct Report: Decodable {
    struct Pupil: Decodable {
      let number: Int
      let right: Int
    }
    struct Absentee: Decodable, Equatable {
      let number: Int
      let name: String
    }
    struct Gain: Decodable {
      let before: String
      let after: String
      let people: Int
    }

    let pupils: [Pupil]
    let absentees: [Absentee]
    let sitting: Int
    let sittings: [Int]
    let gain: Gain?

    var rights: [Int: Int] {
      Dictionary(uniqueKeysWithValues: pupils.map { ($0.number, $0.right) })
    }
  }

  private func report(_ options: String...) throws -> Report {
    let command = ["class", "report", paper.id.description, "--json"] + options
    try #require(teacher.run(command) == 0)
    return try JSONDecoder().decode(Report.self, from: Data(teacher.stage.output.utf8))
  }

  @Test func secondSittingReplacesNothingInAScript() throws {
    teacher.stage.environment.isInputTerminal = false
    #expect(try teacher.mark(paper, before, "--day", "2026-11-02") == 0)
    let count = try teacher.recordCount()
    #expect(try teacher.mark(paper, after) == 65)
    #expect(teacher.stage.output == "")
    for words in [
      "12 answers of 3 pupils of 7b to paper \(paper.id), written on 2 November 2026",
      "nothing was written", "--replace", "--sitting 2", "--class",
    ] { #expect(teacher.stage.talk.contains(words), "\(words)") }
    #expect(try teacher.recordCount() == count)
    #expect(try report().rights == [1: 0, 2: 0, 3: 0])
    #expect(try teacher.mark(paper, after, "--replace") == 0)
    #expect(try report().rights == [1: 4, 2: 4, 3: 4])
    teacher.expectSoundLog()
  }

  @Test func teacherIsAskedOnATerminal() throws {
    #expect(try teacher.mark(paper, before) == 0)
    let file = try teacher.write(after.joined(separator: "\n"), to: "after.csv")
    let command = ["class", "mark", file, "--paper", paper.id.description]
    #expect(teacher.run(command, typing: ["no"]) == 0)
    #expect(teacher.words.hasSuffix("Nothing was marked."))
    #expect(teacher.run(command) == 65)
    #expect(try report().rights == [1: 0, 2: 0, 3: 0])
    #expect(teacher.run(command, typing: ["yes"]) == 0)
    #expect(teacher.words.contains("This replaces 12 answers of 3 pupils of 7b"))
    #expect(try report().rights == [1: 4, 2: 4, 3: 4])
  }

  @Test func sittingsStandApartAndAreCompared() throws {
    #expect(try teacher.mark(paper, before, "--day", "2026-11-02") == 0)
    #expect(try teacher.mark(paper, after, "--sitting", "2") == 0)
    #expect(teacher.words.contains("Marked paper \(paper.id), sitting 2, for 3 pupils of 7b;"))
    let latest = try report()
    #expect(latest.sitting == 2 && latest.sittings == [1, 2])
    #expect(latest.rights == [1: 4, 2: 4, 3: 4])
    #expect(try report("--sitting", "1").rights == [1: 0, 2: 0, 3: 0])
    let gain = try #require(try report("--before", paper.id.description).gain)
    #expect(gain.people == 3)
    #expect(gain.before.hasSuffix(", sitting 1") && gain.after.hasSuffix(", sitting 2"))
    let first = ["--sitting", "1", "--before", paper.id.description]
    #expect(teacher.run(["class", "report", paper.id.description] + first) == 64)
    #expect(teacher.stage.talk.contains("has no sitting before 1"))
    #expect(teacher.run("class", "report", paper.id.description, "--sitting", "3") == 64)
    teacher.run("class", "report", paper.id.description)
    #expect(teacher.words.contains("Sitting 2 of this paper; with --sitting also 1."))
    teacher.expectSoundLog()
  }

  @Test func markingEitherFileAgainChangesAndAsksNothing() throws {
    teacher.stage.environment.isInputTerminal = false
    #expect(try teacher.mark(paper, before) == 0)
    #expect(try teacher.mark(paper, after, "--sitting", "2") == 0)
    let count = try teacher.recordCount()
    for lines in [before, after] {
      #expect(try teacher.mark(paper, lines) == 0)
      #expect(teacher.words.contains("nothing is new."))
    }
    #expect(try teacher.recordCount() == count)
    // Which sitting anything else belongs to nobody can tell.
    #expect(try teacher.mark(paper, ["1,A,----"]) == 64)
    #expect(teacher.stage.talk.contains("which sitting of \(paper.id)? There are 1, 2;"))
    #expect(try teacher.recordCount() == count)
  }

  @Test func oneCorrectedLetterIsAReplacementAndALatecomerIsNone() throws {
    teacher.stage.environment.isInputTerminal = false
    #expect(try teacher.mark(paper, Array(before.prefix(2))) == 0)
    #expect(try teacher.mark(paper, before) == 0, "the third was not marked before")
    let corrected = String(sheet.rightLetters.prefix(1)) + String(sheet.wrongLetters.dropFirst())
    #expect(try teacher.mark(paper, ["1,A,\(corrected)"]) == 65)
    #expect(teacher.stage.talk.contains("1 answer of 1 pupil of 7b"))
    #expect(try report().rights == [1: 0, 2: 0, 3: 0])
  }

  @Test func answersOfOnePupilAreTakenBackAndComeAgain() throws {
    #expect(try teacher.mark(paper, before) == 0)
    #expect(try teacher.mark(paper, after, "--sitting", "2") == 0)
    let remove = ["class", "mark", "--paper", paper.id.description, "--remove", "Ben Okoro"]
    #expect(teacher.run(remove) == 64)
    #expect(teacher.run(remove + ["--sitting", "2"]) == 0)
    #expect(teacher.words.contains("Took back 4 answers of Ben Okoro to paper"))
    #expect(try report().rights == [1: 4, 3: 4])
    #expect(try report().absentees == [.init(number: 2, name: "Ben Okoro")])
    #expect(try report("--sitting", "1").rights == [1: 0, 2: 0, 3: 0])
    #expect(teacher.run(remove + ["--sitting", "2"]) == 64)
    #expect(teacher.stage.talk.hasPrefix("nothing of Ben Okoro is in \(paper.id)"))
    #expect(try teacher.mark(paper, after, "--sitting", "2") == 0)
    #expect(try report().rights == [1: 4, 2: 4, 3: 4])
    teacher.expectSoundLog()
  }

  @Test func emptyLineIsAnAbsentPupilInNoFigure() throws {
    let lines = ["1,A,\(sheet.rightLetters)", "2,A,", "3,A,----"]
    #expect(try teacher.mark(paper, lines) == 0)
    #expect(teacher.words.contains("for 2 pupils of 7b"))
    #expect(teacher.words.contains("Absent: Ben Okoro."))
    let report = try report()
    #expect(report.rights == [1: 4, 3: 0])
    #expect(report.absentees == [.init(number: 2, name: "Ben Okoro")])
    teacher.run("class", "report", paper.id.description)
    #expect(teacher.words.contains("Absent, 1: Ben Okoro."))
    teacher.run("class", "report", paper.id.description, "--csv")
    let row = try #require(
      teacher.stage.output.split(whereSeparator: \.isNewline).first { $0.contains("Ben") }
    )
    #expect(row.hasPrefix("2,Ben Okoro,,,,"))
    #expect(row.contains(",1,1,"))
    teacher.run("class", "report", paper.id.description, "--html")
    #expect(teacher.stage.output.contains("absent"))
    // What stands of an absent pupil stays, and that is told.
    #expect(try teacher.mark(paper, ["3"]) == 0)
    #expect(teacher.words.contains("Answers of Chloé Martin are there and stay"))
  }

  @Test func anotherClassReplacesNothing() throws {
    teacher.stage.environment.isInputTerminal = false
    try teacher.makeClass("7c", ["Xenia", "Yann", "Zoë"])
    #expect(try teacher.mark(paper, before) == 0)
    // Numbers alone fit both; the paper is 7b's.
    #expect(try teacher.mark(paper, after) == 65)
    #expect(try teacher.mark(paper, after, "--class", "7c") == 0)
    #expect(teacher.words.contains("for 3 pupils of 7c;"))
    #expect(teacher.words.contains("It was made for 7b; these answers are 7c's."))
    #expect(try report().rights == [1: 0, 2: 0, 3: 0])
    #expect(try report("--class", "7c").rights == [1: 4, 2: 4, 3: 4])
  }

  @Test func paperOfAClassThatIsGoneIsNotTakenForTheOnlyOneLeft() throws {
    try teacher.makeClass("7c", ["Xenia", "Yann", "Zoë"])
    let folder = try ClassFolder(in: teacher.stage.environment)
    try folder.remove(try teacher.schoolClass("7b"))
    #expect(try teacher.mark(paper, before) == 64)
    #expect(teacher.stage.talk.contains("was made for a class that is not here"))
    #expect(try teacher.mark(paper, before, "--class", "7c") == 0)
  }

  @Test func answersThatChangedWhileTheTeacherWasAskedAreNotReplaced() throws {
    #expect(try teacher.mark(paper, before) == 0)
    let file = try teacher.write(after.joined(separator: "\n"), to: "after.csv")
    let other = try teacher.write("1,A,\(sheet.rightLetters)\n", to: "other.csv")
    let id = paper.id.description
    let reader = ScriptedReader(lines: ["yes"])
    reader.whenAsked = { [teacher] _, _ in
      // Another command, at the moment of the question.
      _ = Program.run(
        ["class", "mark", other, "--paper", id, "--replace"],
        in: teacher.stage.environment
      )
    }
    #expect(teacher.stage.run(["class", "mark", file, "--paper", id], reader: reader) == 75)
    #expect(teacher.stage.talk.contains("nothing was written, run it again"))
    #expect(try report().rights == [1: 4, 2: 0, 3: 0])
  }
}
