import Foundation
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Forgetting people without a name")
struct NamelessTests {
  private let folder: TemporaryFolder
  private let clock = SteppingClock()
  private let log: ScoreLog
  private let pupils = (0..<4).map { LearnerID(UUID(derivedFrom: ["pupil", "\($0)"])) }

  init() throws {
    folder = try TemporaryFolder()
    log = try Samples.open(folder, clock: clock)
  }

  /// A sitting of a pupil, as a class's records make it: by devices of its own.
  private func records(of pupil: LearnerID, secret: String) -> [Record] {
    let session = SessionID(UUID(derivedFrom: ["session", pupil.description]))
    let bodies: [RecordBody] = [
      .sessionOpened(Samples.opening(session, by: pupil)),
      .answered(Samples.answer(by: pupil, session: session, stem: "secret of \(secret)")),
      .sessionClosed(SessionClosing(session: session, reason: .finished)),
    ]
    return bodies.enumerated().map { place, body in
      Record(
        id: RecordID(UUID(derivedFrom: ["record", pupil.description, "\(place)"])),
        device: UUID(derivedFrom: ["device", pupil.description]),
        sequence: Int64(place + 1),
        instant: SteppingClock.start,
        body: body
      )
    }
  }

  private func fill() throws {
    for (number, pupil) in pupils.enumerated() {
      try log.insert(records(of: pupil, secret: "pupil \(number)"))
    }
  }

  /// How many sittings there are.
  private func openings() throws -> Int {
    try log.records().count { if case .sessionOpened = $0.body { true } else { false } }
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

  @Test("leaves no byte of them in the log and the backups, and everybody else's")
  func noTrace() throws {
    try fill()
    let ada = try log.addLearner(named: "Ada")
    let backup = try #require(try log.backUpIfDue(now: clock.now()))
    let report = try log.forget(nameless: [pupils[0], pupils[2]])
    #expect(report.isClean)
    #expect(report.rewritten == [backup.path])
    for (number, isKept) in [(0, false), (1, true), (2, false), (3, true)] {
      #expect(try isAnywhere("secret of pupil \(number)") == isKept, "\(number)")
    }
    #expect(try log.learners() == [ada])
    #expect(try log.state().forgottenLearners == [pupils[0], pupils[2]])
    #expect(try openings() == 2)
    #expect(try log.faults().isEmpty)
  }

  @Test("keeps their records out for good, whoever brings them")
  func keptOut() throws {
    try fill()
    let other = try Samples.inMemory()
    try other.insert(log.storedRecords())
    try log.forget(nameless: pupils)
    // The closing names no learner; it tells of nobody.
    let back = try log.insert(records(of: pupils[0], secret: "pupil 0"))
    #expect(back.refused == 2)
    #expect(try !isAnywhere("secret of pupil"))
    #expect(throws: ScoreStoreError.forgottenLearner(pupils[1])) {
      try log.append(.answered(Samples.answer(by: pupils[1])))
    }
    try other.insert(log.storedRecords())
    #expect(try other.state().answers.isEmpty)
    #expect(try other.faults().isEmpty)
  }

  @Test("of whom there is nothing leaves a tombstone, of nobody nothing")
  func strangers() throws {
    let stranger = LearnerID(UUID())
    try log.forget(nameless: [])
    #expect(try log.recordCount() == 0)
    try log.forget(nameless: [stranger])
    #expect(try log.records().map(\.body) == [.forgotten(stranger)])
  }

  @Test("again, or named twice, changes nothing more")
  func again() throws {
    try fill()
    try log.forget(nameless: [pupils[0], pupils[0]])
    try log.forget(nameless: [pupils[0], pupils[1], pupils[1]])
    try log.forget(nameless: [pupils[1], pupils[0]])
    let tombstones = try log.records().filter {
      if case .forgotten = $0.body { true } else { false }
    }
    #expect(tombstones.count == 2)
    #expect(try log.state().forgottenLearners == [pupils[0], pupils[1]])
    #expect(try openings() == 2)
  }
}
