import Foundation
import LearningModel
import QuestionBank
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI
@testable import Study

/// Memory is a cache over the log: kept or replayed, it is the same to the bit.
@Suite struct HistoryReaderTests {
  /// Everything of a history that a screen can show or a plan depends on.
  private struct Parts: Equatable {
    let facts: [FactMemory?]
    let prior: PriorKnowledge
    let evidence: ForgettingEvidence
    let trails: [FactTrail?]
    let pace: Pace
    let calibration: Calibration
    let days: PracticeDays
    let answers: [Int]

    init(_ history: LearnerHistory) {
      facts = history.memory.facts
      prior = history.memory.prior
      evidence = history.memory.evidence
      trails = history.trails
      pace = history.pace
      calibration = history.calibration
      days = history.days
      answers = [history.answers, history.goneAnswers]
    }
  }

  private static func reader(_ room: StudyRoom, worthKeeping: Int) throws -> HistoryReader {
    var reader = HistoryReader(
      answers: room.log,
      bank: room.bank.description.id,
      catalogue: try CatalogueMaker.catalogue(of: room.bank),
      program: programVersion
    )
    reader.worthKeeping = worthKeeping
    return reader
  }

  private static func history(
    _ room: StudyRoom,
    worthKeeping: Int = .max
  ) throws -> LearnerHistory {
    try reader(room, worthKeeping: worthKeeping)
      .history(of: room.learner.id, now: room.stage.environment.now().instant)
  }

  /// What follows from the log alone, without anything kept.
  private static func replayed(_ room: StudyRoom) throws -> LearnerHistory {
    let catalogue = try CatalogueMaker.catalogue(of: room.bank)
    var history = LearnerHistory(catalogue: catalogue)
    let reviews = try room.log.reviews(
      of: room.learner.id,
      in: room.bank.description.id,
      now: room.stage.environment.now().instant
    )
    for review in reviews { history.take(review, in: catalogue) }
    return history
  }

  /// What is kept for the bank as it is now.
  private static func kept(_ room: StudyRoom) throws -> Checkpoint? {
    try room.log.latestCheckpoint(
      of: room.learner.id,
      in: room.bank.description.id,
      key: try reader(room, worthKeeping: 1).key,
      now: room.stage.environment.now().instant
    )
  }

  /// Puts another text in the place of what is kept.
  private static func replaceKept(_ room: StudyRoom, by change: (String) -> String) throws {
    let kept = try #require(try kept(room))
    let text = change(String(decoding: kept.payload, as: UTF8.self))
    let isKept = try room.log.saveCheckpoint(
      Checkpoint(taken: kept.taken, payload: Array(text.utf8)),
      of: room.learner.id,
      in: room.bank.description.id,
      key: try reader(room, worthKeeping: 1).key
    )
    #expect(isKept)
  }

  private static func studied(days: Int, in room: StudyRoom) throws {
    for day in 0..<days {
      try room.study(8, seed: UInt64(day) + 1) { $0.id.row.last != "7" }
      room.clock.move(byDays: 1.25)
    }
  }

  @Test func keptMemoryIsUsedAndIsTheSameToTheBit() throws {
    let room = try StudyRoom()
    try room.plan(inDays: 40, perDay: 8)
    try Self.studied(days: 4, in: room)
    #expect(try Self.kept(room) == nil)
    let first = try Self.history(room, worthKeeping: 1)
    #expect(try Self.kept(room)?.taken.count == 32)
    #expect(Parts(first) == Parts(try Self.replayed(room)))
    // Answers after what was kept are taken in on top of it.
    try Self.studied(days: 3, in: room)
    let second = try Self.history(room)
    #expect(second.answers == 56)
    #expect(Parts(second) == Parts(try Self.replayed(room)))
    let same = try Self.history(room, worthKeeping: 1)
    #expect(Parts(same) == Parts(second))
  }

  @Test func unreadableMemoryIsReplayed() throws {
    let room = try StudyRoom()
    try Self.studied(days: 2, in: room)
    _ = try Self.history(room, worthKeeping: 1)
    try Self.replaceKept(room) { _ in "{}" }
    let history = try Self.history(room, worthKeeping: 1)
    #expect(history.answers == 16)
    #expect(Parts(history) == Parts(try Self.replayed(room)))
    // What was kept then can be read again.
    let again = try Self.history(room)
    #expect(Parts(again) == Parts(history))
  }

