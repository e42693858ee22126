import QuizModel
import Study

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

  /// What will be known on the day.
  struct Forecast: Encodable {
    /// How many facts are planned.
    let facts: Int
    /// What is known on the day if nothing more is learnt.
    let asThingsStand: PlanForecast.Share
    /// What is known on the day if the plan is kept.
    let ifKept: PlanForecast.Share?
    /// The topics planned, in the bank's order.
    let topics: [PlanForecast.Topic]
    /// What to change where the days do not suffice: whole sentences.
    let advice: [String]
    /// The coming days, the first one first.
    let days: [PlanForecast.Day]
  }

  /// Whose plan it is, if anybody has played.
  let learner: String?
  /// The day on which it is read, in ISO form.
  let today: String
  /// The plan; `nil` where there is none.
  let plan: Entry?
  /// What will be known on the day.
  let forecast: Forecast?

  /// A report on a plan.
  ///
  /// - Parameters:
  ///   - learner: Whose plan it is.
  ///   - today: The day on which it is read.
  ///   - plan: The plan.
  ///   - forecast: What will be known on the day.
  ///   - advice: The forecast's, in words.
  init(
    learner: String?,
    today: CalendarDay,
    plan: Plan?,
    forecast: PlanForecast?,
    advice: [String]
  ) {
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
    self.forecast = forecast.map { forecast in
      Forecast(
        facts: forecast.facts,
        asThingsStand: forecast.asThingsStand,
        ifKept: forecast.ifKept,
        topics: forecast.topics,
        advice: advice,
        days: forecast.days
      )
    }
  }
}
