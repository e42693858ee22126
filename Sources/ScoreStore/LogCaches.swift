import FoundationEssentials
import GRDB
import QuizModel

/// Keeps the tables that repeat what follows from the records.
///
/// Whatever it does for one record does not depend on which others came before, so that a record
/// that arrives late, by a merge, leads to the same tables as a replay of everything.
struct LogCaches {
  /// The tables.
  static let tables = ["tallies", "retractions", "answers", "closings", "sessions", "learners"]

  private let db: Database
  private let coder: RecordCoder
  private var learnersChanged = false
  private var tallies: Set<TallyKey> = []

  /// What one row of `tallies` counts.
  private struct TallyKey: Hashable {
    let learner: String
    let bank: String
    let fact: String
    let topic: String
  }

  /// Works within the transaction of a connection; call ``finish()`` at its end.
  init(_ db: Database, coder: RecordCoder) {
    self.db = db
    self.coder = coder
  }

  /// Empties the tables and fills them from the records.
  ///
  /// Records of unknown kinds, or whose payload cannot be read, are passed over, not dropped.
  static func rebuild(_ db: Database, coder: RecordCoder) throws {
    for table in tables {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    var caches = LogCaches(db, coder: coder)
    let rows = try Row.fetchCursor(db, sql: "SELECT \(StoredRecord.columns) FROM records")
    while let row = try rows.next() {
      let stored = try StoredRecord(row: row)
      guard let record = try? stored.decoded(by: coder) else { continue }
      try caches.apply(record, number: try row.required("number"))
    }
    try caches.finish()
  }

  /// Takes in a record that stands in `records`.
  ///
  /// - Parameters:
  ///   - record: What it says.
  ///   - number: Its row there.
  /// - Throws: SQLite's error.
  mutating func apply(_ record: QuizModel.Record, number: Int64) throws {
    switch record.body {
    case .learnerCreated, .learnerRenamed, .learnersAreOne, .forgotten: learnersChanged = true
    case .sessionOpened(let opening): try open(opening, record: record, number: number)
    case .sessionClosed(let closing): try close(closing, record: record, number: number)
    case .answered(let answer): try count(answer, record: record, number: number)
    case .retracted(let retraction):
      try run(
        "INSERT INTO retractions (record, answer, learner) VALUES (?, ?, ?)",
        [number, retraction.answer.uuid.uuidString, retraction.learner.uuid.uuidString]
      )
      try mark("r.id = ?", [retraction.answer.uuid.uuidString])
    case .flagged, .planSet: break
    }
  }

  /// Takes in that records of a learner were erased.
  mutating func noteErasure() {
    learnersChanged = true
  }

  /// Brings what depends on several records up to date.
  mutating func finish() throws {
    if learnersChanged {
      try refreshLearners()
      try mark("r.id IN (SELECT answer FROM retractions)", [])
      // The retraction may have been another id's of the same person, and be erased now.
      try mark("a.is_retracted", [])
    }
    for key in tallies { try refresh(key) }
    (learnersChanged, tallies) = (false, [])
  }

  private func open(_ opening: SessionOpening, record: QuizModel.Record, number: Int64) throws {
    let session = opening.session.uuid.uuidString
    if let known = try openingPlace(of: session), known <= RecordPlace(record) { return }
    try run(
      "INSERT OR REPLACE INTO sessions (session, record, learner, opened) VALUES (?, ?, ?, ?)",
      [session, number, opening.learner.uuid.uuidString, record.instant.milliseconds]
    )
  }

  private func close(_ closing: SessionClosing, record: QuizModel.Record, number: Int64) throws {
    try run(
      "INSERT INTO closings (record, session, closed, reason) VALUES (?, ?, ?, ?)",
      [
        number, closing.session.uuid.uuidString, record.instant.milliseconds,
        closing.reason.rawValue,
      ]
    )
  }

  private func openingPlace(of session: String) throws -> RecordPlace? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT r.* FROM sessions s JOIN records r ON r.number = s.record WHERE session = ?"
      ),
      arguments: [session]
    )
    return try row.flatMap { try StoredRecord(row: $0).decoded(by: coder) }.map(RecordPlace.init)
  }

  private mutating func count(_ answer: Answer, record: QuizModel.Record, number: Int64) throws {
    let key = TallyKey(
      learner: answer.learner.uuid.uuidString,
      bank: answer.bank,
      fact: answer.fact.description,
      topic: answer.topic
    )
    try run(
      """
      INSERT INTO answers (record, session, learner, bank, topic, fact, is_right, points,
        answered, is_retracted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      """,
      [
        number, answer.session.uuid.uuidString, key.learner, key.bank, key.topic, key.fact,
        answer.isRight, answer.points, record.instant.milliseconds,
      ]
    )
    tallies.insert(key)
    let id = record.id.uuid.uuidString
    let known = try db.cachedStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM retractions WHERE answer = ?)"
    )
    if try Bool.fetchOne(known, arguments: [id]) ?? false { try mark("r.id = ?", [id]) }
  }

  /// Finds out anew which answers were taken back by those who gave them.
  private mutating func mark(_ condition: String, _ arguments: StatementArguments) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.record, a.learner, a.bank, a.fact, a.topic, a.is_retracted, EXISTS (
            SELECT 1 FROM retractions t
            LEFT JOIN learners theirs ON theirs.learner = t.learner
            LEFT JOIN learners own ON own.learner = a.learner
            WHERE t.answer = r.id
              AND ifnull(theirs.person, t.learner) = ifnull(own.person, a.learner)
          ) AS claimed
        FROM records r JOIN answers a ON a.record = r.number
        WHERE \(condition)
        """
    )
    let rows = try Row.fetchAll(statement, arguments: arguments)
    for row in rows {
      let (was, claimed): (Bool, Bool) = (
        try row.required("is_retracted"), try row.required("claimed")
      )
      guard was != claimed else { continue }
      try run(
        "UPDATE answers SET is_retracted = ? WHERE record = ?",
        [claimed, try row.required("record") as Int64]
      )
      tallies.insert(
        TallyKey(
          learner: try row.required("learner"),
          bank: try row.required("bank"),
          fact: try row.required("fact"),
          topic: try row.required("topic")
        )
      )
    }
  }

  private func refresh(_ key: TallyKey) throws {
    let arguments: StatementArguments = [key.learner, key.bank, key.fact, key.topic]
    try run(
      "DELETE FROM tallies WHERE learner = ? AND bank = ? AND fact = ? AND topic = ?",
      arguments
    )
    try run(
      """
      INSERT INTO tallies
      SELECT learner, bank, fact, topic, count(*), sum(is_right), sum(points), max(answered)
      FROM answers
      WHERE learner = ? AND bank = ? AND fact = ? AND topic = ? AND NOT is_retracted
      GROUP BY learner, bank, fact, topic
      """,
      arguments
    )
  }

  private func refreshLearners() throws {
    let state = try LogState(learnersIn: db, coder: coder)
    try db.execute(sql: "DELETE FROM learners")
    for (learner, person) in state.standing().sorted(by: { $0.key < $1.key }) {
      try run(
        "INSERT INTO learners (learner, person, name) VALUES (?, ?, ?)",
        [learner.uuid.uuidString, person.uuid.uuidString, state.names[learner]?.content]
      )
    }
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

extension LogState {
  /// What the records about learners themselves say; no sessions and no answers.
  init(learnersIn db: Database, coder: RecordCoder) throws {
    self.init()
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT \(StoredRecord.columns) FROM records WHERE \(LogSchema.learnerKinds)"
    )
    while let row = try rows.next() {
      guard let record = try? StoredRecord(row: row).decoded(by: coder) else { continue }
      apply(record)
    }
  }
}
