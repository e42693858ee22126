import QuizModel
import TerminalUI

/// Every word about studying.
enum StudyWords {
  /// What a sitting is about to hold: `5 facts to come back to, 7 new ones`.
  static func ahead(known: Int, new: Int) -> String {
    switch (known, new) {
    case (0, let new): "\(CountWords.count(new, "new fact"))"
    case (let known, 0): "\(CountWords.count(known, "fact")) to come back to"
    case (let known, let new):
      "\(CountWords.count(known, "fact")) to come back to, \(CountWords.count(new, "new one"))"
    }
  }

  /// What comes now.
  static func now(known: Int, new: Int) -> String { "Now: \(ahead(known: known, new: new))." }

  /// Where the day's questions are done already.
  static func beyond(_ perDay: Int) -> String {
    perDay == 1
      ? "Today's question is done; what comes now is extra."
      : "Today's \(perDay) questions are done; what comes now is extra."
  }

  /// What is left of the day's questions.
  static func leftToday(_ count: Int) -> String {
    "\(CountWords.count(count, "question")) \(count == 1 ? "is" : "are") left for today; nothing is lost if you stop here."
  }

  /// What the next day brings.
  static func tomorrow(known: Int, new: Int) -> String {
    known + new == 0
      ? "Tomorrow: nothing is due." : "Tomorrow: \(ahead(known: known, new: new))."
  }

  /// Where nothing is due, and when something will be; `nil` where nobody knows.
  static func nothingDue(inDays days: Int?) -> String {
    switch days {
    case nil: "Nothing is due now."
    case .some(...0): "Nothing is due now; the next fact comes back later today."
    case .some(let days):
      "Nothing is due now; the next fact comes back \(PlanWords.distance(days))."
    }
  }

  /// Where the bank was changed since facts were learnt.
  static func changed(_ count: Int) -> String {
    count == 1
      ? "1 fact changed since you learned it and comes first:"
      : "\(count) facts changed since you learned them and come first:"
  }

  /// Those of a list that are not named.
  static func more(_ count: Int) -> String { "and \(count) more" }

  /// Where nothing is confused with anything.
  static let noMixUps = "There is nothing that you take for something else."

  /// What the mix-ups are.
  static func mixUps(_ count: Int) -> String {
    "\(CountWords.count(count, "fact")) in which you took one thing for another; "
      + "now you see both side by side."
  }

  /// How what is known on the day of departure moved through a sitting.
  static func moved(to share: Double, from earlier: Double?, days: Int) -> String {
    let now = PlanWords.percent(share)
    let before = earlier.map(PlanWords.percent)
    let comparison = before.flatMap { $0 == now ? nil : "; before these questions it was \($0)" }
    let day = days == 0 ? "today" : "on the day of departure, \(PlanWords.distance(days))"
    return "As things stand you would know \(now) \(day)\(comparison ?? "")."
  }

  /// On the day of departure.
  static let farewell = "Today is the day of departure: have a good journey."
}
