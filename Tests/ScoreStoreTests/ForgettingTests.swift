import Foundation
import GRDB
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Forgetting a learner")
struct ForgettingTests {
  private let folder: TemporaryFolder
  private let clock = SteppingClock()
  private let log: ScoreLog

  init() throws {
    folder = try TemporaryFolder()
    log = try Samples.open(folder, clock: clock)
  }

  private func fill(_ name: String) throws -> Learner {
    let learner = try log.addLearner(named: name)
    let session = SessionID(UUID())
    try log.append(.sessionOpened(Samples.opening(session, by: learner.id)))
    for number in 0..<20 {
      try log.append(
        .answered(
          Samples.answer(
            by: learner.id,
            session: session,
            fact: "\(number)",
            stem: "secret of \(name)" + String(repeating: " long", count: 80)
          )
        )
      )
    }
    try log.append(.sessionClosed(SessionClosing(session: session, reason: .finished)))
    try log.append(.planSet(Samples.plan(by: learner.id)))
    return learner
  }

  /// Whether any file below the folder holds a text.
  private func isAnywhere(_ text: String) throws -> Bool {
    let files = FileManager.default.enumerator(at: folder.url, includingPropertiesForKeys: nil)
    while let url = files?.nextObject() as? URL {
      let data = try? Data(contentsOf: url)
      if data?.range(of: Data(text.utf8)) != nil { return true }
    }
    return false
  }

  @Test("leaves a tombstone, and no byte of them in the log and the automatic backups")
  func leavesNoTrace() throws {
    let eve = try fill("Eve")
    let ada = try fill("Ada")
    let backup = try #require(try log.backUpIfDue(now: clock.now()))
    try log.renameLearner(named: "Eve", to: "Evelyn")
    #expect(try isAnywhere("secret of Eve"))
    let report = try log.forget(eve.id)
    #expect(report.isClean)
    #expect(report.rewritten == [backup.path])
    #expect(report.untouched.isEmpty)
    #expect(try !isAnywhere("secret of Eve"))
    #expect(try !isAnywhere("Evelyn"))
    #expect(try isAnywhere("secret of Ada"))
    #expect(try log.learners() == [ada])
    #expect(try log.state().forgottenLearners == [eve.id])
    #expect(try log.check().isEmpty)
    let kept = try ScoreLog(folder: folder.data, now: { clock.now() }, makeUUID: { UUID() })
      .withCopy(of: backup) { copy throws(ScoreStoreError) in
        (try copy.learners(), try copy.score(of: ada.id).answers, try copy.check())
      }
    #expect(kept.0 == [ada])
    #expect(kept.1 == 20)
    #expect(kept.2.isEmpty)
  }

  @Test("of one's own makes the next start choose somebody else")
  func currentLearnerGoes() throws {
    let ada = try fill("Ada")
    let eve = try fill("Eve")
    #expect(try log.currentLearner() == eve)
    try log.forget(eve.id)
    #expect(try log.currentLearner() == nil)
    #expect(try log.currentLearner(loginName: "x") == ada)
    try log.forget(ada.id)
    #expect(try log.currentLearner(loginName: "x").name == "x")
  }

  @Test("reaches all ids of a person, and comes in by a merge as well")
  func reachesGroupAndMerges() throws {
    let (ada, eve) = (try fill("Ada"), try fill("Eve"))
    try log.append(.learnersAreOne([ada.id, eve.id]))
    let other = try Samples.inMemory()
    try other.insert(try log.storedRecords())
    try log.forget(ada.id)
    #expect(try log.state().forgottenLearners == [ada.id, eve.id])
    let report = try other.insert(try log.storedRecords())
    #expect(report.erasure?.isClean == true)
    #expect(try other.learners().isEmpty)
    #expect(try other.state() == log.state())
  }

  @Test("tells of a backup that cannot be rewritten")
  func unreadableBackup() throws {
    let eve = try fill("Eve")
    try FileManager.default.createDirectory(
      at: folder.backups,
      withIntermediateDirectories: true
    )
    let broken = folder.backups.appendingPathComponent("weekly-20200101T000000Z.sqlite")
    try Data("secret of Eve".utf8).write(to: broken)
    let report = try log.forget(eve.id)
    #expect(report.untouched == [broken.path])
    #expect(try Data(contentsOf: broken) == Data("secret of Eve".utf8))
  }

  @Test("says that another process still reads what was there")
  func anotherReader() throws {
    let eve = try fill("Eve")
    let reader = try DatabaseQueue(path: folder.log.path)
    let report = try reader.inDatabase { db in
      try db.execute(sql: "BEGIN; SELECT count(*) FROM records")
      defer { try? db.execute(sql: "COMMIT") }
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM records")
      return try log.forget(eve.id)
    }
    #expect(!report.isClean)
    try reader.close()
    try log.close()
    #expect(try !isAnywhere("secret of Eve"))
  }

  @Test("of nobody is an error")
  func unknown() {
    let nobody = LearnerID(UUID())
    #expect(throws: ScoreStoreError.unknownLearner(name: nobody.description)) {
      try log.forget(nobody)
    }
  }

  @Test("tells of some people who of them is forgotten, with a name or without one")
  func forgottenAmong() throws {
    let (ada, eve) = (try fill("Ada").id, try fill("Eve").id)
    let pupils = (0..<3).map { LearnerID(UUID(derivedFrom: ["pupil", "\($0)"])) }
    let people = [ada, eve] + pupils
    #expect(try log.forgotten(among: people).isEmpty)
    try log.forget(eve)
    try log.forget(nameless: [pupils[1], pupils[1]])
    #expect(try log.forgotten(among: people) == [eve, pupils[1]])
    #expect(try log.forgotten(among: [ada, pupils[0]]).isEmpty)
    #expect(try log.forgotten(among: []).isEmpty)
    // A tombstone that another machine wrote counts as well.
    let other = try Samples.inMemory()
    try other.insert(try log.storedRecords())
    #expect(try other.forgotten(among: people + people) == [eve, pupils[1]])
  }
}
