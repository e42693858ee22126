import FoundationEssentials
import GRDB
package import QuizModel

extension ScoreLog {
  /// The answers of a person to questions of a bank, without those taken back.
  ///
  /// A person is all ids that learners-are-one unites. Answers from the future, given by a clock
  /// that was wrong, are among them and marked.
  ///
  /// - Parameters:
  ///   - learner: Any id of the person.
  ///   - bank: The bank's identity, its `id`.
  ///   - place: Only what stands after it in the log; `nil` for all.
  ///   - now: Tells what is from the future.
  /// - Returns: In the order of the log, which every machine shares.
  /// - Throws: `locked` or `damaged`.
  package func reviews(
    of learner: LearnerID,
    in bank: String,
    after place: RecordPlace? = nil,
    now: Instant
  ) throws(ScoreStoreError) -> [Review] {
    try reading { db in try reviews(of: learner, in: bank, after: place, now: now, db) }
  }

  /// Visits the same answers one by one, for a person with very many.
  package func forEachReview(
    of learner: LearnerID,
    in bank: String,
    after place: RecordPlace? = nil,
    now: Instant,
    _ body: (Review) -> Void
  ) throws(ScoreStoreError) {
    try reading { db in
      var reader = try ReviewReader(db, now: now)
      let members = try memberNumbers(of: learner, in: db)
      try reader.forEach(of: members, in: bank, after: place, body)
    }
  }

  /// What a model of memory needs to know what a person knows of a bank now: the latest memory that
  /// was kept, and the answers after it.
  ///
  /// - Parameters:
  ///   - learner: Any id of the person.
  ///   - bank: The bank's identity, its `id`.
  ///   - key: What the memory depends on besides the answers: the model, the bank's version.
  ///   - now: What is later is from the future; such a memory is passed over.
  /// - Returns: Both of one state of the log; no memory to begin from nothing.
  /// - Throws: `locked` or `damaged`.
  package func reviewHistory(
    of learner: LearnerID,
    in bank: String,
    key: String,
    now: Instant
  ) throws(ScoreStoreError) -> (checkpoint: Checkpoint?, reviews: [Review]) {
    try reading { db in
      let checkpoint = try latestCheckpoint(of: learner, in: bank, key: key, now: now, db)
      let reviews = try reviews(
        of: learner,
        in: bank,
        after: checkpoint?.taken.last,
        now: now,
        db
      )
      return (checkpoint, reviews)
    }
  }

  /// The plan of a person that holds: the one set last, under whichever of their ids.
  ///
  /// - Returns: `nil` if none was ever set, or the last one was cleared: neither a day nor a number.
  /// - Throws: `locked` or `damaged`.
  package func plan(of learner: LearnerID) throws(ScoreStoreError) -> Plan? {
    let coder = RecordCoder()
    return try reading { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(StoredRecord.columns) FROM records
          WHERE \(LogSchema.learnerKinds) AND kind = 'plan-set'
            AND learner IN (\(ScoreLog.samePerson))
          ORDER BY instant DESC, device DESC, sequence DESC, id DESC
          """,
        arguments: [learner.uuid.text]
      )
      while let row = try rows.next() {
        let record = try? StoredRecord(row: row).decoded(by: coder)
        guard let record, case .planSet(let plan) = record.body else { continue }
        return plan.isCleared ? nil : plan
      }
      return nil
    }
  }

  private func reviews(
    of learner: LearnerID,
    in bank: String,
    after place: RecordPlace?,
    now: Instant,
    _ db: Database
  ) throws -> [Review] {
    var reviews: [Review] = []
    var reader = try ReviewReader(db, now: now)
    let members = try memberNumbers(of: learner, in: db)
    try reader.forEach(of: members, in: bank, after: place) { reviews.append($0) }
    return reviews
  }

  /// All ids of a person, as numbers of labels; those without a label have no answers.
  func memberNumbers(of learner: LearnerID, in db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: ScoreLog.samePersonNumbers,
      arguments: [learner.uuid.text]
    )
  }
}

extension Plan {
  /// Whether it plans nothing: how a plan is taken back.
  package var isCleared: Bool {
    departure == nil && questionsPerDay == nil && minutesPerDay == nil && retention == nil
  }
}
