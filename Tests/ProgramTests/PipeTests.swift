import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

extension ProgramTests {
  /// Streams that are no terminal.
  @Suite struct PipeTests {
    private let home: Home

    init() throws {
      home = try Home()
    }

    @Test func gameThroughAPipeIsPlayedAndKept() throws {
      let outcome = try home.run(
        "play",
        "--questions",
        "3",
        "--form",
        "multiple-choice",
        input: "a\n\nb\n\nc\n\n"
      )
      #expect(outcome.end == .exited(0))
      #expect(outcome.talk == "")
      #expect(!outcome.output.contains("\u{1b}"))
      #expect(outcome.output.contains("\n> a\n"), "a transcript shows what was answered")
      #expect(outcome.output.contains(" of 3 right, "))
      #expect(TerminalText.widestRow(of: outcome.output) <= 80)
      let (session, answers) = try #require(try home.lastSession())
      #expect(session.reason == .finished)
      #expect(answers.map(\.choice) == [.option(0), .option(1), .option(2)])
    }

    @Test(arguments: ["", "a\n", "a\n\n", "a", "zebra\n\n"])
    func endOfInputEndsTheGame(input: String) throws {
      let outcome = try home.run("play", "--form", "multiple-choice", input: input)
      #expect(outcome.end == .exited(0))
      #expect(outcome.talk == "")
      let (session, answers) = try #require(try home.lastSession())
      #expect(session.reason == .endOfInput)
      #expect(answers.count == (input.hasPrefix("a") ? 1 : 0))
      let summary = answers.isEmpty ? "Nothing answered this time" : " of 1 right, "
      #expect(outcome.output.contains(summary))
    }

    @Test func exportThroughAPipeIsTakenInOnAnotherMachine() throws {
      let game = ["play", "--questions", "2", "--form", "multiple-choice"]
      let played = try PipedProgram(home.call(game), input: .text("a\n\nb\n\n")).waitForEnd()
      #expect(played.end == .exited(0))
      let export = try home.run("data", "export", "--json").output
      let other = try Home()
      for words in [" records came in.", "Nothing new; "] {
        let outcome = try other.run("data", "import", "-", input: export)
        #expect(outcome.end == .exited(0))
        #expect(outcome.talk == "")
        #expect(outcome.output.contains(words))
        #expect(try other.run("data", "export", "--json").output == export)
      }
      let broken = try other.run("data", "merge", "-", input: "{\n" + export)
      #expect(broken.end == .exited(65))
      #expect(broken.talk.contains("line 1: the record is no JSON object from byte 2 on"))
      #expect(broken.output.hasPrefix("Nothing new; "))
      let text = try other.run("data", "merge", "-", input: "Dear diary")
      #expect(text.end == .exited(65))
      #expect(text.talk.hasPrefix("/dev/stdin: is neither a log of attache"))
    }

    @Test func importWithoutAnyInputTakesInNothing() throws {
      let program = try PipedProgram(home.call(["data", "import", "-"]), input: .closed)
      let outcome = try program.waitForEnd()
      #expect(outcome.end == .exited(0))
      #expect(outcome.output == "Nothing new.\n")
    }

    @Test func inputFromAFile() throws {
      let file = home.folder.appendingPathComponent("answers")
      try Data("a\n\nquit\n".utf8).write(to: file)
      let program = try PipedProgram(
        home.call(["play", "--form", "multiple-choice"]),
        input: .file(file.path)
      )
      #expect(try program.waitForEnd().end == .exited(0))
      let (session, answers) = try #require(try home.lastSession())
      #expect(session.reason == .quit)
      #expect(answers.count == 1)
    }

    @Test func bareNameAtTheEndOfInputOnlyGreets() throws {
      let outcome = try home.run()
      #expect(outcome.end == .exited(0))
      #expect(outcome.output.contains("Attaché: "))
      #expect(outcome.talk == "")
      #expect(try home.lastSession() == nil)
    }

    @Test func whatCannotBeTextIsNoAnswer() throws {
      let file = home.folder.appendingPathComponent("noise")
      var random = SplitMix64(seed: 7)
      let noise = (0..<200_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      // One letter alone could be an answer.
      try Data(noise.filter { $0 != 0x0A } + [0x0A, 0xFF, 0x0A]).write(to: file)
      let program = try PipedProgram(home.call(["play"]), input: .file(file.path))
      let outcome = try program.waitForEnd()
      #expect(outcome.end == .exited(0))
      #expect(outcome.talk == "")
      #expect(try home.lastSession()?.answers.isEmpty == true)
      let controls = outcome.output.unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n"
      }
      #expect(controls.isEmpty)
    }

