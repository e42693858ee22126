/// A date of ISO 8601 with reduced precision: a year, a month of a year, or a day.
package struct PartialDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year, 1 to 9999.
  package let year: Int
  /// The month, 1 to 12, where it is known.
  package let month: Int?
  /// The day, 1 to 31, where it is known.
  package let day: Int?

  /// Reads `1958`, `1958-09` or `1958-09-25`.
  ///
  /// - Returns: `nil` for other shapes and for days that no calendar has.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count),
      zip(parts, widths).allSatisfy({ part, width in
        part.utf8.count == width && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }),
      let year = Int(parts[0]), year > 0
    else { return nil }
    let month = parts.count > 1 ? Int(parts[1]) : nil
    let day = parts.count > 2 ? Int(parts[2]) : nil
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard (1...CalendarDay.days(inMonth: month, of: year)).contains(day) else { return nil }
      }
    }
    self.year = year
    self.month = month
    self.day = day
  }

  private init(year: Int, month: Int?) {
    self.year = year
    self.month = month
    day = nil
  }

  /// The date with one step less of precision; `nil` for a year.
  package var shortened: PartialDate? {
    if day != nil { return PartialDate(year: year, month: month) }
    return month == nil ? nil : PartialDate(year: year, month: nil)
  }

  /// The whole months from one date to another; an unknown month counts as January.
  package func months(until later: PartialDate) -> Int {
    (later.year - year) * 12 + (later.month ?? 1) - (month ?? 1)
  }

  /// The ISO form.
  package var description: String {
    let numbers = [year, month, day].compactMap { $0 }
    return zip(numbers, [4, 2, 2]).map { number, width in
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }.joined(separator: "-")
  }

  /// Orders by time, the less precise first.
  package static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }
}

extension PartialDate {
  /// The calendar day of a moment, in the zone that it carries.
  package init(_ moment: LocalInstant) {
    self.init(CalendarDay(moment))
  }

  /// A day, as the most precise date there is.
  package init(_ day: CalendarDay) {
    let parts = day.parts
    year = parts.year
    month = parts.month
    self.day = parts.day
  }
}
