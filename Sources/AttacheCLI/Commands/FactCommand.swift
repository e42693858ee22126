import ArgumentParser
import QuestionBank
import QuizModel
import ScoreStore
import Study
import TerminalUI

/// Tells everything about a fact.
struct FactCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "fact",
    abstract: "Everything about a fact: what the bank says, its sources, your memory of it.",
    discussion: """
      Name it by its id, such as established/dza, or by words of it, such as cuba 1960; where \
      several facts have these words they are listed.
      """
  )

  @Argument(help: ArgumentHelp("An id, or words.", valueName: "id or words"))
  var words: [String] = []

  @Option(help: "Whose memory; of the one who played last where it is not given.")
  var learner: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var bank: BankOptions
  @OptionGroup var terminal: TerminalOptions

  /// How many facts are listed.
  private static let listed = 20

  /// What was found, as programs read it.
  private struct Finding: Encodable {
    let total: Int
    let matches: [FactReport.Mention]
    let fact: FactReport?
  }

  func run(in environment: Environment) throws {
    let bank = try bank.open(in: environment)
    let log = try LogOpening.open(in: environment)
    let desk = try desk(of: bank, log: log, in: environment)
    let hits = try FactSearch(bank: bank, catalogue: desk.catalogue)
      .facts(words.joined(separator: " "))
    let maker = FactMaker(desk: desk, records: log)
    let report = hits.count == 1 ? try maker.report(of: hits[0].number) : nil
    let mentions = hits.prefix(FactCommand.listed).map(\.mention)
    if json {
      let finding = Finding(total: hits.count, matches: mentions, fact: report)
      return try environment.outputJSON(finding)
    }
    let traits = terminal.traits(in: environment)
    let screen = FactScreen(
      traits: traits,
      factCommand: self.bank.command("fact"),
      studyCommand: self.bank.command("study")
    )
    let lines = report.map(screen.lines) ?? screen.list(mentions, of: hits.count)
    environment.output(ScreenRenderer(traits: traits).text(Screen(lines)))
  }

  private func desk(
    of bank: QuestionBank,
    log: ScoreLog,
    in environment: Environment
  ) throws -> StudyDesk {
    let reader = try log.reader(named: learner, loginName: environment.loginName)
    return try StudyDesk(
      of: reader ?? .nobody(in: environment),
      bank: bank,
      log: log,
      in: environment
    )
  }
}
