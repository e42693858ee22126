import QuizModel
import ScoreStore
import TestSupport
import Testing

extension ProgramTests {
  /// Studying on a terminal.
  @Suite struct StudyTests {
    private let home: Home

    init() throws {
      home = try Home()
    }

    /// Answers so many questions with "don't know", to the end.
    private func skip(_ questions: Int, on terminal: PseudoTerminal) throws {
      for number in 1...questions {
        try terminal.expect(Prompts.answer)
        terminal.type("skip\r")
        try terminal.expect(number < questions ? Prompts.next : Prompts.result)
        terminal.type("\r")
      }
      #expect(try terminal.waitForEnd() == .exited(0))
    }

    @Test(arguments: [80, 40])
    func sittingSaysWhatComesTomorrow(columns: UInt16) throws {
      let terminal = try home.terminal("study", "--questions", "2", columns: columns)
      #expect(try terminal.expect("1 of 2").contains("Now: 2 new facts."))
      try skip(2, on: terminal)
      #expect(terminal.text.contains("\nTomorrow: "))
      #expect(TerminalText.widestRow(of: terminal.transcript) <= Int(columns))
      #expect(terminal.settings == terminal.settingsBefore)
      let (session, answers) = try #require(try home.lastSession())
      #expect(session.opening.mode == .study)
      #expect(answers.map(\.choice) == [.dontKnow, .dontKnow])
    }

    @Test func homeGoesOnWithStudying() throws {
      try skip(1, on: try home.terminal("study", "--questions", "1"))
      let terminal = try home.terminal()
      let page = try terminal.expect(Prompts.home)
      #expect(page.contains("Today: 11 new facts; 1 question done."))
      terminal.type("\r")
      #expect(try terminal.expect(Prompts.answer).contains("1 of 11"))
      terminal.type("quit\r")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(try home.lastSession()?.session.opening.mode == .study)
    }

    @Test func controlCAtHomeLeaves() throws {
      try skip(1, on: try home.terminal("study", "--questions", "1"))
      let terminal = try home.terminal()
      try terminal.expect(Prompts.home)
      terminal.type("\u{3}")
      #expect(try terminal.waitForEnd() == .exited(130))
      #expect(terminal.settings == terminal.settingsBefore)
    }
  }
}
