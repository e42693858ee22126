import Foundation
import GRDB
import QuizModel
import Testing

@testable import ScoreStore

@Suite("A log in trouble")
struct RobustnessTests {
  private let folder: TemporaryFolder
  private let learner = LearnerID(UUID())

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Makes a log with answers and closes it.
  private func makeLog(answers: Int = 40) throws {
    let log = try Samples.open(folder)
    _ = try log.currentLearner(loginName: "ada")
    for number in 0..<answers {
      try log.append(.answered(Samples.answer(by: learner, fact: "\(number)")))
    }
    try log.close()
  }

  /// Expects that opening fails in a way and that the file stays as it was.
  private func expectRefusal(
    _ matches: (ScoreStoreError) -> Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try Data(contentsOf: folder.log)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.data.path).sorted()
    #expect(sourceLocation: sourceLocation) {
      let log = try Samples.open(folder)
      _ = try log.currentLearner(loginName: "ada")
      _ = try log.scores()
    } throws: { error in
      (error as? ScoreStoreError).map(matches) ?? false
    }
    #expect(try Data(contentsOf: folder.log) == before, sourceLocation: sourceLocation)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.data.path).sorted() == files,
      sourceLocation: sourceLocation
    )
  }

  private func isDamaged(_ error: ScoreStoreError) -> Bool {
    if case .damaged(folder.log.path, _) = error { true } else { false }
  }

  @Test("that is empty, short or a text is called damaged", arguments: ["", "S", "Dear diary,\n"])
  func notADatabase(content: String) throws {
    try FileManager.default.createDirectory(at: folder.data, withIntermediateDirectories: true)
    try Data(content.utf8).write(to: folder.log)
    try expectRefusal(isDamaged)
  }

  @Test("that was cut off is called damaged", arguments: [3, 50, 5_000])
  func truncated(missing: Int) throws {
    try makeLog()
    let bytes = try Data(contentsOf: folder.log)
    try bytes.dropLast(missing == 3 ? 4_096 * 3 : bytes.count - missing).write(to: folder.log)
    try expectRefusal(isDamaged)
  }

  @Test("whose tables are random bytes is called damaged", arguments: 0..<5)
  func randomBytes(seed: UInt64) throws {
    try makeLog()
    var bytes = try Data(contentsOf: folder.log)
    var random = SplitMix64(seed: seed)
    for place in 4_096..<bytes.count { bytes[place] = UInt8(truncatingIfNeeded: random.next()) }
    try bytes.write(to: folder.log)
    try expectRefusal(isDamaged)
  }

  @Test("with one bad page is found out by the check, which changes nothing", arguments: 0..<8)
  func oneBadPage(seed: UInt64) throws {
    try makeLog()
    var bytes = try Data(contentsOf: folder.log)
    var random = SplitMix64(seed: seed)
    let page = 2 + random.below(bytes.count / 4_096 - 2)
    for place in page * 4_096..<(page + 1) * 4_096 {
      bytes[place] = UInt8(truncatingIfNeeded: random.next())
    }
    try bytes.write(to: folder.log)
    do {
      let log = try Samples.open(folder)
      #expect(try log.check().contains(where: \.isDamage))
      try log.close()
    } catch {
      #expect(isDamaged(error))
    }
    #expect(try Data(contentsOf: folder.log) == bytes)
  }

  @Test("with an answer that cannot be read says which")
  func undecodableRecord() throws {
    let log = try Samples.open(folder)
    let record = try log.append(.answered(Samples.answer(by: learner)))
    let stored = StoredRecord(
      id: record.id,
      device: record.device,
      sequence: record.sequence,
      instant: record.instant,
      kind: "answered",
      payload: "{}"
    )
    try log.queue.write { db in
      try db.execute(
        sql: "UPDATE records SET payload = ?, checksum = ?",
        arguments: [stored.payload, RecordChecksum.of(stored)]
      )
    }
    let told = LeftOutRecord(
      id: record.id,
      kind: "answered",
      reason: .problem(.misfit(kind: "answered"))
    )
    #expect(try log.check().contains(.unsound(told)))
    #expect(try log.records().isEmpty)
    #expect(try log.storedRecords().count == 1)
  }

  @Test("of a later version is refused")
  func newer() throws {
    try makeLog()
    let queue = try DatabaseQueue(path: folder.log.path)
    try queue.inDatabase { db in try db.execute(sql: "PRAGMA user_version = 7") }
    try queue.close()
    try expectRefusal { $0 == .newer(path: folder.log.path, version: 7) }
  }

  @Test("that is another program's database is refused")
  func foreign() throws {
    try FileManager.default.createDirectory(at: folder.data, withIntermediateDirectories: true)
    let queue = try DatabaseQueue(path: folder.log.path)
    try queue.inDatabase { db in
      try db.execute(sql: "CREATE TABLE mail (x); INSERT INTO mail VALUES (1)")
    }
    try queue.close()
    try expectRefusal { $0 == .notALog(path: folder.log.path) }
  }

  @Test("of which only the write-ahead log is left is not written over")
  func orphanedWriteAheadLog() throws {
    let log = try Samples.open(folder)
    try log.append(.answered(Samples.answer(by: learner)))
    let wal = URL(fileURLWithPath: folder.log.path + "-wal")
    let bytes = try Data(contentsOf: wal)
    try log.close()
    try FileManager.default.removeItem(at: folder.log)
    try bytes.write(to: wal)
    #expect { try Samples.open(folder) } throws: { error in
      (error as? ScoreStoreError).map(isDamaged) ?? false
    }
    #expect(try Data(contentsOf: wal) == bytes)
  }

  @Test("where a folder stands in its place cannot be opened")
  func folderInPlace() throws {
    try FileManager.default.createDirectory(at: folder.log, withIntermediateDirectories: true)
    #expect { try Samples.open(folder) } throws: { error in
      if case ScoreStoreError.cannotOpen(folder.log.path, _) = error { true } else { false }
    }
  }

  @Test("under a file in place of its folder cannot be made")
  func fileInPlaceOfFolder() throws {
    try Data("x".utf8).write(to: folder.data)
    #expect { try Samples.open(folder) } throws: { error in
      switch error as? ScoreStoreError {
      case .cannotCreate, .cannotOpen: true
      default: false
      }
    }
    #expect(try Data(contentsOf: folder.data) == Data("x".utf8))
  }

  @Test("that another process is writing to is called locked, and can be read")
  func locked() throws {
    let log = try Samples.open(folder)
    _ = try log.currentLearner(loginName: "ada")
    let other = try DatabaseQueue(path: folder.log.path)
    try other.inDatabase { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      #expect(throws: ScoreStoreError.locked(path: folder.log.path)) {
        try log.append(.answered(Samples.answer(by: learner)))
      }
      #expect(throws: Never.self) { try log.scores() }
      try db.execute(sql: "COMMIT")
    }
    #expect(try log.append(.answered(Samples.answer(by: learner))).sequence == 2)
  }

  @Test("that another process keeps to itself is called locked")
  func exclusivelyLocked() throws {
    try makeLog(answers: 1)
    let other = try DatabaseQueue(path: folder.log.path)
    try other.inDatabase { db in
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
    }
    #expect(throws: ScoreStoreError.locked(path: folder.log.path)) {
      let log = try Samples.open(folder)
      _ = try log.currentLearner(loginName: "ada")
    }
    try other.close()
    #expect(try Samples.open(folder).recordCount() == 2)
  }

  @Test("that grew as far as it can says so, and loses nothing")
  func fullFile() throws {
    let log = try Samples.open(folder)
    try log.queue.inDatabase { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages + 8)")
    }
    let written = fill(log)
    #expect(written.error == .full(path: folder.log.path))
    #expect(!written.ids.isEmpty)
    #expect(try log.records().map(\.id) == written.ids)
    #expect(try log.check().isEmpty)
  }

  /// Appends answers until that fails.
  private func fill(_ log: ScoreLog) -> (ids: [RecordID], error: ScoreStoreError?) {
    var ids: [RecordID] = []
    for number in 0..<5_000 {
      do {
        ids.append(try log.append(.answered(Samples.answer(by: learner, fact: "\(number)"))).id)
      } catch {
        return (ids, error)
      }
    }
    return (ids, nil)
  }

  @Test("that is removed while it is open says so instead of writing into nothing")
  func removed() throws {
    let log = try Samples.open(folder)
    _ = try log.currentLearner(loginName: "ada")
    try FileManager.default.removeItem(at: folder.log)
    #expect(throws: ScoreStoreError.moved(path: folder.log.path)) {
      try log.append(.answered(Samples.answer(by: learner)))
    }
  }

  @Test(
    "fails in the terms of this module",
    arguments: [
      (ResultCode.SQLITE_READONLY, ScoreStoreError.readOnly(path: "p")),
      (.SQLITE_READONLY_CANTINIT, .readOnly(path: "p")), (.SQLITE_FULL, .full(path: "p")),
      (.SQLITE_IOERR_SHMSIZE, .full(path: "p")), (.SQLITE_BUSY, .locked(path: "p")),
      (.SQLITE_BUSY_RECOVERY, .locked(path: "p")),
      (.SQLITE_CORRUPT, .damaged(path: "p", detail: "why")),
      (.SQLITE_NOTADB, .damaged(path: "p", detail: "why")),
      (.SQLITE_CANTOPEN, .cannotOpen(path: "p", reason: "why")),
      (.SQLITE_IOERR_READ, .failed(path: "p", code: 266, detail: "why")),
    ]
  )
  func mapping(code: ResultCode, expected: ScoreStoreError) {
    let error = DatabaseError(resultCode: code, message: "why")
    #expect(ScoreStoreError(wrapping: error, path: "p") == expected)
  }
}
