import QuizModel
import TerminalUI

/// Every word of the home page.
enum HomeWords {
  /// The heading.
  static func title(_ bank: String) -> String { "Attaché: \(bank)" }

  /// What there is, for somebody new.
  static func greeting(questions: Int, topics: Int, asOf: String) -> String {
    "\(questions) questions on \(topics) topics, checked up to \(BankWords.date(asOf)), each with "
      + "its source."
  }

  /// What somebody new may do.
  static func firstSteps(_ commands: BankOptions, day: String) -> String {
    "\(commands.command("trip")) \(day) plans for a day of departure, "
      + "\(commands.command("brief")) reads you into a topic, \(commands.command("study")) "
      + "makes it last; attache help lists everything."
  }

  /// What Enter does for somebody new.
  static let playPrompt = "Enter for ten questions, q to leave > "

  /// What Enter does for somebody who studies.
  static func studyPrompt(_ count: Int, isExtra: Bool) -> String {
    let questions = isExtra ? "\(count) more" : CountWords.count(count, "question")
    return "Enter for \(questions), q to leave > "
  }

  /// What is to be done today.
  static func today(known: Int, new: Int, done: Int) -> String {
    let already = done > 0 ? "; \(CountWords.count(done, "question")) done" : ""
    return "Today: \(StudyWords.ahead(known: known, new: new))\(already)."
  }

  /// Where the day's number is reached.
  static func doneToday(_ done: Int) -> String {
    "Today is done: \(CountWords.count(done, "question"))."
  }

  /// What will be known on the day of departure.
  static func departure(days: Int, stand: Double, kept: Double, pace: String) -> String {
    let now = PlanWords.percent(stand)
    let then = PlanWords.percent(kept)
    switch days {
    case 0: return "Departure is today: you know \(now)."
    default:
      return "\(CountWords.count(days, "day")) to departure: you would know \(now) that day, "
        + "\(then) if you keep to \(pace)."
    }
  }

  /// The pace of somebody who has set none.
  static func usualPace(_ perDay: Int) -> String { "\(perDay) questions a day" }

  /// What is known now, where there is no day of departure.
  static func known(_ share: Double, seen: Int, facts: Int) -> String {
    "You know about \(PlanWords.percent(share)) of \(CountWords.count(facts, "fact")) now; "
      + "\(seen) of them \(seen == 1 ? "was" : "were") asked so far."
  }

  /// Days in a row.
  static func streak(_ days: Int, isDoneToday: Bool) -> String {
    isDoneToday
      ? "\(days) days in a row." : "\(days) days in a row up to yesterday."
  }

  /// Facts that are others than they were.
  static func changed(_ count: Int) -> String {
    count == 1
      ? "1 fact changed since you learned it; it comes first."
      : "\(count) facts changed since you learned them; they come first."
  }

  /// How a day of departure is set.
  static func planning(_ commands: BankOptions) -> String {
    "\(commands.command("trip")) DATE plans for a day of departure."
  }

  /// How another day of departure is set once it has passed.
  static func departed(_ commands: BankOptions) -> String {
    "The day of departure has passed; \(commands.command("trip")) DATE sets another."
  }
}
