import Foundation
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Backups")
struct BackupsTests {
  private let folder: TemporaryFolder
  private let clock = SteppingClock()
  private let log: ScoreLog
  private let ada: Learner

  init() throws {
    folder = try TemporaryFolder()
    log = try Samples.open(folder, clock: clock)
    ada = try log.addLearner(named: "Ada")
  }

  private func answer(_ points: Int = 100) throws {
    try log.append(.answered(Samples.answer(by: ada.id, points: points)))
  }

  /// Restores a backup and agrees to whatever that changes.
  private func restore(_ backup: URL) throws -> RestoreReport {
    do throws(ScoreStoreError) {
      return try restore(backup, agreed: nil)
    } catch {
      guard case .notAgreed(let effects) = error else { throw error }
      return try restore(backup, agreed: effects)
    }
  }

  private func restore(
    _ backup: URL,
    agreed: IntakeEffects?
  ) throws(ScoreStoreError) -> RestoreReport {
    try ScoreLog.restore(
      from: backup,
      into: folder.data,
      agreed: agreed,
      busyTimeout: .milliseconds(50),
      now: { clock.now() },
      makeUUID: { UUID() }
    )
  }

  @Test("are made by themselves once a week, from the first answer on")
  func weekly() throws {
    #expect(try log.backUpIfDue(now: clock.now()) == nil)
    try answer()
    let first = try #require(try log.backUpIfDue(now: clock.now()))
    #expect(try log.backUpIfDue(now: clock.now()) == nil)
    clock.move(byDays: 6)
    #expect(try log.backUpIfDue(now: clock.now()) == nil)
    clock.move(byDays: 1)
    let second = try #require(try log.backUpIfDue(now: clock.now()))
    #expect(log.automaticBackups == [first, second])
    #expect(first.deletingLastPathComponent().lastPathComponent == "backups")
    let mode = try FileManager.default.attributesOfItem(atPath: first.path)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.backups.path).count == 2)
  }

  @Test("are kept five, and what else lies there is left alone")
  func rotation() throws {
    try answer()
    var made: [URL] = []
    for _ in 0..<7 {
      made.append(try #require(try log.backUpIfDue(now: clock.now())))
      clock.move(byDays: 8)
    }
    let own = folder.backups.appendingPathComponent("weekly-mine.sqlite")
    try Data().write(to: own)
    made.append(try #require(try log.backUpIfDue(now: clock.now())))
    #expect(log.automaticBackups == Array(made.suffix(5)))
    #expect(FileManager.default.fileExists(atPath: own.path))
  }

  @Test("sweep up what a killed process left, but not what is being worked on")
  func leftovers() throws {
    try answer()
    let (old, new) = (
      folder.data.appendingPathComponent(".copy-old"),
      folder.data.appendingPathComponent(".copy-new")
    )
    for (url, hours) in [(old, 2.0), (new, 0.5)] {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      let date = Date(
        timeIntervalSince1970: Double(clock.now().milliseconds) / 1_000 - hours * 3_600
      )
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: url.path)
    }
    _ = try #require(try log.backUpIfDue(now: clock.now()))
    #expect(!FileManager.default.fileExists(atPath: old.path))
    #expect(FileManager.default.fileExists(atPath: new.path))
  }

  @Test("from the future count neither as the newest nor among the five", arguments: [1, 5, 7])
  func futureBackups(count: Int) throws {
    try answer()
    var made: [URL] = []
    for _ in 0..<5 {
      made.append(try #require(try log.backUpIfDue(now: clock.now())))
      clock.move(byDays: 8)
    }
    // A clock that was once wrong.
    for number in 1...count {
      let name = "weekly-2099010\(number)T000000Z.sqlite"
      try Data().write(to: folder.backups.appendingPathComponent(name))
    }
    made.append(try #require(try log.backUpIfDue(now: clock.now())))
    for _ in 0..<5 { #expect(try log.backUpIfDue(now: clock.now()) == nil) }
    #expect(log.automaticBackups.prefix(5) == made.suffix(5))
    #expect(log.automaticBackups.count == 5 + count)
    // Once that day has come they are backups like others.
    clock.move(byDays: 30_000)
    made.append(try #require(try log.backUpIfDue(now: clock.now())))
    #expect(log.automaticBackups.count == 5)
  }

  @Test("made by a clock that was set far back push out none of those made before")
  func clockSetBack() throws {
    try answer()
    for _ in 0..<5 {
      _ = try #require(try log.backUpIfDue(now: clock.now()))
      clock.move(byDays: 8)
    }
    let before = log.automaticBackups
    clock.move(byDays: -20_000)
    _ = try #require(try log.backUpIfDue(now: clock.now()))
    #expect(try log.backUpIfDue(now: clock.now()) == nil)
    #expect(Set(log.automaticBackups).isSuperset(of: before))
  }

  @Test("of one second have different names")
  func sameSecond() throws {
    let log = try ScoreLog(
      folder: folder.data,
      now: { SteppingClock.start },
      makeUUID: { UUID() }
    )
    let urls = [try log.writeBackup(.restore), try log.writeBackup(.restore)]
    #expect(
      urls.map { $0?.lastPathComponent } == [
        "restore-20260921T141320Z.sqlite", "restore-20260921T141320Z-2.sqlite",
      ]
    )
    #expect(log.automaticBackups == urls)
  }

  @Test("to a path of one's own hold everything, and never replace a file")
  func toPath() throws {
    try answer()
    let url = folder.url.appendingPathComponent("mine.sqlite")
    try log.backUp(to: url)
    let before = try Data(contentsOf: url)
    #expect(throws: ScoreStoreError.backupExists(path: url.path)) { try log.backUp(to: url) }
    #expect(try Data(contentsOf: url) == before)
    let records = try log.withCopy(of: url) { copy throws(ScoreStoreError) in try copy.records() }
    #expect(try records == log.records())
    let nowhere = folder.url.appendingPathComponent("no/such/folder.sqlite")
    #expect(throws: ScoreStoreError.self) { try log.backUp(to: nowhere) }
  }

  @Test("are restored while another process has the log open, which goes on")
  func restoring() throws {
    try answer(40)
    let backup = folder.url.appendingPathComponent("mine.sqlite")
    try log.backUp(to: backup)
    try answer(60)
    let before = try log.records()
    let report = try restore(backup)
    #expect(report.records == 2)
    #expect(report.setAside == nil)
    #expect(try log.score(of: ada.id).points == 40)
    let next = try log.append(.answered(Samples.answer(by: ada.id, points: 1)))
    #expect(next.sequence == 4)
    #expect(try log.check().isEmpty)
    let previous = try #require(report.previous)
    #expect(
      try log.withCopy(of: previous) { copy throws(ScoreStoreError) in try copy.records() }
        == before
    )
  }

  @Test("do not bring back who was forgotten since")
  func restoringKeepsTombstones() throws {
    try answer()
    let backup = folder.url.appendingPathComponent("mine.sqlite")
    try log.backUp(to: backup)
    try log.forget(ada.id)
    let report = try restore(backup)
    #expect(report.records == 1)
    #expect(try log.learners().isEmpty)
    #expect(try log.check().isEmpty)
  }

  @Test("are restored where no log is, under a device of its own")
  func restoringElsewhere() throws {
    try answer(40)
    let backup = folder.url.appendingPathComponent("mine.sqlite")
    try log.backUp(to: backup)
    let elsewhere = folder.url.appendingPathComponent("elsewhere")
    let report = try ScoreLog.restore(
      from: backup,
      into: elsewhere,
      now: { clock.now() },
      makeUUID: { UUID() }
    )
    #expect(report == RestoreReport(records: 2, previous: nil, setAside: nil))
    let other = try ScoreLog(folder: elsewhere, now: { clock.now() }, makeUUID: { UUID() })
    #expect(try other.currentLearner(loginName: "x") == ada)
    let theirs = try other.append(.flagged(Samples.flag(by: ada.id)))
    #expect(try theirs.device != log.records()[0].device)
  }

  @Test("replace a damaged log, which is set aside whole")
  func restoringOverDamage() throws {
    try answer(40)
    let backup = folder.url.appendingPathComponent("mine.sqlite")
    try log.backUp(to: backup)
    try log.close()
    let damaged = Data("not a database any more".utf8)
    try damaged.write(to: folder.log)
    let report = try restore(backup)
    let aside = try #require(report.setAside)
    #expect(try Data(contentsOf: aside) == damaged)
    #expect(try Samples.open(folder).score(of: ada.id).points == 40)
  }

  @Test("that are missing, damaged, foreign or newer are refused, and the log stays")
  func refusedBackups() throws {
    try answer()
    let before = try log.records()
    let url = folder.url.appendingPathComponent("mine.sqlite")
    #expect(throws: ScoreStoreError.backupNotFound(path: url.path)) { try restore(url) }
    try Data("junk".utf8).write(to: url)
    #expect(throws: ScoreStoreError.damaged(path: url.path, detail: "no SQLite header")) {
      try restore(url)
    }
    try FileManager.default.removeItem(at: url)
    try log.backUp(to: url)
    let sound = try Data(contentsOf: url)
    for (place, byte) in [(63, UInt8(9)), (68, 0)] {
      var bytes = sound
      bytes[place] = byte
      try bytes.write(to: url)
      let expected: ScoreStoreError =
        place == 63 ? .newer(path: url.path, version: 9) : .notALog(path: url.path)
      #expect(throws: expected) { try restore(url) }
    }
    try sound.prefix(sound.count - 8_192).write(to: url)
    #expect { try restore(url) } throws: { error in
      if case ScoreStoreError.damaged(url.path, _) = error { true } else { false }
    }
    #expect(try log.records() == before)
    #expect(log.automaticBackups.isEmpty)
  }
}
