import Foundation
import TestSupport
import Testing

extension ProgramTests {
  /// Files that commands write because somebody names them.
  @Suite struct NamedFileTests {
    private let home: Home
    private let files: URL

    init() throws {
      home = try Home()
      files = home.folder.appendingPathComponent("desk")
      try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
      #expect(try home.run("class", "new", "7b").end == .exited(0))
      #expect(try home.run("class", "add", "7b", "Ada Lee").end == .exited(0))
      #expect(try home.run("learner", "add", "Ada").end == .exited(0))
      try write("Question one? { =a ~b ~c }", to: "rivers.gift")
      #expect(try run(["import", "gift", "rivers.gift"]).end == .exited(0))
    }

    private func run(_ arguments: [String]) throws -> PipedProgram.Outcome {
      var call = try home.call(arguments)
      call.folder = files.path
      return try PipedProgram(call).waitForEnd()
    }

    private func write(_ text: String, to name: String) throws {
      try Data(text.utf8).write(to: files.appendingPathComponent(name))
    }

    private func text(_ name: String) throws -> String {
      try String(contentsOf: files.appendingPathComponent(name), encoding: .utf8)
    }

    /// A way to name a file that is written.
    struct Way: CustomTestStringConvertible {
      let testDescription: String
      let arguments: @Sendable (String) -> [String]

      static let all = [
        Way(testDescription: "export") {
          ["export", "gift", "--bank", "teachers-ten", "--count", "2", "--output", $0]
        },
        Way(testDescription: "class assign") {
          ["class", "assign", "--bank", "teachers-ten", "--questions", "2", "--output", $0]
        },
        Way(testDescription: "data backup") { ["data", "backup", $0] },
      ]
    }

    @Test(arguments: Way.all)
    func nothingIsWrittenAmongTheProgramsOwnFiles(_ way: Way) throws {
      let data = home.log.deletingLastPathComponent()
      let manager = FileManager.default
      try manager.createSymbolicLink(
        at: files.appendingPathComponent("link"),
        withDestinationURL: data.appendingPathComponent("classes")
      )
      try manager.createSymbolicLink(
        at: files.appendingPathComponent("log"),
        withDestinationURL: home.log
      )
      try manager.createSymbolicLink(
        at: files.appendingPathComponent("nowhere"),
        withDestinationURL: data.appendingPathComponent("new.txt")
      )
      let before = try FileState.all(in: data)
      let names = [
        home.log.path, data.appendingPathComponent("new.txt").path, "link/new.txt", "log",
        "nowhere",
        data.appendingPathComponent("backups/../banks/rivers/datapackage.json").path,
        "../data/attache/new.txt", data.appendingPathComponent("classes/deep/new.txt").path,
      ]
      for name in names {
        let outcome = try run(way.arguments(name))
        #expect(outcome.end == .exited(73), "\(name): \(outcome)")
        #expect(outcome.talk.contains("lies in the folder where attache keeps"))
      }
      let paper = try run(
        ["class", "paper", "--bank", "teachers-ten", "--questions", "3", "--output", data.path]
      )
      #expect(paper.end == .exited(73))
      #expect(try FileState.all(in: data) == before)
    }

    @Test(arguments: Way.all.filter { $0.testDescription != "data backup" })
    func whatIsThereIsReplacedOnlyWithAYes(_ way: Way) throws {
      try write("mine", to: "mine.txt")
      let refused = try run(way.arguments("mine.txt"))
      #expect(refused.end == .exited(73))
      #expect(refused.talk.contains("mine.txt is there already; nothing was written"))
      #expect(refused.talk.contains("--replace"))
      #expect(try text("mine.txt") == "mine")
      for (answer, code) in [("no", Int32(73)), ("yes", 0)] {
        var call = try home.call(way.arguments("mine.txt"))
        call.folder = files.path
        let terminal = try PseudoTerminal(call, columns: 80)
        try terminal.expect("Replace it?")
        try terminal.expect("yes or no > ")
        #expect(try text("mine.txt") == "mine", "nothing is written before the answer")
        terminal.type(answer + "\r")
        #expect(try terminal.waitForEnd() == .exited(code))
        #expect(try (text("mine.txt") == "mine") == (answer == "no"))
      }
      try write("mine", to: "mine.txt")
      #expect(try run(way.arguments("mine.txt") + ["--replace"]).end == .exited(0))
      #expect(try text("mine.txt") != "mine")
    }

    @Test func noHomeworkIsKeptWhoseFileWasRefused() throws {
      try write("mine", to: "h.json")
      let before = try FileState.all(in: home.log.deletingLastPathComponent())
      let command = ["class", "assign", "--bank", "teachers-ten", "--questions", "2"]
      #expect(try run(command + ["--output", "h.json"]).end == .exited(73))
      #expect(try FileState.all(in: home.log.deletingLastPathComponent()) == before)
    }

    @Test func samePaperIsPrintedAgainWithoutAQuestion() throws {
      let command = ["class", "paper", "--bank", "teachers-ten", "--questions", "3", "--seed", "4"]
      #expect(try run(command + ["--output", "p"]).end == .exited(0))
      #expect(try run(command + ["--output", "p"]).end == .exited(0))
      let names = try FileManager.default.contentsOfDirectory(
        atPath: files.appendingPathComponent("p").path
      )
      let form = try #require(names.first { $0.contains("form") })
      try write("corrected by hand", to: "p/\(form)")
      #expect(try run(command + ["--output", "p"]).end == .exited(73))
      #expect(try text("p/\(form)") == "corrected by hand")
    }

    @Test func laterTryReplacesTheHandInOfTheEarlierOneAlone() throws {
      let assign = [
        "class", "assign", "--bank", "teachers-ten", "--questions", "1", "--tries", "3",
      ]
      #expect(try run(assign + ["--output", "h.json"]).end == .exited(0))
      func play(_ name: String) throws -> PipedProgram.Outcome {
        var call = try home.call(
          ["play", "--assignment", "h.json", "--name", name, "--output", "r.json"]
        )
        call.folder = files.path
        return try PipedProgram(call, input: .text("skip\n\n")).waitForEnd()
      }
      #expect(try play("Ada").end == .exited(0))
      #expect(try play("Ada").end == .exited(0))
      let adas = try text("r.json")
      let other = try play("Ben")
      #expect(other.end == .exited(73))
      #expect(!other.output.contains("1 of 1"), "nothing is asked that could not be handed in")
      #expect(try text("r.json") == adas)
    }

    @Test func streamsAndPipesAreWrittenTo() throws {
      let command = "\"$0\" export gift --bank teachers-ten --count 2 --output /dev/stdout"
      func shell(_ script: String) throws -> PipedProgram.Outcome {
        var call = try home.call(["-c", script, AttacheProgram.path()], program: "/bin/sh")
        call.folder = files.path
        return try PipedProgram(call).waitForEnd()
      }
      let direct = try shell(command)
      #expect(direct.end == .exited(0))
      #expect(direct.output.contains("{"))
      #expect(try shell("echo before > f; \(command) >> f; \(command) >> f").end == .exited(0))
      #expect(try text("f") == "before\n" + direct.output + direct.output)
    }
  }
}
