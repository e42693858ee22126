/// Chooses what is asked, and foretells what will be known.
package struct Planner: Sendable {
  /// What is aimed at.
  package enum Goal: Hashable, Sendable {
    /// To know as much as possible at a moment, in days since 1970-01-01 00:00 UTC.
    case day(Double)
    /// To keep the chance of recall above a level, 0.7 to 0.97.
    case retention(Double)
  }

  /// The facts, in the order in which new ones come.
  package let facts: [PlannedFact]
  /// What is aimed at.
  package let goal: Goal
  /// Questions a day, 1 or more.
  package let perDay: Int
  /// How the learner is believed to forget.
  package let belief: ForgettingBelief
  /// How answers change memory.
  package let update: GuessAwareUpdate
  /// The chance of a lucky guess in the questions to come.
  package let guess: Double
  /// How many curves a forecast is played along.
  private static let curves = 5

  /// A planner for one learner.
  ///
  /// - Parameters:
  ///   - facts: The facts, in the order in which new ones come.
  ///   - memory: What is believed of the learner.
  ///   - goal: What is aimed at.
  ///   - perDay: Questions a day; values below 1 count as 1.
  ///   - guess: The chance of a lucky guess in the questions to come, 0 to 1/2.
  ///   - belief: What follows from the memory's evidence, where it has been worked out already.
  package init(
    facts: [PlannedFact],
    memory: LearnerMemory,
    goal: Goal,
    perDay: Int,
    guess: Double = 1.0 / 3,
    belief: ForgettingBelief? = nil
  ) {
    self.facts = facts
    self.goal = goal
    self.perDay = max(1, perDay)
    self.guess = guess
    self.belief = belief ?? ForgettingBelief(memory.evidence)
    update = memory.update
  }

  /// What asking a fact brings, as far as is believed.
  package var prospect: Prospect {
    Prospect(update: update, curve: belief.middle, guess: guess)
  }

  /// Which way of choosing is best from now on.
  ///
  /// Each way is played forward to the day, and the one that ends highest is taken.
  package func approach(at now: Double) -> Approach {
    switch goal {
    case .retention(let level): return .maintain(level)
    case .day(let day):
      let days = Planner.daysLeft(from: now, to: day)
      guard days > 3 else { return .raise }
      let expected = inParallel(Approach.withDay.count) { number in
        let end = played(
          Approach.withDay[number],
          truth: belief.middle,
          from: now,
          days: days,
          for: day,
          seed: 1
        )
        return Forecast.moments(end.map { prospect.recall($0, at: day) }).mean
      }
      let best = expected.max() ?? 0
      return zip(Approach.withDay, expected).first { $0.1 == best }?.0 ?? .raise
    }
  }

  /// The facts to ask next, the best first.
  ///
  /// - Parameters:
  ///   - count: How many questions there are to be.
  ///   - spare: How many facts more are named, for those that cannot be asked now.
  ///   - now: The moment.
  ///   - approach: From ``approach(at:)``.
  /// - Returns: Places in ``facts``; fewer than wanted where no more is due or new.
  package func next(
    _ count: Int,
    spare: Int = 0,
    at now: Double,
    by approach: Approach
  ) -> [Int] {
    approach.picks(
      min(count, facts.count) + min(spare, facts.count),
      from: QuestionChoice(facts: facts, prospect: prospect, now: now),
      for: Aim(aim(from: now), from: now),
      repeats: Approach.repeats(of: count)
    )
  }

  /// What the coming days hold if the daily questions are kept up.
  ///
  /// - Parameters:
  ///   - days: How many days, 0 or more; not beyond the day aimed at.
  ///   - now: The moment of the first day's questions.
  ///   - approach: From ``approach(at:)``.
  /// - Returns: A day each.
  package func days(_ days: Int, from now: Double, by approach: Approach) -> [PlannedDay] {
    let day = aim(from: now)
    var wanted = days
    if case .day = goal { wanted = min(days, Planner.daysLeft(from: now, to: day)) }
    var projection = Projection(
      facts: facts,
      prospect: prospect,
      truth: belief.middle,
      seed: 1
    )
    projection.play(
      approach,
      from: now,
      days: wanted,
      perDay: perDay,
      for: Aim(day, from: now),
      mostSteps: wanted
    )
    return projection.steps
  }

  /// The days with questions that are left, today included.
  package static func daysLeft(from now: Double, to day: Double) -> Int {
    // No calendar of this program is longer, and a further day is no number of days.
    Int(min(10_000_000, max(0, (day - now).rounded(.up))))
  }

  /// The day that gains are weighed for.
  private func aim(from now: Double) -> Double {
    switch goal {
    case .day(let day): max(now, day)
    case .retention: now + Approach.horizon
    }
  }

  private func played(
    _ approach: Approach,
    truth: ForgettingCurve,
    from now: Double,
    days: Int,
    for day: Double,
    seed: UInt64
  ) -> [PlannedFact] {
    var projection = Projection(facts: facts, prospect: prospect, truth: truth, seed: seed)
    projection.play(
      approach,
      from: now,
      days: days,
      perDay: perDay,
      for: Aim(day, from: now)
    )
    return projection.facts
  }
}

