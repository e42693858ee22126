import QuizModel
import ScoreStore
import TestSupport
import Testing

extension ProgramTests {
  /// What is typed, and what must not be taken for typed.
  @Suite struct TypingTests {
    private let home: Home

    init() throws {
      home = try Home()
    }

    private func game(
      _ arguments: String...,
      prompt: String = Prompts.answer
    ) throws -> PseudoTerminal {
      let terminal = try PseudoTerminal(
        home.call(["play", "--form", "multiple-choice", "--questions", "3"] + arguments)
      )
      try terminal.expect(prompt)
      return terminal
    }

    private func quit(_ terminal: PseudoTerminal) throws {
      terminal.type("quit\r")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(terminal.settings == terminal.settingsBefore)
      #expect(try home.lastReason() == .quit)
    }

    @Test(arguments: ["a\nb\nc\n", "a\n", "\n\na", "a\r\n\r\nb\r\n"])
    func pasteIsNeverTakenForAnswers(text: String) throws {
      let terminal = try game()
      terminal.type("\u{1b}[200~\(text)\u{1b}[201~")
      let shown = terminal.news(within: 0.5)
      #expect(!shown.contains("Enter for next"))
      #expect(try home.lastSession()?.answers.isEmpty == true)
      terminal.type("\u{15}")
      try quit(terminal)
      #expect(try home.lastSession()?.answers.isEmpty == true)
    }

    @Test func pasteOfSeveralLinesIsOneLine() throws {
      let terminal = try game()
      terminal.type("\u{1b}[200~a\nb\nc\n\u{1b}[201~\r")
      try terminal.expect("\"a b c\" is no answer to this")
      try terminal.expect(Prompts.answer)
      try quit(terminal)
      #expect(try home.lastSession()?.answers.isEmpty == true)
    }

    @Test func wrongWordsAreAnsweredNotGraded() throws {
      let terminal = try game()
      for (typed, said) in [
        ("", "Please type a, b or c"), ("z", "\"z\" is no answer"), ("9", "\"9\" is no answer"),
        ("why", "comes after you have answered"), ("undo", "nothing to take back"),
        ("é日本", " is no answer"), ("\u{1b}[31m", " is no answer"),
      ] {
        terminal.type(typed + "\r")
        try terminal.expect(said)
        try terminal.expect(Prompts.answer)
      }
      try quit(terminal)
      #expect(try home.lastSession()?.answers.isEmpty == true)
    }

    @Test func tabCompletesCommands() throws {
      let terminal = try game()
      terminal.type("sk\t\r")
      try terminal.expect("skip\n")
      try terminal.expect(Prompts.next)
      terminal.type("so\t\r")
      try terminal.expect("source\n")
      try terminal.expect(Prompts.next)
      terminal.type("qu\t\r")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(try home.lastReason() == .quit)
    }

    @Test func tabAndUpKeyHelpNobodyWhoTypesAnAnswer() throws {
      let terminal = try PseudoTerminal(
        home.call(["play", "--form", "typed", "--questions", "2"])
      )
      try terminal.expect(Prompts.answer)
      terminal.type("zebra\r")
      try terminal.expect("\"zebra\" is no ")
      try terminal.expect(Prompts.answer)
      terminal.type("sk\t\t\u{1b}[A")
      #expect(terminal.news(within: 0.3) == "sk")
      terminal.type("ip\r")
      try terminal.expect(Prompts.next)
      terminal.type("nex\t\r")
      try terminal.expect("2 of 2")
      try terminal.expect(Prompts.answer)
      try quit(terminal)
      #expect(try home.lastSession()?.answers.map(\.choice) == [.dontKnow])
    }

    @Test func tabOffersNoFiles() throws {
      let terminal = try game()
      terminal.type("/et\t\r")
      try terminal.expect("\"/et\" is no answer")
      try quit(terminal)
    }

    @Test(arguments: ["\u{1b}[A", "\u{10}", "\u{12}a"])
    func upKeyShowsNoAnswers(key: String) throws {
      let terminal = try game()
      terminal.type("zebra\r")
      try terminal.expect(Prompts.answer)
      terminal.type("a\r")
      try terminal.expect(Prompts.next)
      terminal.type("\r")
      try terminal.expect(Prompts.answer)
      terminal.type(key)
      let shown = terminal.news(within: 0.3)
      #expect(!shown.contains("zebra"))
      terminal.type("\u{7}\u{5}\u{15}\r")
      try terminal.expect("Please type a, b or c")
      try terminal.expect(Prompts.answer)
      try quit(terminal)
      #expect(try home.lastSession()?.answers.count == 1)
    }

    @Test func fastTyperLosesNothing() throws {
      let terminal = try game()
      terminal.type("a\r\rb\r\rc\r\r")
      #expect(try terminal.waitForEnd() == .exited(0))
      let (session, answers) = try #require(try home.lastSession())
      #expect(session.reason == .finished)
      #expect(answers.map(\.choice) == [.option(0), .option(1), .option(2)])
    }

    @Test func deadlineEndsTheAnswerOnANewLine() throws {
      let terminal = try game("--time-limit", "1", prompt: "\n1 s > ")
      terminal.type("zebr")
      let row = try terminal.expect("\nTime is up.", seconds: 10)
      #expect(row.hasSuffix("zebr"))
      try terminal.expect(Prompts.next)
      // Typed without a look: meant for the question whose time is over.
      #expect(terminal.news(within: 0.3) == "")
      terminal.type("\r")
      try terminal.expect("2 of 3")
      try terminal.expect(" s > ")
      #expect(!terminal.news(within: 0.3).contains("zebr"))
      try terminal.expect("\nTime is up.", seconds: 10)
      try terminal.expect(Prompts.next)
      try quit(terminal)
      let answers = try #require(try home.lastSession()).answers
      #expect(answers.map(\.choice) == [.timedOut, .timedOut])
      #expect(answers.allSatisfy { (1000..<3000).contains($0.taken) && $0.points == 0 })
    }

    @Test func answerWithinTheDeadlineCounts() throws {
      let terminal = try game("--time-limit", "60", prompt: "\n60 s > ")
      terminal.type("a\r")
      try terminal.expect(Prompts.next)
      try quit(terminal)
      #expect(try home.lastSession()?.answers.first?.choice == .option(0))
    }

    @Test func undoTakesTheAnswerBack() throws {
      let terminal = try game()
      terminal.type("a\r")
      try terminal.expect(Prompts.next)
      terminal.type("undo\r")
      try terminal.expect("Taken back")
      try terminal.expect("\nEnter for next > ")
      try quit(terminal)
      let log = try home.openLog()
      #expect(try log.scores().map(\.answers) == [0])
    }
  }
}
