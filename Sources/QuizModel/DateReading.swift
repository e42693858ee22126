/// Reads days as people type them: `2027-04-12`, `12 April 2027`, `in 6 weeks`, `next friday`.
///
/// A day that can be meant in two ways is refused, not guessed.
package enum DateReading {
  /// Why a text names no day that can be planned for.
  package enum Problem: Error, Hashable, Sendable {
    /// It is no date in a form that is known.
    case noDate(String)
    /// It names a month alone.
    case noDayGiven(month: Int, year: Int?)
    /// There are twelve months.
    case noSuchMonth(Int)
    /// The month has fewer days; without a year, in every year.
    case noSuchDay(Int, month: Int, year: Int?)
    /// The day is another day of the week.
    case wrongWeekday(CalendarDay, named: Weekday)
    /// The day has passed.
    case past(CalendarDay, daysAgo: Int)
    /// The day is more than five years away.
    case tooFar(CalendarDay)
    /// It may be either day.
    case ambiguous(CalendarDay, CalendarDay)
  }

  /// The months from today within which a day may lie.
  package static let reach = 60

  /// The bytes beyond which no text is a date.
  private static let longest = 80

  /// The day that a text names.
  ///
  /// A day without a year is the next one to come, today included; a weekday is the next one to
  /// come, today excluded.
  ///
  /// - Parameters:
  ///   - text: What was typed; any text, of any length.
  ///   - today: The day on which it is read.
  /// - Returns: Today, or a day of the five years that follow.
  /// - Throws: ``Problem``.
  package static func day(_ text: String, today: CalendarDay) throws(Problem) -> CalendarDay {
    guard text.utf8.count <= longest, let tokens = DateToken.tokens(of: text) else {
      throw .noDate(text)
    }
    let reader = DateReader(text: text, today: today)
    return try reader.reachable(try reader.day(tokens))
  }
}

/// Reads the pieces of one text.
private struct DateReader {
  let text: String
  let today: CalendarDay

  private var unreadable: DateReading.Problem { .noDate(text) }

  func reachable(_ day: CalendarDay) throws(DateReading.Problem) -> CalendarDay {
    let days = today.days(until: day)
    guard days >= 0 else { throw .past(day, daysAgo: -days) }
    guard day <= today.advanced(byMonths: DateReading.reach) else { throw .tooFar(day) }
    return day
  }

  func day(_ tokens: [DateToken]) throws(DateReading.Problem) -> CalendarDay {
    let said = tokens.filter { $0 != .word("on") && $0 != .word("the") && $0 != .word("of") }
    if let day = try relative(said) { return day }
    guard case .word(let name)? = said.first, let weekday = Weekday(typed: name) else {
      return try absolute(said)
    }
    let day = try absolute(Array(said.dropFirst().drop { $0 == .sign(".") }))
    guard day.weekday == weekday else { throw .wrongWeekday(day, named: weekday) }
    return day
  }

  // MARK: - Counted from today

  private func relative(_ tokens: [DateToken]) throws(DateReading.Problem) -> CalendarDay? {
    if let days = DateReader.namedDistances[tokens] { return today.advanced(byDays: days) }
    guard case .word(let last)? = tokens.last else { return nil }
    switch (tokens.count, tokens[0]) {
    case (3, .word("in")):
      return try after(tokens[1], last)
    case (2, .word("next")), (2, .word("this")):
      return Weekday(typed: last).map(coming)
    case (2, _):
      return DateUnit(typed: last) == nil ? nil : try after(tokens[0], last)
    case (1, _):
      return Weekday(typed: last).map(coming)
    default:
      return nil
    }
  }

  /// Days that have names of their own, as days from today.
  private static let namedDistances: [[DateToken]: Int] = [
    [.word("today")]: 0, [.word("now")]: 0, [.word("tomorrow")]: 1, [.word("yesterday")]: -1,
    [.word("day"), .word("after"), .word("tomorrow")]: 2,
  ]

  private func coming(_ weekday: Weekday) -> CalendarDay {
    let days = (1...7).first { today.advanced(byDays: $0).weekday == weekday }
    return today.advanced(byDays: days ?? 7)
  }

  private func after(_ token: DateToken, _ name: String) throws(DateReading.Problem) -> CalendarDay
  {
    guard let unit = DateUnit(typed: name), let count = token.count else { throw unreadable }
    return switch unit {
    case .day: today.advanced(byDays: count)
    case .week: today.advanced(byDays: count * 7)
    case .month: today.advanced(byMonths: count)
    case .year: today.advanced(byMonths: count * 12)
    }
  }

  // MARK: - Named

