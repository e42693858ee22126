import ArgumentParser
import LineEditing
import QuestionBank
import TerminalUI

/// What `attache` does by itself: greets, says what there is, and plays on Enter.
struct HomeCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "home",
    abstract: "Greet, and play on Enter.",
    shouldDisplay: false
  )

  @OptionGroup var bank: BankOptions
  @OptionGroup var terminal: TerminalOptions

  func run(in environment: Environment) throws {
    let bank = try bank.open(in: environment)
    let reader = try environment.makeReader()
    let traits = terminal.traits(in: environment)
    let facts = bank.factCounts.reduce(0, +)
    let screen = Screen([
      Line("Attaché: \(bank.description.title)", .heading),
      Line(
        "\(facts) questions on \(bank.description.topics.count) topics, checked up to "
          + "\(BankWords.date(bank.description.asOf)), each with its source."
      ),
      Line("attache play --help shows the ways to play; attache bank show lists the topics."),
      Line("attache scores tells where you stand; attache help lists everything."),
    ])
    environment.output(ScreenRenderer(traits: traits).text(screen))
    let request = LineRequest(
      prompt: "Enter for a game of ten questions, q to leave > ",
      completions: ["quit"]
    )
    switch reader.readLine(request) {
    case .line(let line) where line.isEmpty || ["p", "play"].contains(line.lowercased()):
      let launcher = GameLauncher(environment: environment, terminal: terminal, reader: reader)
      try launcher.play(GameWishes(), bank: bank)
    case .line(let line) where ["help", "h", "?"].contains(line.lowercased()):
      environment.output(AttacheCommand.helpMessage() + "\n")
    case .interrupted:
      throw ProgramExit(code: 130)
    case .terminated(let signal):
      throw ProgramExit(code: 128 + signal)
    case .line(let line) where !["q", "quit", "exit", "leave"].contains(line.lowercased()):
      environment.talk(
        "\(ErrorPresenter.shown(line)) is nothing I know here; attache help lists the commands\n"
      )
      throw ProgramExit(code: 64)
    case .line, .endOfInput, .timedOut:
      break
    }
  }
}
