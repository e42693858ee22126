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
  static func firstSteps(_ commands: BankOptions) -> String {
    "\(commands.command("trip")) 12 April 2027 plans for a day of departure, "
      + "\(commands.command("brief")) reads you into a topic, \(commands.command("study")) "
      + "makes it last; attache help lists everything."
  }

  /// What Enter does for somebody new.
  static let playPrompt = "Enter for ten questions, q to leave > "

  /// What Enter does for somebody who studies.
  static func studyPrompt(_ count: Int) -> String {
    "Enter for \(CountWords.count(count, "question")), q to leave > "
  }

  /// What is to be done today.
  static func today(known: Int, new: Int, done: Int) -> String {
    let already = done > 0 ? ", \(done) done" : ""
    switch (known, new) {
    case (0, let new): return "Today\(already): \(CountWords.count(new, "new fact"))."
    case (let known, 0):
      return "Today\(already): \(CountWords.count(known, "fact")) to come back to."
    case (let known, let new):
      return "Today\(already): \(CountWords.count(known, "fact")) to come back to, \(new) new."
    }
  }

  /// Where the day's number is reached.
  static func doneToday(_ done: Int) -> String {
    "Today is done: \(CountWords.count(done, "question")). More does no harm."
  }

  /// Where nothing is due and nothing new.
  static let nothingDue = "Nothing is due today."

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
    "You know \(PlanWords.percent(share)) of \(facts) facts now; \(seen) were asked so far."
  }

  /// Days in a row.
  static func streak(_ days: Int, isDoneToday: Bool) -> String {
    isDoneToday
      ? "\(days) days in a row." : "\(days) days in a row up to yesterday."
  }

  /// Facts that are others than they were.
  static func changed(_ count: Int) -> String {
    "\(CountWords.count(count, "fact")) changed since you learned \(count == 1 ? "it" : "them"); "
      + "\(count == 1 ? "it comes" : "they come") first."
  }

  /// How a day of departure is set, or another one once it has passed.
  static func departed(_ desk: StudyDesk, _ commands: BankOptions) -> String {
    desk.plan?.departure == nil
      ? "\(commands.command("trip")) DATE plans for a day of departure."
      : "The day of departure has passed; \(commands.command("trip")) DATE sets another."
  }
}
