import LineEditing
import Testing

extension TerminalTests {
  @Suite struct CompletionTests {
    private let countries = ["Cuba", "Côte d’Ivoire", "Bosnia and Herzegovina", "Österreich"]

    /// What is typed, and the line that TAB makes of it.
    struct Attempt: CustomTestStringConvertible {
      let testDescription: String
      let typed: String
      let line: String
    }

    @Test(arguments: [
      Attempt(testDescription: "prefix", typed: "Cu\t\r", line: "Cuba"),
      Attempt(testDescription: "other case", typed: "cU\t\r", line: "Cuba"),
      Attempt(testDescription: "other case of ö", typed: "ö\t\r", line: "Österreich"),
      Attempt(testDescription: "apostrophe", typed: "Côte d’\t\r", line: "Côte d’Ivoire"),
      Attempt(
        testDescription: "several words",
        typed: "bosnia a\t\r",
        line: "Bosnia and Herzegovina"
      ),
      Attempt(testDescription: "not a later word", typed: "x Cu\t\r", line: "x Cu"),
      Attempt(testDescription: "no match", typed: "/et\t\r", line: "/et"),
      Attempt(testDescription: "two matches", typed: "C\t\r", line: "C"),
    ])
    func tabCompletesTheLine(attempt: Attempt) throws {
      try withEditor { editor, terminal in
        terminal.type(attempt.typed)
        #expect(editor.ask(completions: countries) == .line(attempt.line))
      }
    }

    @Test func tabOffersNothingWithoutCompletions() throws {
      try withEditor { editor, terminal in
        terminal.type("Cu\t\r")
        #expect(editor.ask(completions: countries) == .line("Cuba"))
        terminal.type("Cu\t\r")
        #expect(editor.ask() == .line("Cu"))
        terminal.type("/et\t\t\r")
        #expect(editor.ask() == .line("/et"))
        #expect(!terminal.output.contains("/etc"))
      }
    }
  }
}
