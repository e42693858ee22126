import QuizModel

/// Days that have been, as a teacher types them: `2026-11-20`, `20 November 2026`, `today`.
enum ClassDay {
  /// The day that a text names.
  ///
  /// - Throws: What reading a date throws, or ``ClassCommandError/dayAhead(_:)``.
  static func day(_ text: String, today: CalendarDay) throws -> CalendarDay {
    let day: CalendarDay
    do throws(DateReading.Problem) {
      day = try DateReading.day(text, today: today)
    } catch {
      // A day that has passed is what is wanted here.
      guard case .past(let past, _) = error else { throw error }
      day = past
    }
    guard day <= today else { throw ClassCommandError.dayAhead(day) }
    return day
  }
}
