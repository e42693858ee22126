import FoundationEssentials
import GRDB
package import QuizModel

extension ScoreLog {
  /// The answers of a person to some facts of a bank, without those taken back.
  ///
  /// - Parameters:
  ///   - learner: Any id of the person.
  ///   - facts: The facts, under every name that they have had.
  ///   - bank: The bank's identity, its `id`.
  ///   - limit: How many at most; the latest are told.
  /// - Returns: The first one first; also those from the future.
  /// - Throws: `locked` or `damaged`.
  package func answers(
    of learner: LearnerID,
    to facts: some Collection<FactID>,
    in bank: String,
    limit: Int
  ) throws(ScoreStoreError) -> [AnswerEntry] {
    guard !facts.isEmpty else { return [] }
    let coder = RecordCoder()
    let ids = facts.map(\.description)
    return try reading { db in
      let names = String(decoding: try JSONEncoder().encode(ids), as: UTF8.self)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT r.*, a.is_retracted FROM answers a JOIN records r ON r.number = a.record
          WHERE a.learner IN (\(ScoreLog.samePersonNumbers))
            AND a.bank = (SELECT number FROM labels WHERE label = ?2)
            AND a.fact IN (
              SELECT number FROM labels WHERE label IN (SELECT value FROM json_each(?3)))
            AND NOT a.is_retracted
          ORDER BY r.instant DESC, r.device DESC, r.sequence DESC, r.id DESC LIMIT ?4
          """,
        arguments: [learner.uuid.uuidString, bank, names, limit]
      )
      return try Array(rows.compactMap { row in try AnswerEntry(row: row, coder: coder) })
        .reversed()
    }
  }

  /// How many answers of a person to questions of a bank are dated later than now.
  ///
  /// - Parameters:
  ///   - learner: Any id of the person.
  ///   - bank: The bank's identity, its `id`.
  ///   - now: The moment it is.
  /// - Returns: 0 or more, without those taken back.
  /// - Throws: `locked` or `damaged`.
  package func answersFromTheFuture(
    of learner: LearnerID,
    in bank: String,
    now: Instant
  ) throws(ScoreStoreError) -> Int {
    try reading { db in
      let count = try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM answers
          WHERE learner IN (\(ScoreLog.samePersonNumbers))
            AND bank = (SELECT number FROM labels WHERE label = ?2)
            AND answered > ?3 AND NOT is_retracted
          """,
        arguments: [learner.uuid.uuidString, bank, now.milliseconds]
      )
      return count ?? 0
    }
  }

  /// The notes that a person left about items of a bank.
  ///
  /// - Parameters:
  ///   - learner: Any id of the person.
  ///   - bank: The bank's identity, its `id`.
  /// - Returns: The first one first, each with the moment at which it was left.
  /// - Throws: `locked` or `damaged`.
  package func flags(
    of learner: LearnerID,
    in bank: String
  ) throws(ScoreStoreError) -> [(left: Instant, flag: ItemFlag)] {
    let coder = RecordCoder()
    return try reading { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(StoredRecord.columns) FROM records
          WHERE \(LogSchema.flagKind) AND learner IN (\(ScoreLog.samePerson))
          ORDER BY instant, device, sequence, id
          """,
        arguments: [learner.uuid.uuidString]
      )
      var flags: [(left: Instant, flag: ItemFlag)] = []
      while let row = try rows.next() {
        let record = try? StoredRecord(row: row).decoded(by: coder)
        guard let record, case .flagged(let flag) = record.body, flag.bank == bank else { continue }
        flags.append((record.instant, flag))
      }
      return flags
    }
  }
}
