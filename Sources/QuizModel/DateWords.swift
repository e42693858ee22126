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
}
