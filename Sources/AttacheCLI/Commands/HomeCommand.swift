import ArgumentParser
import LineEditing
import QuestionBank
import ScoreStore
import Study
import TerminalUI

/// What `attache` does by itself: says where the learner stands, and takes the next step on Enter.
struct HomeCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "home",
    abstract: "Say where you stand, and go on with Enter.",
    shouldDisplay: false
  )

  @OptionGroup var bank: BankOptions
  @OptionGroup var terminal: TerminalOptions

  func run(in environment: Environment) throws {
    let bank = try bank.open(in: environment)
    let reader = try environment.makeReader()
    let desk = try desk(for: bank, in: environment)
    let page = HomePage(
      bank: bank,
      desk: desk,
      commands: self.bank,
      today: environment.today
    )
    environment.output(
      ScreenRenderer(traits: terminal.traits(in: environment)).text(Screen(page.lines))
    )
    let request = LineRequest(
      prompt: Prompt(plain: page.prompt),
      completions: ["study", "play", "help", "quit"]
    )
    while true {
      let input = reader.readLine(request)
      guard case .line(let line) = input else {
        if let exit = ProgramExit(signalIn: input) { throw exit }
        return
      }
      switch line.lowercased() {
      case "":
        return try step(page.next, desk: desk, bank: bank, reader: reader, in: environment)
      case "p", "play":
        return try step(.play, desk: desk, bank: bank, reader: reader, in: environment)
      case "s", "study":
        return try step(.study, desk: desk, bank: bank, reader: reader, in: environment)
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

  /// The learner at their facts; `nil` for somebody new, or where the log cannot be read.
  private func desk(for bank: QuestionBank, in environment: Environment) throws -> StudyDesk? {
    // Who only looks leaves no trace.
    guard LogOpening.isThere(in: environment) else { return nil }
    do {
      let log = try LogOpening.open(in: environment)
      guard let learner = try log.currentLearner() else { return nil }
      return try StudyDesk(of: learner, bank: bank, log: log, in: environment)
    } catch let error as ScoreStoreError {
      // The bank can be played all the same; the game asks whether to do without a log.
      environment.talk(ErrorPresenter.words(for: error) + "\n")
      return nil
    }
  }

  private func step(
    _ step: HomePage.Step,
    desk: StudyDesk?,
    bank: QuestionBank,
    reader: any LineReading,
    in environment: Environment
  ) throws {
    guard step == .study, let desk = try desk ?? newDesk(for: bank, in: environment) else {
      let launcher = GameLauncher(environment: environment, terminal: terminal, reader: reader)
      return try launcher.play(GameWishes(playCommand: self.bank.playCommand), bank: bank)
    }
    try StudySitting(environment: environment, terminal: terminal, reader: reader)
      .sit(at: desk, wishes: .init(playCommand: self.bank.command("study")))
  }

  /// Somebody new at the facts; `nil` where the log cannot be used.
  private func newDesk(for bank: QuestionBank, in environment: Environment) throws -> StudyDesk? {
    do {
      let log = try LogOpening.open(in: environment)
      let learner = try log.currentLearner(loginName: environment.loginName)
      return try StudyDesk(of: learner, bank: bank, log: log, in: environment)
    } catch is ScoreStoreError {
      // The game says why, and asks whether to do without a log.
      return nil
    }
  }
}
