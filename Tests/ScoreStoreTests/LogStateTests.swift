import Foundation
import QuizModel
import Testing

@testable import ScoreStore

@Suite("The state that follows from records")
struct LogStateTests {
  private let ada = LearnerID(UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
  private let bob = LearnerID(UUID(uuid: (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
  private let eve = LearnerID(UUID(uuid: (3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))

  /// Records of one device, a millisecond apart.
  private func records(_ bodies: [RecordBody]) -> [Record] {
    let device = UUID()
    return bodies.enumerated().map { index, body in
      Record(
        id: RecordID(UUID()),
        device: device,
        sequence: Int64(index + 1),
        instant: Instant(milliseconds: Int64(index)),
        body: body
      )
    }
  }

  @Test("does not depend on the order or the repetition of records", arguments: 0..<60)
  func shuffledRecordsGiveTheSameState(seed: UInt64) {
    let history = RandomHistory(seed: seed, count: 150)
    let expected = LogState(records: history.records)
    for other in 1...5 {
      #expect(LogState(records: history.shuffled(seed: seed * 10 + UInt64(other))) == expected)
    }
  }

  @Test("differs when an answer is missing")
  func missingAnswerShows() {
    let all = records([
      .learnerCreated(Learner(id: ada, name: "Ada")), .answered(Samples.answer(by: ada)),
    ])
    #expect(LogState(records: all) != LogState(records: all.dropLast()))
  }

  @Test("has the latest name")
  func latestNameWins() {
    let all = records([
      .learnerRenamed(Learner(id: ada, name: "Ada 1")),
      .learnerRenamed(Learner(id: ada, name: "Ada 2")),
    ])
    #expect(LogState(records: all.reversed()).learners.map(\.learner.name) == ["Ada 2"])
  }

  @Test("lets the smallest id stand for learners who are one, over several steps")
  func groupsAreTransitive() throws {
    let state = LogState(
      records: records([
        .learnerCreated(Learner(id: eve, name: "Eve")),
        .learnerCreated(Learner(id: ada, name: "Ada")),
        .learnerCreated(Learner(id: bob, name: "Bob")),
        .learnersAreOne([eve, bob]), .learnersAreOne([ada, bob]),
        .answered(Samples.answer(by: eve, points: 7)),
        .answered(Samples.answer(by: ada, points: 5)),
      ])
    )
    let person = try #require(state.learners.first)
    #expect(state.learners.count == 1)
    #expect(person.learner == Learner(id: ada, name: "Ada"))
    #expect(person.members == [ada, bob, eve])
    #expect(person.points == 12)
  }

  @Test("keeps two learners one when the one between them is forgotten")
  func linkOutlivesForgottenLearner() {
    let state = LogState(
      records: records([
        .learnerCreated(Learner(id: bob, name: "Bob")),
        .learnerCreated(Learner(id: eve, name: "Eve")),
        .learnersAreOne([ada, bob]), .learnersAreOne([ada, eve]), .forgotten(ada),
      ])
    )
    #expect(state.learners.map(\.members) == [[bob, eve]])
  }

  @Test("lets an answer that was taken back earn and count nothing")
  func retractedAnswerEarnsNothing() throws {
    let answer = records([.answered(Samples.answer(by: ada))])[0]
    let others = records([
      .learnerCreated(Learner(id: ada, name: "Ada")),
      .answered(Samples.answer(by: ada, points: 40)),
      .retracted(Retraction(learner: ada, answer: answer.id)),
    ])
    let person = try #require(LogState(records: others + [answer]).learners.first)
    #expect(person.points == 40)
    #expect(person.answers == 1)
    #expect(person.right == 1)
    #expect(person.topics["when-they-began"]?.answers == 1)
  }

  @Test("does not let anybody else take an answer back")
  func othersCannotRetract() {
    let answer = records([.answered(Samples.answer(by: ada))])[0]
    let retraction = records([.retracted(Retraction(learner: bob, answer: answer.id))])
    #expect(LogState(records: [answer] + retraction).retractedAnswers.isEmpty)
    let joined = records([.learnersAreOne([ada, bob])])
    #expect(LogState(records: [answer] + retraction + joined).retractedAnswers == [answer.id])
  }

  @Test("has nothing of a forgotten learner, whatever came first")
  func tombstoneWins() {
    let session = SessionID(UUID())
    let before = records(Array(Samples.everyKind(of: ada, session: session).dropLast()))
    let tombstone = records([.forgotten(ada)])
    for order in [before + tombstone, tombstone + before] {
      let state = LogState(records: order)
      #expect(state.learners.isEmpty)
      #expect(state.sessions.isEmpty)
      #expect(state.notes.isEmpty)
      #expect(state.answers.isEmpty)
      #expect(state.forgottenLearners == [ada])
    }
  }

  @Test("has the latest plan of a person and all notes")
  func planAndNotes() throws {
    let state = LogState(
      records: records([
        .learnerCreated(Learner(id: ada, name: "Ada")),
        .planSet(Samples.plan(by: ada, questions: 5)),
        .planSet(Samples.plan(by: ada, questions: 15)), .flagged(Samples.flag(by: ada)),
      ])
    )
    #expect(state.learners.first?.plan?.questionsPerDay == 15)
    #expect(state.notes == [Samples.flag(by: ada)])
  }

  @Test("tells sittings with their answers in order")
  func sessions() throws {
    let session = SessionID(UUID())
    let all = records([
      .sessionOpened(Samples.opening(session, by: ada)),
      .answered(Samples.answer(by: ada, session: session, fact: "one")),
      .answered(Samples.answer(by: ada, session: session, fact: "two")),
      .sessionClosed(SessionClosing(session: session, reason: .quit)),
    ])
    let told = try #require(LogState(records: all.reversed()).sessions.first)
    #expect(told.opened == all[0].instant)
    #expect(told.answers == [all[1].id, all[2].id])
    #expect(told.closing?.reason == .quit)
  }
}
