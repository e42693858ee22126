import Foundation
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Imports")
struct ImportingTests {
  private let folder: TemporaryFolder
  private let log: ScoreLog

  init() throws {
    folder = try TemporaryFolder()
    log = try Samples.inMemory()
  }

  private func export(_ log: ScoreLog) throws -> String {
    var lines = ""
    try log.exportRecords { lines += $0 }
    return lines
  }

  private func write(_ bytes: some Sequence<UInt8>) throws -> URL {
    let url = folder.url.appendingPathComponent("import.jsonl")
    try Data(bytes).write(to: url)
    return url
  }

  /// Takes in lines.
  ///
  /// - Returns: Why not, if nothing was taken in.
  private func problem(_ bytes: some Sequence<UInt8>) throws -> (line: Int?, RecordProblem)? {
    let url = try write(bytes)
    let before = try log.storedRecords()
    do throws(ScoreStoreError) {
      try log.unite(with: url, isExport: true)
      return nil
    } catch {
      guard case .notTakenIn(let error) = error, case .record(let problem, _) = error.problem
      else { throw error }
      #expect(try log.storedRecords() == before)
      return (error.line, problem)
    }
  }

  private static let record =
    #"{"device":"2276EAF0-656A-4F8E-AD05-E3DCB94C127E","id":"5654D404-B17A-496A-AC21-EEC78DB51A47","instant":5,"kind":"mood-told","payload":{"a":[1,{"b":null}]},"sequence":2}"#

  @Test("of an export give the same export, unknown kinds and odd payloads included")
  func roundTrip() throws {
    try log.insert(RandomHistory(seed: 3, count: 200).records)
    var answers = RandomAnswer(seed: 3)
    let learner = LearnerID(UUID())
    for _ in 0..<50 { try log.append(.answered(answers.next(by: learner))) }
    let payloads = [
      #"{}"#, #"{ "z" : [ ] , "a":-0.0e+5, "é":"\u00e9\ud83c\udf0d" }"#, #"{"learner":7}"#,
      #"{"deep":\#(String(repeating: "[", count: 63))\#(String(repeating: "]", count: 63))}"#,
    ]
    for (index, payload) in payloads.enumerated() {
      try log.insert([
        StoredRecord(
          id: RecordID(UUID()),
          device: UUID(),
          sequence: Int64(index + 1),
          instant: Instant(milliseconds: -62_135_596_800_000),
          kind: "kind-of-tomorrow",
          payload: payload
        )
      ])
    }
    let lines = try export(log)
    let other = try Samples.inMemory()
    let report = try other.unite(with: write(Array(lines.utf8)), isExport: true)
    #expect(report.records.added == lines.split(separator: "\n").count)
    #expect(try export(other) == lines)
    #expect(try other.state() == log.state())
    #expect(try other.faults() == log.faults())
  }

  @Test(
    "accept fields in any order, blanks, other line ends and small letters",
    arguments: [
      "\u{feff}" + record, record + "\r\n", "\n\n  " + record + " \t\n\n",
      #" { "sequence" : 2 , "payload" : {"a":[1,{"b":null}]},"kind":"mood-told","instant":5,"id":"5654d404-b17a-496a-ac21-eec78db51a47","device":"2276EAF0-656A-4F8E-AD05-E3DCB94C127E"}"#,
    ]
  )
  func lenient(text: String) throws {
    #expect(try problem(Array(text.utf8)) == nil)
    #expect(try export(log) == ImportingTests.record + "\n")
  }

  @Test("of nothing take in nothing")
  func empty() throws {
    for text in ["", "\n", "  \n\t\n"] {
      #expect(try problem(Array(text.utf8)) == nil)
      #expect(try log.recordCount() == 0)
    }
  }

  private static func replacing(_ old: String, _ new: String) -> [UInt8] {
    Array(record.replacingOccurrences(of: old, with: new).utf8)
  }

