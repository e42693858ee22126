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
      return try reading { db in
        try ScoreLog.references(in: db) + ScoreLog.payloads(in: db) + ScoreLog.sequences(in: db)
      } + staleTables()
    } catch {
      // So damaged that SQLite gives up is a finding too.
      guard case .damaged(_, let detail) = error else { throw error }
      return [.integrity(detail)]
    }
  }

  /// What makes the file unreliable, without a look at what the records say.
  func severeFindings() throws(ScoreStoreError) -> [Finding] {
    do throws(ScoreStoreError) {
      return try reading { db in
        try ScoreLog.integrity(in: db) + ScoreLog.references(in: db)
      }
    } catch {
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
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT \(StoredRecord.columns) FROM records ORDER BY number"
    )
    while let row = try rows.next() {
      let stored = try StoredRecord(row: row)
      do {
        if try stored.decoded(by: coder) == nil { unknown[stored.kind, default: 0] += 1 }
      } catch {
        findings.append(
          .undecodable(stored.id, kind: stored.kind, detail: String(describing: error))
        )
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
    ).map { row in
      Finding.repeatedSequence(
        device: try UUID(stored: row.required("device")),
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

  /// Replays the records, compares, and takes the replay back.
  private func staleTables() throws(ScoreStoreError) -> [Finding] {
    try attempt {
      var findings: [Finding] = []
      try queue.inTransaction { db in
        for table in LogCaches.tables {
          try db.execute(sql: "CREATE TEMP TABLE was_\(table) AS SELECT * FROM main.\(table)")
        }
        try LogCaches.rebuild(db, coder: RecordCoder())
        for table in LogCaches.tables {
          let differs = try Bool.fetchOne(
            db,
            sql: """
              SELECT EXISTS (SELECT * FROM main.\(table) EXCEPT SELECT * FROM was_\(table))
                OR EXISTS (SELECT * FROM was_\(table) EXCEPT SELECT * FROM main.\(table))
              """
          )
          if differs ?? true { findings.append(.staleTable(table)) }
        }
        return .rollback
      }
      return findings
    }
  }
}
