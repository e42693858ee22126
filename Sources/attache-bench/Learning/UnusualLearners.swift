import LearningModel
import QuizModel

/// Learners who forget three times as fast or as slowly as the published weights have it.
struct UnusualLearners {
  /// Learners a row.
  let learners: Int

  /// One row: how a forecast a week ahead did.
  struct Row: Encodable {
    /// What every true stability is multiplied by.
    let scale: Double
    /// Repeat answers that the forecast rests on, mean over learners.
    let repeats: Double
    /// Forecast less truth, mean over learners.
    let error: Double
    /// The mean of its absolute value.
    let distance: Double
    /// Both by the published curve alone.
    let errorWithout: Double
    let distanceWithout: Double
  }

  /// Some 100 repeat answers over ten days, then a forecast a week ahead.
  func run() -> [Row] {
    [1.0 / 3, 1, 3].map { scale in
      let results = inParallel(learners) { UnusualLearners.learner($0, scale: scale) }
      let count = Double(learners)
      return Row(
        scale: scale,
        repeats: results.reduce(0) { $0 + $1.repeats } / count,
        error: results.reduce(0) { $0 + $1.with } / count,
        distance: results.reduce(0) { $0 + abs($1.with) } / count,
        errorWithout: results.reduce(0) { $0 + $1.without } / count,
        distanceWithout: results.reduce(0) { $0 + abs($1.without) } / count
      )
    }
  }

  private static func learner(
    _ number: Int,
    scale: Double
  ) -> (with: Double, without: Double, repeats: Double) {
    let cell = LearningCell(facts: 40, days: 10, perDay: 14)
    var random = SplitMix64(seed: StableHash(of: "unusual/\(number)").value)
    var truth = FSRSTruth(weights: MemoryWeights(), facts: cell.facts, scale: scale)
    var strategy = RandomOrder(cell: cell, random: SplitMix64(seed: random.next()))
    var memory = LearnerMemory()
    for day in 0..<cell.days {
      let now = cell.time(day)
      for fact in strategy.choose(day: day, count: cell.perDay) {
        let knew = random.unit() < truth.recall(fact, at: now)
        let isRight = random.unit() < cell.guess || knew
        truth.study(fact, knew: knew, at: now)
        memory.take(
          LearnerMemory.Evidence(
            fact: fact,
            group: 0,
            difficulty: 0,
            isRight: isRight,
            guess: cell.guess,
            day: now
          )
        )
      }
    }
    let day = Double(cell.days) + 7
    let curve = ForgettingBelief(memory.evidence)
    let asked = (0..<cell.facts).filter { memory.memory(of: $0) != nil }
    var with = 0.0
    var without = 0.0
    for fact in asked {
      guard let state = memory.memory(of: fact) else { continue }
      let elapsed = state.elapsed(until: day)
      let known = truth.recall(fact, at: day)
      let believed = curve.hypotheses.reduce(0) {
        $0 + $1.weight * $1.curve.recall(stability: state.stability, elapsed: elapsed)
      }
      with += (believed - known) / Double(asked.count)
      without +=
        (ForgettingCurve.published.recall(stability: state.stability, elapsed: elapsed) - known)
        / Double(asked.count)
    }
    return (with, without, memory.evidence.total)
  }
}
