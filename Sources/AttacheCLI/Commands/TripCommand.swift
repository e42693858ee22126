import ArgumentParser
import QuestionBank
import QuizModel
import ScoreStore
import Study
import TerminalUI

/// Sets, shows, changes and clears the plan for a day of departure.
struct TripCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "trip",
    abstract: "Plan for a day of departure, or show the plan.",
    discussion: """
      The date is a day where you are: 12 April 2027, 2027-04-12, 12 Apr, next friday, in 6 weeks. \
      Without a date the plan is shown; what is not named stays as it was.
      """
  )

  @Argument(help: "The day of departure.")
  var date: [String] = []

  @Option(help: ArgumentHelp("Questions a day, 1 to 500.", valueName: "questions"))
  var perDay: Int?

  @Option(help: "Minutes a day instead, 1 to 600.")
  var minutes: Int?

  @Option(help: "Only this topic; may be given more than once; all for all of them.")
  var topic: [String] = []

  @Flag(help: "Take the plan away.")
  var clear = false

  @Option(help: "Whose plan; of the one who played last where it is not given.")
  var learner: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var bank: BankOptions
  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if let perDay, !(1...500).contains(perDay) {
      throw ValidationError("--per-day is 1 to 500 questions.")
    }
    if let minutes, !(1...600).contains(minutes) {
      throw ValidationError("--minutes is 1 to 600.")
    }
    if perDay != nil, minutes != nil {
      throw ValidationError("Give one of --per-day and --minutes.")
    }
    if clear, !date.isEmpty || perDay != nil || minutes != nil || !topic.isEmpty {
      throw ValidationError("--clear takes the whole plan away and goes with nothing else.")
    }
  }

  func run(in environment: Environment) throws {
    // A date that makes no sense is refused before anything is opened.
    let today = environment.today
    var change = PlanChange()
    if !date.isEmpty {
      change.departure = try DateReading.day(date.joined(separator: " "), today: today)
    }
    change.pace = perDay.map { .questions($0) } ?? minutes.map { .minutes($0) }
    let bank = try bank.open(in: environment)
    if !topic.isEmpty { change.topics = try wantedTopics(of: bank) }
    let log = try LogOpening.open(in: environment)
    let place = Place(environment: environment, today: today, bank: bank)
    if clear {
      try clearPlan(in: log, at: place)
    } else if change.isEmpty {
      try showPlan(in: log, at: place)
    } else {
      try changePlan(change, in: log, at: place)
    }
  }

  /// Where and when the command is run.
  private struct Place {
    let environment: Environment
    let today: CalendarDay
    let bank: QuestionBank
  }

  private func wantedTopics(of bank: QuestionBank) throws -> [String] {
    if topic.contains(where: { Folding.folded($0) == "all" }) { return [] }
    let search = TopicSearch(bank.description.topics)
    let wanted = Set(try topic.map { try search.topic($0).id })
    return bank.description.topics.map(\.id).filter(wanted.contains)
  }

  private func showPlan(in log: ScoreLog, at place: Place) throws {
    let learner = try learner.map { try log.learner(named: $0) } ?? log.currentLearner()
    let plan = try learner.flatMap { try log.plan(of: $0.id) }
    try show(plan?.departure == nil ? nil : plan, of: learner, in: log, at: place)
  }

  private func changePlan(_ change: PlanChange, in log: ScoreLog, at place: Place) throws {
    let learner = try planner(in: log, at: place)
    let plan = try log.plan(of: learner.id)
    let changed = change.applied(to: plan, of: learner.id)
    guard changed.departure != nil else {
      throw CommandError.noPlan(example: PlanWords.example(on: place.today))
    }
    if changed != plan { try log.append(.planSet(changed)) }
    try show(changed, of: learner, in: log, at: place)
  }

  private func clearPlan(in log: ScoreLog, at place: Place) throws {
    let learner = try planner(in: log, at: place)
    let plan = try log.plan(of: learner.id)
    if plan != nil { try log.append(.planSet(.cleared(of: learner.id))) }
    guard !json else { return try show(nil, of: learner, in: log, at: place) }
    let day = plan?.departure.flatMap { CalendarDay($0) }
    let text = plan == nil ? PlanWords.nothingToClear : PlanWords.cleared(day, command: command)
    print(Screen([Line(text)]), at: place)
  }

  /// Who plans: somebody new, if nobody has played yet.
  private func planner(in log: ScoreLog, at place: Place) throws -> Learner {
    if let learner { return try log.learner(named: learner) }
    return try log.currentLearner(loginName: place.environment.loginName)
  }

  private func show(
    _ plan: Plan?,
    of learner: Learner?,
    in log: ScoreLog,
    at place: Place
  ) throws {
    let desk = try learner.flatMap { learner in
      plan == nil
        ? nil
        : try StudyDesk(of: learner, bank: place.bank, log: log, in: place.environment)
    }
    let forecast = desk.flatMap { DepartureForecast(desk: $0)?.forecast }
    let advice = (forecast?.advice ?? []).map(PlanWords.advice)
    if json {
      let report = TripReport(
        learner: learner?.name,
        today: place.today,
        plan: plan,
        forecast: forecast,
        advice: advice
      )
      return try place.environment.outputJSON(report)
    }
    guard let plan else {
      let text = PlanWords.noPlan(command: command, example: PlanWords.example(on: place.today))
      return print(Screen([Line(text)]), at: place)
    }
    let screen = PlanScreen(
      traits: terminal.traits(in: place.environment),
      today: place.today,
      topics: place.bank.description.topics.map { ($0.id, $0.title) },
      tripCommand: command
    )
    print(Screen(screen.lines(plan: plan, forecast: forecast, advice: advice)), at: place)
  }

  private var command: String { bank.command("trip") }

  private func print(_ screen: Screen, at place: Place) {
    let traits = terminal.traits(in: place.environment)
    place.environment.output(ScreenRenderer(traits: traits).text(screen))
  }
}