  private func absolute(_ tokens: [DateToken]) throws(DateReading.Problem) -> CalendarDay {
    let names = tokens.compactMap(\.month)
    guard names.isEmpty else { return try named(tokens, month: names) }
    let numbers = tokens.compactMap(\.number)
    switch (DateReader.shape(of: tokens), numbers.count) {
    case ("#", 1) where numbers[0].digits == 8:
      let whole = numbers[0].value
      return try checked(whole % 100, month: whole / 100 % 100, year: whole / 10_000)
    case ("#.#.#", 3), ("#/#/#", 3), ("#-#-#", 3):
      return try threeNumbers(numbers, isDotted: tokens.contains(.sign(".")))
    case ("#.#.", 2), ("#.#", 2), ("#/#", 2), ("#-#", 2):
      return try twoNumbers(numbers, isDotted: tokens.contains(.sign(".")))
    default:
      throw unreadable
    }
  }

  /// The signs of a text, each number as `#`; words as what is not looked for.
  private static func shape(of tokens: [DateToken]) -> String {
    tokens.map { token in
      switch token {
      case .number: "#"
      case .sign(let sign): String(sign)
      case .word: "?"
      }
    }.joined()
  }

  private func threeNumbers(
    _ numbers: [DateNumber],
    isDotted: Bool
  ) throws(DateReading.Problem) -> CalendarDay {
    let (one, two, three) = (numbers[0], numbers[1], numbers[2])
    if one.digits == 4 { return try checked(three.value, month: two.value, year: one.value) }
    guard let year = three.year, isDotted || three.digits == 4 else { throw unreadable }
    // With points the day comes first wherever they are used.
    return isDotted
      ? try checked(one.value, month: two.value, year: year)
      : try eitherWay(one.value, two.value, year: year)
  }

  private func twoNumbers(
    _ numbers: [DateNumber],
    isDotted: Bool
  ) throws(DateReading.Problem) -> CalendarDay {
    let (one, two) = (numbers[0], numbers[1])
    for (year, month) in [(one, two), (two, one)] where year.digits == 4 {
      guard (1...12).contains(month.value) else { throw .noSuchMonth(month.value) }
      throw .noDayGiven(month: month.value, year: year.value)
    }
    return isDotted
      ? try checked(one.value, month: two.value, year: nil)
      : try eitherWay(one.value, two.value, year: nil)
  }

  /// A day beside the name of its month.
  private func named(_ tokens: [DateToken], month: [Int]) throws(DateReading.Problem) -> CalendarDay
  {
    let kept = tokens.filter { token in
      if case .sign = token { false } else { !token.isOrdinalEnd }
    }
    let numbers = kept.compactMap(\.number)
    guard month.count == 1, let month = month.first, kept.count == numbers.count + 1 else {
      throw unreadable
    }
    let place = kept.firstIndex { $0.month != nil }
    switch numbers.count {
    case 0:
      throw .noDayGiven(month: month, year: nil)
    case 1 where numbers[0].digits == 4:
      throw .noDayGiven(month: month, year: numbers[0].value)
    case 1:
      return try checked(numbers[0].value, month: month, year: nil)
    case 2 where numbers[0].digits == 4 && place == 1:
      return try checked(numbers[1].value, month: month, year: numbers[0].value)
    case 2:
      guard place != 2, numbers[0].digits <= 2, let year = numbers[1].year else { throw unreadable }
      return try checked(numbers[0].value, month: month, year: year)
    default:
      throw unreadable
    }
  }

  /// A day and a month in the one order or the other.
  private func eitherWay(
    _ one: Int,
    _ two: Int,
    year: Int?
  ) throws(DateReading.Problem) -> CalendarDay {
    guard one != two, one <= 12, two <= 12 else {
      return one > 12
        ? try checked(one, month: two, year: year) : try checked(two, month: one, year: year)
    }
    throw .ambiguous(
      try checked(one, month: two, year: year),
      try checked(two, month: one, year: year)
    )
  }

  private func checked(
    _ day: Int,
    month: Int,
    year: Int?
  ) throws(DateReading.Problem) -> CalendarDay {
    guard (1...12).contains(month) else { throw .noSuchMonth(month) }
    if let year {
      guard let found = CalendarDay(year: year, month: month, day: day) else {
        throw (1...9999).contains(year)
          ? .noSuchDay(day, month: month, year: year) : unreadable
      }
      return found
    }
    // A 29 February may be eight years off, over a year that is none of its own.
    let year = today.parts.year
    let days = (year...(year + 8)).lazy.compactMap {
      CalendarDay(year: $0, month: month, day: day)
    }
    guard let next = days.first(where: { $0 >= today }) else {
      throw .noSuchDay(day, month: month, year: nil)
    }
    return next
  }
}
