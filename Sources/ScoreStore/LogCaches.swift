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

  let db: Database
  let coder: RecordCoder
  var labels: Labels
  var sittings: Labels
  /// Whether everything is read anew, so that sums can wait until the end.
  var isReplay = false
  /// The sums that have to be made anew.
  var tallies: Set<TallyKey> = []
  /// When the earliest answer that came, went or counts again was given, by history.
  var changes: [History: Int64] = [:]
  private var learnersChanged = false
  private var recordsErased = false

  /// What one row of `tallies` counts, as numbers of labels.
  struct TallyKey: Hashable {
    /// Who answered.
    let learner: Int64
    /// Of which bank.
    let bank: Int64
    /// Which fact.
    let fact: Int64
    /// On which topic.
    let topic: Int64

    /// What it is part of.
    var history: History { History(learner: learner, bank: bank) }
  }

  /// What one learner answered of one bank.
  struct History: Hashable {
    /// Who answered.
    let learner: Int64
    /// Of which bank.
    let bank: Int64
  }

  /// Works within the transaction of a connection; call ``finish()`` at its end.
  init(_ db: Database, coder: RecordCoder) {
    self.db = db
    self.coder = coder
    labels = Labels(db)
    sittings = Labels(db, .sittings)
  }

  /// Empties the tables and fills them from the records.
  ///
  /// Records of unknown kinds, or whose payload cannot be read, are passed over, not dropped.
  static func rebuild(_ db: Database, coder: RecordCoder) throws {
    for table in tables + ["checkpoints"] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    // An index made at once takes a fraction of one that grows by a row at a time.
    for name in LogSchema.indexesOfAnswers.keys.sorted() {
      try db.execute(sql: "DROP INDEX IF EXISTS \(name)")
    }
    var caches = LogCaches(db, coder: coder)
    caches.isReplay = true
    let steps = try StatementSteps(db, sql: "SELECT \(StoredRecord.columns) FROM records")
    while try steps.next() {
      guard let record = try? StoredRecord(steps: steps).decoded(by: coder) else { continue }
      try caches.apply(record, number: steps.integer(0))
    }
    for (_, sql) in LogSchema.indexesOfAnswers.sorted(by: { $0.key < $1.key }) {
      try db.execute(sql: sql)
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
    case .retracted(let retraction): try retract(retraction, number: number)
    case .flagged, .planSet: break
    }
  }

  /// Takes in that records of a learner were erased.
  mutating func noteErasure() {
    (learnersChanged, recordsErased) = (true, true)
  }

  /// Brings what depends on several records up to date.
  mutating func finish() throws {
    if learnersChanged || isReplay {
      try refreshLearners()
      try markRetractedAnswers()
    }
    try refreshTallies()
    for (history, instant) in changes { try dropCheckpoints(of: history, from: instant) }
    if recordsErased || isReplay {
      try labels.prune(isReplay: isReplay)
      try sittings.prune(isReplay: isReplay)
    }
    (learnersChanged, recordsErased, isReplay) = (false, false, false)
    (tallies, changes) = ([], [:])
  }

  private mutating func open(
    _ opening: SessionOpening,
    record: QuizModel.Record,
    number: Int64
  ) throws {
    let session = try sittings.number(of: opening.session.uuid)
    if let known = try openingPlace(of: session), known <= RecordPlace(record) { return }
    let statement = try RepeatedStatement(
      db,
      sql: "INSERT OR REPLACE INTO sessions (session, record, learner, opened) VALUES (?, ?, ?, ?)"
    )
    statement.bind(session, at: 1)
    statement.bind(number, at: 2)
    statement.bind(try labels.number(of: opening.learner.uuid), at: 3)
    statement.bind(record.instant.milliseconds, at: 4)
    try statement.run()
  }

  private func openingPlace(of session: Int64) throws -> RecordPlace? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT r.* FROM sessions s JOIN records r ON r.number = s.record WHERE session = ?"
      ),
      arguments: [session]
    )
    return row.flatMap { try? StoredRecord(row: $0).decoded(by: coder) }.map(RecordPlace.init)
  }

  private mutating func close(
    _ closing: SessionClosing,
    record: QuizModel.Record,
    number: Int64
  ) throws {
    let statement = try RepeatedStatement(
      db,
      sql: "INSERT INTO closings (record, session, closed, reason) VALUES (?, ?, ?, ?)"
    )
    statement.bind(number, at: 1)
    statement.bind(try sittings.number(of: closing.session.uuid), at: 2)
    statement.bind(record.instant.milliseconds, at: 3)
    statement.bind(closing.reason.rawValue, at: 4)
    try statement.run()
  }
}