  @Test func readMemoryIsTheOneThatIsKept() throws {
    let room = try StudyRoom()
    try Self.studied(days: 2, in: room)
    _ = try Self.history(room, worthKeeping: 1)
    // Were it replayed, it would hold sixteen answers.
    try Self.replaceKept(room) {
      $0.replacingOccurrences(of: "\"answers\":16", with: "\"answers\":99")
    }
    #expect(try Self.history(room).answers == 99)
  }

  @Test func answersThatCameFromElsewhereInBetweenAreReplayed() throws {
    let here = try StudyRoom()
    try Self.studied(days: 2, in: here)
    let elsewhere = try here.log.records()
    try Self.studied(days: 2, in: here)
    _ = try Self.history(here, worthKeeping: 1)
    // The same learner on another machine, between the sittings of this one.
    let there = try StudyRoom(machine: 1)
    there.clock.move(byDays: 1)
    try there.log.insert(elsewhere)
    let away = try #require(try there.item("seat", "l1002"))
    try there.answer(away, choosing: away.key, as: here.learner.id)
    try here.log.insert(try there.log.records())
    let merged = try Self.history(here, worthKeeping: 1)
    #expect(merged.answers == 33)
    #expect(Parts(merged) == Parts(try Self.replayed(here)))
    #expect(Parts(try Self.history(here)) == Parts(merged))
  }

  /// Whatever of the bank a memory depends on, another edition is not answered from the old one.
  @Test(arguments: ["difficulty", "topic", "renamed", "facts"])
  func otherEditionOfTheBankIsReplayed(change: String) throws {
    let room = try StudyRoom()
    try Self.studied(days: 3, in: room)
    _ = try Self.history(room, worthKeeping: 1)
    var bank = LandsBank.blueprint(count: change == "facts" ? 39 : 40)
    switch change {
    case "difficulty": bank[template: "seat"]["difficulty"] = "2"
    case "topic":
      bank.properties["attache:topics"] =
        #"[{"id": "basics", "title": "The basics"}, {"id": "seats", "title": "Seats"}]"#
      bank[template: "seat"]["topic"] = "seats"
    case "renamed": bank.setFile("renamed.csv", "old_id,new_id\nseat/gone,seat/l1001\n")
    default: break
    }
    try room.replaceBank(by: bank)
    let history = try Self.history(room, worthKeeping: 1)
    #expect(Parts(history) == Parts(try Self.replayed(room)))
    #expect(Parts(try Self.history(room)) == Parts(history))
  }

  @Test func renamedFactsKeepTheirMemory() throws {
    let room = try StudyRoom()
    let item = try #require(try room.item("seat", "l1004"))
    try room.answer(item, choosing: item.key)
    var bank = LandsBank.blueprint(count: 40)
    bank[template: "seat"]["family"] = "capital"
    try room.replaceBank(by: bank)
    #expect(try Self.history(room).goneAnswers == 1)
    bank.setFile("renamed.csv", "old_id,new_id\nseat/l1004,town/l1004\ntown/l1004,capital/l1004\n")
    try room.replaceBank(by: bank)
    let history = try Self.history(room)
    #expect(history.goneAnswers == 0)
    #expect(history.trails[try room.number("capital/l1004")]?.right == 1)
  }

  @Test func factsGoneStayInTheLogAndLeaveThePlan() throws {
    let room = try StudyRoom()
    let item = try #require(try room.item("seat", "l1039"))
    try room.answer(item, choosing: item.key)
    try room.replaceBank(by: LandsBank.blueprint(count: 39))
    let desk = try room.desk()
    #expect(desk.history.goneAnswers == 1)
    #expect(desk.history.answers == 1)
    #expect(desk.catalogue.number(of: item.fact) == nil)
    #expect(desk.changed.isEmpty)
    let plan = StudyPlan(desk: desk, count: 100, at: desk.moment)
    #expect(plan.known == 0)
    // With the row the memory comes back.
    try room.replaceBank(by: LandsBank.blueprint(count: 40))
    #expect(try room.desk().history.goneAnswers == 0)
  }
}
