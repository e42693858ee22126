import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

extension ProgramTests {
  /// Mistakes of the user and accidents of the disk.
  @Suite struct MistakeTests {
    private let home: Home

    init() throws {
      home = try Home()
    }

    @Test func mistypedCommandIsGuessed() throws {
      let outcome = try home.run("plya")
      #expect(outcome.end == .exited(64))
      #expect(outcome.talk == "no command plya; did you mean play?\n")
      #expect(outcome.output == "")
    }

    @Test(arguments: [
      ["play", "--questions", "0"], ["play", "--options", "9"], ["play", "--time-limit", "0"],
      ["play", "--tpoic", "x"], ["play", "--topic", "nothing"], ["items", "--fact", "nothing"],
      ["play", "--learner", "nobody"], ["data", "export"], ["play", "now"],
    ])
    func wrongArgumentsAreToldAndNothingIsPlayed(arguments: [String]) throws {
      let program = try PipedProgram(home.call(arguments), input: .text("a\n"))
      let outcome = try program.waitForEnd()
      #expect(outcome.end == .exited(64))
      #expect(!outcome.talk.isEmpty)
      #expect(outcome.output == "")
      #expect(try home.lastSession() == nil)
    }

    @Test func missingBankNamesThoseThatAreThere() throws {
      let outcome = try home.run("play", "--bank", "dprk-relation")
      #expect(outcome.end == .exited(66))
      #expect(outcome.talk.hasPrefix("no bank \"dprk-relation\"; "))
      #expect(outcome.talk.contains("; there are: dprk-relations, teachers-ten; "))
      #expect(outcome.talk.filter { $0 == "\n" }.count == 1)
      #expect(outcome.output == "")
    }

    /// A log that cannot be used.
    struct Trouble: CustomTestStringConvertible {
      let testDescription: String
      let code: Int32
      let says: String
      let cause: @Sendable (URL) throws -> Void

      static let all = [
        Trouble(testDescription: "damaged", code: 65, says: " is damaged ") { log in
          try Data("not a database, but long enough to be taken for one\n".utf8).write(to: log)
        },
        Trouble(testDescription: "cut off", code: 65, says: " is damaged ") { log in
          let bytes = try Data(contentsOf: log)
          try bytes.prefix(bytes.count / 2 + 100).write(to: log)
        },
        Trouble(testDescription: "newer", code: 65, says: "by a later attache (format 99)") { log in
          var bytes = try Data(contentsOf: log)
          bytes[60..<64] = Data([0, 0, 0, 99])
          try bytes.write(to: log)
        },
        Trouble(testDescription: "another program's", code: 65, says: " is no log of attache") {
          log in
          var bytes = try Data(contentsOf: log)
          bytes[68..<72] = Data([0, 0, 0, 1])
          try bytes.write(to: log)
        },
        Trouble(testDescription: "read-only", code: 73, says: " cannot be written") { log in
          try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: log.path)
        },
        Trouble(testDescription: "in a read-only folder", code: 73, says: " cannot be written") {
          log in
          try FileManager.default.setAttributes(
            [.posixPermissions: 0o500],
            ofItemAtPath: log.deletingLastPathComponent().path
          )
        },
        Trouble(testDescription: "a folder", code: 66, says: " cannot be opened") { log in
          try FileManager.default.removeItem(at: log)
          try FileManager.default.createDirectory(at: log, withIntermediateDirectories: true)
        },
      ]
    }

    /// A call as somebody whom permissions bind: root may write what is read-only.
    private func bound(_ arguments: String...) throws -> ProgramCall {
      let call = try home.call(arguments)
      guard getuid() == 0 else { return call }
      return try home.call(
        [
          "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all", call.executable,
        ] + call.arguments,
        program: "/usr/bin/setpriv"
      )
    }

    private func prepare(_ trouble: Trouble) throws -> Data? {
      #expect(try home.run("play", input: "quit\n").end == .exited(0))
      try trouble.cause(home.log)
      return try? Data(contentsOf: home.log)
    }

    private func restorePermissions() {
      let folder = home.log.deletingLastPathComponent().path
      try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    }

    @Test(arguments: Trouble.all)
    func troubleWithTheLogIsOneLineAndChangesNothing(_ trouble: Trouble) throws {
      let before = try prepare(trouble)
      defer { restorePermissions() }
      for command in ["play", "scores", "history"] {
        let outcome = try PipedProgram(bound(command), input: .text("a\n")).waitForEnd()
        #expect(outcome.end == .exited(trouble.code), "\(command): \(outcome)")
        #expect(outcome.talk.contains(trouble.says))
        #expect(outcome.talk.contains(home.log.deletingLastPathComponent().path))
        #expect(outcome.talk.filter { $0 == "\n" }.count == 1)
        #expect(outcome.output == "")
        #expect((try? Data(contentsOf: home.log)) == before)
      }
    }

    @Test(arguments: Trouble.all)
    func onATerminalThePlayerDecides(_ trouble: Trouble) throws {
      let before = try prepare(trouble)
      defer { restorePermissions() }
      let question = "Play on without saving? (yes or no) > "
      for (typed, code) in [("no\r", trouble.code), ("\u{4}", trouble.code), ("\u{3}", 130)] {
        let terminal = try PseudoTerminal(bound("play"))
        #expect(try terminal.expect(question).contains(trouble.says))
        terminal.type(typed)
        #expect(try terminal.waitForEnd() == .exited(code))
        #expect(terminal.settings == terminal.settingsBefore)
      }
      let terminal = try PseudoTerminal(bound("play", "--questions", "1", "--form", "true-false"))
      try terminal.expect(question)
      terminal.type("maybe\r")
      try terminal.expect(question)
      terminal.type("yes\r")
      try terminal.expect(Prompts.answer)
      terminal.type("t\r")
      try terminal.expect(Prompts.result)
      terminal.type("\r")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect((try? Data(contentsOf: home.log)) == before)
    }

    @Test func logThatVanishesInTheMidstOfAGameIsToldBeforeTheVerdict() throws {
      let terminal = try home.terminal("play", "--form", "multiple-choice")
      try terminal.expect(Prompts.answer)
      try FileManager.default.moveItem(
        at: home.log,
        to: home.folder.appendingPathComponent("elsewhere")
      )
      terminal.type("a\r")
      let told = try terminal.expect("Play on without saving? (yes or no) > ")
      #expect(told.contains("was moved or removed"))
      #expect(!told.contains("Right") && !told.contains("No."))
      terminal.type("no\r")
      #expect(try terminal.waitForEnd() == .exited(74))
      #expect(terminal.settings == terminal.settingsBefore)
    }

    @Test func noHomeIsToldInOneLine() throws {
      home.variables["HOME"] = nil
      home.variables["XDG_DATA_HOME"] = nil
      let outcome = try home.run("play", input: "a\n")
      #expect(outcome.end == .exited(73))
      #expect(outcome.talk.contains("neither XDG_DATA_HOME nor HOME is set"))
      #expect(outcome.talk.filter { $0 == "\n" }.count == 1)
    }
  }
}
