import LearningModel
import QuestionBank
import QuizModel
import Study
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
  /// What comes next in studying; `nil` for somebody new.
  let plan: StudyPlan?

  /// A page.
  ///
  /// - Parameters:
  ///   - bank: The bank.
  ///   - desk: The learner; `nil` for somebody new.
  ///   - commands: How commands are called for this bank.
  ///   - today: The day it is, for examples.
  init(bank: QuestionBank, desk: StudyDesk?, commands: BankOptions, today: CalendarDay) {
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
        Line(HomeWords.firstSteps(commands, day: PlanWords.example(on: today))),
      ]
      prompt = HomeWords.playPrompt
      next = .play
      plan = nil
      return
    }
    let left = desk.leftToday
    let plan = StudyPlan(desk: desk, count: desk.nextCount, at: desk.moment)
    var lines = [
      title, Line(HomePage.due(plan, desk: desk)),
      Line(HomePage.outlook(desk, by: plan.approach)),
    ]
    let streak = desk.history.days.streak(on: desk.today.number)
    if streak > 1 {
      lines.append(Line(HomeWords.streak(streak, isDoneToday: desk.answeredToday > 0)))
    }
    if !plan.changed.isEmpty { lines.append(Line(HomeWords.changed(plan.changed.count))) }
    if let hint = HomePage.hint(desk, commands) { lines.append(Line(hint, .faint)) }
    self.lines = lines
    self.plan = plan
    (next, prompt) =
      plan.count > 0
      ? (.study, HomeWords.studyPrompt(plan.count, isExtra: left == 0))
      : (.play, HomeWords.playPrompt)
  }

  private static func due(_ plan: StudyPlan, desk: StudyDesk) -> String {
    guard desk.leftToday > 0 else { return HomeWords.doneToday(desk.answeredToday) }
    guard plan.count > 0 else {
      return StudyWords.nothingDue(inDays: desk.daysToNext())
    }
    return HomeWords.today(known: plan.known, new: plan.new, done: desk.answeredToday)
  }

  /// Days of practice after which nobody has to be told of day plans any more.
  private static let beginning = 3

  private static func hint(_ desk: StudyDesk, _ commands: BankOptions) -> String? {
    if desk.plan?.departure != nil {
      return desk.departure == nil ? HomeWords.departed(commands) : nil
    }
    return desk.history.days.answers.count <= beginning ? HomeWords.planning(commands) : nil
  }

  private static func outlook(_ desk: StudyDesk, by approach: Approach?) -> String {
    if let days = desk.daysToDeparture, let forecast = DepartureForecast(desk: desk) {
      return HomeWords.departure(
        days: days,
        stand: forecast.asThingsStand,
        kept: forecast.ifKept(by: approach),
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
