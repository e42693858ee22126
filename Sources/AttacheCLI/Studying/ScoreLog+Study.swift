package import QuizModel
package import ScoreStore
import Study

extension ScoreLog: AnswerHistory {
  /// Keeps a memory, unless another program has written answers in between.
  package func keep(
    _ checkpoint: Checkpoint,
    of learner: LearnerID,
    in bank: String,
    key: String
  ) throws {
    try saveCheckpoint(checkpoint, of: learner, in: bank, key: key)
  }
}

extension ScoreLog: AnswerRecords {
  /// The latest answers of a person to some facts, each with the moment of its record.
  package func latestAnswers(
    of learner: LearnerID,
    to facts: [FactID],
    in bank: String,
    limit: Int
  ) throws -> [(given: Instant, answer: Answer)] {
    try answers(of: learner, to: facts, in: bank, limit: limit).map { ($0.instant, $0.answer) }
  }
}
