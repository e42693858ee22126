import Foundation
import QuizModel
import Testing

@testable import ScoreStore

@Suite("What is told of sittings")
struct SittingsTests {
  @Test("is every answer of those asked for, in the one order of all machines", arguments: 0..<12)
  func agreesWithTheRecords(seed: UInt64) throws {
    let log = try Samples.inMemory()
    let history = RandomHistory(seed: seed, count: 200)
    for part in history.parts(3, seed: seed) { try log.insert(part) }
    let state = LogState(records: history.records)
    let answers = state.answers.values.sorted { $0.place < $1.place }
    let sessions = Set(answers.map(\.content.session)).sorted { "\($0)" < "\($1)" }
    var random = SplitMix64(seed: seed)
    for count in 0...sessions.count {
      let wanted = Array(random.shuffled(sessions).prefix(count))
      let told = try log.sittingAnswers(in: wanted)
      let expected = answers.filter { wanted.contains($0.content.session) }
      #expect(told.map(\.record) == expected.map(\.id))
      for (one, said) in zip(told, expected) {
        let answer = said.content
        #expect(one.session == answer.session)
        #expect(one.fact == answer.fact)
        #expect(one.isRight == answer.isRight)
        #expect(!one.isUnanswered)
        #expect(one.chosen == (answer.isRight ? nil : answer.chosenAnswerID))
        #expect(one.points == answer.points)
        #expect(one.instant == said.place.instant)
        #expect(one.utcOffset == answer.shownAt.offset)
        #expect(one.isRetracted == state.retractedAnswers.contains(said.id))
      }
    }
  }

  @Test("is nothing of sittings that are not there, and no limit of SQLite is met")
  func unknownSittings() throws {
    let log = try Samples.inMemory()
    let session = SessionID(UUID())
    let learner = LearnerID(UUID())
    try log.append(.answered(Samples.answer(by: learner, session: session)))
    let others = (0..<40_000).map { SessionID(UUID(derivedFrom: ["\($0)"])) }
    #expect(try log.sittingAnswers(in: others).isEmpty)
    #expect(try log.sittingAnswers(in: others + [session, session]).count == 1)
    #expect(try log.sittingAnswers(in: []).isEmpty)
  }

  @Test("tells nothing chosen from something wrong")
  func unanswered() throws {
    let log = try Samples.inMemory()
    let (session, learner) = (SessionID(UUID()), LearnerID(UUID()))
    let whole = Samples.answer(by: learner, session: session, chosen: 2)
    func answer(_ fact: String, _ choice: Choice) -> Answer {
      Answer(
        session: session,
        learner: learner,
        item: whole.item,
        fact: FactID(family: "f", row: fact),
        template: "t",
        topic: "t",
        bank: Samples.bank,
        bankVersion: "1",
        choice: choice,
        isRight: false,
        hints: 0,
        points: 0,
        shownAt: whole.shownAt,
        taken: 0,
        correctAnswer: "1958",
        digest: "0"
      )
    }
    for (number, choice) in [Choice.option(2), .dontKnow, .timedOut].enumerated() {
      try log.append(.answered(answer("\(number)", choice)))
    }
    let told = try log.sittingAnswers(in: [session])
    #expect(told.map(\.isUnanswered) == [false, true, true])
    #expect(told.map(\.chosen) == ["1973", nil, nil])
  }

  @Test("holds the clock of the place where each answer was given")
  func clocks() throws {
    let log = try Samples.inMemory()
    let session = SessionID(UUID())
    let offsets = [-43_200, -12_600, 0, 20_700, 50_400]
    for offset in offsets {
      let answer = Samples.answer(by: LearnerID(UUID()), session: session, offset: offset)
      try log.append(.answered(answer))
    }
    #expect(try log.sittingAnswers(in: [session]).map(\.utcOffset) == offsets)
    let copy = try Samples.inMemory()
    try copy.insert(try log.storedRecords())
    #expect(try copy.sittingAnswers(in: [session]).map(\.utcOffset) == offsets)
  }

  @Test("counts each person once a question, by the first answer")
  func firstAnswers() throws {
    let log = try Samples.inMemory()
    let people = (0..<5).map { LearnerID(UUID(derivedFrom: ["person", "\($0)"])) }
    func append(_ person: Int, _ fact: String, isRight: Bool) throws -> QuizModel.Record {
      try log.append(
        .answered(Samples.answer(by: people[person], fact: fact, chosen: isRight ? 0 : 1))
      )
    }
    // Of the second the first answer was taken back; the third and the fourth are one person.
    _ = try append(0, "a", isRight: true)
    let taken = try append(1, "a", isRight: true)
    try log.append(.retracted(Retraction(learner: people[1], answer: taken.id)))
    _ = try append(1, "a", isRight: false)
    _ = try append(0, "a", isRight: false)
    _ = try append(2, "a", isRight: false)
    _ = try append(3, "a", isRight: true)
    try log.append(.learnerCreated(Learner(id: people[2], name: "C")))
    try log.append(.learnersAreOne([people[2], people[3]]))
    _ = try append(4, "b", isRight: true)
    func told(_ fewest: Int, bank: String = Samples.bank) throws -> [String] {
      try log.firstAnswers(in: bank, fewest: fewest).map {
        "\($0.fact) \($0.template) \($0.form.rawValue) \($0.right)/\($0.people)"
      }
    }
    let first = "established/a established-year multiple-choice 1/3"
    #expect(try told(1) == [first, "established/b established-year multiple-choice 1/1"])
    #expect(try told(2) == [first])
    #expect(try told(4).isEmpty)
    #expect(try told(1, bank: "other").isEmpty)
  }

  @Test("counts as many people as the records name", arguments: 0..<8)
  func firstAnswersOfRandomHistories(seed: UInt64) throws {
    let log = try Samples.inMemory()
    let history = RandomHistory(seed: seed, count: 250)
    try log.insert(history.records)
    let state = LogState(records: history.records)
    let people = state.standing()
    let standing = state.answers.values.filter { !state.retractedAnswers.contains($0.id) }
    let byFact = Dictionary(grouping: standing, by: \.content.fact)
    let told = try log.firstAnswers(in: Samples.bank, fewest: 1)
    #expect(told.map(\.fact) == byFact.keys.sorted())
    for one in told {
      let answers = byFact[one.fact] ?? []
      let byPerson = Dictionary(grouping: answers) { said in
        people[said.content.learner] ?? said.content.learner
      }
      #expect(one.people == byPerson.count)
      // Who gave two answers at the first moment may count by either.
      let firsts = byPerson.values.map { answers -> Set<Bool> in
        let first = answers.map(\.place.instant).min()
        return Set(answers.filter { $0.place.instant == first }.map(\.content.isRight))
      }
      let least = firsts.count { $0 == [true] }
      #expect((least...(least + firsts.count { $0.count == 2 })).contains(one.right))
    }
  }
}
