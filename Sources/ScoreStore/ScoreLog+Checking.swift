import FoundationEssentials
import GRDB
import QuizModel

extension ScoreLog {
  /// Looks through the whole file; changes nothing.
  ///
  /// - Complexity: O(records).
  package func check() throws(ScoreStoreError) -> [Finding] {
    do throws(ScoreStoreError) {
      let findings = try reading { db in try ScoreLog.integrity(in: db) }
      guard findings.isEmpty else { return findings }
      let now = now()
      return try reading { db in
        try ScoreLog.references(in: db) + ScoreLog.payloads(in: db) + ScoreLog.sequences(in: db)
          + ScoreLog.future(in: db, now: now)
      } + staleTables()
    } catch {
      // So damaged that SQLite gives up is a finding too.
      guard case .damaged(_, let detail) = error else { throw error }
      return [.integrity(detail)]
    }
  }

  private static func integrity(in db: Database) throws -> [Finding] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check")
      .filter { $0 != "ok" }.map(Finding.integrity)
  }

  private static func references(in db: Database) throws -> [Finding] {
    try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
      .danglingReference(table: try row.required("table"), row: row["rowid"])
    }
  }

  private static func payloads(in db: Database) throws -> [Finding] {
    let coder = RecordCoder()
    var findings: [Finding] = []
    var unknown: [String: Int] = [:]
    let steps = try StatementSteps(
      db,
      sql: "SELECT \(StoredRecord.checkedColumns), learner FROM records ORDER BY number"
    )
    while try steps.next() {
      switch StoredRow(steps, isChecked: true, coder: coder) {
      case .sound(let stored, let record):
        if record == nil { unknown[stored.kind, default: 0] += 1 }
        let owner = coder.owner(of: record?.body, payload: stored.payload)
        guard owner?.uuid.text ?? "" != steps.text(8) else { continue }
        findings.append(
          .unsound(LeftOutRecord(id: stored.id, kind: stored.kind, reason: .otherOwner))
        )
      case .unsound(let record): findings.append(.unsound(record))
      }
    }
    return findings
      + unknown.sorted { $0.key < $1.key }.map { .unknownKind($0.key, records: $0.value) }
  }

  private static func sequences(in db: Database) throws -> [Finding] {
    let repeated = try Row.fetchAll(
      db,
      sql: """
        SELECT device, sequence, count(*) AS records FROM records
        GROUP BY device, sequence HAVING count(*) > 1 ORDER BY device, sequence
        """
    ).compactMap { row -> Finding? in
      // What names no device was told of as a record.
      guard let device = try? UUID(stored: row.required("device")) else { return nil }
      return .repeatedSequence(
        device: device,
        sequence: try row.required("sequence"),
        records: try row.required("records")
      )
    }
    let behind = try Row.fetchAll(
      db,
      sql: """
        SELECT next_sequence, max(sequence) AS latest FROM device
        JOIN records ON records.device = device.device
        GROUP BY device.number HAVING max(sequence) >= next_sequence
        """
    ).map { row in
      Finding.sequenceBehind(
        next: try row.required("next_sequence"),
        latest: try row.required("latest")
      )
    }
    return repeated + behind
  }

  private static func future(in db: Database, now: Instant) throws -> [Finding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT person.learner, person.name, count(*) AS answers, max(answered) AS latest
        FROM answers a LEFT JOIN learners own ON own.number = a.learner
        LEFT JOIN learners person ON person.learner = own.person AND person.name IS NOT NULL
        WHERE answered > ? AND NOT is_retracted
        GROUP BY person.learner ORDER BY person.name, person.learner
        """,
      arguments: [now.milliseconds]
    ).map { row in
      let name: String? = row["name"]
      return .fromTheFuture(
        try name.map { _ in try Learner(row: row) },
        answers: try row.required("answers"),
        latest: Instant(milliseconds: try row.required("latest"))
      )
    }
  }

  /// Replays the records, compares, and takes the replay back.
  private func staleTables() throws(ScoreStoreError) -> [Finding] {
    try attempt {
      var findings: [Finding] = []
      try queue.inTransaction { db in
        let tables = LogCaches.tables
        let before = try tables.map { try TableDigest(of: $0, in: db) }
        try LogCaches.rebuild(db, coder: RecordCoder())
        for (table, digest) in zip(tables, before)
        where try TableDigest(of: table, in: db) != digest {
          findings.append(.staleTable(table))
        }
        return .rollback
      }
      return findings
    }
  }
}
