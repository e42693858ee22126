import QuizModel
import TerminalUI

/// Every word about studying.
enum StudyWords {
  /// What a session is about to hold.
  static func ahead(known: Int, new: Int) -> String {
    switch (known, new) {
    case (0, let new): "\(CountWords.count(new, "new fact"))."
    case (let known, 0): "\(CountWords.count(known, "fact")) to come back to."
    case (let known, let new):
      "\(CountWords.count(known, "fact")) to come back to, \(CountWords.count(new, "new one"))."
    }
  }

  /// Where the day's questions are done already.
  static func beyond(_ perDay: Int) -> String {
    "Today's \(CountWords.count(perDay, "question")) are done; these go beyond the plan."
  }

  /// What the next day brings.
  static func tomorrow(known: Int, new: Int) -> String {
    known + new == 0
      ? "Nothing is due tomorrow."
      : "Tomorrow: " + ahead(known: known, new: new)
  }

  /// Where nothing is due, and when something will be.
  static func nothingDue(_ next: String) -> String { "Nothing is due now. \(next)" }

  /// Where everything was asked and is known.
  static func comesNext(inDays days: Int) -> String {
    days <= 0
      ? "More comes back later today." : "The next fact comes back \(PlanWords.distance(days))."
  }

  /// Where the bank was changed since facts were learnt.
  static func changed(_ count: Int) -> String {
    "\(CountWords.count(count, "fact")) changed since you learned \(count == 1 ? "it" : "them"):"
  }

  /// Where nothing is confused with anything.
  static let noMixUps =
    "You have not taken one thing for another yet; there is nothing to tell apart."

  /// What the mix-ups are.
  static func mixUps(_ count: Int) -> String {
    "\(CountWords.count(count, "fact")) in which you took one thing for another, side by side:"
  }

  /// How the known share moved through a session.
  static func movedTo(_ share: Double, days: Int) -> String {
    "\(PlanWords.percent(share)) known on the day of departure as things stand now, "
      + "\(PlanWords.distance(days))."
  }
}
