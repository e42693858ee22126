import QuizModel
import TerminalUI

/// What is said of a date that cannot be planned for.
enum DateReadingWords {
  /// What is wrong with it, and how to write it.
  static func text(_ problem: DateReading.Problem) -> String {
    switch problem {
    case .noDate(let text):
      let isFarewell = farewells.contains(Folding.folded(text))
      return (text.isEmpty ? "no date was given" : "\(ErrorPresenter.shown(text)) is no date")
        + "; write it like 12 April 2027, 2027-04-12, 12 Apr, next friday or in 6 weeks"
        + (isFarewell ? "; --clear takes the plan away" : "")
    case .noDayGiven(let month, let year):
      let named = whole(month, year)
      return "\(named) is a whole month; name a day of it, such as 12 \(named)"
    case .noSuchMonth(let month):
      return "there is no month \(month); write the month as a word, such as 12 April 2027"
    case .noSuchDay(let day, let month, let year):
      let days = CalendarDay.days(inMonth: month, of: year ?? anyLeapYear)
      let most = year == nil && month == 2 ? "at most \(days)" : "\(days)"
      return "there is no day \(day) in \(whole(month, year)), which has \(most) days"
    case .wrongWeekday(let day, let named):
      return "\(DateWords.text(day)) is a \(DateWords.name(day.weekday)), "
        + "not a \(DateWords.name(named)); which of the two is meant?"
    case .past(let day, let days):
      return "\(DateWords.text(day)) was \(PlanWords.distance(-days)); name a day to come"
    case .tooFar(let day):
      return "\(DateWords.text(day)) is more than five years away; is the year right?"
    case .ambiguous(let one, let other):
      return "that could be \(DateWords.text(one)) or \(DateWords.text(other)); "
        + "write \(one) or \(other)"
    }
  }

  /// Words for a plan that is not wanted any more.
  private static let farewells: Set<String> = [
    "clear", "none", "no", "off", "cancel", "delete", "remove", "stop", "never",
  ]

  private static let anyLeapYear = 2000

  private static func whole(_ month: Int, _ year: Int?) -> String {
    DateWords.month(month) + (year.map { " \($0)" } ?? "")
  }
}
