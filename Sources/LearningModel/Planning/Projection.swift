import QuizModel

/// Plays a way of studying forward, day by day, with answers drawn by chance.
///
/// The learner answers along one curve while questions are chosen along another, as in life, where
/// the planner does not know the truth. The same seed gives the same days.
package struct Projection: Sendable {
  /// The facts as they stand, later as they would stand.
  package private(set) var facts: [PlannedFact]
  /// How questions are chosen, and how answers change memory.
  private let prospect: Prospect
  /// How the learner really forgets, as far as this projection goes.
  private let truth: ForgettingCurve
  private var random: SplitMix64

  /// The questions of each step that was played: repeats, and facts asked for the first time.
  package private(set) var steps: [PlannedDay] = []

  /// Long times are played in steps of several days, at most so many.
  private static let mostSteps = 16

  /// A projection that starts from facts as they stand.
  package init(
    facts: [PlannedFact],
    prospect: Prospect,
    truth: ForgettingCurve,
    seed: UInt64
  ) {
    self.facts = facts
    self.prospect = prospect
    self.truth = truth
    random = SplitMix64(seed: seed)
  }

  /// Plays so many days.
  ///
  /// - Parameters:
  ///   - approach: How questions are chosen.
  ///   - now: The moment of the first day's questions.
  ///   - days: Days of questions, the first included, 0 or more.
  ///   - perDay: Questions a day.
  ///   - aim: The day aimed at.
  ///   - mostSteps: How many steps of several days there are at most; `nil` for what is usual.
  package mutating func play(
    _ approach: Approach,
    from now: Double,
    days: Int,
    perDay: Int,
    for aim: Aim,
    mostSteps: Int? = nil
  ) {
    guard days > 0 else { return }
    let steps = min(days, mostSteps ?? Projection.mostSteps)
    let wanted = min(perDay, facts.count)
    for step in 0..<steps {
      let first = step * days / steps
      let next = (step + 1) * days / steps
      // A step's questions fall on its days evenly; its middle stands for them.
      let moment = now + (Double(first) + Double(next - 1)) / 2
      let picks = approach.picks(
        min(wanted * (next - first), facts.count),
        from: QuestionChoice(facts: facts, prospect: prospect, now: moment),
        for: aim,
        repeats: min(Approach.repeats(of: wanted) * (next - first), facts.count)
      )
      let known = picks.count { facts[$0].memory != nil }
      self.steps.append(PlannedDay(known: known, new: picks.count - known))
      for place in picks { ask(place, at: moment) }
    }
  }

  private mutating func ask(_ place: Int, at moment: Double) {
    let fact = facts[place]
    let recall =
      fact.memory.map {
        truth.recall(stability: $0.stability, elapsed: $0.elapsed(until: moment))
      } ?? fact.prior
    let isRight = random.unit() < recall + (1 - recall) * prospect.guess
    facts[place].memory = prospect.memory(of: fact, isRight: isRight, on: moment)
  }
}
