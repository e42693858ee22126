import LearningModel
import QuestionBank
import QuizModel
import TerminalUI

/// What the home page says, and the one step that it suggests.
struct HomePage {
  /// What Enter does.
  enum Step: Equatable {
    /// Ten questions of everything.
    case play
    /// What is due, then what is new.
    case study
  }

  /// The lines, from top to bottom.
  let lines: [Line]
  /// What is asked below them.
  let prompt: String
  /// What Enter does.
  let next: Step

  /// A page.
  ///
  /// - Parameters:
  ///   - bank: The bank.
  ///   - desk: The learner; `nil` for somebody new.
  ///   - commands: How commands are called for this bank.
  init(bank: QuestionBank, desk: StudyDesk?, commands: BankOptions) {
    let title = Line(HomeWords.title(bank.description.title), .heading)
    guard let desk, desk.history.answers > 0 || desk.plan != nil else {
      let facts = bank.factCounts.reduce(0, +)
      lines = [
        title,
        Line(
          HomeWords.greeting(
            questions: facts,
            topics: bank.description.topics.count,
            asOf: bank.description.asOf
          )
        ),
        Line(HomeWords.firstSteps(commands)),
      ]
      prompt = HomeWords.playPrompt
      next = .play
      return
    }
    let done = desk.history.days.answers(on: desk.today.number)
    let left = max(0, desk.perDay - done)
    let plan = StudyPlan(desk: desk, count: left > 0 ? left : desk.perDay, at: desk.moment)
    var lines = [title, Line(HomePage.due(plan, left: left, done: done, desk: desk))]
    lines.append(Line(HomePage.outlook(desk)))
    let streak = desk.history.days.streak(on: desk.today.number)
    if streak > 1 { lines.append(Line(HomeWords.streak(streak, isDoneToday: done > 0))) }
    let changed = desk.changed.count
    if changed > 0 { lines.append(Line(HomeWords.changed(changed))) }
    if desk.departure == nil { lines.append(Line(HomeWords.departed(desk, commands), .faint)) }
    self.lines = lines
    (next, prompt) =
      plan.count > 0 ? (.study, HomeWords.studyPrompt(plan.count)) : (.play, HomeWords.playPrompt)
  }

  private static func due(_ plan: StudyPlan, left: Int, done: Int, desk: StudyDesk) -> String {
    guard left > 0 else { return HomeWords.doneToday(done) }
    guard plan.count > 0 else { return HomeWords.nothingDue }
    return HomeWords.today(known: plan.known, new: plan.count - plan.known, done: done)
  }

  private static func outlook(_ desk: StudyDesk) -> String {
    if let departure = desk.plan?.departure.flatMap({ CalendarDay($0) }),
      let forecast = DepartureForecast(desk: desk)
    {
      let shares = forecast.shares
      return HomeWords.departure(
        days: desk.today.days(until: departure),
        stand: shares.asThingsStand.share,
        kept: shares.ifKept.share,
        pace: desk.plan.flatMap(PlanWords.pace) ?? HomeWords.usualPace(desk.perDay)
      )
    }
    let planner = desk.planner(over: desk.plannedNumbers())
    let seen = planner.facts.count { $0.memory != nil }
    return HomeWords.known(
      planner.forecast(at: desk.moment).all.share,
      seen: seen,
      facts: planner.facts.count
    )
  }
}
