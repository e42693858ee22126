import Classroom
import Foundation
import GameSession
import LineEditing
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI

/// Homework: from the teacher's file to the pupil's, and back into the teacher's log.
@Suite struct HomeworkTests {
  let teacher: Teacher
  let homework: URL

  init() throws {
    teacher = try Teacher()
    try teacher.makeClass()
    homework = teacher.files.url.appendingPathComponent("homework.json")
  }

  func assign(_ options: String...) throws -> ClassActivity {
    let command = ["class", "assign", "--class", "7b", "--questions", "3", "--seed", "4"]
    let form = ["--form", "multiple-choice", "--output", homework.path, "--replace"]
    try #require(teacher.run(command + Teacher.bank + form + options) == 0)
    return try #require(try teacher.activities().last)
  }

  /// A pupil's machine, where no bank is installed.
  func pupil(_ name: String) throws -> Pupil {
    let pupil = Pupil(teacher: try Teacher(), name: name, homework: homework.path)
    pupil.teacher.stage.environment.variables["ATTACHE_BANKS"] = "/nowhere"
    pupil.teacher.stage.environment.makeUUID = { UUID() }
    return pupil
  }

  /// A pupil at home.
  struct Pupil {
    let teacher: Teacher
    let name: String
    let homework: String

    var stage: Stage { teacher.stage }
    var result: String { teacher.path("result.json") }

    /// Plays the homework.
    @discardableResult
    func play(_ lines: [String], _ options: String...) -> Int32 {
      let command = ["play", "--assignment", homework, "--output", result, "--name", name]
      return teacher.run(command + options, typing: lines)
    }

    /// What is typed to answer a homework, with a go-ahead after each answer.
    static func answers(
      to homework: ClassActivity,
      _ choose: (ClassQuestion) -> Int = { $0.key }
    ) -> [String] {
      homework.questions.flatMap { question in
        [question.item.labels[choose(question)], ""]
      }
    }
  }

  /// Collects, a week after the homework was written.
  func collect(_ files: String...) -> Int32 {
    teacher.wait(days: 7)
    return teacher.run(["class", "collect"] + files)
  }

  /// Right answers and tries by name, as the report has them.
  func rights() throws -> [String: Int] {
    struct Report: Decodable {
      struct Pupil: Decodable {
        let name: String
        let right: Int
      }
      let pupils: [Pupil]
    }
    try #require(teacher.run("class", "report", "--json") == 0)
    let report = try JSONDecoder().decode(Report.self, from: Data(teacher.stage.output.utf8))
    return Dictionary(uniqueKeysWithValues: report.pupils.map { ($0.name, $0.right) })
  }

