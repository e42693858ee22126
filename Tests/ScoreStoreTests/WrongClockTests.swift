import Foundation
import QuizModel
import Testing

@testable import ScoreStore

@Suite("A clock that was wrong")
struct WrongClockTests {
  private let log: ScoreLog
  private let ada: Learner
  private let clock = SteppingClock()

  init() throws {
    let clock = clock
    log = try ScoreLog(inMemoryWith: { clock.now() }, makeUUID: { UUID() })
    ada = try log.addLearner(named: "Ada")
  }

  /// A sitting with one answer, some days from now.
  @discardableResult
  private func play(inDays days: Int, fact: String = "dza") throws -> Instant {
    clock.move(byDays: days)
    defer { clock.move(byDays: -days) }
    let session = SessionID(UUID())
    try log.append(.sessionOpened(Samples.opening(session, by: ada.id)))
    let answer = try log.append(
      .answered(Samples.answer(by: ada.id, session: session, fact: fact))
    )
    try log.append(.sessionClosed(SessionClosing(session: session, reason: .finished)))
    return answer.instant
  }

  @Test("leaves the last day of play, the history and the order of answers sound")
  func future() throws {
    let first = try play(inDays: 0)
    let future = try play(inDays: 26_000)
    #expect(try log.score(of: ada.id).lastPlayed == first)
    #expect(try log.topicScores(of: ada.id).map(\.lastPlayed) == [first])
    #expect(try log.score(of: ada.id).answers == 2)
    let second = try play(inDays: 0)
    #expect(try log.score(of: ada.id).lastPlayed == second)
    let sessions = try log.sessions(limit: 9)
    #expect(sessions.map(\.isFromTheFuture) == [false, false, true])
    #expect(sessions[0].opened > sessions[1].opened)
    #expect(try log.sessions(limit: 2).map(\.isFromTheFuture) == [false, false])
    #expect(try log.sessions(of: ada.id, limit: 3) == sessions)
    #expect(try log.check() == [.fromTheFuture(ada, answers: 1, latest: future)])
  }

  @Test("has answers of the future alone lead to no last day")
  func futureOnly() throws {
    try play(inDays: 400)
    #expect(try log.score(of: ada.id).lastPlayed == nil)
    #expect(try log.topicScores(of: ada.id).map(\.lastPlayed) == [nil])
    #expect(try log.sessions(limit: 1).map(\.isFromTheFuture) == [true])
  }

  @Test("does not choose who plays")
  func currentLearner() throws {
    let eve = try log.addLearner(named: "Eve")
    try play(inDays: 26_000)
    try log.append(.answered(Samples.answer(by: eve.id)))
    let other = try ScoreLog(
      inMemoryWith: { [clock] in clock.now() },
      makeUUID: { UUID() }
    )
    try other.insert(try log.storedRecords())
    #expect(try other.currentLearner(loginName: "x") == eve)
  }

  @Test("back in 1970 or before writes answers once each, in the order of their dates")
  func past() throws {
    let bank = Samples.bank
    let now = Instant(milliseconds: .max)
    try play(inDays: 0, fact: "today")
    try play(inDays: -20_717, fact: "epoch")
    try play(inDays: -40_000, fact: "before")
    try play(inDays: 0, fact: "after")
    let order = ["before", "epoch", "today", "after"]
    #expect(try log.reviews(of: ada.id, in: bank, now: now).map(\.fact.row) == order)
    #expect(try log.sessions(limit: 9).map(\.answers) == [1, 1, 1, 1])
    var lines = ""
    try log.exportRecords { lines += $0 }
    let folder = try TemporaryFolder()
    let url = folder.url.appendingPathComponent("export")
    try Data(lines.utf8).write(to: url)
    let other = try Samples.inMemory()
    try other.unite(with: url)
    #expect(try other.unite(with: url).records.added == 0)
    #expect(try other.reviews(of: ada.id, in: bank, now: now).map(\.fact.row) == order)
    #expect(try log.check().isEmpty)
  }

  @Test("takes a new name and a new plan for the latest, though the clock was set back")
  func setBack() throws {
    clock.move(byDays: 26_000)
    try log.renameLearner(named: "Ada", to: "Ada of tomorrow")
    try log.append(.planSet(Samples.plan(by: ada.id, questions: 1)))
    clock.move(byDays: -26_000)
    try log.renameLearner(named: "Ada of tomorrow", to: "Ada of today")
    try log.append(.planSet(Samples.plan(by: ada.id, questions: 2)))
    #expect(try log.learners().map(\.name) == ["Ada of today"])
    #expect(try log.plan(of: ada.id)?.questionsPerDay == 2)
  }
}
