import LearningModel

/// The ends of what a memory may hold, which no calculation may break on.
enum Extremes {
  /// Days.
  static let stabilities = [FSRS.leastStability, 0.01, 0.212, 1, 2.3065, 100, 36_500, 1e7]
  static let difficulties = [1.0, 5, 10]
  /// Days since the last answer.
  static let elapsed = [0, 1e-8, 0.5, 0.999_999, 1, 1.5, 30, 36_500, 1e6]

  static let memories = stabilities.flatMap { stability in
    difficulties.map { difficulty in
      FactMemory(stability: stability, difficulty: difficulty, lastAnswered: 20_000.25)
    }
  }
}

extension FactMemory {
  /// Whether all of it is finite and within what its documentation says.
  var isSound: Bool {
    stability.isFinite && stability >= FSRS.leastStability && (1...10).contains(difficulty)
      && lastAnswered.isFinite
  }
}
