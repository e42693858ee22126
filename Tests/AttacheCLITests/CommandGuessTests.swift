import TestSupport
import Testing

@testable import AttacheCLI

/// Mistyped commands.
@Suite struct CommandGuessTests {
  static let mistakes: [(word: String, said: String)] = [
    ("plya", "no command plya; did you mean play?"),
    ("scors", "no command scors; did you mean scores?"),
    ("histroy", "no command histroy; did you mean history?"),
    ("learners", "no command learners; did you mean learner?"),
    ("hlep", "no command hlep; did you mean help?"),
    ("Play", "no command Play; did you mean play?"),
    ("frobnicate", "no command frobnicate; attache help lists them"),
    ("pl\u{1b}[31mya", "no command pl[31mya; attache help lists them"),
    ("p\u{9b}l\u{202e}ay", "no command play; did you mean play?"),
  ]

  @Test(arguments: mistakes)
  func mistypedCommandIsNamedAndCorrected(word: String, said: String) throws {
    let stage = try Stage()
    #expect(stage.run(word) == 64)
    #expect(stage.talk == said + "\n")
    #expect(stage.output.isEmpty)
  }

  @Test(arguments: [
    "play", "scores", "history", "items", "brief", "trip", "help", "-x",
  ])
  func whatIsACommandOrAnOptionIsNoMistake(word: String) {
    #expect(CommandGuess.mistake(in: [word, "plya"]) == nil)
  }

  @Test func nothingIsNoMistake() {
    #expect(CommandGuess.mistake(in: []) == nil)
  }

  @Test func commandsOfCommandsAreGuessedToo() {
    #expect(
      CommandGuess.mistake(in: ["class", "pape"])
        == "no command class pape; did you mean class paper?"
    )
    #expect(
      CommandGuess.mistake(in: ["data", "frobnicate"])
        == "no command data frobnicate; attache help data lists them"
    )
    #expect(CommandGuess.mistake(in: ["class", "help"]) == nil)
    #expect(CommandGuess.mistake(in: ["class", "paper", "pape"]) == nil)
    #expect(CommandGuess.mistake(in: ["class", "--help"]) == nil)
    #expect(CommandGuess.mistake(in: ["class"]) == nil)
  }
}
