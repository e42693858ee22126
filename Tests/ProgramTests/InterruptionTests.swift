import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

extension ProgramTests {
  /// What comes from outside while the program waits for a line.
  @Suite struct InterruptionTests {
    private let home: Home

    init() throws {
      home = try Home()
    }

    /// A prompt of the program that a test can stand at.
    enum Place: CaseIterable, CustomTestStringConvertible {
      case greeting
      case firstQuestion
      case typing
      case afterAnswer
      case lastResult

      var testDescription: String { "\(self)" }
      /// Whether a game has begun.
      var isGame: Bool { self != .greeting }
      /// How many answers have been given.
      var answers: Int { self == .afterAnswer || self == .lastResult ? 1 : 0 }
    }

    private func terminal(at place: Place) throws -> PseudoTerminal {
      guard place.isGame else {
        let terminal = try home.terminal()
        try terminal.expect(Prompts.home)
        return terminal
      }
      let questions = place == .lastResult ? "1" : "3"
      let terminal = try home.terminal(
        "play",
        "--questions",
        questions,
        "--form",
        "multiple-choice"
      )
      try terminal.expect(Prompts.answer)
      switch place {
      case .typing:
        terminal.type("some thing")
        try terminal.expect("some thing")
      case .afterAnswer:
        terminal.type("a\r")
        try terminal.expect(Prompts.next)
      case .lastResult:
        terminal.type("a\r")
        try terminal.expect(Prompts.result)
      case .greeting, .firstQuestion: break
      }
      return terminal
    }

    /// A way to end a program, and what is to come of it.
    struct Ending: CustomTestStringConvertible {
      let testDescription: String
      let code: Int32
      let reason: SessionClosing.Reason
      let end: @Sendable (PseudoTerminal) -> Void

      static let all = [
        Ending(testDescription: "Ctrl-C", code: 130, reason: .interrupted) { $0.type("\u{3}") },
        Ending(testDescription: "SIGINT", code: 130, reason: .interrupted) {
          $0.child.send(SIGINT)
        },
        Ending(testDescription: "SIGTERM", code: 143, reason: .terminated) {
          $0.child.send(SIGTERM)
        },
        Ending(testDescription: "SIGHUP", code: 129, reason: .terminated) {
          $0.child.send(SIGHUP)
        },
      ]
    }

    @Test(arguments: Ending.all, Place.allCases)
    func endsInOrder(_ ending: Ending, at place: Place) throws {
      let terminal = try terminal(at: place)
      ending.end(terminal)
      #expect(try terminal.waitForEnd() == .exited(ending.code))
      #expect(terminal.settings == terminal.settingsBefore)
      #expect(terminal.text.hasSuffix("\n"), "what comes next must stand on a line of its own")
      guard place.isGame else {
        #expect(try home.lastSession() == nil)
        return
      }
      let (session, answers) = try #require(try home.lastSession())
      #expect(session.reason == ending.reason)
      #expect(answers.count == place.answers)
      let summary = place.answers == 0 ? "Nothing answered this time" : " of 1 right, "
      #expect(terminal.text.contains(summary))
    }

    @Test(arguments: [("\u{3}", Int32(130)), ("\u{4}", 0), ("no\r", 0), ("YES, no\r", 0)])
    func nobodyIsErasedByAccident(keys: String, code: Int32) throws {
      #expect(try home.run("learner", "add", "Ana").end == .exited(0))
      let terminal = try home.terminal("learner", "forget", "Ana")
      try terminal.expect("Type yes > ")
      terminal.type(keys)
      try terminal.expect("Nothing was erased.")
      #expect(try terminal.waitForEnd() == .exited(code))
      #expect(terminal.settings == terminal.settingsBefore)
      #expect(try home.run("learner", "list").output.contains("Ana"))
    }

    @Test(arguments: [Place.greeting, .firstQuestion, .afterAnswer, .lastResult])
    func controlDEndsWithoutComplaint(at place: Place) throws {
      let terminal = try terminal(at: place)
      terminal.type("\u{4}")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(terminal.settings == terminal.settingsBefore)
      guard place.isGame else { return }
      let (session, answers) = try #require(try home.lastSession())
      #expect(session.reason == .endOfInput)
      #expect(answers.count == place.answers)
      let summary = place.answers == 0 ? "\nNothing answered this time" : " of 1 right, "
      #expect(terminal.text.contains(summary))
    }

    @Test func controlDAmongTextEndsNothing() throws {
      let terminal = try terminal(at: .typing)
      terminal.type("\u{4}")
      #expect(!terminal.news(within: 0.3).contains("answered"))
      #expect(terminal.child.pollEnd() == nil)
    }

    @Test(arguments: Place.allCases)
    func closedWindowEndsTheGame(at place: Place) throws {
      let terminal = try terminal(at: place)
      terminal.hangUp()
      #expect(try terminal.waitForEnd() == .exited(129))
      guard place.isGame else { return }
      let (session, answers) = try #require(try home.lastSession())
      #expect(session.reason == .terminated)
      #expect(answers.count == place.answers)
    }

