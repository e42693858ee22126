import Classroom
import Foundation
import LineEditing
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI

/// Taking pupils off a list keeps what they answered; forgetting them erases it.
@Suite struct ForgettingTests {
  private let teacher: Teacher
  private let paper: ClassActivity
  private let pupils: [Pupil]

  init() throws {
    teacher = try Teacher()
    try teacher.makeClass()
    paper = try teacher.printPaper()
    pupils = try teacher.schoolClass().pupils
    let sheet = try #require(paper.sheets.first)
    let lines = [
      "1,A,\(sheet.rightLetters)", "2,A,\(sheet.wrongLetters)", "3,A,\(sheet.rightLetters)",
    ]
    try #require(try teacher.mark(paper, lines) == 0)
    // A game by the teacher, so that there is a log of somebody else, and its backup.
    let play = ["play", "--questions", "1", "--form", "multiple-choice"] + Teacher.bank
    try #require(teacher.run(play, typing: ["a", "", ""]) == 0)
  }

  private func ids() throws -> [String] { pupils.map { $0.id.uuid.uuidString.lowercased() } }

  /// Where below the home the id of a pupil stands, as text or as bytes.
  private func places(of pupil: Pupil) -> [String] {
    let text = pupil.id.uuid.uuidString
    let bytes = withUnsafeBytes(of: pupil.id.uuid.uuid) { Data($0) }
    return Teacher.tree(teacher.stage.home.url).filter { _, data in
      [Data(text.utf8), Data(text.lowercased().utf8), bytes].contains { data.range(of: $0) != nil }
    }.map(\.key).sorted()
  }

  private var backups: [URL] { (try? teacher.openLog().automaticBackups) ?? [] }

  /// Answers in a log's file of somebody.
  private func answers(of pupil: Pupil) throws -> Int {
    try teacher.openLog().sittingAnswers(in: paper.sessions(of: [pupil.id])).count
  }

