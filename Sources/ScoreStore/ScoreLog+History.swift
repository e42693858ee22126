import FoundationEssentials
import GRDB
package import QuizModel

extension ScoreLog {
  /// The last sittings, the latest first; those from the future, by a clock that was wrong, last.
  ///
  /// - Parameters:
  ///   - learner: Whose; `nil` for everybody's.
  ///   - limit: How many at most.
  /// - Returns: Also those that were cut off and have no end.
  /// - Throws: `locked` or `damaged`.
  package func sessions(
    of learner: LearnerID? = nil,
    limit: Int
  ) throws(ScoreStoreError) -> [PastSession] {
    let now = now().milliseconds
    return try reading { db in
      let past = try sessions(of: learner, isFuture: false, now, limit: limit, in: db)
      // Behind the others, lest they stand above all that is played until their day comes.
      let rest = limit - past.count
      let future = try sessions(of: learner, isFuture: true, now, limit: rest, in: db)
      return past + future
    }
  }

  private func sessions(
    of learner: LearnerID?,
    isFuture: Bool,
    _ now: Int64,
    limit: Int,
    in db: Database
  ) throws -> [PastSession] {
    guard limit > 0 else { return [] }
    let coder = RecordCoder()
    let person = learner == nil ? "" : "AND s.learner IN (\(ScoreLog.samePersonNumbers))"
    let arguments: StatementArguments = learner.map { [$0.uuid.text, limit] } ?? [limit]
    // What a sitting came to is added up for those alone that are shown.
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT r.number, r.id, r.device, r.sequence, r.instant, r.kind, r.payload,
          s.person AS learner, s.name, c.closed, c.reason,
          count(a.record) AS answers, ifnull(sum(a.is_right), 0) AS right_answers,
          ifnull(sum(a.points), 0) AS points
        FROM (
          SELECT s.*, person.learner AS person, person.name
          FROM sessions s
          JOIN records r ON r.number = s.record
          JOIN learners own ON own.number = s.learner
          JOIN learners person ON person.learner = own.person AND person.name IS NOT NULL
          WHERE s.opened \(isFuture ? ">" : "<=") \(now) \(person)
          ORDER BY s.opened DESC, r.device DESC, r.sequence DESC LIMIT ?\(learner == nil ? 1 : 2)
        ) s
        JOIN records r ON r.number = s.record
        LEFT JOIN closings c ON c.record = (
          SELECT k.record FROM closings k JOIN records q ON q.number = k.record
          WHERE k.session = s.session
          ORDER BY q.instant DESC, q.device DESC, q.sequence DESC, q.id DESC LIMIT 1)
        LEFT JOIN answers a ON a.session = s.session AND NOT a.is_retracted
        GROUP BY s.session ORDER BY s.opened DESC, r.device DESC, r.sequence DESC
        """,
      arguments: arguments
    )
    return try rows.compactMap { row in
      try PastSession(row: row, isFromTheFuture: isFuture, coder: coder)
    }
  }

  /// The answers of a sitting, the first one first.
  package func answers(in session: SessionID) throws(ScoreStoreError) -> [AnswerEntry] {
    let coder = RecordCoder()
    return try reading { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT r.*, a.is_retracted FROM answers a JOIN records r ON r.number = a.record
          WHERE a.session = (SELECT number FROM sittings WHERE label = ?)
          ORDER BY r.instant, r.device, r.sequence, r.id
          """,
        arguments: [session.uuid.text]
      )
      return try Array(rows.compactMap { row in try AnswerEntry(row: row, coder: coder) })
    }
  }
}

extension PastSession {
  fileprivate init?(row: Row, isFromTheFuture: Bool, coder: RecordCoder) throws {
    // What cannot be read is passed over here and named by the check.
    let record = try? StoredRecord(row: row).decoded(by: coder)
    guard let record, case .sessionOpened(let opening) = record.body else { return nil }
    let (closed, reason): (Int64?, String?) = (row["closed"], row["reason"])
    self.init(
      opening: opening,
      learner: try Learner(row: row),
      opened: record.instant,
      closed: closed.map(Instant.init),
      reason: reason.flatMap { SessionClosing.Reason(rawValue: $0) },
      answers: try row.required("answers"),
      right: try row.required("right_answers"),
      points: try row.required("points"),
      isFromTheFuture: isFromTheFuture
    )
  }
}

extension AnswerEntry {
  /// Reads a record and the column `is_retracted`.
  init?(row: Row, coder: RecordCoder) throws {
    let record = try? StoredRecord(row: row).decoded(by: coder)
    guard let record, case .answered(let answer) = record.body else { return nil }
    self.init(
      record: record.id,
      instant: record.instant,
      answer: answer,
      isRetracted: try row.required("is_retracted")
    )
  }
}
