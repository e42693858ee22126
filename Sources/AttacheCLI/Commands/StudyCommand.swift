import ArgumentParser
import LearningModel
import QuestionBank
import QuizModel
import ScoreStore
import Study
import TerminalUI

/// Studies what is due, then what is new.
struct StudyCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Study what is due, then something new.",
    discussion: """
      Asks what you are about to forget or, with a day of departure (attache trip), what raises \
      most what you know on that day. --per-day and --keep are remembered.
      """
  )

  @OptionGroup var bank: BankOptions

  @Option(help: "Only this topic; may be given more than once.")
  var topic: [String] = []

  @Option(help: "How many questions now, 1 to 1000.")
  var questions: Int?

  @Option(help: "How many minutes now, 1 to 600, at your own pace.")
  var minutes: Int?

  @Option(help: ArgumentHelp("Questions a day from now on, 1 to 500.", valueName: "questions"))
  var perDay: Int?

  @Option(
    help: ArgumentHelp(
      "Without a day of departure: keep what you know above this chance of recall, 70 to 97.",
      valueName: "percent"
    )
  )
  var keep: Int?

  @Flag(help: "Ask what you have taken for something else, both side by side.")
  var mixUps = false

  @Option(help: "The number that all draws start from.")
  var seed: UInt64?

  @Option(help: ArgumentHelp("Who studies; the one who played last where it is not given."))
  var learner: String?

  @Flag(help: "At the end, name the sources of what was missed.")
  var sources = false

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if let questions, !(1...1000).contains(questions) {
      throw ValidationError("--questions is 1 to 1000.")
    }
    if let minutes, !(1...600).contains(minutes) {
      throw ValidationError("--minutes is 1 to 600.")
    }
    if questions != nil, minutes != nil {
      throw ValidationError("Give one of --questions and --minutes.")
    }
    if let perDay, !(1...500).contains(perDay) {
      throw ValidationError("--per-day is 1 to 500 questions.")
    }
    if let keep, !(70...97).contains(keep) {
      throw ValidationError("--keep is 70 to 97 per cent.")
    }
  }

  func run(in environment: Environment) throws {
    let bank = try bank.open(in: environment)
    let search = TopicSearch(bank.description.topics)
    let topics = try topic.map { try search.topic($0).id }
    let log = try LogOpening.open(in: environment)
    let learner = try who(in: log, environment: environment)
    try remember(of: learner, in: log)
    let desk = try StudyDesk(of: learner, bank: bank, log: log, in: environment)
    let wishes = StudySitting.Wishes(
      questions: questions ?? minutes.map { desk.history.pace.questions(inMinutes: $0) },
      topics: topics.isEmpty ? nil : topics,
      isOfMixUps: mixUps,
      seed: seed,
      citesMissed: sources,
      playCommand: self.bank.command("study")
    )
    try StudySitting(
      environment: environment,
      terminal: terminal,
      reader: environment.makeReader(),
      log: log
    ).sit(at: desk, wishes: wishes)
  }

  private func who(in log: ScoreLog, environment: Environment) throws -> Learner {
    guard let learner else { return try log.currentLearner(loginName: environment.loginName) }
    do throws(ScoreStoreError) {
      return try log.useLearner(named: learner)
    } catch {
      guard case .unknownLearner(let name) = error else { throw error }
      let known = try log.learners().map(\.name)
      guard !known.isEmpty else { throw error }
      throw CommandError.noSuch(what: "learner", name: name, known: known)
    }
  }

  private func remember(of learner: Learner, in log: ScoreLog) throws {
    var change = PlanChange()
    change.pace = perDay.map { .questions($0) }
    change.retention = keep.map { Double($0) / 100 }
    guard !change.isEmpty else { return }
    let plan = try log.plan(of: learner.id)
    let changed = change.applied(to: plan, of: learner.id)
    if changed != plan { try log.append(.planSet(changed)) }
  }
}
