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
  private var labels: Labels
  private var learnersChanged = false
  private var recordsErased = false
  private var tallies: Set<TallyKey> = []
  private var changes: [History: Int64] = [:]

  /// What one row of `tallies` counts, as numbers of labels.
  private struct TallyKey: Hashable {
    let learner: Int64
    let bank: Int64
    let fact: Int64
    let topic: Int64
  }

  /// What one learner answered of one bank.
  private struct History: Hashable {
    let learner: Int64
    let bank: Int64
  }

  /// Works within the transaction of a connection; call ``finish()`` at its end.
  init(_ db: Database, coder: RecordCoder) {
    self.db = db
    self.coder = coder
    labels = Labels(db)
  }

  /// Empties the tables and fills them from the records.
  ///
  /// Records of unknown kinds, or whose payload cannot be read, are passed over, not dropped.
  static func rebuild(_ db: Database, coder: RecordCoder) throws {
    for table in tables + ["checkpoints"] {
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
        [number, retraction.answer.uuid.uuidString, try label(retraction.learner)]
      )
      try mark("r.id = ?", [retraction.answer.uuid.uuidString])
    case .flagged, .planSet: break
    }
  }

  /// Takes in that records of a learner were erased.
  mutating func noteErasure() {
    (learnersChanged, recordsErased) = (true, true)
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
    for (history, instant) in changes { try dropCheckpoints(of: history, from: instant) }
    if recordsErased { try labels.prune() }
    (learnersChanged, recordsErased, tallies, changes) = (false, false, [], [:])
  }

  private mutating func open(_ opening: SessionOpening, record: QuizModel.Record, number: Int64)
    throws
  {
    let session = try labels.number(of: opening.session.uuid.uuidString)
    if let known = try openingPlace(of: session), known <= RecordPlace(record) { return }
    try run(
      "INSERT OR REPLACE INTO sessions (session, record, learner, opened) VALUES (?, ?, ?, ?)",
      [session, number, try label(opening.learner), record.instant.milliseconds]
    )
  }

  private mutating func close(_ closing: SessionClosing, record: QuizModel.Record, number: Int64)
    throws
  {
    try run(
      "INSERT INTO closings (record, session, closed, reason) VALUES (?, ?, ?, ?)",
      [
        number, try labels.number(of: closing.session.uuid.uuidString),
        record.instant.milliseconds, closing.reason.rawValue,
      ]
    )
  }

  private func openingPlace(of session: Int64) throws -> RecordPlace? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT r.* FROM sessions s JOIN records r ON r.number = s.record WHERE session = ?"
      ),
      arguments: [session]
    )
    return try row.flatMap { try StoredRecord(row: $0).decoded(by: coder) }.map(RecordPlace.init)
  }

  private mutating func count(_ answer: Answer, record: QuizModel.Record, number: Int64) throws {
    let review = Review(answer, at: RecordPlace(record), now: record.instant)
    let key = TallyKey(
      learner: try label(answer.learner),
      bank: try labels.number(of: answer.bank),
      fact: try labels.number(of: answer.fact.description),
      topic: try labels.number(of: answer.topic)
    )
    try run(
      """
      INSERT INTO answers (learner, bank, answered, record, id, device, sequence, session, topic,
        template, fact, form, options_left, is_right, is_unanswered, chosen, key, taken, digest,
        utc_offset, points, is_retracted)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      """,
      [
        key.learner, key.bank, record.instant.milliseconds, number, record.id.uuid.bytes,
        try labels.number(of: record.device.uuidString), record.sequence,
        try labels.number(of: answer.session.uuid.uuidString), key.topic,
        try labels.number(of: review.template), key.fact,
        try labels.number(of: review.form.rawValue), review.optionsLeft, review.isRight,
        review.isUnanswered, try review.chosen.map { try labels.number(of: $0) },
        try labels.number(of: review.key), review.taken, try labels.number(of: review.digest),
        review.utcOffset, answer.points,
      ]
    )
    note(History(learner: key.learner, bank: key.bank), at: record.instant.milliseconds)
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
        SELECT a.record, a.learner, a.bank, a.answered, a.fact, a.topic, a.is_retracted, EXISTS (
            SELECT 1 FROM retractions t
            LEFT JOIN learners theirs ON theirs.number = t.learner
            LEFT JOIN learners own ON own.number = a.learner
            WHERE t.answer = r.id
              AND ifnull(theirs.person_number, t.learner) = ifnull(own.person_number, a.learner)
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
      let key = TallyKey(
        learner: try row.required("learner"),
        bank: try row.required("bank"),
        fact: try row.required("fact"),
        topic: try row.required("topic")
      )
      tallies.insert(key)
      note(History(learner: key.learner, bank: key.bank), at: try row.required("answered"))
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

  private mutating func refreshLearners() throws {
    let before = try people()
    let state = try LogState(learnersIn: db, coder: coder)
    try db.execute(sql: "DELETE FROM learners")
    for (learner, person) in state.standing().sorted(by: { $0.key < $1.key }) {
      try run(
        "INSERT INTO learners (learner, number, person, person_number, name) VALUES (?, ?, ?, ?, ?)",
        [
          learner.uuid.uuidString, try label(learner), person.uuid.uuidString, try label(person),
          state.names[learner]?.content,
        ]
      )
    }
    let after = try people()
    for learner in Set(before.keys).union(after.keys) {
      let (old, new) = (before[learner] ?? learner, after[learner] ?? learner)
      if old != new { try run("DELETE FROM checkpoints WHERE person IN (?, ?)", [old, new]) }
    }
  }

  /// Who stands for whom, as numbers of labels.
  private func people() throws -> [Int64: Int64] {
    let rows = try Row.fetchAll(db, sql: "SELECT number, person_number FROM learners")
    return Dictionary(
      uniqueKeysWithValues: try rows.map {
        (try $0.required("number"), try $0.required("person_number"))
      }
    )
  }

  /// Takes in that an answer of that moment came, was taken back or counts again.
  private mutating func note(_ history: History, at instant: Int64) {
    changes[history] = min(changes[history] ?? instant, instant)
  }

  /// Drops the states of memory that took in answers which are not the same any more.
  private func dropCheckpoints(of history: History, from instant: Int64) throws {
    try run(
      """
      DELETE FROM checkpoints WHERE bank = ?2 AND instant >= ?3 AND person = ifnull(
        (SELECT person_number FROM learners WHERE number = ?1), ?1)
      """,
      [history.learner, history.bank, instant]
    )
  }

  private mutating func label(_ learner: LearnerID) throws -> Int64 {
    try labels.number(of: learner.uuid.uuidString)
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
