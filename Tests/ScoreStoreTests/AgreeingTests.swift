import Foundation
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Taking in what changes something for those who are here")
struct AgreeingTests {
  private let folder: TemporaryFolder
  private let clock = SteppingClock()
  private let log: ScoreLog
  private let ada: Learner

  init() throws {
    folder = try TemporaryFolder()
    log = try Samples.open(folder, clock: clock)
    ada = try log.addLearner(named: "Ada")
    for _ in 0..<3 { try log.append(.answered(Samples.answer(by: ada.id))) }
  }

  /// A file with these records.
  private func file(_ bodies: [RecordBody]) throws -> URL {
    let records = try bodies.enumerated().map { number, body in
      try StoredRecord(
        Record(
          id: RecordID(UUID()),
          device: UUID(),
          sequence: Int64(number + 1),
          instant: clock.now(),
          body: body
        ),
        coder: RecordCoder()
      )
    }
    let url = folder.url.appendingPathComponent("\(UUID()).jsonl")
    try Data(records.map(RecordLine.text).joined().utf8).write(to: url)
    return url
  }

  /// What would be changed, and was not.
  private func effects(of url: URL) throws -> IntakeEffects? {
    let before = try log.storedRecords()
    do throws(ScoreStoreError) {
      try log.unite(with: url)
      return nil
    } catch {
      guard case .notAgreed(let effects) = error else { throw error }
      #expect(try log.storedRecords() == before)
      #expect(log.automaticBackups.isEmpty)
      return effects
    }
  }

  private func person(_ answers: Int) -> IntakeEffects.Person {
    IntakeEffects.Person(id: ada.id, name: "Ada", answers: answers)
  }

  @Test("a tombstone of somebody here is asked about; one of a stranger is not")
  func erasure() throws {
    #expect(try effects(of: file([.forgotten(LearnerID(UUID()))])) == nil)
    let url = try file([.forgotten(ada.id)])
    let wanted = try #require(try effects(of: url))
    #expect(wanted.erased == [person(3)])
    #expect(wanted.renamed.isEmpty && wanted.united.isEmpty && wanted.losing.isEmpty)
    let weekly = try #require(try log.backUpIfDue(now: clock.now()))
    try log.unite(with: url, agreed: wanted)
    #expect(try log.learners().isEmpty)
    // Once it was agreed to, the erasure reaches all backups, the one just made included.
    #expect(log.automaticBackups.count == 2)
    for backup in log.automaticBackups {
      let names = try log.withCopy(of: backup) { copy throws(ScoreStoreError) in
        try copy.learners().map(\.name)
      }
      #expect(names.isEmpty, "\(backup.lastPathComponent), \(weekly.lastPathComponent)")
    }
  }

  @Test("a name, a union and answers taken back are asked about")
  func otherChanges() throws {
    let named = try effects(of: file([.learnerRenamed(Learner(id: ada.id, name: "Eve"))]))
    #expect(named?.renamed == [IntakeEffects.Renaming(learner: ada, name: "Eve")])
    let stranger = Learner(id: LearnerID(UUID()), name: "Mallory")
    let united = try effects(
      of: file([
        .learnerCreated(stranger), .learnersAreOne([ada.id, stranger.id]),
        .answered(Samples.answer(by: stranger.id)),
      ])
    )
    #expect(united?.united == [IntakeEffects.Union(learner: ada, others: ["Mallory"])])
    let answer = try #require(
      try log.records().first { if case .answered = $0.body { true } else { false } }
    )
    let taken = try effects(
      of: file([.retracted(Retraction(learner: ada.id, answer: answer.id))])
    )
    #expect(taken?.losing == [person(1)])
    let bob = try log.addLearner(named: "Bob")
    let both = try effects(of: file([.learnersAreOne([ada.id, bob.id])]))
    #expect(both?.united.count == 1)
  }

  @Test("what another machine of the same person played comes in without a question")
  func ownMachine() throws {
    let other = try ScoreLog(
      folder: folder.url.appendingPathComponent("other"),
      now: { clock.now() },
      makeUUID: { UUID() }
    )
    // A fresh machine, and then both in turn.
    try other.unite(with: folder.log)
    let session = SessionID(UUID())
    try other.append(.sessionOpened(Samples.opening(session, by: ada.id)))
    let wrong = try other.append(.answered(Samples.answer(by: ada.id, session: session)))
    try other.append(.retracted(Retraction(learner: ada.id, answer: wrong.id)))
    try other.append(.planSet(Samples.plan(by: ada.id)))
    try other.addLearner(named: "Carla")
    try log.unite(with: try #require(other.location).log)
    #expect(try log.storedRecords() == other.storedRecords())
    #expect(log.automaticBackups.isEmpty)
  }

  @Test("something else than what was agreed to is asked about anew")
  func changedMeanwhile() throws {
    let url = try file([.forgotten(ada.id)])
    let wanted = try #require(try effects(of: url))
    try log.append(.answered(Samples.answer(by: ada.id)))
    #expect {
      try log.unite(with: url, agreed: wanted)
    } throws: { error in
      guard case .notAgreed(let effects) = error as? ScoreStoreError else { return false }
      return effects.erased == [person(4)]
    }
    #expect(try log.learners() == [ada])
  }

  @Test("a backup with a tombstone empties nothing that was not agreed to")
  func tombstoneInABackup() throws {
    let other = try ScoreLog(
      folder: folder.url.appendingPathComponent("other"),
      now: { clock.now() },
      makeUUID: { UUID() }
    )
    try other.unite(with: folder.log)
    try other.forget(ada.id)
    let backup = folder.url.appendingPathComponent("backup.sqlite")
    try other.backUp(to: backup)
    _ = try #require(try log.backUpIfDue(now: clock.now()))
    let before = try log.storedRecords()
    let restore = { (agreed: IntakeEffects?) throws(ScoreStoreError) in
      try ScoreLog.restore(
        from: backup,
        into: folder.data,
        agreed: agreed,
        now: { clock.now() },
        makeUUID: { UUID() }
      )
    }
    var wanted: IntakeEffects?
    do throws(ScoreStoreError) {
      _ = try restore(nil)
    } catch {
      guard case .notAgreed(let effects) = error else { throw error }
      wanted = effects
    }
    #expect(wanted?.erased == [person(3)])
    #expect(try log.storedRecords() == before)
    let held = try log.withCopy(of: log.automaticBackups[0]) { copy throws(ScoreStoreError) in
      try copy.storedRecords()
    }
    #expect(held == before)
    #expect(log.automaticBackups.count == 1)
    _ = try restore(wanted)
    #expect(try log.learners().isEmpty)
  }

  @Test("restoring says what is here and not in the backup, and asks nothing where all of it is")
  func restoring() throws {
    let backup = folder.url.appendingPathComponent("backup.sqlite")
    try log.backUp(to: backup)
    let restore = { () throws(ScoreStoreError) in
      try ScoreLog.restore(
        from: backup,
        into: folder.data,
        now: { clock.now() },
        makeUUID: { UUID() }
      )
    }
    #expect(try restore().records == 4)
    try log.append(.answered(Samples.answer(by: ada.id)))
    try log.append(.planSet(Samples.plan(by: ada.id)))
    #expect {
      try restore()
    } throws: { error in
      guard case .notAgreed(let effects) = error as? ScoreStoreError else { return false }
      return effects.losing == [person(1)] && effects.gone == 2 && effects.erased.isEmpty
    }
    #expect(try log.recordCount() == 6)
  }
}
