import Foundation
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Salvaging a damaged log")
struct SalvagingTests {
  private let folder: TemporaryFolder
  private let clock = SteppingClock()

  init() throws {
    folder = try TemporaryFolder()
  }

  /// What damage does to the bytes of a file.
  private static let damages: [@Sendable (inout Data, inout SplitMix64) -> Void] = [
    { bytes, random in
      for _ in 0...random.below(3) {
        let page = random.below(bytes.count / 4_096)
        for place in page * 4_096..<(page + 1) * 4_096 {
          bytes[place] = UInt8(truncatingIfNeeded: random.next())
        }
      }
    },
    { bytes, random in bytes = bytes.prefix(4_096 + random.below(bytes.count - 4_096)) },
    { bytes, random in
      for _ in 0..<40 { bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8)) }
    },
    { bytes, random in bytes.replaceSubrange(0..<4_096, with: Data(count: 4_096)) },
    { bytes, random in
      let start = random.below(bytes.count)
      let end = min(bytes.count, start + random.below(20_000))
      bytes.replaceSubrange(start..<end, with: Data(count: end - start))
    },
  ]

  /// A log with long and short records of several kinds, closed.
  private func makeLog(seed: UInt64) throws -> [RecordID: StoredRecord] {
    let log = try Samples.open(folder, clock: clock)
    try log.insert(RandomHistory(seed: seed, count: 100).records)
    let ada = try log.addLearner(named: "Ada")
    for number in 0..<80 {
      let stem = String(repeating: "long ", count: number % 20 == 0 ? 3_000 : 9)
      try log.append(.answered(Samples.answer(by: ada.id, fact: "f\(number)", stem: stem)))
    }
    let records = try log.storedRecords()
    try log.close()
    return Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
  }

  private func salvage(to url: URL) throws -> SalvageReport {
    try ScoreLog.salvage(folder.log, to: url, now: { clock.now() }, makeUUID: { UUID() })
  }

  private func restored(_ url: URL) throws -> [StoredRecord] {
    let elsewhere = folder.url.appendingPathComponent("elsewhere-\(UUID())")
    let report = try ScoreLog.restore(
      from: url,
      into: elsewhere,
      now: { clock.now() },
      makeUUID: { UUID() }
    )
    #expect(report.leftOut.isEmpty)
    let log = try ScoreLog(folder: elsewhere, now: { clock.now() }, makeUUID: { UUID() })
    #expect(try log.check().filter(\.isDamage).isEmpty)
    return try log.storedRecords()
  }

  @Test("saves all of a sound one")
  func soundLog() throws {
    let records = try makeLog(seed: 1)
    let url = folder.url.appendingPathComponent("saved.sqlite")
    let report = try salvage(to: url)
    #expect(report == SalvageReport(records: records.count, leftOut: LeftOutRecords(), missing: 0))
    #expect(try Set(restored(url)) == Set(records.values))
  }

  @Test(
    "restores what it says it saved, each record as it was written, and leaves the damaged file",
    arguments: 0..<5,
    0..<6
  )
  func damagedLog(kind: Int, seed: UInt64) throws {
    let records = try makeLog(seed: seed)
    var random = SplitMix64(seed: seed * 5 + UInt64(kind))
    var bytes = try Data(contentsOf: folder.log)
    SalvagingTests.damages[kind](&bytes, &random)
    try bytes.write(to: folder.log)
    let url = folder.url.appendingPathComponent("saved.sqlite")
    do {
      let report = try salvage(to: url)
      let saved = try restored(url)
      #expect(saved.count == report.records)
      #expect(saved.allSatisfy { records[$0.id] == $0 })
      if kind != 1 { #expect(report.records > records.count / 3) }
      #expect(report.leftOut.first.allSatisfy { $0.reason == .changed || $0.reason == .conflict })
    } catch ScoreStoreError.damaged where kind == 1 {
      // Cut off before the first record.
    }
    #expect(try Data(contentsOf: folder.log) == bytes)
  }

  @Test("goes through random bytes without an end")
  func randomBytes() throws {
    var random = SplitMix64(seed: 9)
    for size in [0, 1, 100, 4_095, 4_096, 70_000] {
      var bytes = Data((0..<size).map { _ in UInt8(truncatingIfNeeded: random.next()) })
      // As if every page were a leaf of a table.
      for page in stride(from: 4_096, to: size, by: 4_096) { bytes[page] = 0x0d }
      var rows = 0
      PageRecords(bytes).forEach { _ in rows += 1 }
      PageRecords(framesOf: bytes).forEach { _ in rows += 1 }
      #expect(rows == 0)
    }
  }

  @Test("takes in what still stands in the write-ahead log, and writes over no file")
  func writeAheadLog() throws {
    let log = try Samples.open(folder, clock: clock)
    let ada = try log.addLearner(named: "Ada")
    for _ in 0..<20 { try log.append(.answered(Samples.answer(by: ada.id))) }
    let url = folder.url.appendingPathComponent("saved.sqlite")
    #expect(try salvage(to: url).records == 21)
    #expect(throws: ScoreStoreError.backupExists(path: url.path)) { try salvage(to: url) }
    #expect(try log.recordCount() == 21)
  }

  @Test("brings back nobody who was forgotten")
  func forgotten() throws {
    let log = try Samples.open(folder, clock: clock)
    let (ada, eve) = (try log.addLearner(named: "Ada"), try log.addLearner(named: "Eve"))
    try log.append(.answered(Samples.answer(by: eve.id, stem: "secret of Eve")))
    try log.forget(eve.id)
    let url = folder.url.appendingPathComponent("saved.sqlite")
    #expect(
      try salvage(to: url) == SalvageReport(records: 2, leftOut: LeftOutRecords(), missing: 0)
    )
    #expect(try Data(contentsOf: url).range(of: Data("secret of Eve".utf8)) == nil)
    #expect(try log.learners() == [ada])
  }
}
