import Foundation
import LearningModel
import QuizModel
import TerminalUI
import TestSupport
import Testing

@testable import AttacheCLI
@testable import Study

/// Facts that the bank tells otherwise than when the learner saw them.
@Suite struct ChangedFactsTests {
  /// A learner who has answered the seats of some lands, and the bank with other seats for some.
  private static func room(answered: Int, changed: [Int]) throws -> StudyRoom {
    let room = try StudyRoom()
    try room.plan(perDay: 12)
    for number in 0..<answered {
      let item = try #require(try room.item("seat", "l\(1_000 + number)"))
      try room.answer(item, choosing: item.key)
    }
    var bank = LandsBank.blueprint(count: 40)
    for number in changed {
      bank[table: "lands"].set("seat", ofRow: number, to: "New\(number)")
    }
    try room.replaceBank(by: bank)
    room.clock.move(byDays: 0.2)
    return room
  }

  private static func text(_ lines: [Line]) -> [String] {
    ScreenRenderer(traits: TerminalTraits(width: 200)).text(Screen(lines))
      .split(separator: "\n").map(String.init)
  }

  @Test func whatChangedComesFirstAndIsAskedOnce() throws {
    // Far enough apart for neither to be an option of the other.
    let room = try Self.room(answered: 21, changed: [0, 20])
    let desk = try room.desk()
    let ids = { (numbers: [Int]) in Set(numbers.map { desk.catalogue.entries[$0].id.description }) }
    #expect(ids(desk.changed) == ["seat/l1000", "seat/l1020"])
    let plan = StudyPlan(desk: desk, count: 6, at: desk.moment)
    #expect(ids(plan.changed) == ["seat/l1000", "seat/l1020"])
    let items = try room.items(plan)
    #expect(Set(items.prefix(2).map(\.fact.description)) == ["seat/l1000", "seat/l1020"])
    #expect(items.first?.answer.hasPrefix("New") == true)
    // The question is listed; the answer is not given away.
    let lines = Self.text(ChangedFacts(desk: desk).lines(of: plan.changed))
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains("which town was the seat of") && !$0.contains("New") })
    // Asked again, they are as they were learnt.
    for item in items.prefix(2) { try room.answer(item, choosing: item.key) }
    #expect(try room.desk().changed.isEmpty)
  }

  @Test func whatAnotherTemplateAskedBeforeIsAskedAnewByThatOne() throws {
    let room = try StudyRoom()
    try room.plan(perDay: 12)
    for template in ["opened-year", "opened-land"] {
      let item = try #require(try room.item(template, "l1000"))
      try room.answer(item, choosing: item.key)
    }
    var bank = LandsBank.blueprint(count: 40)
    bank[table: "openings"].set("date", ofRow: 0, to: "1949-05-05")
    try room.replaceBank(by: bank)
    room.clock.move(byDays: 0.2)
    // The land is still called as it was; the year that was learnt is another one now.
    let desk = try room.desk()
    #expect(desk.changed == [try room.number("opened/l1000")])
    let first = try #require(try room.items(StudyPlan(desk: desk, count: 3, at: desk.moment)).first)
    #expect(first.id.template == "opened-year")
    #expect(first.answer == "1949")
    try room.answer(first, choosing: first.key)
    #expect(try room.desk().changed.isEmpty)
  }

  @Test func nothingElseResets() throws {
    let room = try Self.room(answered: 10, changed: [0, 1])
    let desk = try room.desk()
    #expect(desk.history.answers == 10)
    #expect(desk.history.trails.compactMap { $0 }.count == 10)
    let number = try room.number("seat/l1000")
    #expect(desk.history.memory.memory(of: number) != nil)
  }

  @Test func newEditionDoesNotKeepEverythingElseWaiting() throws {
    let room = try Self.room(answered: 30, changed: Array(0..<30))
    let desk = try room.desk()
    #expect(desk.changed.count == 30)
    let plan = StudyPlan(desk: desk, count: 12, at: desk.moment)
    #expect(plan.changed.count == 6)
    #expect(plan.new == 6)
    // Where nothing else is wanted they fill the sitting.
    try room.plan(perDay: 40)
    let all = try room.desk()
    #expect(StudyPlan(desk: all, count: 100, at: all.moment).changed.count == 30)
    #expect(Self.text(ChangedFacts(desk: desk).lines(of: desk.changed)).last == "  and 22 more")
  }

  @Test func questionThatIsGoneIsNamedById() throws {
    let room = try Self.room(answered: 1, changed: [0])
    let desk = try room.desk()
    #expect(
      Self.text(ChangedFacts(desk: desk).lines(of: [try room.number("opened/l1003")])) == [
        "  opened/l1003"
      ]
    )
  }

  @Test func homeAndStudySayIt() throws {
    let room = try Self.room(answered: 4, changed: [0])
    let stage = room.stage
    stage.environment.columns = { 200 }
    stage.run(["--bank", "sample"], reader: ScriptedReader(lines: ["q"]))
    #expect(stage.output.contains("1 fact changed since you learned it; it comes first.\n"))
    stage.run(["study", "--bank", "sample"], reader: ScriptedReader(lines: ["quit"]))
    #expect(stage.output.contains("1 fact changed since you learned it and comes first:\n  As of"))
    #expect(stage.output.contains("Now: 1 fact to come back to, "))
  }
}
