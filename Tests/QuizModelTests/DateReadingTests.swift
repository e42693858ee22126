import QuizModel
import Testing

@Suite("Typed dates")
struct DateReadingTests {
  /// A Sunday.
  private static let today = "2026-11-22"

  private static func outcome(
    of text: String,
    on today: String = DateReadingTests.today
  ) throws -> Result<CalendarDay, DateReading.Problem> {
    let today = try #require(CalendarDay(today))
    do throws(DateReading.Problem) {
      return .success(try DateReading.day(text, today: today))
    } catch {
      return .failure(error)
    }
  }

  private static func day(_ text: String) throws -> CalendarDay {
    try #require(CalendarDay(text))
  }

  @Test(
    "name one day in many forms",
    arguments: [
      "2027-04-12", "2027/04/12", "2027.4.12", "2027-4-12", "20270412", "12 Apr 2027",
      "12 April 2027", "12. April 2027", "12th April 2027", "the 12th of April 2027",
      "April 12, 2027", "april 12 2027", "APR 12, 2027", "Apr. 12th, 2027", "12-Apr-2027",
      "12apr2027", "2027 April 12", "12.4.2027", "12.04.2027", "12. 4. 2027", "12.4.27",
      "12 Apr 27", "12 Apr '27", "Mon 12 Apr 2027", "Monday, 12 April 2027", "Mon., Apr 12, 2027",
      "on Monday the 12th of April 2027", "  12  april\t2027 ", "12 Apr", "April 12", "12th Apr",
      "12.4.", "12.4", "in 141 days", "141 days", "12–Apr–2027",
    ]
  )
  func forms(_ text: String) throws {
    #expect(
      try DateReadingTests.outcome(of: text) == .success(try DateReadingTests.day("2027-04-12"))
    )
  }

  @Test(
    "are counted from today",
    arguments: [
      ("today", "2026-11-22"), ("Today", "2026-11-22"), ("tomorrow", "2026-11-23"),
      ("the day after tomorrow", "2026-11-24"), ("in 6 weeks", "2027-01-03"),
      ("in six weeks", "2027-01-03"), ("6 weeks", "2027-01-03"), ("in a week", "2026-11-29"),
      ("in 1 day", "2026-11-23"), ("in 0 days", "2026-11-22"), ("in 3 months", "2027-02-22"),
      ("in a year", "2027-11-22"), ("in 5 years", "2031-11-22"), ("monday", "2026-11-23"),
      ("next friday", "2026-11-27"), ("fri", "2026-11-27"), ("this Thursday", "2026-11-26"),
      ("on saturday", "2026-11-28"), ("sunday", "2026-11-29"), ("next sun", "2026-11-29"),
    ]
  )
  func counted(_ text: String, _ expected: String) throws {
    #expect(try DateReadingTests.outcome(of: text) == .success(try DateReadingTests.day(expected)))
  }

  @Test(
    "are the next to come where no year is given, today included",
    arguments: [
      ("22 Nov", "2026-11-22"), ("23 Nov", "2026-11-23"), ("21 Nov", "2027-11-21"),
      ("1 Jan", "2027-01-01"), ("29 Feb", "2028-02-29"), ("13/4", "2027-04-13"),
      ("4/13", "2027-04-13"), ("22.11.", "2026-11-22"), ("5/5", "2027-05-05"),
    ]
  )
  func withoutAYear(_ text: String, _ expected: String) throws {
    #expect(try DateReadingTests.outcome(of: text) == .success(try DateReadingTests.day(expected)))
  }

  @Test("on 29 February look over a year divisible by 100 that has none")
  func rareDay() throws {
    #expect(
      try DateReadingTests.outcome(of: "29 Feb", on: "2097-01-01")
        == .failure(.tooFar(try DateReadingTests.day("2104-02-29")))
    )
  }

  @Test(
    "with slashes are read the only way they can be, or not at all",
    arguments: [
      ("13/04/2027", "2027-04-13"), ("04/13/2027", "2027-04-13"), ("31/1/2027", "2027-01-31"),
      ("05/05/2027", "2027-05-05"), ("25-12-2026", "2026-12-25"),
    ]
  )
  func slashes(_ text: String, _ expected: String) throws {
    #expect(try DateReadingTests.outcome(of: text) == .success(try DateReadingTests.day(expected)))
  }

  @Test(
    "that may be two days are refused with both",
    arguments: [
      ("12/04/2027", "2027-04-12", "2027-12-04"), ("1/2/2027", "2027-02-01", "2027-01-02"),
      ("12-04-2027", "2027-04-12", "2027-12-04"), ("3/4", "2027-04-03", "2027-03-04"),
    ]
  )
  func ambiguous(_ text: String, _ one: String, _ other: String) throws {
    let expected = DateReading.Problem.ambiguous(
      try DateReadingTests.day(one),
      try DateReadingTests.day(other)
    )
    #expect(try DateReadingTests.outcome(of: text) == .failure(expected))
  }

  @Test(
    "that no month has are refused with the month",
    arguments: [
      ("31 Feb 2027", .noSuchDay(31, month: 2, year: 2027)),
      ("2027-02-29", .noSuchDay(29, month: 2, year: 2027)),
      ("29.2.2027", .noSuchDay(29, month: 2, year: 2027)),
      ("30 Feb", .noSuchDay(30, month: 2, year: nil)),
      ("April 31", .noSuchDay(31, month: 4, year: nil)),
      ("0 April 2027", .noSuchDay(0, month: 4, year: 2027)),
      ("31/4/2027", .noSuchDay(31, month: 4, year: 2027)), ("2027-13-01", .noSuchMonth(13)),
      ("13/13/2027", .noSuchMonth(13)), ("1.0.2027", .noSuchMonth(0)),
      ("April", .noDayGiven(month: 4, year: nil)),
      ("next april", .noDate("next april")),
      ("April 2027", .noDayGiven(month: 4, year: 2027)),
      ("2027-04", .noDayGiven(month: 4, year: 2027)),
      ("04/2027", .noDayGiven(month: 4, year: 2027)), ("2027-14", .noSuchMonth(14)),
    ] as [(String, DateReading.Problem)]
  )
  func noSuchDay(_ text: String, _ expected: DateReading.Problem) throws {
    #expect(try DateReadingTests.outcome(of: text) == .failure(expected))
  }

  @Test("that have passed are refused with how long ago")
  func past() throws {
    let expected: [(String, String, Int)] = [
      ("19 Nov 2026", "2026-11-19", 3), ("yesterday", "2026-11-21", 1),
      ("2020-01-01", "2020-01-01", 2517), ("1.1.1", "", 0), ("0001-01-01", "0001-01-01", 739_941),
    ]
    for (text, day, days) in expected {
      let problem: DateReading.Problem =
        day.isEmpty ? .noDate(text) : .past(try DateReadingTests.day(day), daysAgo: days)
      #expect(try DateReadingTests.outcome(of: text) == .failure(problem))
    }
  }

  @Test("lie within five years")
  func reach() throws {
    #expect(
      try DateReadingTests.outcome(of: "2031-11-22")
        == .success(try DateReadingTests.day("2031-11-22"))
    )
    for text in ["2031-11-23", "2207-04-12", "9999-12-31", "in 6 years", "in 999999999 weeks"] {
      guard case .failure(.tooFar) = try DateReadingTests.outcome(of: text) else {
        Issue.record("\(text) is not too far")
        continue
      }
    }
  }

  @Test("say so where the weekday is another one")
  func wrongWeekday() throws {
    let day = try DateReadingTests.day("2027-04-12")
    #expect(
      try DateReadingTests.outcome(of: "Fri 12 April 2027")
        == .failure(.wrongWeekday(day, named: .friday))
    )
  }

  @Test(
    "are not made of anything else",
    arguments: [
      "", " ", "soon", "clear", "12", "2027", "1234567", "123456789", "12 Foo 2027", "Ap 12",
      "Apr May 12", "12 13 Apr 2027", "12 Apr 2027 2028", "2027-04-12T00:00", "12:30", "1/2/3/4",
      "12/4/27", "27-04-12", "12.4-2027", "-3", "in -3 days", "in 2.5 weeks", "in days",
      "in many days",
      "next", "next year", "mo", "12 Apr 20270", "99999999999999999999", "in 99999999999 days",
      "st 12", "th", "０１ Apr 2027", "12 Apr 2027 🧳", "사월 12", "２０２７-04-12", "12\u{0}Apr 2027",
      "monday monday", "2027 12 04", "0000-01-01", "///", "...", "12..4.2027", "--clear", "of",
      "the",
    ]
  )
  func noDates(_ text: String) throws {
    #expect(try DateReadingTests.outcome(of: text) == .failure(.noDate(text)))
  }

  @Test("of nine years read back in every form")
  func roundTrip() throws {
    var day = try DateReadingTests.day("2024-01-01")
    let last = try DateReadingTests.day("2032-12-31")
    var count = 0
    while day <= last {
      let (year, month, number) = day.parts
      let name = DateWords.month(month)
      let short = name.prefix(3)
      let forms = [
        "\(day)", DateWords.text(day), DateWords.full(day), "\(number) \(short) \(year)",
        "\(name) \(number), \(year)", "\(number).\(month).\(year)", "\(number).\(month).",
        "\(number) \(short)", "\(short.lowercased()) \(number)", "\(number)-\(short)-\(year)",
        "\(number) \(short) \(year - 2000)",
      ]
      let early = day.advanced(byDays: -360)
      for text in forms {
        let (read, early) = try (
          DateReading.day(text, today: day), DateReading.day(text, today: early)
        )
        if read != day || early != day { Issue.record("\(text) is \(read) or \(early)") }
      }
      let slashed = "\(number)/\(month)/\(year)"
      if number > 12 || number == month {
        #expect(try DateReading.day(slashed, today: day) == day)
        #expect(try DateReading.day("\(month)/\(number)/\(year)", today: day) == day)
      } else {
        #expect(throws: DateReading.Problem.self) { try DateReading.day(slashed, today: day) }
      }
      for distance in [0, 1, 41, 1826] {
        let text = "in \(distance) days"
        #expect(try DateReading.day(text, today: day) == day.advanced(byDays: distance))
      }
      day = day.advanced(byDays: 1)
      count += 1
    }
    #expect(count == 3288)
  }

  @Test("are read within five years, or refused, whatever is typed")
  func garbage() throws {
    var random = SplitMix64(seed: 2027)
    let pieces = [
      "1", "12", "31", "2027", "0", "999999999", "99999999999999999999999", ".", "/", "-", ",", " ",
      "'", "apr", "feb", "monday", "in", "next", "day", "weeks", "month", "years", "th", "the", "🧳",
      "사월", "٣", "\u{301}", "\u{202e}", "\n", "İ", "ß", "²", "−", "of", "a", "tomorrow",
    ]
    let today = try DateReadingTests.day(DateReadingTests.today)
    let last = try DateReadingTests.day("2031-11-22")
    var dates = 0
    for _ in 0..<50_000 {
      let text = (0..<random.below(7)).map { _ in pieces[random.below(pieces.count)] }.joined()
      guard let day = try? DateReading.day(text, today: today) else { continue }
      dates += 1
      if day < today || day > last { Issue.record("\(text) is \(day)") }
    }
    #expect(dates > 100)
  }

  @Test(
    "may be typed without end",
    arguments: ["1", "1 ", "apr ", ".", "🧳", "가", "e\u{301}", "\u{301}", "1/"]
  )
  func endless(_ piece: String) throws {
    let text = String(repeating: piece, count: 100_000)
    #expect(try DateReadingTests.outcome(of: text) == .failure(.noDate(text)))
    for end in [CalendarDay.first, .last] {
      #expect(throws: DateReading.Problem.self) { try DateReading.day(text, today: end) }
    }
  }

  @Test("do not run over the end of the calendar")
  func lastDays() throws {
    #expect(try DateReading.day("today", today: .last) == .last)
    for text in ["tomorrow", "in 3 years", "friday"] {
      #expect(try DateReading.day(text, today: .last) == .last)
    }
    #expect(throws: DateReading.Problem.self) { try DateReading.day("1 Apr", today: .last) }
  }
}
