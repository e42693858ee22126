package import QuizModel

/// What reports tell of a person beyond what is remembered: single answers and notes.
///
/// Whoever keeps them may fail; such errors reach the caller as they are.
package protocol AnswerRecords {
  /// The facts that a person has answered, under the names that they had then.
  ///
  /// - Parameters:
  ///   - learner: Any id of the person.
  ///   - bank: The bank's identity, its `id`.
  /// - Returns: Each once.
  /// - Throws: What keeps the answers throws.
  func factsAnswered(by learner: LearnerID, in bank: String) throws -> Set<FactID>

  /// The latest answers of a person to some facts, without those taken back.
  ///
  /// - Parameters:
  ///   - learner: Any id of the person.
  ///   - facts: The facts, under every name that they have had.
  ///   - bank: The bank's identity, its `id`.
  ///   - limit: How many at most.
  /// - Returns: The first one first, each with the moment at which it was given; also those from the
  ///   future.
  /// - Throws: What keeps the answers throws.
  func latestAnswers(
    of learner: LearnerID,
    to facts: [FactID],
    in bank: String,
    limit: Int
  ) throws -> [(given: Instant, answer: Answer)]

  /// How many answers of a person are dated later than now, without those taken back.
  ///
  /// - Parameters:
  ///   - learner: Any id of the person.
  ///   - bank: The bank's identity, its `id`.
  ///   - now: The moment it is.
  /// - Returns: 0 or more.
  /// - Throws: What keeps the answers throws.
  func answersFromTheFuture(
    of learner: LearnerID,
    in bank: String,
    now: Instant
  ) throws -> Int

  /// The notes that a person left about items.
  ///
  /// - Parameters:
  ///   - learner: Any id of the person.
  ///   - bank: The bank's identity, its `id`.
  /// - Returns: The first one first, each with the moment at which it was left.
  /// - Throws: What keeps the answers throws.
  func flags(
    of learner: LearnerID,
    in bank: String
  ) throws -> [(left: Instant, flag: ItemFlag)]
}
