/// Dates as people say them.
package enum DateWords {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `25 September 1958`, `September 1980` or `1975`.
  package static func text(_ date: PartialDate) -> String {
    [date.day.map(String.init), date.month.map { months[$0 - 1] }, String(date.year)]
      .compactMap { $0 }.joined(separator: " ")
  }

  /// The same with its preposition: `on 25 September 1958`, `in September 1980`, `in 1975`.
  package static func phrase(_ date: PartialDate) -> String {
    (date.day == nil ? "in " : "on ") + text(date)
  }

  /// A day as it is said everywhere: `12 April 2027`.
  package static func text(_ day: CalendarDay) -> String {
    text(PartialDate(day))
  }

  /// A day with its weekday: `Monday, 12 April 2027`.
  package static func full(_ day: CalendarDay) -> String {
    "\(name(day.weekday)), \(text(day))"
  }

  /// The name of a weekday: `Monday`.
  package static func name(_ weekday: Weekday) -> String {
    weekday.rawValue.prefix(1).uppercased() + weekday.rawValue.dropFirst()
  }

  /// The name of a month, 1 to 12: `April`.
  package static func month(_ number: Int) -> String {
    months[number - 1]
  }
}
