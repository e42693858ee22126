import QuizModel
import Study

/// Every word about a fact.
enum FactWords {
  /// How something was asked, from the name that the log uses; that name if it is a later version's.
  static func form(_ name: String) -> String {
    switch Form(rawValue: name) {
    case .multipleChoice: "multiple choice"
    case .trueFalse: "true or false"
    case .typed: "typed"
    case nil: name
    }
  }

  /// How many things that a fact was taken for are named.
  private static let mostConfusions = 5

  /// What was taken for the right answer, with how often.
  static func listed(_ confusions: [StatsReport.Confusion]) -> String {
    let shown = confusions.prefix(mostConfusions).map { confusion in
      confusion.times == 1
        ? confusion.text
        : "\(confusion.text) (\(confusion.times == 2 ? "twice" : "\(confusion.times) times"))"
    }
    let rest = confusions.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// A day in ISO form as it is read.
  static func day(_ text: String) -> String {
    CalendarDay(text).map { DateWords.text($0) } ?? text
  }

  // MARK: - What the bank says

  static func standing(_ report: FactReport) -> String {
    let trust =
      switch report.confidence {
      case .high: "Its sources agree (confidence high)."
      case .medium: "Its sources agree in part (confidence medium)."
      case .contested: "Its sources contradict each other (contested)."
      }
    let date = PartialDate(report.asOf).map { DateWords.text($0) } ?? report.asOf
    return date.isEmpty ? trust : "As of \(date). \(trust)"
  }
  static let changed = "The answer or its sources have changed since you learned it."
  static let sources = "Sources"
  static func cited(_ source: Source) -> String {
    // Of somebody's own words nothing else is known.
    if source.publisher.isEmpty, source.date.isEmpty, source.url.isEmpty { return source.title }
    let date = PartialDate(source.date).map { DateWords.text($0) } ?? SessionWords.undated
    let publisher = source.publisher.isEmpty ? "" : ", \(source.publisher)"
    return "\(source.title)\(publisher) (\(date))"
  }

  // MARK: - What the learner made of it

  static let memory = "Your memory of it"
  static func lasts(_ memory: FactReport.Memory) -> String {
    "You recall it now with a chance of \(PlanWords.percent(memory.recallNow)). After an answer it "
      + "stays above 90\u{a0}% for \(span(memory.lastsDays))."
  }
  static func difficulty(_ memory: FactReport.Memory) -> String {
    "Difficulty for you: \(StatsWords.decimal(memory.difficulty)) of 10."
  }
  static func neverAsked(_ chance: Double?) -> String {
    "You have not been asked it yet"
      + (chance.map {
        "; by your other answers you know it with a chance of \(PlanWords.percent($0))."
      } ?? ".")
  }
  static func takenFor(_ confusions: [StatsReport.Confusion]) -> String {
    "You took for the answer: \(listed(confusions))."
  }
  static func answers(_ count: Int, right: Int) -> String {
    "Your answers: \(right) of \(count) right"
  }
  static func earlier(_ rest: Int) -> String {
    "\(StatsWords.counted(rest, "earlier answer")) not listed;"
  }
  static func verdict(_ answer: FactReport.Answer) -> String {
    guard !answer.isRight else { return "right" }
    guard let chosen = answer.chosen else { return "not answered" }
    return "missed"
      + (chosen == answer.correctAnswer ? "" : ", took \(chosen) for \(answer.correctAnswer)")
  }
  static func circumstances(_ answer: FactReport.Answer) -> String {
    let seconds = StatsWords.decimal(answer.seconds)
    let future = answer.isFromTheFuture ? "; dated later than now, left out until then" : ""
    return " (\(form(answer.form)), \(seconds) \(seconds == "1" ? "second" : "seconds")\(future))"
  }

  // MARK: - When it comes next

  static func next(_ next: FactReport.Next, studyCommand: String) -> String {
    let level = PlanWords.percent(next.level ?? 0.9)
    let when = next.daysAhead.map { PlanWords.distance($0) } ?? ""
    let day = next.day.map { FactWords.day($0) } ?? ""
    switch next.reason {
    case .changed:
      return "Next: first of all, since it has changed."
    case .due:
      let since = next.daysAhead == 0 ? "today" : "on \(day), \(when)"
      return "Next: due now; its chance of recall fell below \(level) \(since)."
    case .later:
      return "Next: due on \(day), \(when), when its chance of recall falls below \(level)."
    case .beforeDeparture:
      return "Next: when it raises most what you know at departure on \(day), \(when)"
        + placed(next, after: "; by that it stands at place ") + "."
    case .new:
      return "Next: in its turn among the facts never asked" + placed(next, after: ", place ") + "."
    case .notPlanned:
      return
        "Next: not at all, since your plan leaves its topics out; \(studyCommand) --topic asks "
        + "them all the same."
    }
  }

  private static func placed(_ next: FactReport.Next, after text: String) -> String {
    guard let place = next.place, let queue = next.queue else { return "" }
    return "\(text)\(place) of \(queue)"
  }

  /// Some days as a person says it.
  private static func span(_ days: Double) -> String {
    switch days {
    case ..<(1.0 / 24): "less than an hour"
    case ..<2: StatsWords.counted(max(1, Int((days * 24).rounded())), "hour")
    case ..<730: StatsWords.counted(Int(days.rounded()), "day")
    default: "\(Int(min(days / 365.25, 1000).rounded())) years"
    }
  }

  // MARK: - Other facts

  static let siblings = "About the same"
  static func found(_ total: Int) -> String {
    "\(StatsWords.counted(total, "fact")) \(total == 1 ? "has" : "have") these words:"
  }
  static func narrower(_ rest: Int) -> String { "and \(rest) more; another word narrows it down" }
  static func lookUp(_ command: String, fact: String) -> String {
    "\(command) \(fact) tells everything of that one."
  }
}
