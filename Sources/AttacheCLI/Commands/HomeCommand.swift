import ArgumentParser
import LineEditing
import QuestionBank
import QuizModel
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
    let seat = try seat(for: bank, in: environment)
    let page = HomePage(
      bank: bank,
      desk: seat?.desk,
      commands: self.bank,
      today: environment.today
    )
    let start = Start(
      environment: environment,
      bank: bank,
      reader: reader,
      seat: seat,
      plan: page.plan
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
        return try step(page.next, from: start)
      case "p", "play":
        return try step(.play, from: start)
      case "s", "study":
        return try step(.study, from: start)
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

  /// The log, open, and who sits before it.
  private struct Seat {
    let log: ScoreLog
    /// The learner at their facts; `nil` for somebody new.
    let desk: StudyDesk?
  }

  /// What the next step starts from.
  private struct Start {
    let environment: Environment
    let bank: QuestionBank
    let reader: any LineReading
    let seat: Seat?
    /// What the page has planned.
    let plan: StudyPlan?
  }

  /// Opens the log; `nil` where there is none yet, or where it cannot be read.
  private func seat(for bank: QuestionBank, in environment: Environment) throws -> Seat? {
    // Who only looks leaves no trace.
    guard LogOpening.isThere(in: environment) else { return nil }
    do {
      let log = try LogOpening.open(in: environment)
      let desk = try log.currentLearner().map { learner in
        try StudyDesk(of: learner, bank: bank, log: log, in: environment)
      }
      return Seat(log: log, desk: desk)
    } catch let error as ScoreStoreError {
      // The bank can be played all the same; the game asks whether to do without a log.
      environment.talk(ErrorPresenter.words(for: error) + "\n")
      return nil
    }
  }

  private func step(_ step: HomePage.Step, from start: Start) throws {
    switch step {
    case .play: try play(from: start)
    case .study: try study(from: start)
    }
  }

  private func play(from start: Start) throws {
    let launcher = GameLauncher(
      environment: start.environment,
      terminal: terminal,
      reader: start.reader,
      log: start.seat?.log
    )
    let player = start.seat?.desk.map { GamePlayer.known($0.learner) } ?? .named(nil)
    try launcher.play(
      GameWishes(player: player, playCommand: bank.playCommand),
      bank: start.bank
    )
  }

  private func study(from start: Start) throws {
    // Where the log cannot be used the game says why, and asks whether to do without it.
    guard let seat = try start.seat?.desk == nil ? newSeat(from: start) : start.seat,
      let desk = seat.desk
    else { return try play(from: start) }
    try StudySitting(
      environment: start.environment,
      terminal: terminal,
      reader: start.reader,
      log: seat.log
    ).sit(
      at: desk,
      wishes: .init(playCommand: bank.command("study")),
      planned: start.plan
    )
  }

  /// Somebody new at the facts; `nil` where the log cannot be used.
  private func newSeat(from start: Start) throws -> Seat? {
    do {
      let log = try start.seat?.log ?? LogOpening.open(in: start.environment)
      let learner = try log.currentLearner(loginName: start.environment.loginName)
      let desk = try StudyDesk(of: learner, bank: start.bank, log: log, in: start.environment)
      return Seat(log: log, desk: desk)
    } catch is ScoreStoreError {
      return nil
    }
  }
}
