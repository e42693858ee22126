import Foundation
import GRDB
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Records of a log")
struct RecordsTests {
  private let learner = LearnerID(UUID())

  @Test("come back as they were appended, in every kind")
  func appendedRecordsComeBack() throws {
    let log = try Samples.inMemory()
    let bodies = Samples.everyKind(of: learner, session: SessionID(UUID())).dropLast()
    let appended = try bodies.map { try log.append($0) }
    #expect(try log.records() == appended)
    #expect(appended.map(\.sequence) == Array(1...Int64(bodies.count)))
  }

  @Test("are taken in once, however often they come")
  func insertingIsIdempotent() throws {
    let history = RandomHistory(seed: 1, count: 100)
    let log = try Samples.inMemory()
    try log.insert(history.records)
    let before = try log.storedRecords()
    let report = try log.insert(before)
    #expect(report == MergeReport(added: 0, known: before.count, refused: 0))
    #expect(try log.storedRecords() == before)
  }

  @Test("unite to the same state whichever way parts are merged", arguments: 0..<12)
  func partsUnite(seed: UInt64) throws {
    let history = RandomHistory(seed: seed, count: 120)
    let expected = LogState(records: history.records)
    for order in 0..<3 {
      let log = try Samples.inMemory()
      for part in history.parts(3, seed: seed * 7 + UInt64(order)) { try log.insert(part) }
      #expect(try log.state() == expected)
      try expectTables(of: log, toAgreeWith: expected)
    }
  }

  @Test("of two logs unite to the same state in both", arguments: 0..<6)
  func twoLogsUnite(seed: UInt64) throws {
    let parts = RandomHistory(seed: seed, count: 120).parts(2, seed: seed)
    let (left, right) = (try Samples.inMemory(), try Samples.inMemory())
    try left.insert(parts[0])
    try right.insert(parts[1])
    let (toRight, toLeft) = (try left.storedRecords(), try right.storedRecords())
    try left.insert(toLeft)
    try right.insert(toRight)
    #expect(try left.state() == right.state())
    #expect(try left.scores().map(\.points) == right.scores().map(\.points))
  }

  @Test("lead to the same tables when these are dropped and replayed", arguments: 0..<6)
  func replayGivesTheSameTables(seed: UInt64) throws {
    let log = try Samples.inMemory()
    for record in RandomHistory(seed: seed, count: 150).shuffled(seed: seed) {
      try log.insert([record])
    }
    let before = try dump(log)
    try log.rebuild()
    #expect(try dump(log) == before)
    #expect(try log.check().isEmpty)
    try log.queue.write { db in try db.execute(sql: "DELETE FROM tallies") }
    #expect(try log.check() == [.staleTable("tallies")])
    try log.rebuild()
    #expect(try dump(log) == before)
  }

  @Test("of a kind that only a later version knows stay as they are")
  func unknownKindsStay() throws {
    let log = try Samples.inMemory()
    let stranger = StoredRecord(
      id: RecordID(UUID()),
      device: UUID(),
      sequence: 1,
      instant: SteppingClock.start,
      kind: "mood-told",
      payload: #"{"learner":"\#(learner.uuid.uuidString)","z":1,"a":2}"#
    )
    try log.insert([stranger])
    try log.rebuild()
    #expect(try log.storedRecords() == [stranger])
    #expect(try log.records().isEmpty)
    #expect(try log.state() == LogState())
    #expect(try log.check() == [.unknownKind("mood-told", records: 1)])
    try log.insert([tombstone(of: learner)])
    #expect(try log.storedRecords().map(\.kind) == ["forgotten"])
  }

  @Test("of a forgotten learner are not let in")
  func forgottenLearnerStaysOut() throws {
    let log = try Samples.inMemory()
    let ada = try log.addLearner(named: "Ada")
    let answer = try log.append(.answered(Samples.answer(by: ada.id)))
    try log.forget(ada.id)
    let report = try log.insert([answer])
    #expect(report.refused == 1)
    #expect(throws: ScoreStoreError.forgottenLearner(ada.id)) {
      try log.append(.answered(Samples.answer(by: ada.id)))
    }
    #expect(try log.records().map(\.body) == [.forgotten(ada.id)])
  }

  @Test("that come with the tombstone of their learner are not even written")
  func tombstoneInTheSameBatch() throws {
    let log = try Samples.inMemory()
    let source = try Samples.inMemory()
    let answer = try source.append(.answered(Samples.answer(by: learner)))
    let report = try log.insert([answer, tombstone(of: learner)])
    #expect(report.added == 1)
    #expect(report.refused == 1)
    #expect(try log.records().map(\.body) == [.forgotten(learner)])
  }

  @Test("never get a place that this device gave before")
  func sequenceStaysAhead() throws {
    let log = try Samples.inMemory()
    let own = try log.append(.flagged(Samples.flag(by: learner)))
    try log.insert([
      QuizModel.Record(
        id: RecordID(UUID()),
        device: own.device,
        sequence: 41,
        instant: own.instant,
        body: .flagged(Samples.flag(by: learner))
      )
    ])
    #expect(try log.append(.flagged(Samples.flag(by: learner))).sequence == 42)
  }

  @Test("of two machines that go by one name are all kept, and the check tells of them")
  func clonedDevices() throws {
    let log = try Samples.inMemory()
    let own = try log.append(.flagged(Samples.flag(by: learner)))
    let twin = QuizModel.Record(
      id: RecordID(UUID()),
      device: own.device,
      sequence: own.sequence,
      instant: own.instant,
      body: own.body
    )
    try log.insert([twin])
    #expect(try Set(log.records()) == [own, twin])
    #expect(
      try log.check() == [
        .repeatedSequence(device: own.device, sequence: own.sequence, records: 2)
      ]
    )
  }

  private func tombstone(of learner: LearnerID) -> QuizModel.Record {
    QuizModel.Record(
      id: RecordID(UUID()),
      device: UUID(),
      sequence: 1,
      instant: SteppingClock.start,
      body: .forgotten(learner)
    )
  }

  private func dump(_ log: ScoreLog) throws -> [String] {
    try log.queue.read { db in
      try LogCaches.tables.flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }.sorted()
      }
    }
  }

  private func expectTables(of log: ScoreLog, toAgreeWith state: LogState) throws {
    let scores = try log.scores().sorted { $0.learner.id < $1.learner.id }
    #expect(scores.map(\.learner) == state.learners.map(\.learner))
    #expect(scores.map(\.points) == state.learners.map(\.points))
    #expect(scores.map(\.answers) == state.learners.map(\.answers))
    #expect(scores.map(\.right) == state.learners.map(\.right))
    #expect(scores.map(\.lastPlayed) == state.learners.map(\.lastPlayed))
    for person in state.learners {
      let topics = try log.topicScores(of: person.learner.id)
      let told = topics.map {
        ($0.topic, LogState.Topic(answers: $0.answers, right: $0.right, points: $0.points))
      }
      #expect(Dictionary(uniqueKeysWithValues: told) == person.topics)
    }
    let known = Set(state.learners.flatMap(\.members))
    let sessions = state.sessions.filter { known.contains($0.opening.learner) }
    let told = try log.sessions(limit: 1_000)
    #expect(Set(told.map(\.opening)) == Set(sessions.map(\.opening)))
    for session in sessions {
      let same = told.first { $0.opening == session.opening }
      #expect(same?.opened == session.opened)
      #expect(same?.reason == session.closing?.reason)
      #expect(try log.answers(in: session.opening.session).map(\.record) == session.answers)
    }
  }
}
