import Classroom
import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI

/// Activities that are taken back, and pupils whom an old list brings back.
@Suite struct WithdrawalTests {
  private let teacher: Teacher
  private let pupils: [Pupil]

  init() throws {
    teacher = try Teacher()
    try teacher.makeClass()
    pupils = try teacher.schoolClass().pupils
  }

  private var classFolder: URL {
    teacher.stage.home.url.appendingPathComponent("data/attache/classes")
  }

  private func markedPaper() throws -> ClassActivity {
    let paper = try teacher.printPaper()
    let letters = try #require(paper.sheets.first).rightLetters
    try #require(try teacher.mark(paper, (1...3).map { "\($0),A,\(letters)" }) == 0)
    return paper
  }

  // MARK: - Activities

  @Test func whatWasAnsweredInAPaperIsTakenBackAndThePaperGone() throws {
    let paper = try markedPaper()
    let other = try teacher.printPaper("--seed", "8", folder: "other")
    let letters = try #require(other.sheets.first).rightLetters
    #expect(try teacher.mark(other, ["1,A,\(letters)"]) == 0)
    let forget = ["class", "forget", "--activity", paper.id.description.lowercased()]
    #expect(teacher.run(forget, typing: ["yes"]) == 0)
    #expect(
      teacher.words == "Erase the paper \(paper.id), \(paper.title), with what was answered in it? "
        + "This cannot be undone. Type yes > yes Erased \(paper.id)."
    )
    #expect(try teacher.activities() == [other])
    #expect(try teacher.answers(to: paper, by: pupils.map(\.id)).isEmpty)
    #expect(try teacher.answers(to: other, by: pupils.map(\.id)).count == 4)
    #expect(teacher.run("class", "report", paper.id.description) == 64)
    #expect(try teacher.schoolClass().pupils == pupils)
    teacher.expectSoundLog()
    // Printed and marked once more, it counts as if for the first time.
    #expect(try markedPaper().id == paper.id)
    #expect(try teacher.answers(to: paper, by: pupils.map(\.id)).count == 12)
    teacher.expectSoundLog()
  }

  @Test func teamsOfAGameAreErased() throws {
    #expect(teacher.run(RoomTests.game, typing: ["a b", "", "quit"]) == 0)
    let game = try #require(try teacher.activities().last)
    #expect(try teacher.answers(to: game).count == 2)
    #expect(teacher.run("class", "forget", "--activity", "\(game.id)", "--yes") == 0)
    let log = try teacher.openLog()
    let sessions = game.sessions(of: game.participants.map(\.id))
    #expect(try log.sittingAnswers(in: sessions).isEmpty, "not even taken back")
    try log.close()
    #expect(try teacher.activities().isEmpty)
    teacher.expectSoundLog()
  }

  @Test func classOrActivityIsNamedAndNotBoth() throws {
    let paper = try markedPaper()
    for words in [["7b", "--activity", "\(paper.id)"], []] {
      #expect(teacher.run(["class", "forget", "--yes"] + words) == 64)
      #expect(teacher.stage.talk.contains("Name a class, or --activity and an id."))
    }
    #expect(teacher.run("class", "forget", "--activity", "ZZZZZZ", "--yes") == 64)
    #expect(teacher.run(["class", "forget", "--activity", "\(paper.id)"], typing: ["no"]) == 0)
    #expect(teacher.stage.output.hasSuffix("Nothing was erased.\n"))
    #expect(try teacher.answers(to: paper, by: pupils.map(\.id)).count == 12)
  }

  @Test func pupilBehindAPseudonymIsForgottenAndTheKeyIsTheTeachers() throws {
    let key = teacher.path("key.csv")
    #expect(teacher.run("class", "new", "8a", "--pseudonyms") == 0)
    #expect(teacher.run("class", "add", "8a", "Ida Falk", "--key", key) == 0)
    #expect(teacher.run("class", "forget", "8a", "1", "--yes") == 0)
    #expect(teacher.words.contains("The key file of its pseudonyms, and what you printed, is"))
    #expect(teacher.run("class", "forget", "7b", "1", "--yes") == 0)
    #expect(!teacher.words.contains("key file"))
  }

  // MARK: - Pupils whom an old list brings back

  /// Forgets a pupil, and puts back the list as it was, as a copy of the folder does.
  private func forgetBehindTheList(_ number: Int) throws {
    let before = Teacher.tree(classFolder)
    try #require(teacher.run("class", "forget", "7b", "\(number)", "--yes") == 0)
    for (path, data) in before { try data.write(to: classFolder.appendingPathComponent(path)) }
    try #require(try teacher.schoolClass().pupils.count == 3)
  }

  @Test func forgottenPupilIsNotMarked() throws {
    let paper = try markedPaper()
    try forgetBehindTheList(2)
    let letters = try #require(paper.sheets.first).rightLetters
    #expect(try teacher.mark(paper, ["1,A,\(letters)", "2,A,\(letters)"]) == 65)
    #expect(teacher.stage.talk.contains("answers.csv:2: nobody is called \"2\" in 7b"))
    #expect(try teacher.answers(to: paper, by: [pupils[1].id]).isEmpty)
    teacher.expectSoundLog()
  }

  @Test func forgottenPupilIsNotCollected() throws {
    let file = teacher.path("homework.json")
    let assign = ["class", "assign", "--class", "7b", "--questions", "2", "--output", file]
    #expect(teacher.run(assign + ["--form", "multiple-choice"] + Teacher.bank) == 0)
    let pupil = try Teacher()
    let play = ["play", "--assignment", file, "--output", pupil.path("r.json"), "--name"]
    #expect(pupil.run(play + ["Ben Okoro"], typing: ["a", "", "a", ""]) == 0)
    try forgetBehindTheList(2)
    #expect(teacher.run("class", "collect", pupil.path("r.json")) == 65)
    #expect(teacher.words.contains("nobody is called \"Ben Okoro\""))
    #expect(teacher.words.contains("0 pupils collected now; 0 of 2 are in altogether."))
  }

  @Test func forgottenPupilDoesNotPlay() throws {
    try forgetBehindTheList(2)
    #expect(
      teacher.run(RoomTests.game + ["--class", "7b"], typing: ["2 a", "1 a", "3 b", ""]) == 0
    )
    #expect(teacher.stage.output.contains("Playing: 1 Ada Lee, 3 Chloé Martin."))
    #expect(!teacher.stage.output.contains("Ben"))
    let game = try #require(try teacher.activities().last)
    #expect(try teacher.answers(to: game, by: pupils.map(\.id)).count == 2)
    teacher.expectSoundLog()
  }
}
