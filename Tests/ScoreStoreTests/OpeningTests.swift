import Foundation
import GRDB
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Opening a log")
struct OpeningTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func permissions(_ url: URL) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    return try #require(attributes[.posixPermissions] as? NSNumber).intValue
  }

  @Test("makes folder and file for this user alone, and nothing else")
  func makesPrivateFiles() throws {
    let log = try Samples.open(folder)
    #expect(try permissions(folder.data) == 0o700)
    #expect(try permissions(folder.log) == 0o600)
    try log.append(.flagged(Samples.flag(by: LearnerID(UUID()))))
    #expect(try permissions(URL(fileURLWithPath: folder.log.path + "-wal")) == 0o600)
    try log.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.data.path) == ["log.sqlite"])
  }

  @Test("makes the folders above that are missing")
  func makesParents() throws {
    let deep = folder.url.appendingPathComponent("a/b/attache")
    let log = try ScoreLog(
      folder: deep,
      now: { SteppingClock.start },
      makeUUID: { UUID() }
    )
    try log.close()
    #expect(FileManager.default.fileExists(atPath: deep.appendingPathComponent("log.sqlite").path))
  }

  @Test("sets WAL, full syncs, foreign keys and secure deletion on the writing connection")
  func connectionIsSafe() throws {
    let log = try Samples.open(folder)
    try log.append(.flagged(Samples.flag(by: LearnerID(UUID()))))
    let settings = try log.queue.inDatabase { db in
      try ["synchronous", "foreign_keys", "secure_delete", "user_version", "application_id"]
        .map { try Int.fetchOne(db, sql: "PRAGMA \($0)") }
    }
    #expect(settings == [2, 1, 1, LogSchema.current.version, LogHeader.applicationID])
    let mode = try log.queue.inDatabase { db in
      try String.fetchOne(db, sql: "PRAGMA journal_mode")
    }
    #expect(mode == "wal")
  }

  @Test("makes STRICT tables only")
  func tablesAreStrict() throws {
    let log = try Samples.inMemory()
    let loose = try log.queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT name FROM pragma_table_list
          WHERE schema = 'main' AND type = 'table' AND NOT strict
            AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations'
          """
      )
    }
    #expect(loose.isEmpty)
  }

  @Test("does not write to a log that it only opens and reads")
  func openingWritesNothing() throws {
    let first = try Samples.open(folder)
    let ada = try first.currentLearner(loginName: "ada")
    try first.close()
    let before = try Data(contentsOf: folder.log)
    let second = try Samples.open(folder)
    #expect(try second.currentLearner(loginName: "other") == ada)
    #expect(try second.scores().count == 1)
    try second.close()
    #expect(try Data(contentsOf: folder.log) == before)
  }

  @Test("keeps the device and goes on with its sequence")
  func sequenceGoesOn() throws {
    let learner = LearnerID(UUID())
    let first = try Samples.open(folder)
    let one = try first.append(.flagged(Samples.flag(by: learner)))
    try first.close()
    let two = try Samples.open(folder).append(.flagged(Samples.flag(by: learner)))
    #expect(one.sequence == 1)
    #expect(two.sequence == 2)
    #expect(one.device == two.device)
  }

  @Test("backs a file of an earlier version up before it is migrated")
  func migrationIsBackedUp() throws {
    let old = try Samples.open(folder)
    _ = try old.currentLearner(loginName: "ada")
    try old.close()
    var migrator = LogSchema.current.migrator
    let version = LogSchema.current.version + 1
    migrator.registerMigration("later") { db in
      try db.execute(sql: "CREATE TABLE later (x INTEGER) STRICT; PRAGMA user_version = \(version)")
    }
    let new = try ScoreLog(
      folder: folder.data,
      schema: LogSchema(version: version, migrator: migrator),
      now: { SteppingClock.start },
      makeUUID: { UUID() }
    )
    let backup = try #require(new.automaticBackups.first)
    #expect(backup.lastPathComponent == "migration-20260921T141320Z.sqlite")
    #expect(try LogHeader.read(backup, latest: 9)?.version == LogSchema.current.version)
    #expect(try new.learners().map(\.name) == ["ada"])
    // What was open before must not write into a file that it does not know.
    try new.close()
    #expect(throws: ScoreStoreError.newer(path: folder.log.path, version: version)) {
      try Samples.open(folder)
    }
  }

  @Test("does not write into a file that was migrated while it was open")
  func migratedUnderneath() throws {
    let log = try Samples.open(folder)
    let other = try DatabaseQueue(path: folder.log.path)
    let version = LogSchema.current.version + 1
    try other.inDatabase { db in try db.execute(sql: "PRAGMA user_version = \(version)") }
    #expect(throws: ScoreStoreError.newer(path: folder.log.path, version: version)) {
      try log.append(.flagged(Samples.flag(by: LearnerID(UUID()))))
    }
  }

  /// Puts a log that an earlier program wrote where the log belongs.
  private func writeFixture(_ name: String) throws {
    try FileManager.default.createDirectory(at: folder.data, withIntermediateDirectories: true)
    let script = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/\(name).sql"),
      encoding: .utf8
    )
    let queue = try DatabaseQueue(path: folder.log.path)
    try queue.inDatabase { db in try db.execute(sql: script) }
    try queue.close()
  }

  @Test("reads a log that version 2 wrote")
  func readsVersionTwo() throws {
    try writeFixture("log-v2")
    let log = try Samples.open(folder)
    #expect(try log.faults() == [.unknownKind("mood-told", records: 1)])
    let grace = try log.learner(named: "Grace").id
    #expect(try log.score(of: grace).answers == 4)
    let bank = "0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11"
    let far = Instant(milliseconds: .max)
    let reviews = try log.reviews(of: grace, in: bank, now: far)
    #expect(reviews.map(\.fact.row) == ["f1", "f2", "f3"])
    // What follows from the records is made anew, and a memory that was kept with it.
    #expect(try log.latestCheckpoint(of: grace, in: bank, key: "model-1", now: far) == nil)
    #expect(try log.sessions(limit: 9).map(\.answers) == [1, 3])
    #expect(try log.plan(of: grace)?.questionsPerDay == 10)
  }

  @Test("reads a log that version 1 wrote, after a backup")
  func readsStoredFile() throws {
    try writeFixture("log-v1")
    let log = try Samples.open(folder)
    #expect(try log.faults() == [.unknownKind("mood-told", records: 1)])
    #expect(try log.learners().map(\.name) == ["Grace", "Zoë"])
    let scores = try log.scores()
    #expect(scores.map(\.points) == [220, 0])
    #expect(scores.map(\.answers) == [3, 0])
    #expect(scores.map(\.right) == [2, 0])
    #expect(scores.map(\.isCurrent) == [false, true])
    #expect(try log.sessions(limit: 9).map(\.reason) == [.finished])
    let state = try log.state()
    #expect(state.retractedAnswers.count == 1)
    #expect(state.forgottenLearners.count == 1)
    #expect(state.learners.compactMap(\.plan?.departure) == ["2026-12-01"])
    #expect(state.notes.map(\.note) == ["Is this right?"])
    let backup = try #require(log.automaticBackups.first)
    #expect(try LogHeader.read(backup, latest: 1)?.version == 1)
    let grace = try log.learner(named: "Grace").id
    let bank = "0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11"
    let reviews = try log.reviews(of: grace, in: bank, now: SteppingClock.start)
    #expect(reviews.map(\.fact.row) == ["f1", "f2", "f3"])
    #expect(reviews.map(\.isUnanswered) == [false, false, true])
    #expect(reviews.map(\.key) == ["gin", "gin", "gin"])
    #expect(try log.plan(of: grace)?.questionsPerDay == 10)
  }
}