extension Planner {
  /// What will be known at a moment if nothing more is asked.
  ///
  /// - Parameters:
  ///   - day: The moment.
  ///   - groups: Sets of places in ``facts``, such as topics; one forecast each.
  /// - Returns: A forecast of everything, and one of each group.
  package func forecast(
    at day: Double,
    groups: [[Int]] = []
  ) -> (all: Forecast, groups: [Forecast]) {
    summed(belief.hypotheses.map { ($0.weight, $0.curve, facts) }, at: day, groups: groups)
  }

  /// What will be known at a moment if the daily questions are kept up.
  ///
  /// - Parameters:
  ///   - day: The moment.
  ///   - now: The moment of today's questions.
  ///   - groups: Sets of places in ``facts``, such as topics; one forecast each.
  ///   - askedToday: Whether today's questions have been asked already.
  ///   - known: How questions are chosen, where that has been worked out already.
  /// - Returns: A forecast of everything, and one of each group.
  package func forecastIfKept(
    at day: Double,
    from now: Double,
    groups: [[Int]] = [],
    askedToday: Bool = false,
    by known: Approach? = nil
  ) -> (all: Forecast, groups: [Forecast]) {
    let start = askedToday ? now + 1 : now
    let days = Planner.daysLeft(from: start, to: day)
    let approach = known ?? approach(at: start)
    let curves = belief.quantiles(Planner.curves)
    let endings = inParallel(curves.count) { number in
      let end = played(
        approach,
        truth: curves[number],
        from: start,
        days: days,
        for: day,
        seed: UInt64(number) + 2
      )
      return (1.0, curves[number], end)
    }
    return summed(endings, at: day, groups: groups)
  }

  /// The share that will be known at a moment if the daily questions are kept up, without its band.
  ///
  /// Played once along one curve and by one approach: for comparing plans with each other.
  ///
  /// - Parameters:
  ///   - day: The moment.
  ///   - now: The moment of today's questions.
  ///   - approach: How questions are chosen.
  ///   - askedToday: Whether today's questions have been asked already.
  /// - Returns: 0 to 1.
  package func expectedIfKept(
    at day: Double,
    from now: Double,
    by approach: Approach,
    askedToday: Bool = false
  ) -> Double {
    let start = askedToday ? now + 1 : now
    let days = Planner.daysLeft(from: start, to: day)
    let end = played(
      approach,
      truth: belief.middle,
      from: start,
      days: days,
      for: day,
      seed: 1
    )
    return Forecast.moments(end.map { prospect.recall($0, at: day) }).mean
  }

  private func summed(
    _ beliefs: [(Double, ForgettingCurve, [PlannedFact])],
    at day: Double,
    groups: [[Int]]
  ) -> (all: Forecast, groups: [Forecast]) {
    var all: [(weight: Double, mean: Double, variance: Double)] = []
    var parts = groups.map { _ in all }
    for (weight, curve, facts) in beliefs {
      let prospect = Prospect(update: update, curve: curve, guess: guess)
      let recalls = facts.map { prospect.recall($0, at: day) }
      let moments = Forecast.moments(recalls)
      all.append((weight, moments.mean, moments.variance))
      for (place, group) in groups.enumerated() {
        let moments = Forecast.moments(group.map { recalls[$0] })
        parts[place].append((weight, moments.mean, moments.variance))
      }
    }
    return (Forecast(beliefs: all), parts.map { Forecast(beliefs: $0) })
  }
}
