import FoundationEssentials
import GRDB
import QuizModel

/// Takes records of another log into this one, within one transaction.
struct RecordIntake {
  /// What became of the records so far.
  private(set) var report = MergeReport()
  /// Who is forgotten because the records say so.
  private(set) var erased: [LearnerID] = []
  /// Who has a name in what was taken in, new or known.
  private(set) var named: Set<LearnerID> = []

  /// The kinds that give somebody a name.
  private static let naming = [
    RecordKind.learnerCreated.rawValue, RecordKind.learnerRenamed.rawValue,
  ]

  private let db: Database
  private let coder: RecordCoder
  private var caches: LogCaches
  private var forgotten: Set<LearnerID>
  private let device: UUID
  private var latest: Int64 = 0

  /// Works within the transaction of a connection.
  init(_ db: Database, coder: RecordCoder) throws {
    self.db = db
    self.coder = coder
    caches = LogCaches(db, coder: coder)
    guard let device = try String.fetchOne(db, sql: "SELECT device FROM device") else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "no device")
    }
    self.device = try UUID(stored: device)
    let ids = try String.fetchAll(
      db,
      sql: "SELECT learner FROM records WHERE \(LogSchema.learnerKinds) AND kind = 'forgotten'"
    )
    forgotten = Set(try ids.map { LearnerID(try UUID(stored: $0)) })
  }

  /// Takes in what a file holds, in any order.
  ///
  /// What is not sound is left out and told; see ``MergeReport/leftOut``.
  ///
  /// - Parameter visit: Goes through it; called twice.
  /// - Throws: SQLite's error, or what the visit throws.
  mutating func take(_ visit: ((Incoming) throws -> Void) throws -> Void) throws {
    // Tombstones first, so that nothing is written only to be erased.
    try visit { incoming in
      guard case .record(let stored, let record, let line) = incoming,
        stored.kind == RecordKind.forgotten.rawValue
      else { return }
      try take(stored, record, line: line)
    }
    try visit { incoming in
      switch incoming {
      case .record(let stored, let record, let line):
        guard stored.kind != RecordKind.forgotten.rawValue else { return }
        try take(stored, record, line: line)
      case .unsound(let record): report.leftOut.add(record)
      case .short(let export): report.leftOut.add(export)
      }
    }
    for learner in erased { try ScoreLog.erase(learner, in: db) }
    if !erased.isEmpty { caches.noteErasure() }
    try caches.finish()
    try keepSequenceAhead()
  }

  /// Takes note of files beside the log that are not as they were written.
  mutating func leave(out paths: [String]) {
    report.leftOut.add(files: paths)
  }

  /// Makes sure that this device never gives a place a second time.
  private func keepSequenceAhead() throws {
    try db.execute(
      sql: "UPDATE device SET next_sequence = ? WHERE next_sequence < ?",
      arguments: [latest &+ 1, latest &+ 1]
    )
  }

  private mutating func take(
    _ stored: StoredRecord,
    _ record: QuizModel.Record?,
    line: Int?
  ) throws {
    if stored.device == device { latest = max(latest, stored.sequence) }
    let isNew: Bool
    switch try stored.isSame(in: db) {
    case false?:
      report.leftOut.add(
        LeftOutRecord(line: line, id: stored.id, kind: stored.kind, reason: .conflict)
      )
      return
    case true?:
      report.known += 1
      isNew = false
    case nil: isNew = true
    }
    guard isNew || RecordIntake.naming.contains(stored.kind) else { return }
    let owner = coder.owner(of: record?.body, payload: stored.payload)
    if let owner, RecordIntake.naming.contains(stored.kind) { named.insert(owner) }
    guard isNew else { return }
    if let owner {
      if stored.kind == RecordKind.forgotten.rawValue {
        if forgotten.insert(owner).inserted { erased.append(owner) }
      } else if forgotten.contains(owner) {
        report.refused += 1
        return
      }
    }
    let number = try stored.insert(in: db, owner: owner)
    report.added += 1
    if let record { try caches.apply(record, number: number) }
  }
}

extension StoredRecord {
  /// Whether the record of this id that stands in the log is this one; `nil` if there is none.
  fileprivate func isSame(in db: Database) throws -> Bool? {
    let statement = try RepeatedStatement(
      db,
      sql: """
        SELECT device = ?2 AND sequence = ?3 AND instant = ?4 AND kind = ?5 AND payload = ?6
        FROM records WHERE id = ?1
        """
    )
    statement.bind(id.uuid.text, at: 1)
    statement.bind(device.text, at: 2)
    statement.bind(sequence, at: 3)
    statement.bind(instant.milliseconds, at: 4)
    statement.bind(kind, at: 5)
    statement.bind(payload, at: 6)
    return try statement.run().map { $0 != 0 }
  }
}
