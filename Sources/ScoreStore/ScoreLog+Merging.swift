import FoundationEssentials
import GRDB
package import QuizModel

/// What became of records that came from elsewhere.
package struct MergeReport: Hashable, Sendable {
  /// Records that are new here.
  package var added = 0
  /// Records that were here before.
  package var known = 0
  /// Records of learners who are forgotten, which were not let in.
  package var refused = 0
  /// What was erased because the records told of learners who want to be forgotten.
  package var erasure: ErasureReport?
}

extension ScoreLog {
  /// Takes in records of another log, in any order; those that are here already change nothing.
  ///
  /// A record of a forgotten learner is not let in, and one that forgets a learner erases them.
  @discardableResult
  package func insert(
    _ records: some Sequence<StoredRecord>
  ) throws(ScoreStoreError) -> MergeReport {
    let coder = RecordCoder()
    let (report, erased) = try writing { db in try insert(records, coder: coder, in: db) }
    guard !erased.isEmpty else { return report }
    var complete = report
    complete.erasure = try finishErasure(of: erased)
    return complete
  }

  /// Takes in records of another log.
  @discardableResult
  package func insert(
    _ records: some Sequence<QuizModel.Record>
  ) throws(ScoreStoreError) -> MergeReport {
    let coder = RecordCoder()
    return try insert(attempt { try records.map { try StoredRecord($0, coder: coder) } })
  }

  /// Takes in records within a transaction.
  ///
  /// - Returns: What became of them, and who is newly forgotten.
  func insert(
    _ records: some Sequence<StoredRecord>,
    coder: RecordCoder,
    in db: Database
  ) throws -> (report: MergeReport, erased: [LearnerID]) {
    var report = MergeReport()
    var erased: [LearnerID] = []
    var forgotten = try forgottenLearners(in: db)
    var caches = LogCaches(db, coder: coder)
    // Tombstones first, so that nothing is written only to be erased.
    let tombstones = records.filter { $0.kind == RecordKind.forgotten.rawValue }
    let others = records.filter { $0.kind != RecordKind.forgotten.rawValue }
    for stored in tombstones + others {
      if try stored.exists(in: db) {
        report.known += 1
        continue
      }
      let record = try? stored.decoded(by: coder)
      let owner = coder.owner(of: record?.body, payload: stored.payload)
      if let owner {
        if stored.kind == RecordKind.forgotten.rawValue {
          if forgotten.insert(owner).inserted { erased.append(owner) }
        } else if forgotten.contains(owner) {
          report.refused += 1
          continue
        }
      }
      let number = try stored.insert(in: db, owner: owner)
      report.added += 1
      if let record { try caches.apply(record, number: number) }
    }
    for learner in erased { try erase(learner, in: db) }
    if !erased.isEmpty { caches.noteErasure() }
    try caches.finish()
    try keepSequenceAhead(in: db)
    return (report, erased)
  }

  private func forgottenLearners(in db: Database) throws -> Set<LearnerID> {
    let ids = try String.fetchAll(
      db,
      sql: """
        SELECT learner FROM records WHERE \(LogSchema.learnerKinds) AND kind = 'forgotten'
        """
    )
    return Set(try ids.map { LearnerID(try UUID(stored: $0)) })
  }

  /// Makes sure that this device never gives a place a second time.
  func keepSequenceAhead(in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE device SET next_sequence = max(next_sequence, 1 + ifnull(
          (SELECT max(sequence) FROM records WHERE records.device = device.device), 0))
        """
    )
  }
}

extension StoredRecord {
  /// Whether a record of this id is there.
  fileprivate func exists(in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM records WHERE id = ?)"),
      arguments: [id.uuid.uuidString]
    ) ?? false
  }
}
