import QuizModel
import TerminalUI

/// A plan as programs read it.
struct TripReport: Encodable {
  /// The plan of one learner.
  struct Entry: Encodable {
    /// The day of departure, in ISO form.
    let departure: String
    /// The days from today to it, negative once it has passed.
    let daysLeft: Int?
    /// Questions a day, if they are counted.
    let questionsPerDay: Int?
    /// Minutes a day, if they are counted.
    let minutesPerDay: Int?
    /// The short names of the topics planned; empty for all.
    let topics: [String]
  }

  /// Whose plan it is, if anybody has played.
  let learner: String?
  /// The day on which it is read, in ISO form.
  let today: String
  /// The plan; `nil` where there is none.
  let plan: Entry?
  /// What will be known on the day.
  let forecast: PlanForecast?

  /// A report on a plan.
  init(learner: String?, today: CalendarDay, plan: Plan?, forecast: PlanForecast?) {
    self.learner = learner
    self.today = today.description
    self.plan = plan.flatMap { plan in
      plan.departure.map { departure in
        Entry(
          departure: departure,
          daysLeft: CalendarDay(departure).map { today.days(until: $0) },
          questionsPerDay: plan.questionsPerDay,
          minutesPerDay: plan.minutesPerDay,
          topics: plan.topics
        )
      }
    }
    self.forecast = forecast
  }
}