  private static let broken: [(bytes: [UInt8], problem: RecordProblem)] = [
    (Array(record.utf8.dropLast()), .notJSON(column: record.utf8.count)),
    (Array(record.utf8) + [0x7d], .notJSON(column: record.utf8.count + 1)),
    (replacing("\"sequence\":2", "\"sequence\":0"), .badValue("sequence")),
    (replacing("\"sequence\":2", "\"sequence\":2.0"), .badValue("sequence")),
    (replacing("\"sequence\":2", "\"sequence\":99999999999999999999"), .badValue("sequence")),
    (replacing("\"sequence\":2", "\"sequence\":9223372036854775807"), .badValue("sequence")),
    (replacing("\"sequence\":2", "\"sequence\":true"), .badValue("sequence")),
    (replacing(",\"sequence\":2", ""), .missing("sequence")),
    (replacing("\"sequence\":2", "\"sequence\":2,\"sequence\":2"), .repeatedField("sequence")),
    (replacing("\"sequence\":2", "\"sequence\":2,\"mood\":2"), .unknownField("mood")),
    (replacing("\"instant\":5", "\"instant\":253402300800000"), .badValue("instant")),
    (replacing("\"instant\":5", "\"instant\":-62135596800001"), .badValue("instant")),
    (replacing("\"instant\":5", "\"instant\":\"5\""), .badValue("instant")),
    (replacing("mood-told", ""), .badValue("kind")),
    (replacing("mood-told", "Mood told"), .badValue("kind")),
    (replacing("mood-told", String(repeating: "m", count: 65)), .badValue("kind")),
    (replacing("5654D404", "5654D40"), .badValue("id")),
    (replacing("2276EAF0", "ZZZZZZZZ"), .badValue("device")),
    (replacing("{\"a\":[1,{\"b\":null}]}", "[1]"), .badValue("payload")),
    (replacing("{\"a\":[1,{\"b\":null}]}", "\"x\""), .badValue("payload")),
    (replacing("\"b\"", "\"\u{0}\""), .notJSON(column: 146)),
    (replacing("\"b\"", "\"\\x\""), .notJSON(column: 147)),
    (replacing("null", "nul"), .notJSON(column: 148)),
    (replacing("[1,", "[01,"), .notJSON(column: 142)),
    (
      replacing(
        "null",
        String(repeating: "[", count: 62) + String(repeating: "]", count: 62)
      ), .badValue("payload")
    ),
    (Array("{}".utf8), .notJSON(column: 2)), (Array("{".utf8), .notJSON(column: 2)),
    (Array("{\"".utf8), .notJSON(column: 2)), (Array("{\"id\"".utf8), .notJSON(column: 6)),
    (Array(record.utf8.prefix(60)) + [0xff] + Array(record.utf8.dropFirst(60)), .notUTF8),
    (Array(record.utf8.prefix(60)) + [0xed, 0xa0, 0x80], .notUTF8),
    (Array("{}".utf8) + [0], .notJSON(column: 2)),
  ]

  @Test("name the line and the fault, and take in nothing", arguments: 0..<broken.count)
  func faults(number: Int) throws {
    let (bytes, wanted) = ImportingTests.broken[number]
    let sound = Array(ImportingTests.record.utf8) + [0x0a]
    let (line, problem) = try #require(try problem(sound + bytes + [0x0a] + sound))
    #expect(problem == wanted)
    #expect(line == 2)
  }

  @Test("survive bombs: of nesting, of one endless line, of bytes")
  func bombs() throws {
    let start = Array(#"{"payload":"#.utf8)
    let nesting = start + [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)
    #expect(try problem(nesting)?.1 == .notJSON(column: 140))
    let endless = start + [UInt8](repeating: UInt8(ascii: " "), count: 17 << 20)
    #expect(try problem(endless)?.1 == .tooLong)
    #expect(try problem(start + [UInt8](repeating: 0, count: 1 << 16))?.1 == .notJSON(column: 12))
  }

  @Test("never crash on lines of scraps", arguments: 0..<30)
  func scraps(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      var bytes = Array(ImportingTests.record.utf8)
      for _ in 0...random.below(3) {
        let start = random.below(bytes.count)
        let end = min(bytes.count, start + random.below(6))
        let scrap = (0..<random.below(4)).map { _ in UInt8(random.below(256)) }
        bytes.replaceSubrange(start..<end, with: scrap)
      }
      _ = try? RecordLine.record(bytes)
    }
  }

