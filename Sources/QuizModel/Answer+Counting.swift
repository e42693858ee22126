/// What of an answer is counted.
///
/// The log keeps what a file brought, also numbers that no game could have written; sums and
/// calendars must not break on them.
extension Answer {
  /// The points that are added up, 0 to 1,000,000.
  package var countedPoints: Int { min(max(points, 0), 1_000_000) }

  /// Milliseconds from showing to answering, 0 to those of a day.
  package var countedTaken: Int { min(max(taken, 0), 86_400_000) }

  /// Seconds east of UTC, at most a day.
  package var countedOffset: Int { min(max(shownAt.offset, -86_400), 86_400) }
}
