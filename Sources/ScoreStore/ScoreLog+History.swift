import FoundationEssentials
import GRDB
package import QuizModel

extension ScoreLog {
  /// The last sittings, the latest first.
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
    let coder = RecordCoder()
    return try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT r.number, r.id, r.device, r.sequence, r.instant, r.kind, r.payload,
            person.learner, person.name, c.closed, c.reason,
            count(a.record) AS answers, ifnull(sum(a.is_right), 0) AS right_answers,
            ifnull(sum(a.points), 0) AS points
          FROM sessions s
          JOIN records r ON r.number = s.record
          JOIN learners own ON own.number = s.learner
          JOIN learners person ON person.learner = own.person AND person.name IS NOT NULL
          LEFT JOIN closings c ON c.record = (
            SELECT k.record FROM closings k JOIN records q ON q.number = k.record
            WHERE k.session = s.session
            ORDER BY q.instant DESC, q.device DESC, q.sequence DESC, q.id DESC LIMIT 1)
          LEFT JOIN answers a ON a.session = s.session AND NOT a.is_retracted
          WHERE ?1 IS NULL OR s.learner IN (\(ScoreLog.samePersonNumbers))
          GROUP BY s.session ORDER BY s.opened DESC, r.device DESC, r.sequence DESC LIMIT ?2
          """,
        arguments: [learner?.uuid.uuidString, limit]
      )
      return try rows.compactMap { row in try PastSession(row: row, coder: coder) }
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
          WHERE a.session = (SELECT number FROM labels WHERE label = ?)
          ORDER BY r.instant, r.device, r.sequence, r.id
          """,
        arguments: [session.uuid.uuidString]
      )
      return try Array(rows.compactMap { row in try AnswerEntry(row: row, coder: coder) })
    }
  }
}

extension PastSession {
  fileprivate init?(row: Row, coder: RecordCoder) throws {
    let record = try StoredRecord(row: row).decoded(by: coder)
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
      points: try row.required("points")
    )
  }
}

extension AnswerEntry {
  /// Reads a record and the column `is_retracted`.
  init?(row: Row, coder: RecordCoder) throws {
    let record = try StoredRecord(row: row).decoded(by: coder)
    guard let record, case .answered(let answer) = record.body else { return nil }
    self.init(
      record: record.id,
      instant: record.instant,
      answer: answer,
      isRetracted: try row.required("is_retracted")
    )
  }
}