  /// All that a pupil saw; where the rows of the last words end depends on the path in them.
  private func told(_ pupil: Pupil) throws -> String {
    let text = pupil.stage.transcript
    let end = try #require(
      text.range(of: "All answered.") ?? text.range(of: "1 of 3 answered so far,")
    )
    let words = text[end.lowerBound...].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return text[..<end.lowerBound]
      + "\(words.replacingOccurrences(of: pupil.result, with: "RESULT"))\n"
  }

  // MARK: - To school and back

  @Test(.tags(.snapshot))
  func practiceReadsAsItWasRead() throws {
    _ = try assign("--deadline", "next friday", "--tries", "2")
    let ada = try pupil("Ada Lee")
    #expect(ada.play(["a", "", "hint", "why", "b", "quit"]) == 0)
    let text = try told(ada)
    #expect(Snapshot.difference(of: text, from: "homework-practice") == nil)
  }

  @Test(.tags(.snapshot))
  func gradedWorkReadsAsItWasRead() throws {
    let homework = try assign("--graded")
    let ada = try pupil("Ada Lee")
    let lines = ["hint", "why"] + Pupil.answers(to: homework) { 2 - $0.key }
    #expect(ada.play(lines + ["quit"]) == 0)
    let text = try told(ada)
    #expect(Snapshot.difference(of: text, from: "homework-graded") == nil)
  }

  @Test func whatAPupilHandsInIsInTheReport() throws {
    let homework = try assign()
    #expect(teacher.words.contains("3 questions in \(self.homework.path), practice, one try."))
    let ada = try pupil("Ada Lee")
    #expect(ada.play(Pupil.answers(to: homework)) == 0)
    #expect(ada.teacher.words.contains("All answered. Hand in \(ada.result)."))
    let ben = try pupil("ben okoro")
    #expect(ben.play(Pupil.answers(to: homework) { $0.key == 0 ? 1 : 0 }) == 0)
    #expect(collect(ben.result, ada.result) == 0)
    #expect(teacher.words.contains("Ben Okoro, complete"))
    #expect(teacher.words.contains("2 pupils collected now; 2 of 3 are in altogether."))
    #expect(try rights() == ["Ada Lee": 3, "Ben Okoro": 0])
    teacher.expectSoundLog()
  }

  @Test func filesComeInAnyOrderAndTwice() throws {
    let homework = try assign()
    var files: [String] = []
    for (place, name) in Teacher.pupils.enumerated() {
      let pupil = try pupil(name)
      let lines = Pupil.answers(to: homework) { $0.key == 0 && place == 1 ? 1 : $0.key }
      pupil.play(lines)
      try FileManager.default.copyItem(atPath: pupil.result, toPath: teacher.path("r\(place).json"))
      files.append(teacher.path("r\(place).json"))
    }
    #expect(collect(files[2]) == 0)
    #expect(collect(files[1], files[0]) == 0)
    let (count, results) = (try teacher.recordCount(), try rights())
    #expect(results.count == 3)
    #expect(collect(files[0], files[0], files[1], files[2]) == 0)
    #expect(teacher.stage.output.components(separatedBy: ", in already").count == 5)
    #expect(try teacher.recordCount() == count)
    #expect(try rights() == results)
    teacher.expectSoundLog()
  }

  @Test(arguments: [false, true])
  func stoppedHomeworkGoesOn(isGraded: Bool) throws {
    let homework = try isGraded ? assign("--graded") : assign()
    let ada = try pupil("Ada Lee")
    let lines = Pupil.answers(to: homework)
    #expect(ada.play(Array(lines.prefix(2)) + ["quit"]) == 0)
    #expect(ada.teacher.words.contains("1 of 3 answered so far, in \(ada.result)."))
    // What there is can be handed in, and the rest later.
    #expect(collect(ada.result) == 0)
    #expect(teacher.words.contains("Ada Lee, 1 of 3 answered"))
    #expect(ada.play(Array(lines.dropFirst(2))) == 0)
    #expect(ada.teacher.words.contains("Going on: Ada Lee has answered 1 of 3; "))
    #expect(!ada.stage.output.contains(homework.questions[0].stem + "\n"))
    #expect(ada.stage.output.contains("All answered. Hand in"))
    #expect(collect(ada.result) == 0)
    #expect(teacher.words.contains("Ada Lee, complete"))
    #expect(try rights() == ["Ada Lee": 3])
    teacher.expectSoundLog()
    #expect(ada.teacher.run("data", "check") == 0)
    #expect(ada.stage.output.hasPrefix("Sound: "))
  }

  @Test func gradedWorkTellsNothingBeforeItsEnd() throws {
    let homework = try assign("--graded")
    let ada = try pupil("Ada Lee")
    var seen = 0
    var before = ""
    let wrong = Pupil.answers(to: homework) { $0.key == 0 ? 1 : 0 }
    let reader = ScriptedReader(lines: wrong)
    reader.whenAsked = { _, _ in
      seen += 1
      before = ada.stage.output
    }
    let command = ["play", "--assignment", self.homework.path, "--output", ada.result]
    #expect(ada.stage.run(command + ["--name", "Ada Lee"], reader: reader) == 0)
    #expect(seen == 6)
    for word in ["Right", "Wrong", "Not quite", "Source"] {
      #expect(!before.contains(word), "\(before)")
    }
    for question in homework.questions {
      #expect(!before.contains(question.item.explanation), "\(before)")
    }
    #expect(ada.stage.output.contains("0 of 3 right"))
  }

  @Test func bestTryCounts() throws {
    let homework = try assign("--tries", "2")
    let ada = try pupil("Ada Lee")
    let wrong = Pupil.answers(to: homework) { $0.key == 0 ? 1 : 0 }
    #expect(ada.play(wrong) == 0)
    #expect(ada.teacher.words.contains("You may do it once more."))
    #expect(ada.play(Pupil.answers(to: homework)) == 0)
    #expect(collect(ada.result) == 0)
    #expect(try rights() == ["Ada Lee": 3])
    teacher.run("class", "report")
    #expect(teacher.words.contains("try 2"))
    // No third time; the file is written once more, in case it got lost.
    try FileManager.default.removeItem(atPath: ada.result)
    #expect(ada.play([]) == 64)
    #expect(
      ada.stage.talk == "homework \(homework.id) may be done 2 times, and Ada Lee has done so; "
        + "\(ClassWords.somebodyElse)\n"
    )
    #expect(collect(ada.result) == 0)
    #expect(teacher.stage.output.contains(", in already"))
  }

  @Test func lateWorkIsMarkedAsLate() throws {
    let homework = try assign("--deadline", "2026-11-24")
    let ada = try pupil("Ada Lee")
    #expect(ada.play(Pupil.answers(to: homework)) == 0)
    let ben = try pupil("Ben Okoro")
    ben.teacher.wait(days: 3)
    #expect(ben.play(Pupil.answers(to: homework)) == 0)
    #expect(ben.teacher.words.contains("The last day has passed; what you answer now is marked as"))
    #expect(collect(ada.result, ben.result) == 0)
    #expect(teacher.words.contains("Ben Okoro, complete, late"))
    #expect(!teacher.words.contains("Ada Lee, complete, late"))
    teacher.run("class", "report")
    let rows = teacher.stage.output.split(separator: "\n")
    #expect(rows.filter { $0.contains("late") }.count == 1)
  }

  @Test func pointsOfAHomeworkCountOnce() throws {
    let homework = try assign()
    let ada = try pupil("Ada Lee")
    let lines = Pupil.answers(to: homework)
    ada.play(Array(lines.prefix(2)) + ["quit"])
    let first = try #require(try ada.teacher.openLog().scores().first).points
    ada.play(Array(lines.dropFirst(2)))
    let score = try #require(try ada.teacher.openLog().scores().first)
    let sum = try ada.teacher.openLog().sessions(limit: 10).reduce(0) { $0 + $1.points }
    #expect(first > 0 && score.points > first)
    #expect(score.points == sum)
    #expect(ada.stage.output.contains("with \(score.points) points"))
  }

  @Test func teacherWhoPlaysAndCollectsOnOneMachineCountsItOnce() throws {
    let homework = try assign()
    let own = Pupil(teacher: teacher, name: "Ada Lee", homework: self.homework.path)
    #expect(own.play(Pupil.answers(to: homework)) == 0)
    let before = try teacher.openLog().scores()
    #expect(before.count == 1)
    #expect(collect(own.result) == 0)
    #expect(try teacher.openLog().scores() == before)
    #expect(try teacher.openLog().sessions(limit: 10).count == 1)
    #expect(try rights() == ["Ada Lee": 3])
    teacher.expectSoundLog()
  }

  @Test func pupilsWhoShareAMachineAreToldApartByTheirLearners() throws {
    let homework = try assign()
    let ada = try pupil("Ada Lee")
    for name in ["Ada", "Ben"] { #expect(ada.teacher.run("learner", "add", name) == 0) }
    #expect(ada.play(Pupil.answers(to: homework), "--learner", "Ada") == 0)
    let ben = Pupil(teacher: ada.teacher, name: "Ben Okoro", homework: self.homework.path)
    let (adas, bens) = (ada.teacher.path("ada.json"), ben.result)
    try FileManager.default.moveItem(atPath: ada.result, toPath: adas)
    #expect(ben.play(Pupil.answers(to: homework) { $0.key == 0 ? 1 : 0 }, "--learner", "Ben") == 0)
    #expect(collect(adas, bens) == 0)
    #expect(try rights() == ["Ada Lee": 3, "Ben Okoro": 0])
  }

  @Test func nameIsAskedOnceAndMayBeTaken() throws {
    let homework = try assign()
    let ada = try pupil("unused")
    let lines = Pupil.answers(to: homework)
    let command = ["play", "--assignment", self.homework.path, "--output", ada.result]
    #expect(ada.teacher.run(command, typing: ["  Ada\u{1b}   Lee "] + lines) == 0)
    #expect(ada.stage.transcript.contains("What does your teacher call you? Enter for ri."))
    #expect(collect(ada.result) == 0)
    let ben = try pupil("unused")
    ben.stage.environment.loginName = "ben okoro"
    #expect(ben.teacher.run(command.dropLast() + [ben.result], typing: ["   "] + lines) == 0)
    #expect(collect(ben.result) == 0)
    #expect(try rights().count == 2)
  }
}
