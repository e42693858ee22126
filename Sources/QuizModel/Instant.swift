/// A moment, in milliseconds since 1970-01-01 00:00 UTC.
package struct Instant: Codable, Hashable, Sendable, Comparable {
  /// Milliseconds since the epoch; negative before it.
  package let milliseconds: Int64

  /// The moment a number of milliseconds after the epoch.
  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Reads one whole number.
  package init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Writes one whole number.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }

  /// The milliseconds from an earlier moment to this one.
  package func milliseconds(since earlier: Instant) -> Int64 {
    milliseconds - earlier.milliseconds
  }

  /// From the beginning of the year 1 to the end of 9999: what calendars hold.
  package static let calendar =
    Instant(milliseconds: -62_135_596_800_000)...Instant(milliseconds: 253_402_300_799_999)

  /// The moment, or the first or last one of ``calendar`` where it lies outside.
  package var withinCalendar: Instant {
    min(max(self, Instant.calendar.lowerBound), Instant.calendar.upperBound)
  }

  /// Milliseconds in a day of 24 hours.
  package static let dayLength = 86_400_000.0

  /// The moment in days of 24 hours since the epoch, as models of memory count.
  package var days: Double { Double(milliseconds) / Instant.dayLength }

  /// The moment a number of days of 24 hours later, rounded up; at most some thousand years away.
  package func advanced(byDays days: Double) -> Instant {
    let bounded = days.isNaN ? 0 : min(max(days, -1e6), 1e6)
    return advanced(byMilliseconds: Int64((bounded * Instant.dayLength).rounded(.up)))
  }

  /// The moment a number of milliseconds later.
  package func advanced(byMilliseconds offset: Int64) -> Instant {
    Instant(milliseconds: milliseconds + offset)
  }

  /// Orders by time.
  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

/// A moment as the learner's machine tells it: with the zone in force.
package struct LocalInstant: Codable, Hashable, Sendable {
  /// The moment.
  package let instant: Instant
  /// The IANA name of the zone, such as `Europe/Berlin`.
  package let zone: String
  /// Seconds east of UTC at that moment.
  package let offset: Int

  /// A moment in a zone.
  package init(instant: Instant, zone: String, offset: Int) {
    self.instant = instant
    self.zone = zone
    self.offset = offset
  }
}
