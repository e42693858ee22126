import Foundation
import QuizModel
import TestSupport
import Testing

@Suite("Calendar days")
struct CalendarDayTests {
  /// What Python's datetime says of every day from 1600 to 2400.
  private static func daysOfPython() throws -> [Substring] {
    let program = """
      import datetime
      day, last = datetime.date(1600, 1, 1), datetime.date(2400, 12, 31)
      epoch, step = datetime.date(1970, 1, 1), datetime.timedelta(days=1)
      while True:
          print((day - epoch).days, day.year, day.month, day.day, day.isoweekday(), day)
          if day == last: break
          day += step
      """
    return String(decoding: try Python.run(program), as: UTF8.self).split(separator: "\n")
  }

  @Test("agree with Python about every day of eight centuries")
  func agreementWithPython() throws {
    let lines = try CalendarDayTests.daysOfPython()
    #expect(lines.count == 2 * 146_097 + 366)
    var differences: [Substring] = []
    for line in lines {
      let words = line.split(separator: " ")
      let numbers = words.prefix(5).compactMap { Int($0) }
      try #require(numbers.count == 5)
      let day = CalendarDay(number: numbers[0])
      let isAlike =
        day.parts == (numbers[1], numbers[2], numbers[3])
        && CalendarDay(year: numbers[1], month: numbers[2], day: numbers[3]) == day
        && Weekday.allCases.firstIndex(of: day.weekday) == numbers[4] - 1
        && day.description == words[5] && CalendarDay(String(words[5])) == day
      if !isAlike { differences.append(line) }
    }
    #expect(differences.isEmpty)
  }

  @Test("follow one another without a gap from the first to the last")
  func noGap() {
    var day = CalendarDay.first
    #expect(day.description == "0001-01-01")
    #expect(day.weekday == .monday)
    var parts = day.parts
    while day < .last {
      day = day.advanced(byDays: 1)
      let next = day.parts
      let isNext =
        next == (parts.year, parts.month, parts.day + 1)
        || next == (parts.year, parts.month + 1, 1) || next == (parts.year + 1, 1, 1)
      if !isNext { Issue.record("\(next) after \(parts)") }
      parts = next
    }
    #expect(day.description == "9999-12-31")
  }

  @Test(
    "are none where the calendar has none",
    arguments: [
      (0, 1, 1), (10_000, 1, 1), (2027, 0, 1), (2027, 13, 1), (2027, 1, 0), (2027, 1, 32),
      (2027, 2, 29), (2028, 2, 30), (1900, 2, 29), (2027, 4, 31), (.max, .max, .max),
      (.min, .min, .min),
    ]
  )
  func none(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  @Test("stop at the first and the last day")
  func ends() {
    for number in [Int.min, Int.min + 1, -719_163] {
      #expect(CalendarDay(number: number) == .first)
      #expect(CalendarDay.first.advanced(byDays: number) == .first)
    }
    for number in [Int.max, Int.max - 1, 2_932_897] {
      #expect(CalendarDay(number: number) == .last)
      #expect(CalendarDay.last.advanced(byDays: number) == .last)
      #expect(CalendarDay.first.advanced(byMonths: number) == .last)
    }
    for milliseconds in [Int64.min, Int64.max] {
      for offset in [Int.min, Int.max] {
        let moment = LocalInstant(
          instant: Instant(milliseconds: milliseconds),
          zone: "Nowhere",
          offset: offset
        )
        #expect(CalendarDay(moment) == (milliseconds < 0 ? .first : .last))
        #expect(CalendarDay.last.noon(offset: offset) > CalendarDay.first.noon(offset: offset))
      }
    }
  }

  @Test("are counted from one another")
  func distances() throws {
    let day = try #require(CalendarDay("2026-11-22"))
    let later = try #require(CalendarDay("2027-04-12"))
    #expect(day.days(until: later) == 141)
    #expect(later.days(until: day) == -141)
    #expect(day.advanced(byDays: 141) == later)
    #expect(later.advanced(byDays: -141) == day)
    #expect(day < later)
  }

  @Test(
    "keep their place in a later month, or take its last day",
    arguments: [
      ("2026-11-22", 1, "2026-12-22"), ("2026-11-30", 3, "2027-02-28"),
      ("2027-11-30", 3, "2028-02-29"), ("2026-12-31", 12, "2027-12-31"),
      ("2026-05-31", 0, "2026-05-31"),
      ("2028-02-29", 12, "2029-02-28"), ("2026-12-31", 2, "2027-02-28"),
    ]
  )
  func months(_ from: String, _ months: Int, _ expected: String) throws {
    #expect(try #require(CalendarDay(from)).advanced(byMonths: months).description == expected)
  }

  @Test("are those of a moment in its zone, and have their noon there")
  func noon() throws {
    let day = try #require(CalendarDay("2027-04-12"))
    for offset in [-43_200, -12_600, 0, 20_700, 32_400, 50_400] {
      let noon = day.noon(offset: offset)
      #expect((noon.milliseconds / 1000 + Int64(offset)) % 86_400 == 43_200)
      for (shift, expected) in [(0, 0), (-43_200, 0), (43_199, 0), (-43_201, -1), (43_200, 1)] {
        let moment = LocalInstant(
          instant: noon.advanced(byMilliseconds: Int64(shift) * 1000),
          zone: "Somewhere/Else",
          offset: offset
        )
        #expect(CalendarDay(moment) == day.advanced(byDays: expected))
      }
    }
  }

  @Test(
    "have their noon by the clock on days when the clocks change",
    arguments: [
      "Europe/Berlin", "America/New_York", "America/Los_Angeles", "Pacific/Auckland",
      "Australia/Lord_Howe", "Asia/Pyongyang", "Asia/Kathmandu", "Pacific/Honolulu",
      "Africa/Casablanca", "America/St_Johns", "Pacific/Chatham", "UTC",
    ]
  )
  func noonInAZone(_ name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    let offset = { (instant: Instant) in
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    }
    var day = try #require(CalendarDay("2026-01-01"))
    for _ in 0..<(3 * 365) {
      let noon = day.noon(offsetAt: offset)
      let local = LocalInstant(instant: noon, zone: name, offset: offset(noon))
      #expect(CalendarDay(local) == day)
      #expect((noon.milliseconds / 1000 + Int64(local.offset)) % 86_400 == 43_200, "\(day)")
      day = day.advanced(byDays: 1)
    }
  }

  @Test("are said with and without their weekday")
  func words() throws {
    let day = try #require(CalendarDay("2027-04-12"))
    #expect(DateWords.text(day) == "12 April 2027")
    #expect(DateWords.full(day) == "Monday, 12 April 2027")
    #expect(DateWords.month(12) == "December")
  }
}
