import LearningModel
import QuizModel

/// One simulated learner who practises for a day.
struct LearningSimulation {
  /// What came of it.
  struct Outcome: Sendable {
    /// The mean true chance of recall on the day.
    var known = 0.0
    /// The share recalled in one draw from these chances.
    var recalled = 0.0
    /// Questions asked.
    var asked = 0
    /// What was foretold after the last questions, where the strategy foretells.
    var forecast: Forecast?
    /// What was foretold at half-time.
    var halfway: Forecast?
  }

  let truth: TruthKind
  let cell: LearningCell
  /// The learner's number, which decides everything that is drawn.
  let learner: Int

  /// Practises.
  ///
  /// A fact is known with its true chance of recall, guessed with the rest; its answer is read in
  /// any case. The draws of a fact's nth question are the same under every strategy.
  func run(_ strategy: any Strategy) -> Outcome {
    var random = SplitMix64(seed: StableHash(of: "\(truth.rawValue)/\(learner)").value)
    var memory = truth.memory(facts: cell.facts, random: &random)
    let seed = random.next()
    var strategy = strategy
    var asks = [UInt64](repeating: 0, count: cell.facts)
    var outcome = Outcome()
    for day in 0..<cell.days {
      if day == cell.days / 2 {
        outcome.halfway = (strategy as? PlannerStrategy)?.forecast(before: day)
      }
      let now = cell.time(day)
      for fact in strategy.choose(day: day, count: cell.perDay) {
        asks[fact] += 1
        var draw = SplitMix64(seed: seed &+ UInt64(fact) &* 1_000_003 &+ asks[fact] &* 7_368_787)
        let knew = draw.unit() < memory.recall(fact, at: now)
        let isRight = draw.unit() < cell.guess || knew
        memory.study(fact, knew: knew, at: now)
        strategy.note(fact, isRight: isRight, day: day)
        outcome.asked += 1
      }
    }
    outcome.forecast = (strategy as? PlannerStrategy)?.lastForecast
    let recalls = (0..<cell.facts).map { memory.recall($0, at: cell.exam) }
    outcome.known = recalls.reduce(0, +) / Double(cell.facts)
    outcome.recalled = Double(recalls.count { random.unit() < $0 }) / Double(cell.facts)
    return outcome
  }
}