  @Test func whoIsTakenOffTheListIsStillInTheReport() throws {
    #expect(teacher.run("class", "remove", "7b", "2") == 0)
    #expect(
      teacher.words == "Ben Okoro is off the list of 7b. What they answered is kept; attache "
        + "class forget erases it."
    )
    #expect(teacher.run("class", "show", "7b") == 0)
    #expect(!teacher.stage.output.contains("Ben"))
    #expect(teacher.run("class", "report", paper.id.description, "--csv") == 0)
    #expect(teacher.stage.output.contains("Ben Okoro"))
    #expect(try answers(of: pupils[1]) == 4)
  }

  @Test func whoIsTakenOffTheListIsNotAmongTheAbsentOfALaterPaper() throws {
    #expect(teacher.run("class", "remove", "7b", "2") == 0)
    let later = try teacher.printPaper("--title", "Another", folder: "later")
    #expect(later.id != paper.id)
    #expect(teacher.run("class", "report", later.id.description) == 0)
    #expect(!teacher.stage.output.contains("Ben"))
  }

  @Test func forgottenPupilIsNowhereAnyMore() throws {
    #expect(!places(of: pupils[1]).isEmpty)
    #expect(teacher.run("class", "forget", "7b", "ben okoro", "--yes") == 0)
    #expect(teacher.stage.output == "Erased Ben Okoro.\n")
    #expect(try answers(of: pupils[1]) == 0)
    #expect(teacher.run("class", "report", paper.id.description) == 0)
    #expect(!teacher.stage.output.contains("Ben"))
    for (place, data) in Teacher.tree(teacher.stage.home.url) {
      #expect(data.range(of: Data("Ben Okoro".utf8)) == nil, "\(place)")
    }
    teacher.expectSoundLog()
    // The others are as they were.
    #expect(try answers(of: pupils[0]) == 4)
    #expect(try teacher.schoolClass().pupils.map(\.number) == [1, 3])
  }

  @Test func forgottenPupilIsGoneFromTheAutomaticBackups() throws {
    let log = try teacher.openLog()
    _ = try log.backUpIfDue(now: Instant(milliseconds: 1_900_000_000_000))
    try log.close()
    try #require(!backups.isEmpty)
    #expect(teacher.run("class", "forget", "7b", "2", "--yes") == 0)
    for backup in backups {
      let copy = try ScratchFolder()
      try FileManager.default.copyItem(
        at: backup,
        to: copy.url.appendingPathComponent("log.sqlite")
      )
      let other = try ScoreLog(
        folder: copy.url,
        now: { Instant(milliseconds: 0) },
        makeUUID: { UUID() }
      )
      #expect(try other.sittingAnswers(in: paper.sessions(of: [pupils[1].id])).isEmpty)
      #expect(try other.sittingAnswers(in: paper.sessions(of: [pupils[0].id])).count == 4)
    }
  }

  @Test func backupMergedLaterBringsNobodyBack() throws {
    let old = teacher.path("old.sqlite")
    #expect(teacher.run("data", "backup", old) == 0)
    #expect(teacher.run("class", "forget", "7b", "2", "--yes") == 0)
    #expect(teacher.run("data", "merge", old) == 0)
    #expect(try answers(of: pupils[1]) == 0)
    #expect(try answers(of: pupils[0]) == 4)
    teacher.expectSoundLog()
  }

  @Test func whoLeftCanBeForgottenToo() throws {
    #expect(teacher.run("class", "remove", "7b", "2") == 0)
    #expect(teacher.run("class", "forget", "7b", "2", "--yes") == 0)
    #expect(try answers(of: pupils[1]) == 0)
    #expect(try teacher.schoolClass().former.isEmpty)
  }

  @Test func forgottenClassLeavesNoFileAndNoAnswer() throws {
    let homework = ["class", "assign", "--class", "7b", "--questions", "2"] + Teacher.bank
    #expect(teacher.run(homework + ["--output", teacher.path("h.json")]) == 0)
    let game =
      ["class", "play", "--class", "7b", "--teams", "2", "--questions", "2"] + Teacher.bank
    #expect(teacher.run(game, typing: ["a b", "", "quit"]) == 0)
    let activities = try teacher.activities()
    #expect(activities.count == 3)
    #expect(teacher.run("class", "forget", "7b", typing: ["yes"]) == 0)
    #expect(
      teacher.words.hasPrefix(
        "Erase the class 7b, 3 pupils with all their answers, and 3 papers, games and homeworks? "
          + "This cannot be undone. Type yes > yes Erased 7b."
      )
    )
    let classes = teacher.stage.home.url.appendingPathComponent("data/attache/classes")
    #expect(Teacher.tree(classes).keys.allSatisfy { $0 == ".lock" })
    for activity in activities {
      let people = pupils.map(\.id) + activity.participants.map(\.id)
      #expect(try teacher.openLog().sittingAnswers(in: activity.sessions(of: people)).isEmpty)
    }
    for (place, data) in Teacher.tree(teacher.stage.home.url) {
      #expect(data.range(of: Data("Okoro".utf8)) == nil, "\(place)")
    }
    teacher.expectSoundLog()
    // The teacher's own answer is still there.
    #expect(teacher.run("history") == 0)
    #expect(teacher.stage.output.contains("1"))
    #expect(try teacher.openLog().sessions(limit: 10).count == 1)
  }

  @Test(arguments: [
    (LineInput.line("no"), Int32(0)), (.line("YES"), 0), (.line(""), 0), (.endOfInput, 0),
    (.interrupted, 130),
  ])
  func nothingIsErasedWithoutTheWord(input: LineInput, code: Int32) throws {
    let before = Teacher.tree(teacher.stage.home.url.appendingPathComponent("data/attache/classes"))
    let count = try teacher.recordCount()
    for command in [["class", "forget", "7b"], ["class", "forget", "7b", "1"]] {
      #expect(teacher.stage.run(command, reader: ScriptedReader([input])) == code)
      #expect(teacher.stage.output.hasSuffix("Nothing was erased.\n"))
    }
    let after = Teacher.tree(teacher.stage.home.url.appendingPathComponent("data/attache/classes"))
    #expect(after == before)
    #expect(try teacher.recordCount() == count)
  }

  @Test func nobodyIsForgottenInSomebodyElsesPlace() throws {
    #expect(teacher.run("class", "add", "7b", "Ben Abbot") == 0)
    #expect(teacher.run("class", "forget", "7b", "Ben", "--yes") == 64)
    #expect(teacher.stage.talk == "nobody is called \"Ben\"\n", "unasked, only a whole name does")
    #expect(teacher.run("class", "forget", "7b", "Ben") == 64)
    #expect(teacher.stage.talk == "\"Ben\" could be Ben Okoro, or Ben Abbot\n")
    #expect(teacher.run("class", "forget", "7b", "Zoë", "--yes") == 64)
    #expect(teacher.run("class", "forget", "9z", "--yes") == 64)
    #expect(try teacher.schoolClass().pupils.count == 4)
  }

  @Test func forgettingAClassByPseudonymTellsOfItsKey() throws {
    let key = teacher.path("key.csv")
    #expect(teacher.run("class", "new", "8a", "--pseudonyms") == 0)
    #expect(teacher.run("class", "add", "8a", "Ida Falk", "--key", key) == 0)
    #expect(teacher.run("class", "forget", "8a", "--yes") == 0)
    #expect(
      teacher.words.contains("The key file of its pseudonyms, and what you printed, is yours")
    )
    #expect(FileManager.default.fileExists(atPath: key))
  }
}
