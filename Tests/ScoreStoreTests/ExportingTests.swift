import Foundation
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Exports")
struct ExportingTests {
  @Test(
    "guard what a spreadsheet would run and quote what CSV needs quoted",
    arguments: [
      ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"),
      ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("=a,b", "\"'=a,b\""),
      ("a=b", "a=b"),
    ]
  )
  func cells(given: String, written: String) {
    #expect(CSVLine([given, "x"]).text == written + ",x\r\n")
  }

  @Test("of answers give a line each, in order")
  func answers() throws {
    let log = try Samples.inMemory()
    let ada = try log.addLearner(named: "=Ada")
    let session = SessionID(UUID())
    let first = try log.append(
      .answered(Samples.answer(by: ada.id, session: session, stem: "Which, \"if\" any?"))
    )
    try log.append(.answered(Samples.answer(by: ada.id, session: session, chosen: 1)))
    try log.append(.retracted(Retraction(learner: ada.id, answer: first.id)))
    var lines: [String] = []
    try log.exportAnswers { lines.append($0) }
    #expect(lines.count == 3)
    #expect(lines[0] == ScoreLog.answerColumns.joined(separator: ",") + "\r\n")
    #expect(
      lines[1] == """
        \(first.id.uuid.uuidString),2026-09-21T14:13:22Z,Europe/Berlin,\(ada.id.uuid.uuidString),\
        '=Ada,\(session.uuid.uuidString),\(Samples.bank),1.0,when-they-began,established-year,\
        established/dza,multiple-choice,"Which, ""if"" any?",1958 | 1960 | 1973,1958,1958,true,\
        true,0,100,3500\r\n
        """
    )
    #expect(lines[2].contains(",1960,1958,false,false,0,0,3500\r\n"))
  }

  @Test("of records give an object each, which hold all that is stored")
  func records() throws {
    struct Line: Decodable {
      let id: UUID
      let device: UUID
      let sequence: Int64
      let instant: Int64
      let kind: String
      let payload: Answer?
    }
    let log = try Samples.inMemory()
    let body = Samples.answer(by: LearnerID(UUID()))
    let record = try log.append(.answered(body))
    var lines: [String] = []
    try log.exportRecords { lines.append($0) }
    #expect(lines.count == 3)
    #expect(lines[0] == "{\"export\":\"begin\",\"format\":1}\n")
    #expect(lines[2] == "{\"export\":\"end\",\"records\":1}\n")
    #expect(lines[1].hasSuffix("}\n"))
    let line = try JSONDecoder().decode(Line.self, from: Data(lines[1].utf8))
    #expect(line.id == record.id.uuid)
    #expect(line.device == record.device)
    #expect(line.sequence == 1)
    #expect(line.instant == record.instant.milliseconds)
    #expect(line.kind == "answered")
    #expect(line.payload == body)
  }

  @Test("stop with the sink's own error")
  func sinkFails() throws {
    struct Closed: Error {}
    let log = try Samples.inMemory()
    #expect(throws: Closed.self) { try log.exportAnswers { _ in throw Closed() } }
    try log.append(.flagged(Samples.flag(by: LearnerID(UUID()))))
    #expect(throws: Closed.self) { try log.exportRecords { _ in throw Closed() } }
  }
}
