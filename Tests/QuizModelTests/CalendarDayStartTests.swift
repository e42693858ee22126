import Foundation
import QuizModel
import Testing

/// When days begin where clocks are changed.
@Suite("The beginnings of days")
struct CalendarDayStartTests {
  /// Whether a moment is the first one of a day by a clock.
  private func begins(_ day: CalendarDay, at start: Instant, _ offset: (Instant) -> Int) -> Bool {
    func local(_ instant: Instant) -> CalendarDay {
      CalendarDay(LocalInstant(instant: instant, zone: "Some/Where", offset: offset(instant)))
    }
    return local(start) == day
      && local(start.advanced(byMilliseconds: -1)) == day.advanced(byDays: -1)
  }

  @Test("are 24 hours apart where nothing is changed", arguments: 0..<20)
  func fixedOffsets(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let offset = random.below(28 * 3_600 + 1) - 14 * 3_600
      let day = CalendarDay(number: random.below(60_000) - 20_000)
      let start = day.start { _ in offset }
      #expect(begins(day, at: start) { _ in offset }, "\(day) \(offset)")
      let next = day.advanced(byDays: 1).start { _ in offset }
      #expect(next.milliseconds(since: start) == 86_400_000)
    }
  }

  @Test("are found across a change of the clocks at any time of the day", arguments: 0..<30)
  func changes(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let base = (random.below(97) - 48) * 900
      let shift = [1_800, 3_600, -1_800, -3_600][random.below(4)]
      let day = CalendarDay(number: random.below(40_000))
      // At a quarter of an hour of the day, of that before it or of that after it.
      let quarter = Int64(random.below(3 * 96) - 96)
      let midnight = day.noon(offset: base).advanced(byMilliseconds: -43_200_000)
      let change = midnight.advanced(byMilliseconds: quarter * 900_000)
      let offset = { (instant: Instant) in instant < change ? base : base + shift }
      let start = day.start(offsetAt: offset)
      #expect(begins(day, at: start, offset), "\(day) \(base) \(shift) \(quarter)")
    }
  }

  @Test("are those of the first of two midnights, and follow a midnight that is left out")
  func midnights() throws {
    let day = try #require(CalendarDay("2026-11-01"))
    let base = -5 * 3_600
    let midnight = day.noon(offset: base).advanced(byMilliseconds: -43_200_000)
    // From 01:00 back to 00:00, as in Havana.
    let first = day.start { $0 < midnight ? base + 3_600 : base }
    #expect(first == midnight.advanced(byMilliseconds: -3_600_000))
    // From 00:00 on to 01:00, as in Beirut.
    let after = day.start { $0 < midnight ? base : base + 3_600 }
    #expect(after == midnight)
  }

  @Test(
    "are the first moments of every day in zones of the world",
    arguments: [
      "Europe/Berlin", "America/New_York", "America/Havana", "America/Sao_Paulo", "Africa/Cairo",
      "Asia/Beirut", "Asia/Pyongyang", "Australia/Lord_Howe", "America/Santiago", "Asia/Tehran",
      "Africa/Casablanca", "Asia/Kathmandu", "Atlantic/Azores", "Pacific/Chatham", "UTC",
    ]
  )
  func zones(_ name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    let offset = { (instant: Instant) in
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    }
    var day = try #require(CalendarDay("2015-01-01"))
    var last = day.advanced(byDays: -1).start(offsetAt: offset)
    while day.parts.year < 2027 {
      let start = day.start(offsetAt: offset)
      #expect(begins(day, at: start, offset), "\(day)")
      #expect(start > last)
      last = start
      day = day.advanced(byDays: 1)
    }
  }
}