  @Test("keep a payload that cannot be read, and do not apply it")
  func unreadablePayload() throws {
    let ada = try log.addLearner(named: "Ada")
    try log.append(.answered(Samples.answer(by: ada.id)))
    let edited = try export(log).replacingOccurrences(of: #""points":100"#, with: #""points":"x""#)
    let other = try Samples.inMemory()
    try other.unite(with: write(Array(edited.utf8)), isExport: true)
    #expect(try export(other) == edited)
    #expect(try other.scores().map(\.answers) == [0])
    let findings = try other.faults()
    #expect(findings.count == 1)
    guard case .undecodable(_, kind: "answered", _) = findings.first else {
      Issue.record("\(findings)")
      return
    }
  }

  @Test("of numbers beyond all games count within bounds")
  func hugeNumbers() throws {
    let ada = try log.addLearner(named: "Ada")
    for _ in 0..<3 { try log.append(.answered(Samples.answer(by: ada.id))) }
    var edited = try export(log)
    for (old, new) in [
      (#""points":100"#, #""points":\#(Int.max)"#), (#""taken":3500"#, #""taken":\#(Int.max)"#),
      (#""offset":7200"#, #""offset":\#(Int.min)"#), (#""hints":0"#, #""hints":\#(Int.min)"#),
      (#""key":0"#, #""key":\#(Int.max)"#), (#""option":0"#, #""option":\#(Int.min)"#),
    ] {
      edited = edited.replacingOccurrences(of: old, with: new)
    }
    let other = try Samples.inMemory()
    try other.unite(with: write(Array(edited.utf8)), isExport: true)
    #expect(try other.scores().map(\.points) == [3_000_000])
    #expect(try other.state().learners.map(\.points) == [3_000_000])
    let reviews = try other.reviews(
      of: ada.id,
      in: Samples.bank,
      now: Instant(milliseconds: .max)
    )
    #expect(reviews.map(\.taken) == Array(repeating: 86_400_000, count: 3))
    #expect(reviews.map(\.utcOffset) == Array(repeating: -86_400, count: 3))
    #expect(try other.faults().isEmpty)
    // The device goes on although the file gave it a place far ahead.
    let ahead = edited.replacingOccurrences(
      of: #""sequence":2}"#,
      with: #""sequence":9007199254740992}"#
    )
    .split(separator: "\n").prefix(2).joined(separator: "\n")
    let third = try Samples.inMemory()
    try third.unite(with: write(Array(ahead.utf8)), isExport: true)
    #expect(try third.append(.flagged(Samples.flag(by: ada.id))).sequence > 0)
  }

  @Test("of names from anywhere show them cleaned")
  func names() throws {
    try log.insert([
      Record(
        id: RecordID(UUID()),
        device: UUID(),
        sequence: 1,
        instant: SteppingClock.start,
        body: .learnerCreated(
          Learner(
            id: LearnerID(UUID()),
            name: "\u{1b}[31mEve\u{202e}" + String(repeating: "x", count: 900)
          )
        )
      ),
      Record(
        id: RecordID(UUID()),
        device: UUID(),
        sequence: 1,
        instant: SteppingClock.start,
        body: .learnerCreated(Learner(id: LearnerID(UUID()), name: "\n"))
      ),
    ])
    let names = try log.learners().map(\.name)
    #expect(names.map(\.count) == [64, 7])
    #expect(names.last == "learner")
    #expect(names.first?.hasPrefix("[31mEvexx") == true)
  }
}
