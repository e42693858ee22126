import Foundation
import QuizModel
import Testing

@testable import ScoreStore

@Suite("What is told of single facts and of notes")
struct FactAnswersTests {
  @Test("is what the records say, for whole persons", arguments: 0..<12)
  func agreesWithTheRecords(seed: UInt64) throws {
    let log = try Samples.inMemory()
    let history = RandomHistory(seed: seed, count: 150)
    for part in history.parts(3, seed: seed) { try log.insert(part) }
    let state = LogState(records: history.records)
    let people = state.standing()
    func person(_ learner: LearnerID) -> LearnerID { people[learner] ?? learner }
    let retracted = state.retractedAnswers
    let now = Instant(milliseconds: 1_790_000_000_010)
    for learner in Set(state.answers.values.map(\.content.learner)) {
      let own = state.answers.values
        .filter { said in
          person(said.content.learner) == person(learner) && said.content.bank == Samples.bank
            && !retracted.contains(said.id)
        }
        .sorted { $0.place < $1.place }
      for fact in Set(own.map(\.content.fact)) {
        let expected = own.filter { $0.content.fact == fact }.map(\.id)
        func told(_ limit: Int) throws -> [RecordID] {
          try log.answers(of: learner, to: [fact], in: Samples.bank, limit: limit).map(\.record)
        }
        #expect(try told(1_000) == expected)
        #expect(try told(2) == Array(expected.suffix(2)))
      }
      let all = try log.answers(
        of: learner,
        to: Set(own.map(\.content.fact)),
        in: Samples.bank,
        limit: 1_000
      )
      #expect(all.map(\.record) == own.map(\.id))
      #expect(
        try log.answersFromTheFuture(of: learner, in: Samples.bank, now: now)
          == own.count { $0.place.instant > now }
      )
      let flags = state.flags.values.filter { person($0.content.learner) == person(learner) }
        .sorted { $0.place < $1.place }
      #expect(
        try log.flags(of: learner, in: Samples.bank).map(\.left) == flags.map(\.place.instant)
      )
    }
  }

  @Test("is nothing where nothing was asked, or of another bank")
  func nothing() throws {
    let log = try Samples.inMemory()
    let learner = try log.addLearner(named: "Ada").id
    let answer = try log.append(.answered(Samples.answer(by: learner)))
    _ = try log.append(.flagged(Samples.flag(by: learner)))
    let fact = FactID(family: "established", row: "dza")
    func told(_ facts: [FactID], _ bank: String) throws -> [RecordID] {
      try log.answers(of: learner, to: facts, in: bank, limit: 10).map(\.record)
    }
    #expect(try told([fact, fact], Samples.bank) == [answer.id])
    #expect(try told([], Samples.bank).isEmpty)
    #expect(try told([fact], "another").isEmpty)
    #expect(try told([FactID(family: "x", row: "\"'; DROP")], Samples.bank).isEmpty)
    #expect(try log.flags(of: learner, in: "another").isEmpty)
    #expect(try log.flags(of: learner, in: Samples.bank).map(\.flag.note) == ["Is this right?"])
  }
}
