import FoundationEssentials
import GRDB
package import QuizModel

extension ScoreLog {
  /// Writes one record; it is on the disk when this returns.
  ///
  /// Costs one sync. The record's instant is the clock's, except that a new name or plan never
  /// stands before the one that it replaces, even if the clock was set back.
  ///
  /// - Throws: `forgottenLearner` if its learner was forgotten, `notWritten` for what no reader would
  ///   take, `nothingLater` for a name or plan that could not stand after the one before it,
  ///   `readOnly`, `full`, `locked`, `damaged` or `moved`; then nothing was written.
  @discardableResult
  package func append(_ body: RecordBody) throws(ScoreStoreError) -> QuizModel.Record {
    try writing { db in try add(body, in: db) }
  }

  /// Writes a record within a transaction.
  func add(_ body: RecordBody, in db: Database) throws -> QuizModel.Record {
    let coder = RecordCoder()
    if let owner = body.owner, try isForgotten(owner, in: db) {
      throw ScoreStoreError.forgottenLearner(owner)
    }
    let (kind, payload) = try coder.encode(body)
    let (device, sequence) = try takePlace(in: db)
    let record = QuizModel.Record(
      id: RecordID(makeUUID()),
      device: device,
      sequence: sequence,
      instant: try instant(of: body, in: db),
      body: body
    )
    let stored = StoredRecord(
      id: record.id,
      device: record.device,
      sequence: record.sequence,
      instant: record.instant,
      kind: kind.rawValue,
      payload: payload
    )
    let number = try stored.insert(in: db, owner: body.owner)
    var caches = LogCaches(db, coder: coder)
    try caches.apply(record, number: number)
    try caches.finish()
    return record
  }

  /// The next place of this device.
  ///
  /// A file may have brought a record of this device that stands at the end of all places; the
  /// device then goes on under a new name.
  private func takePlace(in db: Database) throws -> (device: UUID, sequence: Int64) {
    let row = try Row.fetchOne(db, sql: "SELECT device, next_sequence FROM device")
    guard let row else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "no device")
    }
    var device = try UUID(stored: row.required("device"))
    var sequence: Int64 = try row.required("next_sequence")
    if !StoredRecord.sequences.contains(sequence) { (device, sequence) = (makeUUID(), 1) }
    try db.execute(
      sql: "UPDATE device SET device = ?, next_sequence = ?",
      arguments: [device.text, sequence + 1]
    )
    return (device, sequence)
  }

  private func instant(of body: RecordBody, in db: Database) throws -> Instant {
    let now = now().withinCalendar
    let kinds: [RecordKind]
    switch body {
    case .learnerCreated, .learnerRenamed: kinds = [.learnerCreated, .learnerRenamed]
    case .planSet: kinds = [.planSet]
    default: return now
    }
    let names = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let latest = try Int64.fetchOne(
      db,
      sql: """
        SELECT max(instant) FROM records
        WHERE \(LogSchema.learnerKinds) AND kind IN (\(names)) AND learner = ?
        """,
      arguments: [body.owner?.uuid.text]
    )
    guard let latest else { return now }
    let instant = Instant(milliseconds: latest)
    guard instant < Instant.calendar.upperBound else {
      throw ScoreStoreError.nothingLater
    }
    return max(now, instant.advanced(byMilliseconds: 1))
  }

  /// Whether there is a tombstone for a learner.
  func isForgotten(_ learner: LearnerID, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM records
        WHERE \(LogSchema.learnerKinds) AND kind = 'forgotten' AND learner = ?)
        """,
      arguments: [learner.uuid.text]
    ) ?? false
  }

  /// All records whose kind is known and whose payload can be read, in the one order of all
  /// machines.
  ///
  /// - Complexity: O(records · log records); about 30 µs each.
  package func records() throws(ScoreStoreError) -> [QuizModel.Record] {
    let coder = RecordCoder()
    var records: [QuizModel.Record] = []
    try forEachStoredRecord { stored in
      if let record = try? stored.decoded(by: coder) { records.append(record) }
    }
    return records
  }

  /// What follows from all records.
  package func state() throws(ScoreStoreError) -> LogState {
    LogState(records: try records())
  }

  /// All records as they are stored, unknown kinds included, in the one order of all machines.
  package func storedRecords() throws(ScoreStoreError) -> [StoredRecord] {
    var records: [StoredRecord] = []
    try forEachStoredRecord { records.append($0) }
    return records
  }

  private func forEachStoredRecord(
    _ body: (StoredRecord) throws -> Void
  ) throws(ScoreStoreError) {
    try reading { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(StoredRecord.columns) FROM records ORDER BY instant, device, sequence, id
          """
      )
      while let row = try rows.next() { try body(StoredRecord(row: row)) }
    }
  }

  /// How many records there are.
  package func recordCount() throws(ScoreStoreError) -> Int {
    try reading { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM records") ?? 0 }
  }

  /// Drops every table that only repeats what follows from the records, and replays them.
  package func rebuild() throws(ScoreStoreError) {
    try writing { db in try LogCaches.rebuild(db, coder: RecordCoder()) }
  }
}

extension StoredRecord {
  /// Writes the row of a record that is not yet there.
  ///
  /// - Returns: The number of the row.
  /// - Throws: ``RecordProblem`` for what could not be read again, or SQLite's error.
  func insert(in db: Database, owner: LearnerID?) throws -> Int64 {
    try check()
    let statement = try RepeatedStatement(
      db,
      sql: """
        INSERT INTO records (id, device, sequence, instant, kind, payload, learner, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    )
    statement.bind(id.uuid.text, at: 1)
    statement.bind(device.text, at: 2)
    statement.bind(sequence, at: 3)
    statement.bind(instant.milliseconds, at: 4)
    statement.bind(kind, at: 5)
    statement.bind(payload, at: 6)
    statement.bind(owner?.uuid.text, at: 7)
    statement.bind(RecordChecksum.of(self), at: 8)
    try statement.run()
    return db.lastInsertedRowID
  }
}
