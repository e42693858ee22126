import Foundation
import GRDB
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Checksums of records")
struct ChecksumTests {
  private let folder: TemporaryFolder
  private let clock = SteppingClock()

  init() throws {
    folder = try TemporaryFolder()
  }

  private func record(_ payload: String = #"{"mood":"fine"}"#) -> StoredRecord {
    StoredRecord(
      id: RecordID(UUID(derivedFrom: ["id"])),
      device: UUID(derivedFrom: ["device"]),
      sequence: 7,
      instant: SteppingClock.start,
      kind: "mood-told",
      payload: payload
    )
  }

  @Test("are the same in every release")
  func stable() {
    #expect(RecordChecksum.of(record()) == -15_064_281_766_251_015)
    #expect(RecordChecksum.of(record("{}")) == -6_350_263_800_479_954_079)
  }

  @Test("differ for every single bit of a payload, and for texts that run together")
  func everyBit() {
    let payload = Array(#"{"a":"0123456789abcdefghijklmnopqrstuvwxyz"}"#.utf8)
    var sums: Set<Int64> = [RecordChecksum.of(record(String(decoding: payload, as: UTF8.self)))]
    for place in payload.indices {
      for bit in 0..<7 {
        var changed = payload
        changed[place] ^= 1 << UInt8(bit)
        sums.insert(RecordChecksum.of(record(String(decoding: changed, as: UTF8.self))))
      }
    }
    #expect(sums.count == payload.count * 7 + 1)
    let zeros = (0..<40).map { record(String(repeating: "\u{0}", count: $0)) }
    #expect(Set(zeros.map(RecordChecksum.of)).count == 40)
  }

  @Test("show a changed letter to the check, exports, backups, restoring and merging")
  func changedLetter() throws {
    let log = try Samples.open(folder, clock: clock)
    let ada = try log.addLearner(named: "Ada")
    let sound = try log.append(.answered(Samples.answer(by: ada.id)))
    let older = try #require(try log.backUpIfDue(now: clock.now()))
    let bad = try log.append(.answered(Samples.answer(by: ada.id, stem: "Which year?")))
    let copy = folder.url.appendingPathComponent("copy.sqlite")
    try log.backUp(to: copy)
    for path in [folder.log.path, copy.path] {
      let queue = try DatabaseQueue(path: path)
      try queue.write { db in
        try db.execute(sql: "UPDATE records SET payload = replace(payload, 'Which', 'Whijh')")
      }
      try queue.close()
    }
    let named = LeftOutRecord(id: bad.id, kind: "answered", reason: .changed)
    #expect(try log.check() == [.unsound(named)])
    #expect(try log.exportRecords { _ in }.first == [named])
    #expect(try log.exportAnswers { _ in }.first == [named])
    clock.move(byDays: 8)
    for _ in 0..<2 {
      #expect {
        try log.backUpIfDue(now: clock.now())
      } throws: { error in
        if case ScoreStoreError.damaged(folder.log.path, _) = error { true } else { false }
      }
    }
    let own = folder.url.appendingPathComponent("own.sqlite")
    #expect(throws: ScoreStoreError.self) { try log.backUp(to: own) }
    #expect(!FileManager.default.fileExists(atPath: own.path))
    #expect(log.automaticBackups == [older])
    let other = try Samples.inMemory()
    let merged = try other.unite(with: copy).records
    #expect(merged.added == 2 && merged.leftOut.first == [named])
    let elsewhere = folder.url.appendingPathComponent("elsewhere")
    let restored = try ScoreLog.restore(
      from: copy,
      into: elsewhere,
      now: { clock.now() },
      makeUUID: { UUID() }
    )
    #expect(restored.records == 2 && restored.leftOut.first == [named])
    #expect(try other.records().map(\.id).contains(sound.id))
  }

  @Test(
    "are given to the records of earlier versions, after a backup",
    arguments: ["log-v1", "log-v2"]
  )
  func upgrade(name: String) throws {
    try FileManager.default.createDirectory(at: folder.data, withIntermediateDirectories: true)
    let script = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/\(name).sql"),
      encoding: .utf8
    )
    let queue = try DatabaseQueue(path: folder.log.path)
    try queue.inDatabase { db in try db.execute(sql: script) }
    try queue.close()
    let log = try Samples.open(folder, clock: clock)
    #expect(log.automaticBackups.count == 1)
    #expect(try log.check().filter(\.isDamage).isEmpty)
    let unset = try log.queue.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM records WHERE checksum = 0")
    }
    #expect(unset == 0)
  }
}
