extension Planner {
  /// How many curves a course is played along.
  private static let courseCurves = 3

  /// The shares that will be known at several moments if the daily questions are kept up.
  ///
  /// Played once along each of a few curves, from one moment on to the next.
  ///
  /// - Parameters:
  ///   - days: The moments, ascending, in days since 1970-01-01 00:00 UTC.
  ///   - now: The moment of today's questions.
  ///   - approach: From ``approach(at:)``.
  ///   - group: Places in ``facts``, of which the share is told.
  ///   - askedToday: Whether today's questions have been asked already.
  /// - Returns: A share from 0 to 1 for each moment.
  package func courseIfKept(
    at days: [Double],
    from now: Double,
    by approach: Approach,
    of group: [Int],
    askedToday: Bool = false
  ) -> [Double] {
    var sums = Array(repeating: 0.0, count: days.count)
    for (number, curve) in belief.quantiles(Planner.courseCurves).enumerated() {
      var projection = Projection(
        facts: facts,
        prospect: prospect,
        truth: curve,
        seed: UInt64(number) + 2
      )
      let truth = Prospect(update: update, curve: curve, guess: guess)
      let start = askedToday ? now + 1 : now
      var next = start
      for (place, day) in days.enumerated() {
        let more = Planner.daysLeft(from: next, to: day)
        projection.play(
          approach,
          from: next,
          days: more,
          perDay: perDay,
          for: Aim(departure ?? day, from: start)
        )
        next += Double(more)
        sums[place] +=
          Forecast.moments(group.map { truth.recall(projection.facts[$0], at: day) })
          .mean
      }
    }
    return sums.map { $0 / Double(Planner.courseCurves) }
  }

  private var departure: Double? {
    if case .day(let departure) = goal { departure } else { nil }
  }
}
