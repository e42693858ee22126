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
      prompt: "Enter for ten questions, q to leave > ",
      completions: ["play", "help", "quit"]
    )
    while true {
      let input = reader.readLine(request)
      guard case .line(let line) = input else {
        if let exit = ProgramExit(signalIn: input) { throw exit }
        return
      }
      switch line.lowercased() {
      case "", "p", "play":
        let launcher = GameLauncher(environment: environment, terminal: terminal, reader: reader)
        return try launcher.play(GameWishes(playCommand: self.bank.playCommand), bank: bank)
      case "q", "quit", "exit", "leave":
        return
      case "h", "help", "?":
        environment.output(AttacheCommand.helpMessage() + "\n")
      default:
        environment.output(
          "\(ErrorPresenter.shown(line)) means nothing here; type it after attache, "
            + "or help for the commands\n"
        )
      }
    }
  }
}
