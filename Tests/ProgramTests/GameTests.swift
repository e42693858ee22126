import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

extension ProgramTests {
  /// Whole games on a terminal, and what they look like.
  @Suite struct GameTests {
    private let home: Home

    init() throws {
      home = try Home()
    }

    /// Plays to the end, with a look at the reasons in between.
    private func play(_ terminal: PseudoTerminal, questions: Int) throws -> ProgramEnd {
      for number in 1...questions {
        let shown = try terminal.expect(Prompts.answer)
        terminal.type(shown.contains("True or false?") ? "t\r" : "a\r")
        try terminal.expect(number < questions ? Prompts.next : Prompts.result)
        if number == 1 {
          terminal.type("why\r")
          try terminal.expect(Prompts.next)
          terminal.type("source\r")
          try terminal.expect(Prompts.next)
        }
        terminal.type("\r")
      }
      return try terminal.waitForEnd()
    }

    @Test(arguments: [80, 40, 36])
    func fitsTheWindow(columns: UInt16) throws {
      let terminal = try home.terminal("play", "--seed", "11", columns: columns)
      #expect(try play(terminal, questions: 10) == .exited(0))
      let widest = TerminalText.widestRow(of: terminal.transcript)
      #expect(widest <= Int(columns))
      #expect(terminal.text.contains("\n10 of 10 "))
      #expect(terminal.text.contains("of 10 right, "))
      #expect(terminal.settings == terminal.settingsBefore)
      let (session, answers) = try #require(try home.lastSession())
      #expect(session.reason == .finished)
      #expect(answers.count == 10)
      #expect(answers.allSatisfy { $0.taken >= 0 && !$0.item.stem.isEmpty })
    }

    @Test func sameSeedAsksTheSame() throws {
      for _ in 0..<2 {
        let terminal = try home.terminal("play", "--questions", "3", "--seed", "5")
        #expect(try play(terminal, questions: 3) == .exited(0))
      }
      let log = try home.openLog()
      let items = try log.sessions(limit: 2).map { session in
        try log.answers(in: session.opening.session).map(\.answer.item)
      }
      #expect(items.count == 2)
      #expect(items.first == items.last)
    }

    @Test func coloursOnlyAdd() throws {
      let terminal = try home.terminal("play", "--questions", "2", "--seed", "3")
      #expect(try play(terminal, questions: 2) == .exited(0))
      #expect(terminal.transcript.contains("\u{1b}[1m"))
      home.variables["NO_COLOR"] = "1"
      let plain = try home.terminal("play", "--questions", "2", "--seed", "3")
      #expect(try play(plain, questions: 2) == .exited(0))
      let escapes = Set(TerminalText.escapes(in: plain.transcript))
      #expect(!escapes.contains { $0.hasSuffix("m") }, "\(escapes)")
      // The points of the first game stand in the second's last lines.
      let words = { (terminal: PseudoTerminal) in
        terminal.text.components(separatedBy: "You are ").first
      }
      #expect(words(terminal) == words(plain))
    }

    @Test func dumbTerminalGetsNoEscape() throws {
      home.variables["TERM"] = "dumb"
      let terminal = try home.terminal("play", "--questions", "2")
      #expect(try play(terminal, questions: 2) == .exited(0))
      #expect(!terminal.transcript.contains("\u{1b}"))
      #expect(terminal.settings == terminal.settingsBefore)
    }

    @Test func unsetTerminalIsADumbOne() throws {
      home.variables["TERM"] = nil
      let terminal = try home.terminal("play", "--questions", "2")
      #expect(try play(terminal, questions: 2) == .exited(0))
      #expect(!terminal.transcript.contains("\u{1b}"))
    }

    @Test func asciiLocaleGetsAsciiAlone() throws {
      home.variables["LC_ALL"] = nil
      home.variables["LANG"] = "C"
      let terminal = try home.terminal("play", "--questions", "10")
      #expect(try play(terminal, questions: 10) == .exited(0))
      #expect(terminal.transcript.utf8.allSatisfy { $0 < 0x80 })
      #expect(!terminal.text.contains("?1"))
      let greeting = try home.terminal()
      try greeting.expect("Attache: ")
      try greeting.expect(Prompts.home)
      greeting.type("q\r")
      #expect(try greeting.waitForEnd() == .exited(0))
    }

    @Test func screenReaderGetsSentences() throws {
      let terminal = try home.terminal("play", "--questions", "2", "--screen-reader")
      #expect(try play(terminal, questions: 2) == .exited(0))
      #expect(terminal.text.contains("\nQuestion 1 of 2. "))
      #expect(!terminal.text.contains("·"))
      #expect(!TerminalText.escapes(in: terminal.transcript).contains { $0.hasSuffix("m") })
    }

    @Test func bareNameGreetsAndPlaysOnEnter() throws {
      let terminal = try home.terminal()
      let greeting = try terminal.expect(Prompts.home)
      #expect(greeting.contains("Attaché: "))
      terminal.type("\r")
      #expect(try terminal.expect(Prompts.answer).contains("1 of 10"))
      terminal.type("quit\r")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(try home.lastReason() == .quit)
    }

    @Test func wrongWordAtTheGreetingIsAskedAgain() throws {
      let terminal = try home.terminal()
      try terminal.expect(Prompts.home)
      terminal.type("scores\r")
      try terminal.expect("\"scores\" means nothing here")
      try terminal.expect(Prompts.home)
      terminal.type("help\r")
      try terminal.expect("SUBCOMMANDS")
      try terminal.expect(Prompts.home)
      terminal.type("\r")
      try terminal.expect(Prompts.answer)
      terminal.type("\u{4}")
      #expect(try terminal.waitForEnd() == .exited(0))
    }

    @Test func bareNameIsLeftWithoutATrace() throws {
      for word in ["q", "quit", "exit"] {
        let terminal = try home.terminal()
        try terminal.expect(Prompts.home)
        terminal.type(word + "\r")
        #expect(try terminal.waitForEnd() == .exited(0))
      }
      #expect(try home.lastSession() == nil)
    }
  }
}
