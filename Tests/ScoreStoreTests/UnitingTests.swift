import Foundation
import GRDB
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Uniting two logs")
struct UnitingTests {
  private let folder: TemporaryFolder
  private let clock = SteppingClock()
  private let far = Instant(milliseconds: .max)

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The log of a machine.
  private func machine(_ name: String) throws -> ScoreLog {
    try ScoreLog(
      folder: folder.url.appendingPathComponent(name),
      now: { clock.now() },
      makeUUID: { UUID() }
    )
  }

  private func file(_ log: ScoreLog) throws -> URL { try #require(log.location).log }

  private func export(_ log: ScoreLog) throws -> String {
    var lines = ""
    try log.exportRecords { lines += $0 }
    return lines
  }

  private func write(_ text: String, to name: String = "export.jsonl") throws -> URL {
    let url = folder.url.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return url
  }

  /// What the tables tell, in words that do not depend on the order of rows and numbers.
  private func reading(of log: ScoreLog) throws -> [String] {
    let scores = try log.scores().map { score in
      "\(score.learner) \(score.points) \(score.answers) \(score.right) \(String(describing: score.lastPlayed))"
    }
    let learners = try Set(log.state().answers.values.map(\.content.learner)).sorted()
    let rest = try learners.flatMap { learner in
      try log.reviews(of: learner, in: Samples.bank, now: far).map { "\($0)" }
        + log.topicScores(of: learner).map { "\($0)" }
        + ["\(String(describing: try log.plan(of: learner)))"]
    }
    let sessions = try log.sessions(limit: 1_000).map { "\($0)" }.sorted()
    return scores.sorted() + rest + sessions
  }

  @Test("gives the same in any order and any number of times, by every way", arguments: 0..<8)
  func anyOrder(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let history = RandomHistory(seed: seed, count: 120)
    let parts = history.parts(3, seed: seed)
    let machines = try (0..<3).map { number in
      let log = try machine("machine-\(number)")
      try log.insert(parts[number])
      return log
    }
    for round in 0..<2 {
      for (number, from) in random.shuffled(Array(machines.enumerated())) {
        for (other, log) in random.shuffled(Array(machines.enumerated())) where other != number {
          switch random.below(3) {
          case 0: try log.uniteAgreeing(with: file(from))
          case 1: try log.uniteAgreeing(with: write(try export(from)))
          default:
            let backup = folder.url.appendingPathComponent("backup-\(round)-\(number)-\(other)")
            try from.backUp(to: backup)
            try log.uniteAgreeing(with: backup)
          }
        }
      }
    }
    let exports = try machines.map(export)
    #expect(exports[1] == exports[0] && exports[2] == exports[0])
    let expected = LogState(records: history.records)
    let readings = try machines.map(reading)
    #expect(readings[1] == readings[0] && readings[2] == readings[0])
    for log in machines {
      #expect(try log.state() == expected)
      #expect(try log.check().isEmpty)
    }
  }

  @Test("says what came in, what was known and what was refused, and who is where")
  func report() throws {
    let (one, two) = (try machine("one"), try machine("two"))
    let ada = try one.addLearner(named: "Ada")
    try two.unite(with: file(one))
    let bob = try two.addLearner(named: "Bob")
    for learner in [ada, bob] { try two.append(.answered(Samples.answer(by: learner.id))) }
    let eve = try one.addLearner(named: "Eve")
    try two.insert(try one.storedRecords())
    try two.append(.answered(Samples.answer(by: eve.id)))
    try one.forget(eve.id)
    let report = try one.unite(with: file(two))
    #expect(report.records == MergeReport(added: 3, known: 1, refused: 2))
    #expect(report.onBothSides == [ada])
    #expect(report.newcomers == [bob])
    let again = try one.unite(with: file(two))
    #expect(again.records == MergeReport(added: 0, known: 4, refused: 2))
    #expect(again.onBothSides == [ada, bob])
    #expect(again.newcomers.isEmpty)
  }

  @Test("erases whoever is forgotten on the other machine")
  func tombstonesComeIn() throws {
    let (one, two) = (try machine("one"), try machine("two"))
    let eve = try one.addLearner(named: "Eve")
    try one.append(.answered(Samples.answer(by: eve.id, stem: "secret of Eve")))
    try two.unite(with: file(one))
    try two.forget(eve.id)
    let report = try one.uniteAgreeing(with: file(two))
    #expect(report.records.erasure?.isClean == true)
    #expect(try one.learners().isEmpty)
    let files = FileManager.default.enumerator(
      at: folder.url.appendingPathComponent("one"),
      includingPropertiesForKeys: nil
    )
    while let url = files?.nextObject() as? URL {
      let data = try? Data(contentsOf: url)
      #expect(data?.range(of: Data("secret of Eve".utf8)) == nil)
    }
  }

  @Test("only reads the other file, and takes in what is still in its write-ahead log")
  func onlyReads() throws {
    let (one, two) = (try machine("one"), try machine("two"))
    let ada = try two.addLearner(named: "Ada")
    let source = try #require(two.location).folder
    let names = { try FileManager.default.contentsOfDirectory(atPath: source.path).sorted() }
    let contents = {
      try names().filter { !$0.hasSuffix("-shm") }
        .map { try Data(contentsOf: source.appendingPathComponent($0)) }
    }
    let before = (try names(), try contents())
    #expect(before.0.contains("log.sqlite-wal"))
    try one.unite(with: file(two))
    #expect(try one.learners() == [ada])
    #expect(try names() == before.0)
    #expect(try contents() == before.1)
    let left = try FileManager.default.contentsOfDirectory(
      atPath: #require(one.location).folder.path
    )
    #expect(left.allSatisfy { $0.hasPrefix("log.sqlite") || KeptFiles.folders.contains($0) })
  }

  @Test("reads a log of version 1 without bringing it up to date")
  func versionOne() throws {
    let script = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/log-v1.sql"),
      encoding: .utf8
    )
    let url = folder.url.appendingPathComponent("old.sqlite")
    let queue = try DatabaseQueue(path: url.path)
    try queue.inDatabase { db in try db.execute(sql: script) }
    try queue.close()
    let one = try machine("one")
    let report = try one.unite(with: url)
    #expect(report.newcomers.map(\.name) == ["Grace", "Zoë"])
    #expect(try LogHeader.read(url, latest: 9)?.version == 1)
    #expect(try one.scores().map(\.points) == [220, 0])
  }

