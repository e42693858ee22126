import Foundation
import GRDB
import QuizModel
import Testing

@testable import ScoreStore

@Suite("What a model of memory reads of the log")
struct ReviewsTests {
  private let far = Instant(milliseconds: .max)

  /// What the records themselves say, without any table.
  private func expected(
    _ state: LogState,
    of learner: LearnerID,
    bank: String,
    now: Instant
  ) -> [Review] {
    let people = state.standing()
    let person = people[learner] ?? learner
    let retracted = state.retractedAnswers
    return state.answers.values
      .filter { said in
        (people[said.content.learner] ?? said.content.learner) == person
          && said.content.bank == bank && !retracted.contains(said.id)
      }
      .sorted { $0.place < $1.place }
      .map { Review($0.content, at: $0.place, now: now) }
  }

  @Test("is what the records say, for whole persons, in one order", arguments: 0..<12)
  func agreesWithTheRecords(seed: UInt64) throws {
    let log = try Samples.inMemory()
    let history = RandomHistory(seed: seed, count: 150)
    for part in history.parts(3, seed: seed) { try log.insert(part) }
    let state = LogState(records: history.records)
    let now = Instant(milliseconds: 1_790_000_000_010)
    var reviews = 0
    for learner in Set(state.answers.values.map(\.content.learner)) {
      let expected = expected(state, of: learner, bank: Samples.bank, now: now)
      #expect(try log.reviews(of: learner, in: Samples.bank, now: now) == expected)
      reviews += expected.count
      for place in expected.map(\.place) {
        let rest = try log.reviews(of: learner, in: Samples.bank, after: place, now: now)
        #expect(rest == expected.filter { $0.place > place })
      }
    }
    #expect(reviews > 0)
  }

  @Test("tells every kind of answer as the answer itself does")
  func everyShape() throws {
    let log = try Samples.inMemory()
    let learner = LearnerID(UUID())
    var answers = RandomAnswer(seed: 1)
    let records = try (0..<300).map { _ in try log.append(.answered(answers.next(by: learner))) }
    let reviews = try log.reviews(of: learner, in: Samples.bank, now: far)
    #expect(
      reviews
        == records.compactMap { record in
          guard case .answered(let answer) = record.body else { return nil }
          return Review(answer, at: RecordPlace(record), now: far)
        }
    )
    var visited: [Review] = []
    try log.forEachReview(of: learner, in: Samples.bank, now: far) { visited.append($0) }
    #expect(visited == reviews)
    #expect(Set(reviews.map(\.form)) == Set(Form.allCases))
    #expect(reviews.allSatisfy { $0.form != .typed || $0.optionsLeft == 0 })
    #expect(reviews.allSatisfy { $0.form != .trueFalse || $0.optionsLeft == 2 })
    let open = reviews.filter { $0.form == .multipleChoice }.map(\.optionsLeft)
    #expect(Set(open) == [1, 2, 3])
    #expect(reviews.allSatisfy { $0.chosen == nil || !$0.isRight && !$0.isUnanswered })
  }

  @Test("is of one bank alone")
  func banksApart() throws {
    let log = try Samples.inMemory()
    let learner = LearnerID(UUID())
    var answers = RandomAnswer(seed: 2)
    try log.append(.answered(answers.next(by: learner, bank: "one")))
    try log.append(.answered(answers.next(by: learner, bank: "two")))
    #expect(try log.reviews(of: learner, in: "one", now: far).count == 1)
    #expect(try log.reviews(of: learner, in: "none", now: far).isEmpty)
    #expect(try log.reviews(of: LearnerID(UUID()), in: "one", now: far).isEmpty)
  }

  @Test("keeps answers from the future and marks them")
  func future() throws {
    let log = try Samples.inMemory()
    let learner = LearnerID(UUID())
    let record = try log.append(.answered(Samples.answer(by: learner)))
    let before = record.instant.advanced(byMilliseconds: -1)
    let flags = try [before, record.instant].map {
      try log.reviews(of: learner, in: Samples.bank, now: $0).map(\.isFromTheFuture)
    }
    #expect(flags == [[true], [false]])
  }

  @Test("has the latest plan of the whole person, unless it was cleared")
  func plans() throws {
    let log = try Samples.inMemory()
    let ada = try log.addLearner(named: "Ada")
    let eve = try log.addLearner(named: "Eve")
    #expect(try log.plan(of: ada.id) == nil)
    try log.append(.planSet(Samples.plan(by: ada.id, questions: 5)))
    try log.append(.planSet(Samples.plan(by: eve.id, questions: 7)))
    #expect(try log.plan(of: ada.id)?.questionsPerDay == 5)
    try log.append(.learnersAreOne([ada.id, eve.id]))
    #expect(try log.plan(of: ada.id)?.questionsPerDay == 7)
    try log.append(
      .planSet(
        Plan(
          learner: ada.id,
          departure: nil,
          questionsPerDay: nil,
          minutesPerDay: nil,
          topics: ["embassies"]
        )
      )
    )
    #expect(try log.plan(of: eve.id) == nil)
    #expect(try log.plan(of: LearnerID(UUID())) == nil)
  }

  @Test("passes over a plan that cannot be read")
  func brokenPlan() throws {
    let log = try Samples.inMemory()
    let ada = try log.addLearner(named: "Ada")
    try log.append(.planSet(Samples.plan(by: ada.id, questions: 5)))
    try log.place(
      StoredRecord(
        id: RecordID(UUID()),
        device: UUID(),
        sequence: 1,
        instant: far,
        kind: "plan-set",
        payload: #"{"learner":"\#(ada.id.uuid.uuidString)","topics":7}"#
      ),
      owner: ada.id
    )
    #expect(try log.plan(of: ada.id)?.questionsPerDay == 5)
  }

  @Test("is mended by a rebuild where labels were lost or changed")
  func mended() throws {
    let log = try Samples.inMemory()
    let learner = LearnerID(UUID())
    var answers = RandomAnswer(seed: 4)
    for _ in 0..<40 { try log.append(.answered(answers.next(by: learner))) }
    let reviews = try log.reviews(of: learner, in: Samples.bank, now: far)
    for damage in [
      "UPDATE labels SET label = label || 'x'", "DELETE FROM labels WHERE number > 3",
    ] {
      try log.queue.write { db in try db.execute(sql: damage) }
      #expect(try log.check().contains(.staleTable("answers")))
      try log.rebuild()
      #expect(try log.check().isEmpty)
      #expect(try log.reviews(of: learner, in: Samples.bank, now: far) == reviews)
    }
  }
}
