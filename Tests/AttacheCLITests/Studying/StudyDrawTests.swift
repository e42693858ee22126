import LearningModel
import QuestionBank
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI
@testable import Study

/// In which order, and how, what was chosen is asked.
@Suite struct StudyDrawTests {
  /// A learner with three sittings behind them, the last one two days ago.
  private static func room(days: Int? = 30) throws -> StudyRoom {
    let room = try StudyRoom()
    try room.plan(inDays: days, perDay: 12)
    for seed in 1...3 as ClosedRange<UInt64> {
      try room.study(12, seed: seed) { $0.id.row.last != "3" }
      room.clock.move(byDays: 2)
    }
    return room
  }

  private static func plan(_ room: StudyRoom, count: Int = 12) throws -> StudyPlan {
    let desk = try room.desk()
    return StudyPlan(desk: desk, count: count, at: desk.moment)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func eachFactIsAskedOnceAndSiblingsStayApart(seed: UInt64) throws {
    let room = try Self.room()
    let plan = try Self.plan(room, count: 20)
    let items = try room.items(plan, seed: seed)
    #expect(items.count == 20)
    #expect(Set(items.map(\.fact)).count == 20)
    for (place, item) in items.dropLast().enumerated() {
      for earlier in items[max(0, place - 2)..<place] {
        #expect(Set(item.about).isDisjoint(with: earlier.about))
      }
    }
  }

  @Test func sameSeedAsksTheSame() throws {
    let room = try Self.room()
    let plan = try Self.plan(room)
    let items = try (0..<2).map { _ in try room.items(plan, seed: 9).map(\.id) }
    #expect(items[0] == items[1])
    #expect(try room.items(plan, seed: 10).map(\.id) != items[0])
  }

  @Test func likeliestKnownComesLast() throws {
    let room = try Self.room()
    // Held better than anything else, and yet wanted.
    let desk = try room.desk()
    let plan = try Self.plan(room)
    let last = try #require(try room.items(plan).last)
    func recall(_ number: Int) -> Double {
      plan.planner.facts.first { $0.number == number }
        .map { plan.planner.prospect.recall($0, at: desk.moment) } ?? 0
    }
    let wanted = plan.numbers.prefix(plan.count)
    let number = try #require(desk.catalogue.number(of: last.fact))
    #expect(wanted.contains(number))
    // The clock goes on by a second from desk to desk.
    #expect(wanted.allSatisfy { recall($0) <= recall(number) + 1e-4 }, "\(wanted.map(recall))")
  }

  @Test func factComesBackOtherwiseThanLastTime() throws {
    let room = try Self.room()
    let desk = try room.desk()
    var compared = 0
    for seed in 1...4 as ClosedRange<UInt64> {
      for item in try room.items(try Self.plan(room), seed: seed) {
        guard let number = desk.catalogue.number(of: item.fact),
          let trail = desk.history.trails[number]
        else { continue }
        compared += 1
        #expect(item.id.template != trail.template || item.form != trail.form)
      }
    }
    #expect(compared > 12)
  }

  @Test func confusedPairStandsSideBySideOnceTheFactIsKnown() throws {
    let room = try StudyRoom()
    try room.plan(inDays: 20, perDay: 5)
    let item = try #require(try room.item("seat", "l1005"))
    let wrong = (item.key + 1) % 3
    let confused = item.options[wrong].answerID
    try room.answer(item, choosing: wrong)
    let number = try room.number("seat/l1005")

    /// How often the pair is seen in multiple choice.
    func share(mixUps: Bool) throws -> (pairs: Int, items: Int) {
      let desk = try room.desk()
      let plan =
        mixUps
        ? StudyPlan(mixUpsOf: desk, count: 1) : StudyPlan(desk: desk, count: 60, at: desk.moment)
      #expect(plan.numbers.contains(number))
      var (pairs, items) = (0, 0)
      for seed in 1...8 as ClosedRange<UInt64> {
        for item in try room.items(plan, seed: seed)
        where item.fact.description == "seat/l1005" && item.form == .multipleChoice {
          items += 1
          if item.distractors.contains(where: { $0.answerID == confused }) { pairs += 1 }
        }
      }
      return (pairs, items)
    }
    room.clock.move(byDays: 1)
    // Just missed, it is learnt first; who drills mix-ups sees the pair at once.
    let missed = try share(mixUps: false)
    #expect(missed.pairs < missed.items || missed.items == 0)
    let drilled = try share(mixUps: true)
    #expect(drilled.items == 8)
    #expect(drilled.pairs == 8)
    let statement = try #require(try room.item("seat", "l1005", form: .trueFalse))
    try room.answer(statement, choosing: statement.key)
    room.clock.move(byDays: 1)
    let known = try share(mixUps: false)
    #expect(known.items > 0)
    #expect(known.pairs == known.items)
  }

  @Test func strongerFactsGetMoreAndCloserOptions() throws {
    let room = try StudyRoom()
    try room.plan(inDays: 200, perDay: 80)
    func distances(isFirm: Bool) throws -> (options: Set<Int>, rank: Double, keys: Set<Int>) {
      let desk = try room.desk()
      let plan = StudyPlan(desk: desk, count: 80, at: desk.moment)
      var (options, ranks, keys): (Set<Int>, [Double], Set<Int>) = ([], [], [])
      for seed in 1...6 as ClosedRange<UInt64> {
        for item in try room.items(plan, seed: seed)
        where item.id.template == "seat" && item.form == .multipleChoice {
          let number = try #require(desk.catalogue.number(of: item.fact))
          guard (desk.history.trails[number] != nil) == isFirm else { continue }
          let template = try #require(room.bank.templates.firstIndex { $0.id == "seat" })
          let fact = try #require(try room.bank.fact(template: template, row: item.id.row))
          let candidates = try room.bank.candidates(for: fact).map(\.answerID)
          options.insert(item.options.count)
          keys.insert(item.key)
          ranks += item.distractors.compactMap { candidates.firstIndex(of: $0.answerID) }
            .map(Double.init)
        }
      }
      return (options, ranks.reduce(0, +) / Double(max(1, ranks.count)), keys)
    }
    let new = try distances(isFirm: false)
    #expect(new.options == [3])
    // Half of the seats become firm: right over weeks.
    for _ in 0..<5 {
      for number in 0..<20 {
        let item = try #require(try room.item("seat", "l\(1_000 + number)", form: .trueFalse))
        try room.answer(item, choosing: item.key)
      }
      room.clock.move(byDays: 20)
    }
    let firm = try distances(isFirm: true)
    #expect(firm.options.isSubset(of: [4, 5]))
    #expect(!firm.options.isEmpty)
    // Eight candidates have the ranks 0 to 7; any draw of them has 3.5 on average.
    #expect((3...4).contains(new.rank))
    #expect(firm.rank < new.rank - 0.5)
    #expect(firm.keys.isSuperset(of: [0, 1, 2, 3]))
  }
}
