import Glibc

/// FSRS-6: how stability and difficulty follow from rated answers, and recall from stability.
///
/// Formulas as in "The Algorithm", section FSRS-6, of the wiki of
/// open-spaced-repetition/awesome-fsrs. Elapsed time is in real days; under one day an answer
/// counts as of the same day. The package `fsrs` rounds down to whole days, so the two agree
/// where gaps are whole days or shorter than one.
package struct FSRS: Sendable {
  /// What the formulas are filled with.
  package let weights: MemoryWeights
  /// Chosen so that recall after one stability is 90 %.
  private let factor: Double
  private let growth: Double
  private let sameDayLapse: Double
  private let easyDifficulty: Double

  /// The lowest stability, in days.
  package static let leastStability = 0.001

  /// A model with these weights.
  package init(weights: MemoryWeights = MemoryWeights()) {
    self.weights = weights
    factor = pow(0.9, -1 / weights.decay) - 1
    growth = exp(weights.recallGrowth)
    sameDayLapse = exp(-weights.sameDayStrength * weights.sameDayOffset)
    easyDifficulty = weights.firstDifficulty - exp(weights.firstDifficultySlope * 3) + 1
  }

  /// The chance of recall.
  ///
  /// - Parameters:
  ///   - stability: In days, above 0.
  ///   - elapsed: Days since the last answer, 0 or more.
  /// - Returns: Above 0, up to 1.
  package func retrievability(stability: Double, elapsed: Double) -> Double {
    pow(1 + factor * elapsed / stability, -weights.decay)
  }

  /// The days after which the chance of recall has fallen to a wanted level.
  ///
  /// - Parameters:
  ///   - stability: In days.
  ///   - retention: Above 0, below 1.
  /// - Returns: Not rounded.
  package func interval(stability: Double, retention: Double) -> Double {
    stability / factor * (pow(retention, -1 / weights.decay) - 1)
  }

  /// The memory after a first answer.
  package func first(_ rating: Rating, on day: Double) -> FactMemory {
    let stability =
      switch rating {
      case .again: weights.firstAgain
      case .hard: weights.firstHard
      case .good: weights.firstGood
      case .easy: weights.firstEasy
      }
    let slope = weights.firstDifficultySlope * Double(rating.rawValue - 1)
    return FactMemory(
      stability: max(FSRS.leastStability, stability),
      difficulty: clamped(weights.firstDifficulty - exp(slope) + 1),
      lastAnswered: day
    )
  }

  /// The memory after a further answer.
  package func next(_ memory: FactMemory, rating: Rating, on day: Double) -> FactMemory {
    let elapsed = memory.elapsed(until: day)
    let stability =
      elapsed < 1
      ? sameDay(memory.stability, rating: rating)
      : rating == .again
        ? lapsed(memory, elapsed: elapsed) : recalled(memory, elapsed: elapsed, rating: rating)
    return FactMemory(
      stability: max(FSRS.leastStability, stability),
      difficulty: difficulty(after: rating, from: memory.difficulty),
      lastAnswered: max(day, memory.lastAnswered)
    )
  }

  private func sameDay(_ stability: Double, rating: Rating) -> Double {
    let strength = Double(rating.rawValue - 3) + weights.sameDayOffset
    let change =
      exp(weights.sameDayStrength * strength) * pow(stability, -weights.sameDaySaturation)
    return stability * (rating == .again ? change : max(1, change))
  }

  private func recalled(_ memory: FactMemory, elapsed: Double, rating: Rating) -> Double {
    let recall = retrievability(stability: memory.stability, elapsed: elapsed)
    let effort = rating == .hard ? weights.hardPenalty : rating == .easy ? weights.easyBonus : 1
    let gain =
      growth * (11 - memory.difficulty) * pow(memory.stability, -weights.recallSaturation)
      * (exp((1 - recall) * weights.recallSpacing) - 1)
    return memory.stability * (1 + gain * effort)
  }

  private func lapsed(_ memory: FactMemory, elapsed: Double) -> Double {
    let recall = retrievability(stability: memory.stability, elapsed: elapsed)
    let kept =
      weights.lapseLevel * pow(memory.difficulty, -weights.lapseDifficulty)
      * (pow(memory.stability + 1, weights.lapseStability) - 1)
      * exp((1 - recall) * weights.lapseSpacing)
    return min(kept, memory.stability * sameDayLapse)
  }

  private func difficulty(after rating: Rating, from difficulty: Double) -> Double {
    let step = -weights.difficultyStep * Double(rating.rawValue - 3)
    let moved = difficulty + (10 - difficulty) * step / 9
    let reversion = weights.difficultyReversion
    return clamped(reversion * easyDifficulty + (1 - reversion) * moved)
  }

  private func clamped(_ difficulty: Double) -> Double {
    min(10, max(1, difficulty))
  }
}
