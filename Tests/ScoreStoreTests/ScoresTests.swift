import Foundation
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Scores and history")
struct ScoresTests {
  private let log: ScoreLog
  private let ada: Learner

  init() throws {
    log = try Samples.inMemory()
    ada = try log.addLearner(named: "Ada")
  }

  @Test("count points, right answers and rank, the best first")
  func scores() throws {
    let bob = try log.addLearner(named: "Bob")
    try log.append(.answered(Samples.answer(by: ada.id, points: 600)))
    try log.append(.answered(Samples.answer(by: ada.id, points: 600)))
    let last = try log.append(.answered(Samples.answer(by: ada.id, chosen: 1)))
    #expect(
      try log.scores() == [
        Score(
          learner: ada,
          isCurrent: false,
          points: 1_200,
          rank: .thirdSecretary,
          answers: 3,
          right: 2,
          lastPlayed: last.instant
        ),
        Score(
          learner: bob,
          isCurrent: true,
          points: 0,
          rank: .attache,
          answers: 0,
          right: 0,
          lastPlayed: nil
        ),
      ]
    )
  }

  @Test("are told per topic, with the number of facts")
  func topics() throws {
    try log.append(.answered(Samples.answer(by: ada.id, fact: "dza")))
    try log.append(.answered(Samples.answer(by: ada.id, fact: "dza", chosen: 2)))
    let other = try log.append(
      .answered(Samples.answer(by: ada.id, fact: "cub", topic: "embassies", points: 30))
    )
    let topics = try log.topicScores(of: ada.id)
    #expect(topics.map(\.topic) == ["embassies", "when-they-began"])
    #expect(topics.map(\.points) == [30, 100])
    #expect(topics.map(\.answers) == [1, 2])
    #expect(topics.map(\.right) == [1, 1])
    #expect(topics.map(\.facts) == [1, 1])
    #expect(topics.first?.lastPlayed == other.instant)
    #expect(
      try log.factsAnswered(by: ada.id, in: Samples.bank).map(\.description).sorted() == [
        "established/cub", "established/dza",
      ]
    )
    #expect(try log.factsAnswered(by: ada.id, in: "another").isEmpty)
  }

  @Test("leave out an answer that was taken back")
  func undo() throws {
    let answer = try log.append(.answered(Samples.answer(by: ada.id)))
    try log.append(.answered(Samples.answer(by: ada.id, points: 50)))
    try log.append(.retracted(Retraction(learner: ada.id, answer: answer.id)))
    #expect(try log.score(of: ada.id).points == 50)
    #expect(try log.score(of: ada.id).answers == 1)
  }

  @Test("of nobody are an error")
  func unknown() {
    let nobody = LearnerID(UUID())
    #expect(throws: ScoreStoreError.unknownLearner(name: nobody.description)) {
      try log.score(of: nobody)
    }
  }

  @Test("survive JSON")
  func json() throws {
    try log.append(.answered(Samples.answer(by: ada.id)))
    let scores = try log.scores()
    #expect(try JSONDecoder().decode([Score].self, from: JSONEncoder().encode(scores)) == scores)
  }

  @Test("history tells the last sittings, the latest first, with their answers")
  func history() throws {
    let sessions = (0..<3).map { _ in SessionID(UUID()) }
    var answers: [RecordID] = []
    for session in sessions {
      try log.append(.sessionOpened(Samples.opening(session, by: ada.id)))
      for chosen in 0..<2 {
        answers.append(
          try log.append(
            .answered(Samples.answer(by: ada.id, session: session, chosen: chosen))
          ).id
        )
      }
    }
    let closing = try log.append(
      .sessionClosed(SessionClosing(session: sessions[2], reason: .finished))
    )
    try log.append(.retracted(Retraction(learner: ada.id, answer: answers[5])))
    let told = try log.sessions(limit: 2)
    #expect(told.map(\.opening.session) == [sessions[2], sessions[1]])
    #expect(told.map(\.answers) == [1, 2])
    #expect(told.map(\.right) == [1, 1])
    #expect(told.map(\.points) == [100, 100])
    #expect(told.map(\.closed) == [closing.instant, nil])
    #expect(told.map(\.reason) == [.finished, nil])
    let entries = try log.answers(in: sessions[2])
    #expect(entries.map(\.record) == [answers[4], answers[5]])
    #expect(entries.map(\.isRetracted) == [false, true])
  }
}
