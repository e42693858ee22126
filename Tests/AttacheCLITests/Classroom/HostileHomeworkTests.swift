import Classroom
import Foundation
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// Files that are no homework and no result of one, and those that somebody has edited.
@Suite struct HostileHomeworkTests {
  private let teacher: Teacher
  private let homework: String
  private let result: String

  init() throws {
    teacher = try Teacher()
    try teacher.makeClass()
    homework = teacher.path("homework.json")
    result = teacher.path("result.json")
    let command = ["class", "assign", "--questions", "2", "--form", "multiple-choice"]
    try #require(teacher.run(command + Teacher.bank + ["--output", homework]) == 0)
    let pupil = try Teacher()
    let play = ["play", "--assignment", homework, "--output", result, "--name", "Ada Lee"]
    try #require(pupil.run(play, typing: ["a", "", "b", ""]) == 0)
    teacher.wait(days: 1)
  }

  /// Something that became of a file.
  struct Damage: CustomTestStringConvertible {
    let testDescription: String
    let words: String
    let damage: @Sendable (String) -> Data

    static let all = [
      Damage(testDescription: "edited", words: "was edited by hand or damaged") {
        Data(
          $0.replacingOccurrences(of: "\"seed\" : ", with: "\"seed\" : 1")
            .replacingOccurrences(of: "\"question\" : 0", with: "\"question\" : 1").utf8
        )
      },
      Damage(testDescription: "truncated", words: "is no ") {
        Data($0.utf8.prefix($0.utf8.count / 2))
      },
      Damage(testDescription: "empty", words: "is no ") { _ in Data() },
      Damage(testDescription: "brackets", words: "is no ") { _ in
        Data(String(repeating: "[", count: 100_000).utf8)
      },
      Damage(testDescription: "braces", words: "is no ") { _ in
        Data(String(repeating: "{\"content\":", count: 50_000).utf8)
      },
      Damage(testDescription: "other kind", words: "of the kind \"attache-\"") {
        Data(
          $0.replacingOccurrences(of: "\"attache-homework\"", with: "\"attache-\"")
            .replacingOccurrences(of: "\"attache-result\"", with: "\"attache-\"").utf8
        )
      },
      Damage(testDescription: "newer", words: "was written by a later attache") {
        Data($0.replacingOccurrences(of: "\"version\" : 2", with: "\"version\" : 9").utf8)
      },
      Damage(testDescription: "noise", words: "is no ") { _ in
        var random = SplitMix64(seed: 3)
        return Data((0..<10_000).map { _ in UInt8(truncatingIfNeeded: random.next()) })
      },
      Damage(testDescription: "poison", words: "of the kind \"[31m\"") { _ in
        Data(#"{"format":"\u001b[31m","version":1}"#.utf8)
      },
    ]
  }

  private func expectHarmless() {
    let controls = (teacher.stage.output + teacher.stage.talk).unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(controls.isEmpty)
    #expect(teacher.stage.talk.split(separator: "\n").allSatisfy { $0.utf8.count < 400 })
  }

  @Test(arguments: Damage.all)
  func damagedHomeworkIsRefusedInWords(_ damage: Damage) throws {
    let text = try String(contentsOfFile: homework, encoding: .utf8)
    let file = try teacher.files.write(damage.damage(text), to: "damaged.json").path
    let code = teacher.run("play", "--assignment", file, "--output", teacher.path("none.json"))
    #expect(code == 65)
    #expect(teacher.stage.output == "")
    #expect(teacher.stage.talk.hasPrefix("\(file): "))
    #expect(teacher.stage.talk.contains(damage.words), "\(teacher.stage.talk)")
    #expect(!FileManager.default.fileExists(atPath: teacher.path("none.json")))
    expectHarmless()
  }

  @Test(arguments: Damage.all)
  func damagedResultIsNamedAndTheRestTaken(_ damage: Damage) throws {
    let text = try String(contentsOfFile: result, encoding: .utf8)
    let file = try teacher.files.write(damage.damage(text), to: "damaged.json").path
    #expect(teacher.run("class", "collect", file, result) == 65)
    #expect(teacher.stage.talk.hasPrefix("\(file): "))
    #expect(teacher.stage.talk.contains(damage.words), "\(teacher.stage.talk)")
    #expect(teacher.stage.talk.hasSuffix("1 file not taken, the rest is in\n"))
    #expect(teacher.words.contains("Ada Lee, complete"))
    #expect(teacher.words.contains("1 pupil collected now; 1 of 3 are in altogether."))
    expectHarmless()
    teacher.expectSoundLog()
  }

