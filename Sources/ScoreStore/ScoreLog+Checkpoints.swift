import FoundationEssentials
import GRDB
package import QuizModel

extension ScoreLog {
  /// The latest memory that was kept of a person and still holds.
  ///
  /// - Parameters:
  ///   - learner: Any id of the person.
  ///   - bank: The bank's identity, its `id`.
  ///   - key: What the memory depends on besides the answers: the model, the bank's version.
  ///   - now: One that took in an answer later than this is passed over.
  /// - Returns: `nil` if none was kept, or every one was dropped since.
  /// - Throws: `locked` or `damaged`.
  package func latestCheckpoint(
    of learner: LearnerID,
    in bank: String,
    key: String,
    now: Instant
  ) throws(ScoreStoreError) -> Checkpoint? {
    try reading { db in try latestCheckpoint(of: learner, in: bank, key: key, now: now, db) }
  }

  /// Keeps a memory, and thins the older ones: the further back, the fewer stay.
  ///
  /// It is kept only if it has taken in exactly the answers that stand in the log up to its last
  /// one, since another process may have written in between.
  ///
  /// - Parameters:
  ///   - checkpoint: With at least one answer.
  ///   - learner: Any id of the person.
  ///   - bank: The bank's identity, its `id`.
  ///   - key: What the memory depends on besides the answers; those of other keys are dropped.
  /// - Returns: Whether it was kept.
  /// - Throws: What ``append(_:)`` throws.
  @discardableResult
  package func saveCheckpoint(
    _ checkpoint: Checkpoint,
    of learner: LearnerID,
    in bank: String,
    key: String
  ) throws(ScoreStoreError) -> Bool {
    guard let last = checkpoint.taken.last else { return false }
    return try writing { db in
      guard let owner = try CheckpointOwner(learner, bank: bank, in: db) else { return false }
      var reader = try ReviewReader(db, now: last.instant)
      let members = try memberNumbers(of: learner, in: db)
      let standing = try reader.taken(of: members, in: bank, through: last)
      guard standing == checkpoint.taken else { return false }
      try db.execute(
        sql: """
          DELETE FROM checkpoints WHERE person = ?1 AND bank = ?2 AND (key <> ?3 OR record = ?4)
          """,
        arguments: [owner.person, owner.bank, key, last.id.uuid.text]
      )
      try db.execute(
        sql: """
          INSERT INTO checkpoints
            (person, bank, key, instant, device, sequence, record, reviews, sum, payload)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          owner.person, owner.bank, key, last.instant.milliseconds, last.device.text,
          last.sequence, last.id.uuid.text, checkpoint.taken.count,
          Int64(bitPattern: checkpoint.taken.sum), Data(checkpoint.payload),
        ]
      )
      try thin(owner, in: db)
      return true
    }
  }

  func latestCheckpoint(
    of learner: LearnerID,
    in bank: String,
    key: String,
    now: Instant,
    _ db: Database
  ) throws -> Checkpoint? {
    guard let owner = try CheckpointOwner(learner, bank: bank, in: db) else { return nil }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT * FROM checkpoints WHERE person = ? AND bank = ? AND key = ? AND instant <= ?
        ORDER BY instant DESC, device DESC, sequence DESC, record DESC LIMIT 1
        """,
      arguments: [owner.person, owner.bank, key, now.milliseconds]
    )
    return try row.map(Checkpoint.init(row:))
  }

  /// Leaves of each span of time before the newest one, four times as long as the span before it,
  /// the oldest alone.
  private func thin(_ owner: CheckpointOwner, in db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT number, instant FROM checkpoints WHERE person = ? AND bank = ?
        ORDER BY instant DESC, device DESC, sequence DESC, record DESC
        """,
      arguments: [owner.person, owner.bank]
    )
    let kept: [(number: Int64, instant: Int64)] = try rows.map {
      (try $0.required("number"), try $0.required("instant"))
    }
    guard let newest = kept.first else { return }
    var oldest: [Int: Int64] = [:]
    for (number, instant) in kept.dropFirst() {
      oldest[CheckpointOwner.span(of: newest.instant.subtractingReportingOverflow(instant))] =
        number
    }
    let dropped = Set(kept.dropFirst().map(\.number)).subtracting(oldest.values)
    for number in dropped {
      try db.execute(sql: "DELETE FROM checkpoints WHERE number = ?", arguments: [number])
    }
  }
}

/// Whose memory of which bank, as numbers of labels.
private struct CheckpointOwner {
  /// The id that stands for the person.
  let person: Int64
  /// The bank.
  let bank: Int64

  /// - Returns: `nil` if no answer was ever given by the learner, or of the bank.
  init?(_ learner: LearnerID, bank: String, in db: Database) throws {
    let person = try Int64.fetchOne(
      db,
      sql: """
        SELECT ifnull((SELECT person_number FROM learners WHERE learner = ?1),
          (SELECT number FROM labels WHERE label = ?1))
        """,
      arguments: [learner.uuid.text]
    )
    guard let person, let bank = try Labels.number(of: bank, in: db) else { return nil }
    self.person = person
    self.bank = bank
  }

  /// Spans of an hour, four hours, sixteen and so on, counted from 0.
  static func span(of age: (partialValue: Int64, overflow: Bool)) -> Int {
    var (span, limit): (Int, Int64) = (0, 60 * 60 * 1_000)
    let age = age.overflow ? Int64.max : age.partialValue
    while age > limit, limit < Int64.max / 4 { (span, limit) = (span + 1, limit * 4) }
    return span
  }
}

extension Checkpoint {
  fileprivate init(row: Row) throws {
    let payload: Data = try row.required("payload")
    let sum: Int64 = try row.required("sum")
    let last = RecordPlace(
      instant: Instant(milliseconds: try row.required("instant")),
      device: try UUID(stored: row.required("device")),
      sequence: try row.required("sequence"),
      id: RecordID(try UUID(stored: row.required("record")))
    )
    self.init(
      taken: TakenReviews(
        last: last,
        count: try row.required("reviews"),
        sum: UInt64(bitPattern: sum)
      ),
      payload: Array(payload)
    )
  }
}
