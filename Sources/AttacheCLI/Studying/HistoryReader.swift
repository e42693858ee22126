import Foundation
import LearningModel
import QuestionBank
import QuizModel
import ScoreStore

/// Brings a learner's memory up to date with the log.
///
/// What is kept beside the log is a cache: dropped, everything is replayed, to the same bits.
struct HistoryReader {
  let log: ScoreLog
  let bank: QuestionBank
  let catalogue: FactCatalogue

  /// The model's version: memories kept by another one are replayed.
  private static let model = "1"
  /// So many answers are replayed faster than a memory is read.
  private static let worthKeeping = 20_000

  /// A learner's history.
  ///
  /// - Parameters:
  ///   - learner: Any id of the person.
  ///   - now: What is later is left out.
  /// - Returns: Everything that follows from the answers up to now.
  /// - Throws: What the log throws.
  func history(of learner: LearnerID, now: Instant) throws(ScoreStoreError) -> LearnerHistory {
    let kept = try log.reviewHistory(
      of: learner,
      in: bank.description.id,
      key: key,
      now: now
    )
    var history = LearnerHistory(catalogue: catalogue)
    var taken = TakenReviews()
    if let checkpoint = kept.checkpoint, let memory = HistoryReader.decoded(checkpoint) {
      (history, taken) = (memory, checkpoint.taken)
    } else if kept.checkpoint != nil {
      return try replayed(learner, now: now)
    }
    for review in kept.reviews where !review.isFromTheFuture {
      history.take(review, in: catalogue)
      taken.take(review.place)
    }
    if kept.reviews.count >= HistoryReader.worthKeeping {
      keep(history, taken: taken, of: learner)
    }
    return history
  }

  private func replayed(
    _ learner: LearnerID,
    now: Instant
  ) throws(ScoreStoreError) -> LearnerHistory {
    var history = LearnerHistory(catalogue: catalogue)
    try log.forEachReview(of: learner, in: bank.description.id, now: now) { review in
      history.take(review, in: catalogue)
    }
    return history
  }

  /// Facts go by number, so that a memory holds for one content of the bank alone.
  private var key: String {
    var hash = StableHash(of: HistoryReader.model)
    hash.update(programVersion)
    for entry in catalogue.entries { hash.update(entry.id.description) }
    return hash.hexadecimal
  }

  private static func decoded(_ checkpoint: Checkpoint) -> LearnerHistory? {
    try? JSONDecoder().decode(LearnerHistory.self, from: Data(checkpoint.payload))
  }

  private func keep(_ history: LearnerHistory, taken: TakenReviews, of learner: LearnerID) {
    // A cache that cannot be written costs time, nothing else.
    guard let payload = try? JSONEncoder().encode(history) else { return }
    _ = try? log.saveCheckpoint(
      Checkpoint(taken: taken, payload: Array(payload)),
      of: learner,
      in: bank.description.id,
      key: key
    )
  }
}
