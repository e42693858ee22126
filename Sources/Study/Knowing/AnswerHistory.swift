package import QuizModel

/// The answers that a memory is made of, and the memory that is kept of them.
///
/// Whoever keeps them may fail; such errors reach the caller as they are.
package protocol AnswerHistory {
  /// The latest memory that was kept and still holds, and the answers after it.
  ///
  /// - Parameters:
  ///   - learner: Any id of the person.
  ///   - bank: The bank's identity, its `id`.
  ///   - key: What the memory depends on besides the answers.
  ///   - now: What is later is from the future; such a memory is passed over.
  /// - Returns: Both of one moment; all answers where no memory was kept.
  /// - Throws: What keeps the answers throws.
  func reviewHistory(
    of learner: LearnerID,
    in bank: String,
    key: String,
    now: Instant
  ) throws -> (checkpoint: Checkpoint?, reviews: [Review])

  /// Visits answers one by one, in the order in which every machine reads them.
  ///
  /// - Parameters:
  ///   - learner: Any id of the person.
  ///   - bank: The bank's identity, its `id`.
  ///   - place: Only what stands after it; `nil` for all.
  ///   - now: Tells what is from the future.
  ///   - body: Is given each answer, those from the future marked.
  /// - Throws: What keeps the answers throws.
  func forEachReview(
    of learner: LearnerID,
    in bank: String,
    after place: RecordPlace?,
    now: Instant,
    _ body: (Review) -> Void
  ) throws

  /// Keeps a memory for the next time.
  ///
  /// - Parameters:
  ///   - checkpoint: With at least one answer.
  ///   - learner: Any id of the person.
  ///   - bank: The bank's identity, its `id`.
  ///   - key: What the memory depends on besides the answers.
  /// - Throws: What keeps the answers throws.
  func keep(
    _ checkpoint: Checkpoint,
    of learner: LearnerID,
    in bank: String,
    key: String
  ) throws
}
