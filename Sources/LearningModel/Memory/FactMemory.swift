import QuizModel

/// What is believed of one learner's memory of one fact.
package struct FactMemory: Hashable, Sendable, Codable {
  /// Days until the chance of recall has fallen to 90 %, 0.001 or more.
  package var stability: Double
  /// How hard the fact is for this learner, 1 to 10.
  package var difficulty: Double
  /// When it was last answered, in days since 1970-01-01 00:00 UTC.
  package var lastAnswered: Double

  /// A memory from its parts.
  package init(stability: Double, difficulty: Double, lastAnswered: Double) {
    self.stability = stability
    self.difficulty = difficulty
    self.lastAnswered = lastAnswered
  }

  /// Days since the last answer, 0 or more also where a clock was set back.
  ///
  /// - Parameter day: Days since 1970-01-01 00:00 UTC.
  /// - Returns: 0 or more, to the millisecond.
  package func elapsed(until day: Double) -> Double {
    // The difference of two moments is off by their last digits, and 24 hours must not come out as
    // less than a day; the log's clock counts milliseconds.
    max(0, ((day - lastAnswered) * Instant.dayLength).rounded() / Instant.dayLength)
  }
}