  @Test("is refused for the log itself, under whatever name")
  func itself() throws {
    let one = try machine("one")
    let own = try file(one)
    let (soft, hard) = (
      folder.url.appendingPathComponent("soft"), folder.url.appendingPathComponent("hard")
    )
    try FileManager.default.createSymbolicLink(at: soft, withDestinationURL: own)
    try FileManager.default.linkItem(at: own, to: hard)
    for url in [own, soft, hard] {
      #expect(throws: ScoreStoreError.notTakenIn(IntakeError(path: url.path, problem: .itself))) {
        try one.unite(with: url)
      }
    }
  }

  /// What is said of a file that nothing is taken in of.
  private func problem(_ url: URL, isExport: Bool = false) throws -> IntakeError.Problem? {
    let one = try machine("one")
    let before = try one.storedRecords()
    do throws(ScoreStoreError) {
      try one.unite(with: url, isExport: isExport)
      return nil
    } catch {
      guard case .notTakenIn(let error) = error else { throw error }
      #expect(error.path == url.path)
      #expect(try one.storedRecords() == before)
      return error.problem
    }
  }

  @Test("is refused for what is no log, or a damaged or newer one")
  func otherFiles() throws {
    let two = try machine("two")
    var answers = RandomAnswer(seed: 1)
    let learner = try two.addLearner(named: "Ada").id
    for _ in 0..<50 { try two.append(.answered(answers.next(by: learner))) }
    let sound = folder.url.appendingPathComponent("sound.sqlite")
    try two.backUp(to: sound)
    let bytes = try Data(contentsOf: sound)
    let copy = { (name: String, change: (inout Data) -> Void) in
      var data = bytes
      change(&data)
      let url = folder.url.appendingPathComponent(name)
      try data.write(to: url)
      return url
    }
    #expect(try problem(sound, isExport: true) == .isLog)
    #expect(try problem(write("Dear diary")) == .noLog)
    #expect(try problem(write("\u{0}\u{1}")) == .noLog)
    #expect(try problem(folder.url) == .unreadable(reason: "Is a directory"))
    #expect(
      try problem(folder.url.appendingPathComponent("none"))
        == .unreadable(reason: "No such file or directory")
    )
    #expect(try problem(copy("newer") { $0[63] = 99 }) == .newer(version: 99))
    #expect(try problem(copy("other") { $0[68] = 0 }) == .noLog)
    let broken = [
      try copy("cut") { $0 = $0.prefix(5_000) }, try copy("short") { $0 = $0.prefix(60) },
      try copy("torn") { data in
        for place in stride(from: 4_096 * 3 + 8, to: data.count, by: 4_096) { data[place] ^= 0xff }
      },
    ]
    for url in broken {
      guard case .damaged = try problem(url) else {
        Issue.record("\(url.lastPathComponent): \(String(describing: try problem(url)))")
        continue
      }
    }
  }

  @Test("leaves out what no reader takes, and what is not what was written")
  func hostileLog() throws {
    let changes: [(sql: String, reason: LeftOutRecord.Reason)] = [
      ("payload = '{'", .problem(.badValue("payload"))),
      ("payload = '{}' || char(10)", .problem(.badValue("payload"))),
      ("kind = 'a\"b'", .problem(.badValue("kind"))),
      ("instant = 9223372036854775807", .problem(.badValue("instant"))),
      ("sequence = 9223372036854775807", .problem(.badValue("sequence"))),
      ("payload = replace(payload, '100', '-10')", .problem(.outOfRange(field: "points"))),
      ("payload = replace(payload, 'year', 'yeer')", .changed), ("sequence = 77", .changed),
      ("instant = instant + 1", .changed), ("device = id", .changed), ("kind = 'x'", .changed),
      ("id = device", .changed), ("id = 'x'", .changed),
      ("payload = CAST(x'ff' AS TEXT)", .changed),
    ]
    for (index, change) in changes.enumerated() {
      let two = try machine("two-\(index)")
      let ada = try two.addLearner(named: "Ada")
      try two.append(.answered(Samples.answer(by: ada.id)))
      try two.queue.write { db in
        try db.execute(sql: "UPDATE records SET \(change.sql) WHERE kind = 'answered'")
        guard change.reason != .changed else { return }
        let row = try #require(
          try Row.fetchOne(db, sql: "SELECT \(StoredRecord.columns) FROM records WHERE number = 2")
        )
        let sum = RecordChecksum.of(try StoredRecord(row: row))
        try db.execute(sql: "UPDATE records SET checksum = ? WHERE number = 2", arguments: [sum])
      }
      let one = try machine("one-\(index)")
      let report = try one.unite(with: file(two)).records
      #expect(report.added == 1 && report.leftOut.count == 1)
      #expect(report.leftOut.first.first?.reason == change.reason, "\(change.sql)")
      #expect(try two.check().contains { $0 == .unsound(report.leftOut.first[0]) })
      #expect(try one.faults().isEmpty)
    }
  }

  @Test("keeps what stands here where a record comes with other content, and says so")
  func conflict() throws {
    let (one, two) = (try machine("one"), try machine("two"))
    let learner = try one.addLearner(named: "Ada").id
    try two.unite(with: file(one))
    try two.append(.answered(Samples.answer(by: learner)))
    let lines = try write(
      try export(two).replacingOccurrences(of: "\"name\":\"Ada\"", with: "\"name\":\"Eve\"")
    )
    let id = try #require(one.records().first?.id)
    let report = try one.unite(with: lines).records
    #expect(report.added == 1)
    #expect(
      report.leftOut.first == [
        LeftOutRecord(line: 2, id: id, kind: "learner-created", reason: .conflict)
      ]
    )
    #expect(try one.learners().map(\.name) == ["Ada"])
  }

  @Test("makes those one who are named as the same person, or takes in nothing")
  func samePerson() throws {
    let (one, two) = (try machine("one"), try machine("two"))
    let (own, other) = (try one.addLearner(named: "Ada"), try two.addLearner(named: "Ada"))
    try one.append(.answered(Samples.answer(by: own.id)))
    try two.append(.answered(Samples.answer(by: other.id)))
    let wrong = SamePerson(own: "Ada", other: "Nobody")
    #expect(
      throws: ScoreStoreError.notTakenIn(
        IntakeError(
          path: try file(two).path,
          problem: .unknownLearner(name: "Nobody", known: [other])
        )
      )
    ) { try one.unite(with: file(two), same: [wrong]) }
    #expect(throws: ScoreStoreError.unknownLearner(name: "Nobody")) {
      try one.unite(with: file(two), same: [SamePerson(own: "Nobody", other: "Ada")])
    }
    #expect(try one.recordCount() == 2)
    let pair = SamePerson(own: "ada", other: other.id.description)
    let report = try one.unite(with: file(two), same: [pair])
    #expect(report.united == [min(own, other) { $0.id < $1.id }])
    #expect(report.lookalikes.isEmpty)
    #expect(try one.scores().map(\.answers) == [2])
    let count = try one.recordCount()
    #expect(try one.unite(with: file(two), same: [pair]).united.isEmpty)
    #expect(try one.recordCount() == count)
    try two.uniteAgreeing(with: file(one))
    #expect(try two.scores().map(\.answers) == [2])
  }

  private func min(
    _ left: Learner,
    _ right: Learner,
    by isLess: (Learner, Learner) -> Bool
  ) -> Learner {
    isLess(left, right) ? left : right
  }

  @Test("tells of newcomers whose names are like those of learners here")
  func lookalikes() throws {
    let (one, two) = (try machine("one"), try machine("two"))
    let zoe = try one.addLearner(named: "Zoë Pak")
    try one.addLearner(named: "Bob")
    try one.append(.answered(Samples.answer(by: zoe.id)))
    let other = try two.addLearner(named: "zoe  pak")
    try two.addLearner(named: "Carla")
    let report = try one.unite(with: file(two))
    #expect(report.lookalikes.map(\.own.learner) == [zoe])
    #expect(report.lookalikes.map(\.own.answers) == [1])
    #expect(report.lookalikes.map(\.other.learner) == [other])
    let pair = try #require(report.lookalikes.first)
    #expect(pair.own.shortID.count == 8)
    let (person, _) = try one.uniteLearners(
      named: pair.own.shortID,
      and: pair.other.shortID
    )
    #expect(person.id == Swift.min(zoe.id, other.id))
    #expect(try one.uniteLearners(named: pair.own.shortID, and: pair.other.shortID).wereOne)
    #expect(try one.unite(with: file(two)).lookalikes.isEmpty)
  }

  @Test(
    "takes names for alike but for case, accents, signs, a letter or further words",
    arguments: [
      ("Ada", "ada", true), ("Zoë", "Zoe", true), ("Jo-Ann", "Jo Ann", true),
      ("Ada", "Ada L.", true), ("Ada Lovelace", "Ada Byron", false), ("Anna", "Anne", true),
      ("Jo", "Jo", true), ("Jo", "Al", false), ("Max", "Mix", false), ("김철수", "김철수", true),
      ("김철수", "이영희", false), ("Catherine", "Katherine", true), ("Bob", "Carla", false),
      ("!", "?", false), ("!", "!", true),
    ]
  )
  func likeness(left: String, right: String, areAlike: Bool) {
    #expect(NameLikeness.areAlike(left, right) == areAlike)
    #expect(NameLikeness.areAlike(right, left) == areAlike)
  }
}
