import Classroom
import Foundation
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// Files that find their homework and their pupil, and those that contradict each other.
extension HomeworkTests {
  /// A teacher's machine with what is on this one.
  private func copyOfTeacher() throws -> Teacher {
    let copy = try Teacher()
    try FileManager.default.copyItem(
      at: teacher.stage.home.url.appendingPathComponent("data"),
      to: copy.stage.home.url.appendingPathComponent("data")
    )
    copy.wait(days: 7)
    return copy
  }

  /// What a pupil of that name hands in who answers so.
  private func result(
    _ name: String,
    _ homework: ClassActivity,
    days: Int64 = 0,
    _ choose: (ClassQuestion) -> Int
  ) throws -> Data {
    let pupil = try pupil(name)
    pupil.teacher.wait(days: days)
    try #require(pupil.play(Pupil.answers(to: homework, choose)) == 0)
    return try Data(contentsOf: URL(fileURLWithPath: pupil.result))
  }

  @Test func eachFileGoesToItsOwnHomework() throws {
    let first = try assign()
    let firsts = try teacher.files.write(result("Ada Lee", first) { $0.key }, to: "1.json").path
    let second = try assign("--seed", "9")
    let seconds = try teacher.files.write(result("Ada Lee", second) { $0.key }, to: "2.json").path
    #expect(first.id != second.id)
    #expect(collect(seconds, firsts) == 0)
    for homework in [first, second] {
      #expect(
        teacher.words.contains(
          "Homework \(homework.id): 1 pupil collected now; 1 of 3 are in altogether."
        )
      )
      let ada = try teacher.schoolClass().pupils[0].id
      #expect(try teacher.answers(to: homework, by: [ada]).count == 3)
    }
    teacher.expectSoundLog()
  }

  @Test func fileOfAHomeworkThatIsNotKnownHereIsNamed() throws {
    let homework = try assign()
    let file = try teacher.files.write(result("Ada Lee", homework) { $0.key }, to: "1.json").path
    #expect(teacher.run("class", "forget", "--activity", "\(homework.id)", "--yes") == 0)
    #expect(collect(file) == 65)
    #expect(
      teacher.stage.talk == "\(file): is for homework \(homework.id), which is not known here\n"
        + "1 file not taken\n"
    )
  }

  @Test func fileOfSomebodyWithAnotherNameIsTakenForTheirNumber() throws {
    let homework = try assign()
    let file = try teacher.files.write(result("Benny", homework) { $0.key }, to: "b.json").path
    #expect(collect(file) == 65)
    #expect(
      teacher.words.contains(
        "nobody is called \"Benny\"; --pupil and a number on the list say whose it is"
      )
    )
    #expect(teacher.run("class", "collect", file, "--pupil", "2") == 0)
    #expect(teacher.words.contains("Ben Okoro, complete"))
    #expect(try rights() == ["Ben Okoro": 3])
    #expect(teacher.run("class", "collect", file, file, "--pupil", "2") == 64)
    #expect(teacher.stage.talk.contains("--pupil is for one file at a time."))
    #expect(teacher.run("class", "collect", file, "--pupil", "9") == 65)
  }

  @Test func copiedFileUnderAnotherNameIsRefused() throws {
    let homework = try assign()
    let bytes = try result("Ada Lee", homework) { $0.key }
    let hers = try HomeworkCollection.result(in: Array(bytes))
    let copy = HandIn(
      homework: hers.homework,
      pupil: "Ben Okoro",
      learner: hers.learner,
      attempts: hers.attempts
    )
    let forged = try SealedFile.bytes(copy, format: HandIn.format, version: HandIn.version)
    let adas = try teacher.files.write(bytes, to: "ada.json").path
    let bens = try teacher.files.write(Data(forged), to: "ben.json").path
    #expect(collect(adas, bens) == 65)
    #expect(teacher.words.contains("\(bens): holds the very answers of Ada Lee: "))
    #expect(teacher.stage.talk.hasSuffix("1 file not taken, the rest is in\n"))
    #expect(try rights() == ["Ada Lee": 3])
  }

  /// Two results of one pupil: how many questions each answers, and on which day.
  static let contradictions: [(first: (Int, Int64), second: (Int, Int64), right: Int)] = [
    // The one begun first counts, here the one that has everything right.
    (first: (3, 0), second: (3, 1), right: 3),
    // More answers count for more than having begun before.
    (first: (2, 0), second: (3, 1), right: 0), (first: (3, 1), second: (2, 0), right: 3),
  ]

  @Test(arguments: contradictions)
  func contradictingResultsEndTheSameInWhateverOrderTheyCome(
    first: (Int, Int64),
    second: (Int, Int64),
    right: Int
  ) throws {
    let homework = try assign()
    func file(_ terms: (count: Int, days: Int64), _ isRight: Bool, _ name: String) throws -> String
    {
      let ada = try pupil("Ada Lee")
      ada.teacher.wait(days: terms.days)
      let lines = Pupil.answers(to: homework) { isRight ? $0.key : $0.key == 0 ? 1 : 0 }
      ada.play(Array(lines.prefix(2 * terms.count)) + ["quit"])
      let bytes = try Data(contentsOf: URL(fileURLWithPath: ada.result))
      return try teacher.files.write(bytes, to: name).path
    }
    let files = [try file(first, true, "one.json"), try file(second, false, "two.json")]
    for order in [files, files.reversed()] {
      for isAtOnce in [true, false] {
        let machine = try copyOfTeacher()
        let runs = isAtOnce ? [order] : order.map { [$0] }
        let codes = runs.map { machine.run(["class", "collect"] + $0) }
        // What counts came second, or what does not count was refused.
        #expect(codes.allSatisfy { [0, 65].contains($0) })
        let ada = try machine.schoolClass().pupils[0].id
        let answers = try machine.answers(to: homework, by: [ada])
        #expect(answers.count { $0.isRight } == right)
        #expect(answers.count == 3)
        machine.expectSoundLog()
      }
    }
  }
}