    @Test func signalEndsAGameThatReadsAPipe() throws {
      for (signal, code) in [(SIGINT, Int32(130)), (SIGTERM, 143), (SIGHUP, 129)] {
        let program = try PipedProgram(
          home.call(["play", "--form", "multiple-choice"]),
          input: .open
        )
        program.type("a\n")
        try program.expect("Enter for next, or undo > ")
        program.child.send(signal)
        let outcome = try program.waitForEnd()
        #expect(outcome.end == .exited(code))
        #expect(outcome.output.contains(" of 1 right, "))
        #expect(try home.lastReason() == (signal == SIGINT ? .interrupted : .terminated))
      }
    }

    @Test func deadlineHoldsForAPipeToo() throws {
      let program = try PipedProgram(
        home.call(["play", "--form", "multiple-choice", "--time-limit", "1"]),
        input: .open
      )
      program.type("zebra")
      try program.expect("\nTime is up.")
      program.type("a\n\n")
      try program.expect("2 of 10")
      program.endInput()
      #expect(try program.waitForEnd().end == .exited(0))
      #expect(try home.lastSession()?.answers.map(\.choice) == [.timedOut])
    }

    @Test func readerThatHasSeenEnoughIsNoFailure() throws {
      let program = try PipedProgram(home.call(["items", "--count", "100000"]))
      try program.expect("\n")
      program.closeOutput()
      let outcome = try program.waitForEnd()
      // As other programs do: by the signal, and without a word.
      #expect(outcome.end == .killed(signal: SIGPIPE))
      #expect(outcome.talk == "")
    }

    @Test func headGetsItsLine() throws {
      let program = try AttacheProgram.path()
      let call = try home.call(
        ["-c", #""$0" items --count 100000 | head -1"#, program],
        program: "/bin/sh"
      )
      let outcome = try PipedProgram(call).waitForEnd()
      #expect(outcome.end == .exited(0))
      #expect(outcome.talk == "")
      #expect(outcome.output.hasPrefix("{"))
      #expect(outcome.output.filter { $0 == "\n" }.count == 1)
    }

    @Test func gameWhoseOutputIsClosedIsKept() throws {
      let program = try PipedProgram(
        home.call(["play", "--form", "multiple-choice", "--questions", "2"]),
        input: .open
      )
      try program.expect("\n> ")
      program.closeOutput()
      program.type("a\n\nb\n\n")
      let outcome = try program.waitForEnd()
      // Nothing reads the last lines, but the game was played and kept to its end.
      #expect([.exited(0), .exited(74), .killed(signal: SIGPIPE)].contains(outcome.end))
      #expect(outcome.talk == "")
      let (session, answers) = try #require(try home.lastSession())
      #expect(session.reason == .finished)
      #expect(answers.count == 2)
    }

    @Test(
      .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
      arguments: [
        "items --count 2", "items --count 2000", "bank list", "help", "data export --csv",
      ]
    )
    func outputThatIsLostIsToldOf(command: String) throws {
      #expect(try home.run("play", input: "quit\n").end == .exited(0))
      let program = try AttacheProgram.path()
      let call = try home.call(
        ["-c", #""$0" \#(command) > /dev/full"#, program],
        program: "/bin/sh"
      )
      let outcome = try PipedProgram(call).waitForEnd()
      #expect(outcome.end == .exited(74))
      #expect(outcome.talk.hasPrefix("not all of the output could be written ("))
      #expect(outcome.talk.filter { $0 == "\n" }.count == 1)
    }

    /// Which streams are open when the program starts.
    @Test(arguments: [(false, true, true), (true, false, true), (true, true, false)])
    func closedStreamIsNoCrash(hasInput: Bool, hasOutput: Bool, hasTalk: Bool) throws {
      for arguments in [["play"], ["plya"], ["bank", "list"], ["play", "--bank", "none"]] {
        let program = try PipedProgram(
          home.call(arguments),
          input: hasInput ? .text("a\n") : .closed,
          hasOutput: hasOutput,
          hasTalk: hasTalk
        )
        let outcome = try program.waitForEnd()
        guard case .exited = outcome.end else {
          Issue.record("\(arguments): \(outcome)")
          continue
        }
      }
      if FileManager.default.fileExists(atPath: home.log.path) {
        #expect(try home.openLog().check().isEmpty)
      }
    }

    @Test func promptsGoToTheTerminalThatIsThere() throws {
      // Standard output is a file; the player's terminal shows nothing of the game.
      let shell = try home.shell(#""$0" play --questions 1 > transcript; echo "ended $?""#)
      let file = home.folder.appendingPathComponent("transcript")
      let deadline = TestDeadline(seconds: 10)
      while (try? String(contentsOf: file, encoding: .utf8))?.hasSuffix("\n> ") != true,
        !deadline.hasPassed
      {
        usleep(10_000)
      }
      shell.type("\u{4}")
      try shell.expect("ended 0")
      #expect(try shell.waitForEnd() == .exited(0))
      #expect(try !String(contentsOf: file, encoding: .utf8).contains("\u{1b}"))
      #expect(try home.lastReason() == .endOfInput)
    }
  }
}
