import Foundation
import QuizModel
import Synchronization
import Testing

@testable import ScoreStore

@Suite("What is written can be read again")
struct OneRangeTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A clock that jumps anywhere, also out of all calendars.
  private static func wildClock(seed: UInt64) -> @Sendable () -> Instant {
    let random = Mutex(SplitMix64(seed: seed))
    let moments: [Int64] = [
      Int64.min, -62_135_596_800_001, -62_135_596_800_000, 0, SteppingClock.start.milliseconds,
      253_402_300_799_998, 253_402_300_799_999, 253_402_300_800_000, Int64.max,
    ]
    return { Instant(milliseconds: random.withLock { moments[$0.below(moments.count)] }) }
  }

  /// One record at the edge of what a file may hold, or just behind it.
  private func extreme(_ body: RecordBody, device: UUID, _ random: inout SplitMix64) -> Record {
    let limit = Int64(1) << 53
    let sequences = [1, 2, limit - 1, limit, limit + 1, .max]
    let instants: [Int64] = [
      -62_135_596_800_001, -62_135_596_800_000, 0, 253_402_300_799_999, 253_402_300_800_000,
    ]
    return Record(
      id: RecordID(UUID(derivedFrom: ["\(random.next())"])),
      device: random.below(2) == 0 ? device : UUID(derivedFrom: ["stranger"]),
      sequence: sequences[random.below(sequences.count)],
      instant: Instant(milliseconds: instants[random.below(instants.count)]),
      body: body
    )
  }

  private func body(_ learner: LearnerID, _ random: inout SplitMix64) -> RecordBody {
    switch random.below(5) {
    case 0: return .learnerRenamed(Learner(id: learner, name: "n\(random.below(9))"))
    case 1:
      return .planSet(
        Samples.plan(by: learner, questions: [-1, 0, 1, 1_000, .max][random.below(5)])
      )
    case 2: return .flagged(Samples.flag(by: learner))
    case 3:
      let offset = [Int.min, -86_401, -86_400, 86_400, 86_401][random.below(5)]
      return .answered(Samples.answer(by: learner, offset: offset))
    default:
      let points = [Int.min, -1, 0, 1_000_000, 1_000_001][random.below(5)]
      return .answered(Samples.answer(by: learner, points: points))
    }
  }

  @Test(
    "after any chain of imports, names, plans and games: a backup restores, an export imports",
    arguments: 0..<24
  )
  func anyChain(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let clock = OneRangeTests.wildClock(seed: seed)
    let log = try ScoreLog(folder: folder.data, now: clock, makeUUID: { UUID() })
    let learner = try log.addLearner(named: "Ada").id
    let device = try #require(log.records().first?.device)
    var (written, refused) = (0, 0)
    for _ in 0..<60 {
      let before = try log.recordCount()
      do throws(ScoreStoreError) {
        switch random.below(5) {
        case 0: try log.insert([extreme(body(learner, &random), device: device, &random)])
        case 1: try log.renameLearner(named: learner.description, to: "m\(random.next())")
        case 2:
          try log.append(.planSet(Samples.plan(by: learner, questions: random.below(1_003) - 1)))
        default: try log.append(body(learner, &random))
        }
        written += 1
      } catch {
        switch error {
        case .notWritten, .notTakenIn, .nothingLater: refused += 1
        default: throw error
        }
        #expect(try log.recordCount() == before)
      }
    }
    #expect(written > 5 && refused > 5)
    #expect(try log.check().filter(\.isDamage).isEmpty)
    let records = try log.storedRecords()
    let backup = folder.url.appendingPathComponent("backup.sqlite")
    try log.backUp(to: backup)
    let elsewhere = folder.url.appendingPathComponent("elsewhere")
    let report = try ScoreLog.restore(
      from: backup,
      into: elsewhere,
      now: clock,
      makeUUID: { UUID() }
    )
    #expect(report.leftOut.isEmpty)
    let restored = try ScoreLog(folder: elsewhere, now: clock, makeUUID: { UUID() })
    #expect(try restored.storedRecords() == records)
    let export = folder.url.appendingPathComponent("export.jsonl")
    var lines = ""
    #expect(try log.exportRecords { lines += $0 }.isEmpty)
    try Data(lines.utf8).write(to: export)
    let other = try ScoreLog(inMemoryWith: clock, makeUUID: { UUID() })
    #expect(try other.unite(with: export, isExport: true).records.leftOut.isEmpty)
    #expect(try other.storedRecords() == records)
  }

  @Test("goes on under a new device where all places of the old one are given")
  func placesRunOut() throws {
    let log = try Samples.inMemory()
    let ada = try log.addLearner(named: "Ada")
    let device = try #require(log.records().first?.device)
    try log.insert([
      Record(
        id: RecordID(UUID()),
        device: device,
        sequence: 1 << 53,
        instant: SteppingClock.start,
        body: .flagged(Samples.flag(by: ada.id))
      )
    ])
    let next = try log.append(.flagged(Samples.flag(by: ada.id)))
    #expect(next.device != device && next.sequence == 1)
    let after = try log.append(.flagged(Samples.flag(by: ada.id)))
    #expect(after.device == next.device && after.sequence == 2)
    #expect(try log.faults().isEmpty)
  }

  @Test("a payload as long as one can be is exported and comes in; a byte more is not written")
  func longestPayload() throws {
    let log = try Samples.inMemory()
    let frame = #"{"a":""}"#.utf8.count
    for extra in [0, 1] {
      let text = String(repeating: "x", count: StoredRecord.longest - frame + extra)
      let record = StoredRecord(
        id: RecordID(UUID()),
        device: UUID(),
        sequence: 1 << 53,
        instant: SteppingClock.start,
        kind: "mood-told",
        payload: #"{"a":"\#(text)"}"#
      )
      if extra == 0 {
        try log.insert([record])
      } else {
        #expect(throws: ScoreStoreError.self) { try log.insert([record]) }
      }
    }
    let url = folder.url.appendingPathComponent("export.jsonl")
    var lines = ""
    try log.exportRecords { lines += $0 }
    try Data(lines.utf8).write(to: url)
    let other = try Samples.inMemory()
    #expect(try other.unite(with: url, isExport: true).records.added == 1)
  }

  @Test("a plan of an earlier version that no game writes is passed over and named")
  func planThatStands() throws {
    let log = try Samples.inMemory()
    let ada = try log.addLearner(named: "Ada")
    try log.append(.planSet(Samples.plan(by: ada.id, questions: 5)))
    let record = StoredRecord(
      id: RecordID(UUID()),
      device: UUID(),
      sequence: 1,
      instant: SteppingClock.start.advanced(byDays: 99),
      kind: "plan-set",
      payload: #"{"learner":"\#(ada.id.uuid.text)","questionsPerDay":-1,"topics":[]}"#
    )
    try log.place(record, owner: ada.id)
    #expect(try log.plan(of: ada.id)?.questionsPerDay == 5)
    #expect(try log.state().learners.first?.plan?.questionsPerDay == 5)
    let named = LeftOutRecord(
      id: record.id,
      kind: "plan-set",
      reason: .problem(.outOfRange(field: "questionsPerDay"))
    )
    #expect(try log.check() == [.unsound(named)])
    #expect(try log.exportRecords { _ in }.first == [named])
  }
}
