import Foundation
import GRDB
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Learners")
struct LearnersTests {
  private let log: ScoreLog

  init() throws {
    log = try Samples.inMemory()
  }

  @Test("the first one is created without a question, from the login name")
  func firstLearner() throws {
    #expect(try log.currentLearner() == nil)
    let learner = try log.currentLearner(loginName: " ada\u{1b}[31m\n")
    #expect(learner.name == "ada[31m")
    #expect(try log.currentLearner(loginName: "other") == learner)
    #expect(try log.records().count == 1)
  }

  @Test("a login name of nothing becomes learner")
  func emptyLoginName() throws {
    #expect(try log.currentLearner(loginName: "\u{7}\u{202e} ").name == "learner")
  }

  @Test(
    "a name is made harmless and short",
    arguments: [
      ("  Ada  Lovelace\t", "Ada Lovelace"), ("Zoë\u{200b}", "Zoë"), ("\u{202e}evil", "evil"),
      ("김철수", "김철수"), ("a\nb", "a b"), ("👩‍🚀", "👩‍🚀"), ("\u{85}\u{2028}", ""),
      (String(repeating: "x", count: 99), String(repeating: "x", count: 64)),
    ]
  )
  func names(given: String, kept: String) {
    #expect(LearnerName.sanitised(given) == kept)
  }

  @Test("a name of a thousand accents is cut")
  func towerOfAccents() {
    let name = "a" + String(repeating: "\u{301}", count: 1_000)
    #expect(LearnerName.sanitised(name).unicodeScalars.count == 256)
  }

  @Test("the last one used is the default")
  func lastUsedIsDefault() throws {
    let ada = try log.currentLearner(loginName: "ada")
    let bob = try log.addLearner(named: "Bob")
    #expect(try log.currentLearner(loginName: "x") == bob)
    try log.useLearner(named: "ADA")
    #expect(try log.currentLearner(loginName: "x") == ada)
    try log.useLearner(named: bob.id.description)
    #expect(try log.currentLearner(loginName: "x") == bob)
  }

  @Test("where nobody was used, the one who answered last is the default")
  func latestPlayerIsDefault() throws {
    let ada = try log.addLearner(named: "Ada")
    _ = try log.addLearner(named: "Bob")
    try log.append(.answered(Samples.answer(by: ada.id)))
    try log.queue.write { db in try db.execute(sql: "DELETE FROM preferences") }
    #expect(try log.currentLearner(loginName: "x") == ada)
  }

  @Test("a name is taken once, in whatever case")
  func duplicateName() throws {
    let ada = try log.addLearner(named: "Ada")
    #expect(throws: ScoreStoreError.duplicateLearner(ada)) { try log.addLearner(named: "ada ") }
    let bob = try log.addLearner(named: "Bob")
    #expect(throws: ScoreStoreError.duplicateLearner(ada)) {
      try log.renameLearner(named: "Bob", to: "ADA")
    }
    #expect(try log.learners() == [ada, bob])
    #expect(throws: ScoreStoreError.emptyName) { try log.addLearner(named: "\u{1}") }
  }

  @Test("a new name holds even if the clock was set back")
  func renaming() throws {
    let clock = SteppingClock()
    let log = try Samples.inMemory(clock: clock)
    let ada = try log.addLearner(named: "Ada")
    clock.move(byDays: -3)
    try log.renameLearner(named: "ada", to: "Ada L.")
    try log.renameLearner(named: "Ada L.", to: "ada l.")
    #expect(try log.learner(named: "ada l.").id == ada.id)
    #expect(try log.learners().map(\.name) == ["ada l."])
  }

  @Test("an unknown and an ambiguous name are told apart")
  func findingFails() throws {
    #expect(throws: ScoreStoreError.unknownLearner(name: "Eve")) { try log.learner(named: "Eve") }
    let twins = [UUID(), UUID()].map { Learner(id: LearnerID($0), name: "Eve") }
    for twin in twins { try log.append(.learnerCreated(twin)) }
    #expect(
      throws: ScoreStoreError.ambiguousLearner(
        name: "eve",
        candidates: twins.sorted { $0.id < $1.id }
      )
    ) {
      try log.learner(named: "eve")
    }
  }

  @Test("who is one person has one name, one score and one history")
  func united() throws {
    let (ada, bob) = (try log.addLearner(named: "Ada"), try log.addLearner(named: "Bob"))
    for (learner, fact) in [(ada, "dza"), (bob, "cub")] {
      let session = SessionID(UUID())
      try log.append(.sessionOpened(Samples.opening(session, by: learner.id)))
      try log.append(.answered(Samples.answer(by: learner.id, session: session, fact: fact)))
    }
    try log.append(.learnersAreOne([bob.id, ada.id]))
    let one = ada.id < bob.id ? ada : bob
    #expect(try log.learners() == [one])
    #expect(try log.scores().map(\.points) == [200])
    #expect(try log.score(of: bob.id).learner == one)
    #expect(try log.sessions(of: ada.id, limit: 9).map(\.learner) == [one, one])
    #expect(try log.factsAnswered(by: ada.id, in: Samples.bank).count == 2)
    #expect(try log.currentLearner() == one)
  }

  @Test("all ids of a person are known by each of them, and nobody else's")
  func idsOfAPerson() throws {
    let learners = try ["Ada", "Bo", "Cy", "Di"].map { try log.addLearner(named: $0).id }
    #expect(try log.ids(of: learners[0]) == [learners[0]])
    try log.append(.learnersAreOne([learners[0], learners[1]]))
    try log.append(.learnersAreOne([learners[1], learners[2]]))
    let one = learners.prefix(3).sorted()
    for id in one { #expect(try log.ids(of: id) == one) }
    #expect(try log.ids(of: learners[3]) == [learners[3]])
    let stranger = LearnerID(UUID())
    #expect(throws: ScoreStoreError.unknownLearner(name: stranger.description)) {
      try log.ids(of: stranger)
    }
    try log.forget(learners[1])
    for id in one {
      #expect(throws: ScoreStoreError.unknownLearner(name: id.description)) {
        try log.ids(of: id)
      }
    }
    #expect(try log.ids(of: learners[3]) == [learners[3]])
  }
}