  @Test func resultOfAnotherHomeworkThanTheOneWantedIsNamed() throws {
    let other = ["class", "assign", "--questions", "2", "--output", teacher.path("other.json")]
    #expect(teacher.run(other + Teacher.bank) == 0)
    let first = try #require(try teacher.activities().first?.id)
    let later = try #require(try teacher.activities().last?.id)
    #expect(teacher.run("class", "collect", result, "--homework", "\(later)") == 65)
    #expect(
      teacher.stage.talk.contains("is for homework \(first); collect it with --homework \(first)")
    )
    #expect(teacher.run("class", "collect", result) == 0)
    #expect(
      teacher.words.contains("Homework \(first): 1 pupil collected now; 1 of 3 are in altogether.")
    )
  }

  @Test func kindsAreNotTakenForEachOther() throws {
    #expect(teacher.run("play", "--assignment", result) == 65)
    #expect(teacher.stage.talk.contains("is no homework but a file of the kind \"attache-result\""))
    #expect(teacher.run("class", "collect", homework) == 65)
    #expect(teacher.stage.talk.contains("of the kind \"attache-homework\""))
    #expect(teacher.run("play", "--assignment", teacher.path("none")) == 66)
    #expect(teacher.run("play", "--assignment", teacher.files.url.path) == 66)
    #expect(teacher.run("class", "collect", teacher.path("none"), result) == 65)
    #expect(teacher.words.contains("Ada Lee, complete"))
  }

  @Test func pupilWhoIsNotOnTheListIsNamed() throws {
    #expect(teacher.run("class", "remove", "7b", "Ada Lee") == 0)
    #expect(teacher.run("class", "collect", result) == 65)
    #expect(
      teacher.stage.talk.contains("nobody is called \"Ada Lee\"; --pupil and a number on the list")
    )
    #expect(teacher.words.contains("0 pupils collected now; 0 of 2 are in altogether."))
  }

  @Test func otherAnswersUnderTheSameNameAreNotMixedIn() throws {
    #expect(teacher.run("class", "collect", result) == 0)
    let count = try teacher.recordCount()
    let other = try Teacher()
    let play = ["play", "--assignment", homework, "--output", other.path("r.json")]
    #expect(other.run(play + ["--name", "Ada Lee"], typing: ["b", "", "a", ""]) == 0)
    #expect(teacher.run("class", "collect", other.path("r.json")) == 65)
    #expect(
      teacher.stage.talk.contains("holds other answers of Ada Lee to try 1 than are in already")
    )
    #expect(try teacher.recordCount() == count)
  }

  /// Terms that no program of ours writes, under a checksum that is right.
  @Test(arguments: [0, -1, 101, Int.max, Int.min])
  func termsOfAForgedFileAreHeld(tries: Int) throws {
    let activity = try #require(try teacher.activities().first)
    let text = String(
      decoding: try JSONEncoder().encode(activity),
      as: UTF8.self
    ).replacingOccurrences(of: "\"tries\":1", with: "\"tries\":\(tries)")
    try #require(text.contains("\"tries\":\(tries)"))
    let file = teacher.stage.home.url
      .appendingPathComponent("data/attache/classes/\(activity.id).activity.json")
    try Data(text.utf8).write(to: file)
    for command in [["class", "list"], ["class", "report"], ["class", "collect", result]] {
      _ = teacher.run(command)
      expectHarmless()
    }
    if let forged = try? JSONDecoder().decode(ClassActivity.self, from: Data(text.utf8)) {
      let bytes = try HomeworkFile.bytes(forged)
      let path = try teacher.files.write(Data(bytes), to: "forged.json").path
      let code = teacher.run("play", "--assignment", path, "--output", teacher.path("f.json"))
      #expect([0, 65].contains(code))
    }
  }
}
