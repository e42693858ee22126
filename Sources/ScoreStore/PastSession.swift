package import QuizModel

/// One sitting as the history tells it.
package struct PastSession: Codable, Hashable, Sendable {
  /// How it began: who, which bank, which topics, how many questions.
  package let opening: SessionOpening
  /// Who sat, under the name of today.
  package let learner: Learner
  /// When it began.
  package let opened: Instant
  /// When it ended; `nil` if it was cut off or still goes on.
  package let closed: Instant?
  /// How it ended.
  package let reason: SessionClosing.Reason?
  /// Answers that were not taken back.
  package let answers: Int
  /// How many of them were right.
  package let right: Int
  /// What they earned.
  package let points: Int
  /// Whether it began later than now, by a clock that was wrong.
  package let isFromTheFuture: Bool
}

/// One answer as the history tells it.
package struct AnswerEntry: Codable, Hashable, Sendable {
  /// The record of the answer.
  package let record: RecordID
  /// When it was written.
  package let instant: Instant
  /// What was asked and done.
  package let answer: Answer
  /// Whether it was taken back.
  package let isRetracted: Bool
}
