package import QuizModel
package import Study

/// Every word about a plan.
package enum PlanWords {
  /// How far a day is from today: `today`, `tomorrow`, `in 41 days`, `yesterday`, `3 days ago`.
  package static func distance(_ days: Int) -> String {
    switch days {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    case ..<0: "\(days.magnitude) days ago"
    default: "in \(days) days"
    }
  }

  /// What is done each day, `12 questions a day`; `nil` where no number is set.
  package static func pace(_ plan: Plan) -> String? {
    if let questions = plan.questionsPerDay { return counted(questions, "question") + " a day" }
    return plan.minutesPerDay.map { counted($0, "minute") + " a day" }
  }

  /// A share from 0 to 1 in per cent; only all is 100 and only nothing 0.
  package static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "?" }
    let hundredths = min(max(share, 0), 1) * 100
    let rounded = Int(hundredths.rounded())
    let isPart = hundredths > 0 && hundredths < 100
    // The space does not break, so that a number keeps its sign.
    return "\(isPart ? min(max(rounded, 1), 99) : rounded)\u{a0}%"
  }

  /// What the coming days hold: facts that come back, and new ones.
  static func coming(_ days: [PlanForecast.Day], today: CalendarDay) -> String {
    let parts = days.map { day in
      let name =
        CalendarDay(day.date).map { date in
          switch today.days(until: date) {
          case 0: "today"
          case 1: "tomorrow"
          default: DateWords.name(date.weekday)
          }
        } ?? day.date
      return "\(name) \(day.known) and \(day.new)"
    }
    return "Facts to come back to, and new ones: " + parts.joined(separator: ", ") + "."
  }

  /// What to change where the days do not suffice: a whole sentence.
  package static func advice(_ advice: PlanForecast.Advice) -> String {
    switch advice {
    case .tooFewDays(let days, let perDay):
      "The days do not suffice to know all of it: \(counted(days, "day")) at "
        + "\(counted(perDay, "question")) a day."
    case .suffices(let perDay):
      "About \(perDay) questions a day would bring four facts in five."
    case .nothingSuffices:
      "Not even 100 questions a day would bring four facts in five; fewer topics would."
    case .dropping(let topic, let share, let more):
      "Without “\(topic)” you would know \(percent(more)) of the rest rather than "
        + "\(percent(share)) of all."
    }
  }

  /// Where there is no plan.
  package static func noPlan(command: String, example: String) -> String {
    "There is no plan yet. \(command) \(example) --per-day 12 sets one: "
      + "the day of departure, and how many questions a day."
  }

  /// Where a plan was taken away; the day is `nil` if it cannot be read.
  package static func cleared(_ day: CalendarDay?, command: String) -> String {
    guard let day else { return "The plan is cleared." }
    let text = DateWords.text(day)
    return "The plan for \(text) is cleared; \(command) \(text) sets that day again."
  }

  /// Where there was no plan to take away.
  package static let nothingToClear = "There is no plan to clear."

  /// A day for examples, six weeks from a day.
  package static func example(on today: CalendarDay) -> String {
    DateWords.text(today.advanced(byDays: 42))
  }

  static func departure(_ day: CalendarDay, days: Int) -> String {
    "Departure: \(DateWords.full(day)), \(distance(days))."
  }
  static func departed(_ day: CalendarDay, days: Int) -> String {
    "Departure was on \(DateWords.full(day)), \(distance(days))."
  }
  static func afterDeparture(_ command: String) -> String {
    "\(command) DATE sets another day; \(command) --clear ends the plan."
  }
  static func unreadable(_ command: String) -> String {
    "The day of this plan cannot be read; \(command) DATE sets another."
  }
  static func each(_ pace: String) -> String { "Pace: \(pace)." }
  static func noPace(_ command: String) -> String {
    "Pace: none set; \(command) --per-day 12 or \(command) --minutes 10 sets one."
  }
  static func allTopics(_ count: Int) -> String {
    count == 1 ? "Topics: the only one." : "Topics: all \(count)."
  }
  static func topics(_ count: Int, of all: Int, areListed: Bool) -> String {
    "Topics: \(count) of \(all)" + (areListed ? ":" : ".")
  }
  static func known(_ facts: Int) -> String {
    "Known on that day, of \(counted(facts, "fact")):"
  }
  static func asThingsStand(_ share: PlanForecast.Share) -> String {
    "\(percent(share.expected)) as things stand, \(band(share))"
  }
  static func ifKept(_ share: PlanForecast.Share, pace: String?) -> String {
    "\(percent(share.expected)) \(pace.map { "at \($0)" } ?? "if you keep to it"), \(band(share))"
  }
  static let byTopic = "By topic, as things stand:"
  static let byTopicIfKept = "By topic, as things stand and if you keep to it:"
  static func shares(_ topic: PlanForecast.Topic) -> String {
    percent(topic.asThingsStand.expected)
      + (topic.ifKept.map { " → \(percent($0.expected))" } ?? "")
  }
  static func spokenShares(_ topic: PlanForecast.Topic) -> String {
    percent(topic.asThingsStand.expected)
      + (topic.ifKept.map { ", \(percent($0.expected)) if you keep to it" } ?? "") + "."
  }

  private static func band(_ share: PlanForecast.Share) -> String {
    let low = percent(share.low).dropLast(2)
    return "between \(low) and \(percent(share.high))"
  }

  private static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
