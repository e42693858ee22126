import LineEditing
import Testing

extension TerminalTests {
  @Suite struct TimeLimitTests {
    @Test func partialTextIsReturnedInTime() throws {
      try withEditor { editor, terminal in
        terminal.type("Pär")
        let clock = ContinuousClock()
        let duration = clock.measure {
          #expect(editor.ask(timeLimit: .milliseconds(300)) == .timedOut(partial: "Pär"))
        }
        #expect(duration >= .milliseconds(300) && duration < .seconds(3))
        #expect(terminal.output.contains("> Pär\n"))
      }
    }

    @Test func lateKeysDoNotAnswerTheNextQuestion() throws {
      try withEditor { editor, terminal in
        terminal.type("late\r")
        #expect(editor.ask(timeLimit: .zero) == .timedOut(partial: ""))
        terminal.type("fresh\r", afterMilliseconds: 50)
        #expect(editor.ask() == .line("fresh"))
      }
    }

    @Test(arguments: ["\u{1B}", "\u{1B}[", "\u{1B}5", "\u{12}ab", "\u{16}", "\u{1B}[200~ab"])
    func halfAKeySequenceIsForgotten(keys: String) throws {
      try withEditor { editor, terminal in
        terminal.type("x" + keys)
        guard case .timedOut = editor.ask(timeLimit: .milliseconds(100)) else {
          Issue.record("The limit did not end the read")
          return
        }
        terminal.type("abc\r")
        #expect(editor.ask() == .line("abc"))
      }
    }

    @Test func unfinishedPasteIsPartialText() throws {
      try withEditor { editor, terminal in
        terminal.type("\u{1B}[200~Par")
        #expect(editor.ask(timeLimit: .milliseconds(100)) == .timedOut(partial: "Par"))
      }
    }

    @Test(arguments: [Duration.seconds(Int64.max), .seconds(1e15)])
    func hugeLimitIsNoLimit(limit: Duration) throws {
      try withEditor { editor, terminal in
        terminal.type("line\r")
        #expect(editor.ask(timeLimit: limit) == .line("line"))
      }
    }
  }
}
