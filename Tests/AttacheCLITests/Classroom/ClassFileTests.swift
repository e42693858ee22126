import Classroom
import Foundation
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// The files of classes, and what is done about one that cannot be read.
@Suite struct ClassFileTests {
  private let teacher: Teacher
  private let folder: URL

  init() throws {
    teacher = try Teacher()
    folder = teacher.stage.home.url.appendingPathComponent("data/attache/classes")
    try teacher.makeClass()
  }

  private func file(of schoolClass: SchoolClass) throws -> URL {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let found = try names.filter { $0.hasSuffix(".class.json") }.first { name in
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        .contains("\"\(schoolClass.name)\"")
    }
    return folder.appendingPathComponent(try #require(found))
  }

  private struct Envelope: Decodable {
    let version: Int
  }

  @Test func everyFileSaysItsVersion() throws {
    _ = try teacher.printPaper()
    let files = Teacher.tree(folder).filter { $0.key.hasSuffix(".json") }
    #expect(files.count == 2)
    for (_, data) in files {
      #expect(try JSONDecoder().decode(Envelope.self, from: data).version == 1)
    }
  }

  static let broken: [(text: String, words: String)] = [
    ("{\"version\":2,\"content\":{\"any\":1}}", "was written by a later attache (format 2)"),
    ("{\"version\":1,\"content\":", "cannot be read (it is no JSON of a class)"),
    ("", "cannot be read"),
  ]

  @Test(arguments: broken)
  func oneBadFileLocksNoOtherClass(text: String, words: String) throws {
    try teacher.makeClass("8a", ["Ida Falk"])
    let paper = try teacher.printPaper()
    let bad = try file(of: teacher.schoolClass("8a"))
    try Data(text.utf8).write(to: bad)
    let activity = folder.appendingPathComponent("AAAAAA.activity.json")
    try Data(text.utf8).write(to: activity)
    let report = ["report", paper.id.description]
    for command in [["list"], ["show", "7b"], report, ["add", "7b", "Eve"]] {
      #expect(teacher.run(["class"] + command) == 0)
      #expect(teacher.stage.talk.contains("\(bad.path) \(words)"), "\(command)")
      #expect(teacher.stage.output.contains("7b"))
    }
    #expect(teacher.stage.talk.contains(words))
    #expect(try String(contentsOf: bad, encoding: .utf8) == text, "it is left as it was")
    #expect(teacher.run("class", "show", "8a") == 64)
  }

  private struct Listed: Decodable, Equatable {
    let name: String
    let papers: Int
    let games: Int
    let homework: Int
  }

  @Test func folderThatAnotherProcessHoldsIsSaidToBeBusy() throws {
    let classes = try ClassFolder(in: teacher.stage.environment)
    try classes.locked {
      #expect(throws: ClassFileError.held(path: classes.url.path)) {
        try classes.locked(patience: 0) {}
      }
    }
    let said = ErrorPresenter.present(ClassFileError.held(path: "/c"))
    #expect(said?.exitCode == 75)
    #expect(said?.text.contains("nothing was changed, try again") == true)
    // What was held is let go of.
    #expect(teacher.run("class", "add", "7b", "Dora") == 0)
  }

  @Test func listCountsPapersGamesAndHomeworkApart() throws {
    _ = try teacher.printPaper()
    let own = ["--class", "7b", "--questions", "2"] + Teacher.bank
    for _ in 0..<2 { #expect(teacher.run(["class", "play"] + own, typing: ["quit"]) == 0) }
    let assign = ["class", "assign", "--deadline", "2026-12-01", "--output"]
    #expect(teacher.run(assign + [teacher.path("h.json")] + own) == 0)
    #expect(teacher.run("class", "list") == 0)
    #expect(teacher.stage.output == "7b: 3 pupils, 1 paper, 2 games, 1 homework\n")
    #expect(teacher.run("class", "list", "--json") == 0)
    let listed = try JSONDecoder().decode([Listed].self, from: Data(teacher.stage.output.utf8))
    #expect(listed == [Listed(name: "7b", papers: 1, games: 2, homework: 1)])
    let id = try #require(try teacher.activities().last?.id)
    #expect(teacher.run("class", "show", "7b") == 0)
    #expect(
      teacher.words.hasSuffix(
        "\(id) homework, 22 November 2026: Six states, 2 questions, until 1 December 2026"
      )
    )
  }

  @Test func rowsOfAListAreSetInWhateverTheirWidth() throws {
    let paper = try teacher.printPaper("--title", String(repeating: "Long title ", count: 5))
    for isTerminal in [true, false] {
      teacher.stage.environment.isOutputTerminal = isTerminal
      teacher.stage.environment.columns = { 40 }
      #expect(teacher.run("class", "show", "7b") == 0)
      let rows = teacher.stage.output.split(separator: "\n")
      let first = try #require(rows.firstIndex { $0.hasPrefix("  \(paper.id) paper, ") })
      #expect((rows.count > first + 1) == isTerminal)
      #expect(rows[(first + 1)...].allSatisfy { $0.hasPrefix("    ") && $0.count <= 40 })
    }
  }
}
