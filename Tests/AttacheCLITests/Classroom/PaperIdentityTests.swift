import Classroom
import Foundation
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// Under one id one paper: printed again it is the same, and with another key another one.
@Suite struct PaperIdentityTests {
  private let teacher: Teacher

  init() throws {
    teacher = try Teacher()
    try teacher.makeClass()
  }

  private static let gift = """
    ::bus::Where does the bus wait for us?{
      =Behind the school#So that nobody has to cross the road.
      ~At the station
      ~In front of the church
    }

    ::lunch::Where do we eat?{
      =In the park
      ~In the bus
      ~At the station
    }


    """

  private func printed(_ gift: String) throws -> ClassActivity {
    let file = try teacher.write(gift, to: "trip.gift")
    try #require(teacher.run("import", "gift", file) == 0)
    // The banks of the tests are not among those that are imported.
    teacher.stage.environment.variables["ATTACHE_BANKS"] = nil
    let known = try teacher.activities().map(\.id)
    let command = ["class", "paper", "--bank", "trip", "--questions", "2", "--seed", "7"]
    try #require(teacher.run(command + ["--output", teacher.path("p")]) == 0)
    let papers = try teacher.activities()
    return try #require(papers.first { !known.contains($0.id) } ?? papers.last)
  }

  /// What becomes of the question in the meantime; its id and what it asks stay.
  static let changes: [(from: String, to: String)] = [
    ("=Behind the school", "~Behind the school"), ("nobody has to cross", "everybody may cross"),
  ]

  @Test(arguments: changes)
  func questionThatWasChangedMakesAnotherPaper(from: String, to: String) throws {
    let first = try printed(PaperIdentityTests.gift)
    #expect(try printed(PaperIdentityTests.gift).id == first.id)
    var changed = PaperIdentityTests.gift.replacingOccurrences(of: from, with: to)
    if to.hasPrefix("~") {
      changed = changed.replacingOccurrences(
        of: "~At the station\n  ~In f",
        with: "=At the station\n  ~In f"
      )
    }
    let second = try printed(changed)
    #expect(second.id != first.id)
    #expect(second.questions.map(\.item.stem) == first.questions.map(\.item.stem))
    // Each is marked by the key that was printed with it.
    let kept = try teacher.activities()
    #expect(kept.first { $0.id == first.id } == first)
    #expect(kept.first { $0.id == second.id } == second)
  }

  static let wishes: [[String]] = [
    [], ["--forms", "3"], ["--parallel", "--forms", "2", "--questions", "2"],
    ["--title", "A title's \"end\" $HOME", "--options", "4"],
    ["--topic", "capitals", "--form", "multiple-choice", "--questions", "2"],
    ["--difficulty=-1..1", "--questions", "2"],
  ]

  @Test(arguments: wishes)
  func commandThatIsToldPrintsTheSamePaper(wishes: [String]) throws {
    let count = wishes.contains("--questions") ? [] : ["--questions", "4"]
    let command = ["class", "paper", "--class", "7b"] + Teacher.bank + count + wishes
    #expect(teacher.run(command + ["--output", teacher.path("one")]) == 0)
    let paper = try #require(try teacher.activities().last)
    let words = teacher.stage.output
    let start = try #require(words.range(of: "The same paper again: "))
    let end = try #require(words.range(of: "\nMark it with "))
    // As a shell reads it, with a program that says its arguments.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let told = words[start.upperBound..<end.lowerBound]
    process.arguments = ["-c", "attache() { printf '%s\\0' \"$@\"; }; \(told)"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let arguments = String(decoding: data, as: UTF8.self).split(separator: "\0").map(String.init)
    #expect(arguments.starts(with: ["class", "paper"]))
    teacher.stage.environment.randomSeed = { 12345 }
    #expect(teacher.run(arguments + ["--output", teacher.path("two")]) == 0)
    #expect(try teacher.activities() == [paper])
    let trees = ["one", "two"].map { Teacher.tree(teacher.files.url.appendingPathComponent($0)) }
    #expect(trees[0].count >= 2)
    #expect(trees[0] == trees[1])
  }
}