    @Test func windowClosedBehindTheBackOfNohupEndsTheGame() throws {
      let shell = try home.shell(#"trap "" HUP; "$0" play; true"#)
      try shell.expect(Prompts.answer)
      shell.hangUp()
      _ = try shell.waitForEnd()
      #expect(try home.lastReason() == .terminated)
    }

    @Test func controlZStopsAndTheShellGoesOn() throws {
      let shell = try home.shell(#""$0" play; echo "stopped $?"; stty -a; fg; echo "ended $?""#)
      try shell.expect(Prompts.answer)
      shell.type("some")
      try shell.expect("some")
      shell.type("\u{1a}")
      try shell.expect("stopped 148")
      // The shell has the terminal as it was, and the prompt comes back with what was typed.
      #expect(try shell.expect("> some").contains(" echo "))
      shell.type("thing\r")
      try shell.expect("\"something\" is no answer to this")
      try shell.expect(Prompts.answer)
      shell.type("quit\r")
      try shell.expect("ended 0")
      #expect(try shell.waitForEnd() == .exited(0))
      #expect(shell.settings == shell.settingsBefore)
      #expect(try home.lastReason() == .quit)
    }

    @Test(arguments: [Place.greeting, .typing, .afterAnswer])
    func stoppedInEveryPlaceEndsOnSigterm(at place: Place) throws {
      // Stopped, a process acts on SIGTERM only when it goes on; shells send both.
      let command = place == .greeting ? "" : "play --questions 3 --form multiple-choice"
      let shell = try home.shell(
        #""$0" \#(command); echo "stopped $?"; kill %1; fg; echo "ended $?""#
      )
      try shell.expect(place == .greeting ? Prompts.home : Prompts.answer)
      if place == .typing { shell.type("some") }
      if place == .afterAnswer {
        shell.type("a\r")
        try shell.expect(Prompts.next)
      }
      shell.type("\u{1a}")
      try shell.expect("stopped 148")
      try shell.expect("ended 143")
      #expect(try shell.waitForEnd() == .exited(0))
      #expect(shell.settings == shell.settingsBefore)
      if place != .greeting { #expect(try home.lastReason() == .terminated) }
    }

    @Test func stopThatNobodyCouldUndoIsDiscarded() throws {
      // The program leads a session of its own here: POSIX has the kernel discard a SIGTSTP that
      // no shell could ever follow with a SIGCONT. The prompt only comes back.
      let terminal = try terminal(at: .typing)
      terminal.type("\u{1a}")
      try terminal.expect("> some thing")
      terminal.child.send(SIGCONT)
      try terminal.expect("> some thing")
      terminal.type("\u{15}quit\r")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(terminal.settings == terminal.settingsBefore)
    }

    @Test func stopThatCannotBeHeldIsSurvived() throws {
      let terminal = try terminal(at: .typing)
      let settings = terminal.settings
      terminal.child.send(SIGSTOP)
      usleep(100_000)
      terminal.type(" more")
      terminal.child.send(SIGCONT)
      try terminal.expect("> some thing more")
      #expect(terminal.settings == settings)
      terminal.type("\u{15}quit\r")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(terminal.settings == terminal.settingsBefore)
    }

    @Test func startedInTheBackgroundItWaitsForTheTerminal() throws {
      let shell = try home.shell(#""$0" play & sleep 1; echo "fetching"; fg; echo "ended $?""#)
      let before = try shell.expect("fetching")
      #expect(!before.contains(Prompts.answer))
      try shell.expect(Prompts.answer)
      shell.type("quit\r")
      try shell.expect("ended 0")
      #expect(try shell.waitForEnd() == .exited(0))
      #expect(shell.settings == shell.settingsBefore)
    }

    @Test func resizedWindowIsHeeded() throws {
      let terminal = try terminal(at: .typing)
      terminal.resize(columns: 40)
      try terminal.expect("> some thing")
      terminal.type("\u{15}")
      for _ in 0..<2 {
        terminal.type("a\r")
        try terminal.expect(Prompts.next)
        terminal.type("\r")
        let question = try terminal.expect(Prompts.answer)
        #expect(TerminalText.widestRow(of: question) <= 40)
      }
      terminal.resize(columns: 120)
      terminal.type("quit\r")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(terminal.settings == terminal.settingsBefore)
      #expect(try home.lastReason() == .quit)
    }

    @Test(.tags(.slow), arguments: ["\u{3}", "\u{1a}"])
    func keyRightBehindLettersActsAtOnce(key: String) throws {
      // The kernel throws the letters away with the key, perhaps in the moment between the
      // program's learning of them and its reading them.
      for _ in 0..<60 {
        let shell = try home.shell(#""$0"; echo "ended $?""#)
        try shell.expect(Prompts.home)
        shell.type("some")
        usleep(UInt32.random(in: 0...300))
        shell.type(key)
        try shell.expect(key == "\u{3}" ? "ended 130" : "ended 148", seconds: 5)
      }
    }

    @Test func manyInterruptionsEndItOnce() throws {
      let terminal = try terminal(at: .afterAnswer)
      terminal.type("\u{3}\u{3}\u{3}")
      #expect(try terminal.waitForEnd() == .exited(130))
      #expect(terminal.settings == terminal.settingsBefore)
      let log = try home.openLog()
      let closings = try log.records().filter {
        if case .sessionClosed = $0.body { true } else { false }
      }
      #expect(closings.count == 1)
    }
  }
}
