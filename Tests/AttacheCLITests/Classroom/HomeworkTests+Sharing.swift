import Classroom
import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI

/// One machine, several pupils; and what a pupil cannot take back.
extension HomeworkTests {
  private static func wrong(_ homework: ClassActivity) -> [String] {
    Pupil.answers(to: homework) { $0.key == 0 ? 1 : 0 }
  }

  @Test func pupilsWhoShareAMachineAreToldApartByTheirNames() throws {
    let homework = try assign()
    let ada = try pupil("Ada Lee")
    #expect(ada.play(Pupil.answers(to: homework)) == 0)
    let adas = ada.teacher.path("ada.json")
    try FileManager.default.moveItem(atPath: ada.result, toPath: adas)
    let ben = Pupil(teacher: ada.teacher, name: "Ben Okoro", homework: self.homework.path)
    #expect(ben.play(HomeworkTests.wrong(homework)) == 0)
    #expect(!ben.stage.output.contains("Going on"))
    #expect(ben.stage.output.contains("1 of 3"))
    #expect(collect(adas, ben.result) == 0)
    #expect(try rights() == ["Ada Lee": 3, "Ben Okoro": 0])
    try FileManager.default.removeItem(atPath: ben.result)
    // However the name is written, it is the same pupil, and the one try is used up.
    let again = Pupil(teacher: ada.teacher, name: " ADA  lee", homework: self.homework.path)
    #expect(again.play(HomeworkTests.wrong(homework)) == 64)
    #expect(again.stage.talk.contains("may be done 1 time"))
    teacher.expectSoundLog()
    #expect(ada.teacher.run("data", "check") == 0)
  }

  @Test(arguments: ["Ada", "Ida"])
  func learnersWhoAreOnePersonGoOnWithTheirHomework(later: String) throws {
    let homework = try assign()
    let ada = try pupil("Ada Lee")
    for name in ["Ada", "Ida"] { #expect(ada.teacher.run("learner", "add", name) == 0) }
    let lines = Pupil.answers(to: homework)
    let first = later == "Ada" ? "Ida" : "Ada"
    #expect(ada.play(Array(lines.prefix(2)) + ["quit"], "--learner", first) == 0)
    #expect(collect(ada.result) == 0)
    #expect(ada.teacher.run("learner", "unite", first, later, "--yes") == 0)
    let names = try ada.teacher.openLog().learners().map(\.name)
    let person = try #require(names.first { ["Ada", "Ida"].contains($0) })
    #expect(ada.play(Array(lines.dropFirst(2)), "--learner", person) == 0)
    #expect(ada.teacher.words.contains("Going on: Ada Lee has answered 1 of 3;"))
    #expect(collect(ada.result) == 0)
    #expect(teacher.stage.talk == "")
    #expect(try rights() == ["Ada Lee": 3])
    teacher.expectSoundLog()
  }

  @Test(arguments: [false, true])
  func answerOfAHomeworkIsNotTakenBack(isGraded: Bool) throws {
    let homework = try isGraded ? assign("--graded") : assign()
    let ada = try pupil("Ada Lee")
    var lines = HomeworkTests.wrong(homework)
    lines.insert("undo", at: 1)
    lines.insert("undo", at: 3)
    #expect(ada.play(lines) == 0)
    let refusal = "undo is not for work that is handed in."
    #expect(ada.stage.output.components(separatedBy: refusal).count == 3)
    #expect(!ada.stage.transcript.contains("or undo"))
    #expect(ada.stage.output.contains("0 of 3 right"))
    #expect(collect(ada.result) == 0)
    #expect(try rights() == ["Ada Lee": 0])
  }

  @Test func whatIsHandedInIsReadableByItsOwnerAlone() throws {
    let homework = try assign()
    let ada = try pupil("Ada Lee")
    for lines in [Array(Pupil.answers(to: homework).prefix(2)), ["quit"]] {
      ada.play(lines)
      let attributes = try FileManager.default.attributesOfItem(atPath: ada.result)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: ada.result)
    }
  }
}
