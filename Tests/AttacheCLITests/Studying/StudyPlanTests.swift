import LearningModel
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI
@testable import Study

/// What is chosen for a sitting.
@Suite struct StudyPlanTests {
  @Test(arguments: [nil, 20])
  func firstSittingIsAllNewAndEachFactComesOnce(days: Int?) throws {
    let room = try StudyRoom()
    try room.plan(inDays: days, perDay: 12)
    let desk = try room.desk()
    let plan = StudyPlan(desk: desk, count: 12, at: desk.moment)
    #expect([plan.count, plan.known, plan.new] == [12, 0, 12])
    #expect(Set(plan.numbers).count == plan.numbers.count)
    #expect(plan.numbers.count > 12)
  }

  @Test(arguments: [nil, 20])
  func whatIsDueComesBeforeWhatIsNew(days: Int?) throws {
    let room = try StudyRoom()
    try room.plan(inDays: days, perDay: 12)
    for _ in 0..<3 {
      try room.study(12) { $0.id.row.last != "3" }
      room.clock.move(byDays: 2)
    }
    let desk = try room.desk()
    let plan = StudyPlan(desk: desk, count: 12, at: desk.moment)
    #expect(plan.known > 0)
    let isKnown = plan.numbers.prefix(plan.count).map { desk.history.trails[$0] != nil }
    #expect(isKnown == isKnown.filter { $0 } + isKnown.filter { !$0 })
    #expect(isKnown.count { $0 } == plan.known)
  }

  @Test(arguments: [nil, 20])
  func whatWasJustAnsweredRests(days: Int?) throws {
    let room = try StudyRoom(LandsBank.blueprint(count: 12))
    try room.plan(inDays: days, perDay: 10)
    var asked: Set<FactID> = []
    // Of twenty-four facts none comes again before all were asked; one may give another away.
    for _ in 0..<6 where asked.count < 24 {
      let facts = try room.study(10) { _ in false }.map(\.fact)
      #expect(asked.isDisjoint(with: facts))
      asked.formUnion(facts)
    }
    #expect(asked.count == 24)
    let desk = try room.desk()
    let again = StudyPlan(desk: desk, count: 10, at: desk.moment)
    #expect(again.count == (days == nil ? 0 : 10))
    // Two hours later what was missed may come back.
    room.clock.move(byDays: 0.5)
    let later = try room.desk()
    #expect(StudyPlan(desk: later, count: 10, at: later.moment).known == 10)
  }

  @Test func missedDaysAreNotOwed() throws {
    let room = try StudyRoom()
    try room.plan(inDays: 30, perDay: 6)
    try room.study(6)
    room.clock.move(byDays: 9)
    let desk = try room.desk()
    #expect(desk.leftToday == 6)
    // Nor is anything piled up on the eve.
    room.clock.move(byDays: 20)
    #expect(try room.desk().leftToday == 6)
    #expect(try room.desk().daysToDeparture == 1)
  }

  @Test func onlyWantedTopicsAreChosen() throws {
    var bank = LandsBank.blueprint(count: 20)
    bank.properties["attache:topics"] =
      #"[{"id": "basics", "title": "The basics"}, {"id": "seats", "title": "Seats"}]"#
    bank[template: "seat"]["topic"] = "seats"
    let room = try StudyRoom(bank)
    try room.plan(perDay: 5, topics: ["seats"])
    let planned = try room.desk()
    let families = { (desk: StudyDesk, plan: StudyPlan) in
      Set(plan.numbers.map { desk.catalogue.entries[$0].id.family })
    }
    let asPlanned = StudyPlan(desk: planned, count: 5, at: planned.moment)
    #expect(families(planned, asPlanned) == ["seat"])
    let other = StudyPlan(desk: planned, count: 5, topics: ["basics"], at: planned.moment)
    #expect(families(planned, other) == ["opened"])
  }

  @Test func mixUpsAreWhatWasTakenForSomethingElse() throws {
    let room = try StudyRoom()
    let first = try #require(try room.item("opened-land", "l1003"))
    let second = try #require(try room.item("seat", "l1010"))
    let statement = try #require(try room.item("opened-year", "l1020", form: .trueFalse))
    try room.answer(first, choosing: (first.key + 1) % 3)
    try room.answer(second, choosing: (second.key + 1) % 3)
    try room.answer(statement, choosing: 1 - statement.key)
    try room.answer(try #require(try room.item("seat", "l1015")), choosing: nil)
    func mixUps() throws -> [FactID] {
      let desk = try room.desk()
      let plan = StudyPlan(mixUpsOf: desk, count: 10)
      #expect(plan.isOfMixUps)
      return plan.numbers.map { desk.catalogue.entries[$0].id }
    }
    // What was missed last comes first; a false "true" is no mix-up, nor is "don't know".
    #expect(try mixUps() == [second.fact, first.fact])
    try room.answer(second, choosing: second.key)
    #expect(try mixUps() == [first.fact, second.fact])
    for _ in 0..<2 { try room.answer(second, choosing: second.key) }
    #expect(try mixUps() == [first.fact])
  }
}
