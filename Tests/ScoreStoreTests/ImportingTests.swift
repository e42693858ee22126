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
  /// - Returns: What of them was left out first, if anything was.
  private func problem(_ bytes: some Sequence<UInt8>) throws -> (line: Int?, RecordProblem)? {
    let url = try write(bytes)
    let before = try log.storedRecords()
    do throws(ScoreStoreError) {
      let report = try log.unite(with: url, isExport: true)
      guard let record = report.records.leftOut.first.first else { return nil }
      guard case .problem(let problem) = record.reason else { return nil }
      return (record.line, problem)
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
    #expect(report.records.leftOut.isEmpty)
    #expect(report.records.added == lines.split(separator: "\n").count - 2)
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
    #expect(
      try export(log).split(separator: "\n").dropFirst().dropLast() == [
        Substring(ImportingTests.record)
      ]
    )
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

  @Test("name the line and the fault, and take in the others", arguments: 0..<broken.count)
  func faults(number: Int) throws {
    let (bytes, wanted) = ImportingTests.broken[number]
    let sound = Array(ImportingTests.record.utf8) + [0x0a]
    let (line, problem) = try #require(try problem(sound + bytes + [0x0a] + sound))
    #expect(problem == wanted)
    #expect(line == 2)
    #expect(try log.recordCount() == 1)
  }

  @Test("of nothing but faults take in nothing", arguments: 0..<broken.count)
  func nothingSound(number: Int) throws {
    let (bytes, wanted) = ImportingTests.broken[number]
    #expect(
      throws: ScoreStoreError.notTakenIn(
        IntakeError(
          path: folder.url.appendingPathComponent("import.jsonl").path,
          line: 1,
          problem: .record(wanted, try? RecordLine.record(bytes).id)
        )
      )
    ) { try log.unite(with: write(bytes), isExport: true) }
  }

  @Test("of an export that is cut off take in what is there, and say so", arguments: 0..<7)
  func cutOff(lines: Int) throws {
    let ada = try log.addLearner(named: "Ada")
    for _ in 0..<3 { try log.append(.answered(Samples.answer(by: ada.id))) }
    let all = try export(log).split(separator: "\n").map { $0 + "\n" }
    #expect(all.count == 6)
    let other = try Samples.inMemory()
    let file = try write(Array(all.prefix(lines).joined().utf8))
    let report = try other.unite(with: file, isExport: true).records
    #expect(report.added == min(4, max(0, lines - 1)))
    let isCut = (1..<6).contains(lines)
    #expect(report.leftOut.short == (isCut ? [ShortExport(told: nil, found: lines - 1)] : []))
    #expect(report.leftOut.isEmpty == !isCut)
  }

  @Test("of an export with a line too few say so; several behind one another are one")
  func counted() throws {
    let ada = try log.addLearner(named: "Ada")
    for _ in 0..<3 { try log.append(.answered(Samples.answer(by: ada.id))) }
    let whole = try export(log)
    var lines = whole.split(separator: "\n").map { $0 + "\n" }
    lines.remove(at: 2)
    let other = try Samples.inMemory()
    let short = try other.unite(with: write(Array(lines.joined().utf8)), isExport: true)
    #expect(short.records.leftOut.short == [ShortExport(told: 4, found: 3)])
    let both = try other.unite(with: write(Array((whole + whole).utf8)), isExport: true)
    #expect(both.records.leftOut.isEmpty)
    #expect(both.records.known == 7)
    let newer = whole.replacingOccurrences(of: "\"format\":1", with: "\"format\":2")
    #expect {
      try other.unite(with: write(Array(newer.utf8)), isExport: true)
    } throws: { error in
      guard case .notTakenIn(let error) = error as? ScoreStoreError else { return false }
      return error.problem == .newer(version: 2)
    }
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

  /// What no game can have written, in the words of an export, and the field that tells it.
  private static let outOfRange: [(old: String, new: String, problem: RecordProblem)] = [
    (#""points":100"#, #""points":"x""#, .misfit(kind: "answered")),
    (#""points":100"#, #""points":\#(Int.max)"#, .outOfRange(field: "points")),
    (#""points":100"#, #""points":-1"#, .outOfRange(field: "points")),
    (#""taken":3500"#, #""taken":-1"#, .outOfRange(field: "taken")),
    (#""taken":3500"#, #""taken":\#(Int.max)"#, .outOfRange(field: "taken")),
    (#""offset":7200"#, #""offset":86401"#, .outOfRange(field: "offset")),
    (#""offset":7200"#, #""offset":\#(Int.min)"#, .outOfRange(field: "offset")),
    (#""hints":0"#, #""hints":-1"#, .outOfRange(field: "hints")),
    (#""key":0"#, #""key":3"#, .outOfRange(field: "key")),
    (#""key":0"#, #""key":-1"#, .outOfRange(field: "key")),
    (#""option":0"#, #""option":3"#, .outOfRange(field: "option")),
    (#""optionCount":3"#, #""optionCount":-1"#, .outOfRange(field: "optionCount")),
    (#""answerIDs":["1958","#, #""answerIDs":["#, .outOfRange(field: "answerIDs")),
    (
      #""shownAt":{"instant":1790000000000"#, #""shownAt":{"instant":253402300800000"#,
      .outOfRange(field: "instant")
    ), (#""questionsPerDay":10"#, #""questionsPerDay":-1"#, .outOfRange(field: "questionsPerDay")),
    (#""questionsPerDay":10"#, #""questionsPerDay":0"#, .outOfRange(field: "questionsPerDay")),
    (
      #""questionsPerDay":10"#, #""questionsPerDay":1,"minutesPerDay":-5"#,
      .outOfRange(field: "minutesPerDay")
    ),
    (
      #""questionsPerDay":10"#, #""questionsPerDay":1,"retention":2"#,
      .outOfRange(field: "retention")
    ),
    (#""departure":"2026-12-01""#, #""departure":"2026-13-01""#, .outOfRange(field: "departure")),
    (#""questions":10"#, #""questions":-1"#, .outOfRange(field: "questions")),
    (
      #""name":"Ada""#, #""name":"\#(String(repeating: "x", count: 1_025))""#,
      .outOfRange(field: "name")
    ),
    (#""learners":["#, #""learners":[],"x":["#, .outOfRange(field: "learners")),
  ]

  @Test(
    "of values that no game writes name the line and the field",
    arguments: 0..<outOfRange.count
  )
  func ranges(number: Int) throws {
    let (old, new, wanted) = ImportingTests.outOfRange[number]
    let ada = try log.addLearner(named: "Ada")
    for body in Samples.everyKind(of: ada.id, session: SessionID(UUID())).dropLast() {
      try log.append(body)
    }
    let lines = try export(log).split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.contains(old) })
    // In the form that this program writes, and in another that says the same.
    for blank in ["", " "] {
      var edited = lines
      edited[place] = lines[place].replacingOccurrences(of: old, with: new)
        .replacingOccurrences(of: #","learner":"#, with: #",\#(blank)"learner":"#)
      let other = try Samples.inMemory()
      let report = try other.unite(
        with: write(Array(edited.joined(separator: "\n").utf8)),
        isExport: true
      )
      let leftOut = report.records.leftOut
      #expect(leftOut.count == 1)
      #expect(leftOut.first.first?.line == place + 1)
      #expect(leftOut.first.first?.reason == .problem(wanted))
      #expect(try other.recordCount() == lines.count - 3)
      #expect(try other.faults().isEmpty)
    }
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
