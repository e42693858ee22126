import Foundation
import QuizModel
import Testing

@testable import ScoreStore

@Suite("The stored form of records")
struct RecordCoderTests {
  private let coder = RecordCoder()
  private let learner = LearnerID(UUID())
  private let session = SessionID(UUID())

  @Test("gives every kind of record back as it was")
  func everyKindRoundTrips() throws {
    let bodies = Samples.everyKind(of: learner, session: session)
    var kinds: Set<RecordKind> = []
    for body in bodies {
      let (kind, payload) = try coder.encode(body)
      kinds.insert(kind)
      #expect(try coder.decode(kind: kind.rawValue, payload: payload) == body)
    }
    #expect(kinds == Set(RecordKind.allCases))
  }

  @Test("keeps a seed of 64 bits whole")
  func largeSeedSurvives() throws {
    let body = RecordBody.answered(Samples.answer(by: learner))
    let (kind, payload) = try coder.encode(body)
    #expect(payload.contains("18446744073709551615"))
    #expect(try coder.decode(kind: kind.rawValue, payload: payload) == body)
  }

  @Test("has sorted keys")
  func keysAreSorted() throws {
    let (_, payload) = try coder.encode(.retracted(Retraction(learner: learner, answer: answer)))
    #expect(
      payload == """
        {"answer":"\(answer.uuid.uuidString)","learner":"\(learner.uuid.uuidString)"}
        """
    )
  }

  private let answer = RecordID(UUID())

  @Test("passes over a kind of a later version, but knows whose it is")
  func unknownKind() throws {
    let payload = #"{"learner":"\#(learner.uuid.uuidString)","mood":"fine"}"#
    #expect(try coder.decode(kind: "mood-told", payload: payload) == nil)
    #expect(coder.owner(of: nil, payload: payload) == learner)
    #expect(coder.owner(of: nil, payload: "{}") == nil)
  }

  @Test("refuses a payload that does not fit its kind")
  func misfit() {
    #expect(throws: RecordProblem.misfit(kind: "answered")) {
      try coder.decode(kind: "answered", payload: "{}")
    }
  }

  @Test("refuses a text with a NUL, at which SQLite's texts would end, but not the words for one")
  func nulls() throws {
    let id = learner.uuid.uuidString
    let named = { (name: String) in #"{"id":"\#(id)","name":"\#(name)"}"# }
    #expect(throws: RecordProblem.misfit(kind: "learner-created")) {
      try coder.decode(kind: "learner-created", payload: named(#"A\u0000da"#))
    }
    #expect(
      try coder.decode(kind: "learner-created", payload: named(#"A\\u0000da"#))
        == .learnerCreated(Learner(id: learner, name: #"A\u0000da"#))
    )
  }
}
