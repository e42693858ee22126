import LearningModel
import QuizModel

/// FSRS-6 as the truth.
struct FSRSTruth: TrueMemory {
  private let model: FSRS
  private var memories: [FactMemory?]
  /// Multiplies every stability when recall is read.
  private let scale: Double

  /// A memory with weights of its own.
  ///
  /// - Parameters:
  ///   - weights: The weights.
  ///   - facts: How many facts there are.
  ///   - scale: What every stability is multiplied by when recall is read.
  init(weights: MemoryWeights, facts: Int, scale: Double = 1) {
    model = FSRS(weights: weights)
    memories = Array(repeating: nil, count: facts)
    self.scale = scale
  }

  func recall(_ fact: Int, at day: Double) -> Double {
    guard let memory = memories[fact] else { return 0 }
    return model.retrievability(
      stability: memory.stability * scale,
      elapsed: memory.elapsed(until: day)
    )
  }

  mutating func study(_ fact: Int, knew: Bool, at day: Double) {
    let rating = knew ? Rating.good : .again
    memories[fact] =
      memories[fact].map { model.next($0, rating: rating, on: day) }
      ?? model.first(rating, on: day)
  }
}

extension MemoryWeights {
  /// The published weights, each spread log-normally.
  ///
  /// The stability after a first answer that was not known is doubled before, so that a fact learnt
  /// once is recalled in some 83 of 100 cases a day later.
  ///
  /// - Parameters:
  ///   - deviation: Of the logarithm of each weight.
  ///   - random: Decides.
  /// - Returns: Weights of one learner.
  static func spread(_ deviation: Double, random: inout SplitMix64) -> MemoryWeights {
    var weights = MemoryWeights()
    weights.firstAgain *= 2
    let paths: [WritableKeyPath<MemoryWeights, Double>] = [
      \.firstAgain, \.firstHard, \.firstGood, \.firstEasy, \.firstDifficulty,
      \.firstDifficultySlope, \.difficultyStep, \.difficultyReversion, \.recallGrowth,
      \.recallSaturation, \.recallSpacing, \.lapseLevel, \.lapseDifficulty, \.lapseStability,
      \.lapseSpacing, \.hardPenalty, \.easyBonus, \.sameDayStrength, \.sameDayOffset,
      \.sameDaySaturation, \.decay,
    ]
    for path in paths { weights[keyPath: path] *= random.spread(deviation) }
    weights.firstDifficulty = min(10, weights.firstDifficulty)
    return weights
  }
}
