import ArgumentParser
import QuestionBank
import QuizModel
import ScoreStore
import Study
import TerminalUI

/// Shows what a learner knows, and how they learn.
struct StatsCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "What you know, what you will still know, and what keeps failing."
  )

  @Option(help: "Only this topic; may be given more than once.")
  var topic: [String] = []

  @Option(help: "Who; the one who played last where it is not given.")
  var learner: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var bank: BankOptions
  @OptionGroup var terminal: TerminalOptions

  func run(in environment: Environment) throws {
    let bank = try bank.open(in: environment)
    let topics = try wantedTopics(of: bank)
    let log = try LogOpening.open(in: environment)
    let reader = try log.reader(named: learner, loginName: environment.loginName)
    let desk = try StudyDesk(
      of: reader ?? .nobody(in: environment),
      bank: bank,
      log: log,
      in: environment
    )
    let report = try StatsMaker(desk: desk, records: log, topics: topics)
      .report(isNobody: reader == nil)
    if json { return try environment.outputJSON(report) }
    let traits = terminal.traits(in: environment)
    let screen = StatsScreen(
      traits: traits,
      studyCommand: self.bank.command("study"),
      factCommand: self.bank.command("fact")
    )
    environment.output(ScreenRenderer(traits: traits).text(Screen(screen.lines(report))))
  }

  private func wantedTopics(of bank: QuestionBank) throws -> [String]? {
    let search = TopicSearch(bank.description.topics)
    let wanted = Set(try topic.map { try search.topic($0).id })
    return wanted.isEmpty ? nil : bank.description.topics.map(\.id).filter(wanted.contains)
  }
}

extension Learner {
  /// Somebody of whom the log knows nothing, and never will.
  static func nobody(in environment: Environment) -> Learner {
    Learner(id: LearnerID(environment.makeUUID()), name: environment.loginName)
  }
}
