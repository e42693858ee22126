import FoundationEssentials
package import LearningModel
package import QuizModel

/// Brings a learner's memory up to date with the answers.
///
/// What is kept beside the answers is a cache: dropped, everything is replayed, to the same bits.
package struct HistoryReader {
  private let answers: any AnswerHistory
  private let bank: String
  private let catalogue: FactCatalogue
  private let program: String
  /// How many answers are replayed before it is worth keeping what came of them: fewer are replayed
  /// faster than a memory is read.
  var worthKeeping = 2_000

  /// The model's version: memories kept by another one are replayed.
  private static let model = "2"

  /// A reader of the answers to one bank.
  ///
  /// - Parameters:
  ///   - answers: Where the answers are, and what is kept of them.
  ///   - bank: The identity of the bank that they are of, its `id`.
  ///   - catalogue: Its facts.
  ///   - program: The program's version: memories kept by another one are replayed.
  package init(
    answers: any AnswerHistory,
    bank: String,
    catalogue: FactCatalogue,
    program: String
  ) {
    self.answers = answers
    self.bank = bank
    self.catalogue = catalogue
    self.program = program
  }

  /// A learner's history.
  ///
  /// - Parameters:
  ///   - learner: Any id of the person.
  ///   - now: What is later is left out.
  /// - Returns: Everything that follows from the answers up to now.
  /// - Throws: What keeps the answers throws.
  package func history(of learner: LearnerID, now: Instant) throws -> LearnerHistory {
    let kept = try answers.reviewHistory(of: learner, in: bank, key: key, now: now)
    var history = LearnerHistory(catalogue: catalogue)
    var taken = TakenReviews()
    var replayed = 0
    func take(_ review: Review) {
      guard !review.isFromTheFuture else { return }
      history.take(review, in: catalogue)
      taken.take(review.place)
      replayed += 1
    }
    if let checkpoint = kept.checkpoint {
      if let memory = decoded(checkpoint) {
        (history, taken) = (memory, checkpoint.taken)
        kept.reviews.forEach(take)
      } else {
        // What cannot be read is no reason to go without: everything is replayed.
        try answers.forEachReview(of: learner, in: bank, after: nil, now: now, take)
      }
    } else {
      kept.reviews.forEach(take)
    }
    if replayed >= worthKeeping { keep(history, taken: taken, of: learner) }
    return history
  }

  /// What a memory that is kept depends on besides the answers: facts go by number, so that it holds
  /// for one content of the bank alone.
  var key: String {
    var hash = StableHash(of: HistoryReader.model)
    hash.update(program)
    hash.update(catalogue.fingerprint)
    return hash.hexadecimal
  }

  private func decoded(_ checkpoint: Checkpoint) -> LearnerHistory? {
    let data = Data(checkpoint.payload)
    guard let history = try? JSONDecoder().decode(LearnerHistory.self, from: data),
      history.trails.count == catalogue.entries.count
    else { return nil }
    return history
  }

  private func keep(_ history: LearnerHistory, taken: TakenReviews, of learner: LearnerID) {
    // A cache that cannot be written costs time, nothing else.
    guard let payload = try? JSONEncoder().encode(history) else { return }
    let checkpoint = Checkpoint(taken: taken, payload: Array(payload))
    try? answers.keep(checkpoint, of: learner, in: bank, key: key)
  }
}
