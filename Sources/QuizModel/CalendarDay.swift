/// A day of the Gregorian calendar, which also counts for the years before it was adopted.
///
/// It knows no zone: which moments it holds is up to the place where it is spent.
package struct CalendarDay: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The first day there is, 1 January of the year 1.
  package static let first = CalendarDay(checked: -719_162)
  /// The last day there is, 31 December 9999, so that a year has four digits at most.
  package static let last = CalendarDay(checked: 2_932_896)

  /// Days since 1 January 1970; negative before it.
  package let number: Int

  private init(checked number: Int) {
    self.number = number
  }

  /// The day a number of days after 1 January 1970; the first or the last day where there is none.
  package init(number: Int) {
    self.init(checked: min(max(number, CalendarDay.first.number), CalendarDay.last.number))
  }

  /// The day of a year and a month; `nil` where the calendar has none.
  ///
  /// After Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
  ///
  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 to 12.
  ///   - day: From 1 on.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CalendarDay.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    // Years from March on, so that the day that is not always there comes last.
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(checked: era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `2027-04-12`; `nil` for other shapes and for days that no calendar has.
  package init?(_ text: String) {
    guard let date = PartialDate(text), let month = date.month, let day = date.day else {
      return nil
    }
    self.init(year: date.year, month: month, day: day)
  }

  /// The day that a moment falls on, in the zone that it carries.
  package init(_ moment: LocalInstant) {
    let offset = moment.offset.clamped(to: -86_400...86_400)
    let seconds = moment.instant.milliseconds.flooredDivision(by: 1000) + Int64(offset)
    self.init(number: Int(seconds.flooredDivision(by: 86_400)))
  }

  /// The days from this one to another; negative if that one comes before.
  package func days(until other: CalendarDay) -> Int {
    other.number - number
  }

  /// The day a number of days later; the first or the last day where there is none.
  package func advanced(byDays days: Int) -> CalendarDay {
    let (sum, isTooLarge) = number.addingReportingOverflow(days)
    return isTooLarge ? (days < 0 ? .first : .last) : CalendarDay(number: sum)
  }

  /// The same day of the month a number of months later; in a shorter month its last day.
  ///
  /// - Parameter months: 0 or more; less counts as 0.
  /// - Returns: The day, or the last one there is.
  package func advanced(byMonths months: Int) -> CalendarDay {
    let limit = 12 * 10_000
    let parts = parts
    let months = parts.year * 12 + parts.month - 1 + months.clamped(to: 0...limit)
    let (year, month) = (months / 12, months % 12 + 1)
    let day = min(parts.day, CalendarDay.days(inMonth: month, of: year))
    return CalendarDay(year: year, month: month, day: day) ?? .last
  }

  /// The moment of its noon.
  ///
  /// - Parameter offset: Seconds east of UTC at that moment.
  /// - Returns: The moment.
  package func noon(offset: Int) -> Instant {
    let seconds = Int64(number) * 86_400 + 43_200 - Int64(offset.clamped(to: -86_400...86_400))
    return Instant(milliseconds: seconds * 1000)
  }

  /// The moment of its noon where the offset depends on the moment, as in summer time.
  ///
  /// - Parameter offset: Seconds east of UTC at a moment.
  /// - Returns: The moment.
  package func noon(offsetAt offset: (Instant) -> Int) -> Instant {
    // Clocks are not changed at noon: the offset of a moment half a day off may be another one,
    // that of a moment an hour off is the right one.
    let close = noon(offset: offset(noon(offset: 0)))
    return noon(offset: offset(close))
  }

  /// The moment at which it begins, where the offset depends on the moment, as in summer time.
  ///
  /// - Parameter offset: Seconds east of UTC at a moment.
  /// - Returns: Its first moment: 00:00 by the clock, or where that is left out the one that follows.
  package func start(offsetAt offset: (Instant) -> Int) -> Instant {
    var start = noon(offsetAt: offset)
    var before = start.advanced(byMilliseconds: -129_600_000)
    let midnight = Int64(number) * 86_400_000
    // Clocks are changed shortly before and after midnight too: the moment is closed in on.
    while start.milliseconds(since: before) > 1 {
      let middle = before.advanced(byMilliseconds: start.milliseconds(since: before) / 2)
      let shift = Int64(offset(middle).clamped(to: -86_400...86_400)) * 1000
      if middle.milliseconds + shift < midnight {
        before = middle
      } else {
        start = middle
      }
    }
    return start
  }

  /// The year, the month and the day of the month.
  ///
  /// After Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  /// The day of the week.
  package var weekday: Weekday {
    // 1 January of the year 1 was a Monday.
    Weekday.allCases[(number - CalendarDay.first.number) % 7]
  }

  /// How many days a month has.
  ///
  /// - Parameters:
  ///   - month: 1 to 12.
  ///   - year: Any year.
  /// - Returns: 28 to 31.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// The ISO form, such as `2027-04-12`.
  package var description: String { PartialDate(self).description }

  /// Orders by time.
  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }
}

/// A day of the week, in the order of ISO 8601.
package enum Weekday: String, Hashable, Sendable, CaseIterable {
  /// From Monday on.
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Int64 {
  fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}

extension Int {
  fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
