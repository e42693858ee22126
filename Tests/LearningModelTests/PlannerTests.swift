import LearningModel
import QuizModel
import Testing

@Suite("What the planner asks")
struct PlannerTests {
  let now = PlannedFacts.now

  static let approaches = [
    Approach.raise, .keep(0.6), .keep(0.75), .maintain(0.9), .maintain(0.7),
  ]

  @Test("asks each fact at most once and no more than wanted", arguments: approaches)
  func asksEachFactOnce(_ approach: Approach) {
    for goal in [Planner.Goal.day(now + 20.2), .day(now + 1.5), .retention(0.9)] {
      let planner = PlannedFacts.planner(goal)
      for count in [0, 1, 2, 7, 59, 60, 1000] {
        let picks = planner.next(count, at: now, by: approach)
        #expect(Set(picks).count == picks.count)
        #expect(picks.count <= count)
        #expect(picks.allSatisfy { planner.facts.indices.contains($0) })
      }
    }
  }

  @Test("asks as many as wanted where there is a day, while there are facts")
  func asksAsManyAsWanted() {
    let planner = PlannedFacts.planner(.day(now + 20.2))
    for approach in [Approach.raise, .keep(0.6), .keep(0.75)] {
      for count in [1, 12, 60] {
        #expect(planner.next(count, at: now, by: approach).count == count)
      }
      #expect(planner.next(200, at: now, by: approach).count == planner.facts.count)
    }
  }

  @Test("asks only what is due or new where there is no day, what is due first")
  func asksWhatIsDue() {
    let planner = PlannedFacts.planner(.retention(0.9))
    let approach = planner.approach(at: now)
    #expect(approach == .maintain(0.9))
    let picks = planner.next(1000, at: now, by: approach)
    let isNew = picks.map { planner.facts[$0].memory == nil }
    #expect(isNew.contains(true) && isNew.contains(false))
    #expect(zip(isNew, isNew.dropFirst()).allSatisfy { !$0 || $1 })
    for place in planner.facts.indices {
      let isDue = planner.prospect.recall(planner.facts[place], at: now) < 0.9
      #expect(picks.contains(place) == (isDue || planner.facts[place].memory == nil))
    }
  }

  @Test("brings new facts in their own order")
  func keepsTheOrderOfNewFacts() {
    let planner = PlannedFacts.planner(.retention(0.9))
    let picks = planner.next(1000, at: now, by: .maintain(0.9))
    let new = picks.filter { planner.facts[$0].memory == nil }
    #expect(new == new.sorted())
  }

  @Test("asks the same of the same learner at the same moment")
  func isTheSameEachTime() {
    for goal in [Planner.Goal.day(now + 20.2), .retention(0.85)] {
      let one = PlannedFacts.planner(goal)
      let other = PlannedFacts.planner(goal)
      let approach = one.approach(at: now)
      #expect(other.approach(at: now) == approach)
      #expect(one.next(20, at: now, by: approach) == other.next(20, at: now, by: approach))
    }
  }

  @Test("says what the coming days hold, up to the day")
  func saysWhatDaysHold() {
    for goal in [Planner.Goal.day(now + 9.7), .retention(0.9)] {
      let planner = PlannedFacts.planner(goal)
      let approach = planner.approach(at: now)
      let new = planner.facts.filter { $0.memory == nil }.count
      for wanted in [0, 1, 7, 40] {
        let days = planner.days(wanted, from: now, by: approach)
        #expect(days.count == (goal == .retention(0.9) ? wanted : min(wanted, 10)))
        #expect(days.allSatisfy { $0.known >= 0 && $0.new >= 0 && $0.known + $0.new <= 12 })
        #expect(days.reduce(0) { $0 + $1.new } <= new)
        #expect(days == planner.days(wanted, from: now, by: approach))
      }
    }
  }

  @Test("counts the days left, today included")
  func countsDaysLeft() {
    #expect(Planner.daysLeft(from: 100.79, to: 101.5) == 1)
    #expect(Planner.daysLeft(from: 100.79, to: 102.5) == 2)
    #expect(Planner.daysLeft(from: 100.2, to: 100.5) == 1)
    #expect(Planner.daysLeft(from: 100.79, to: 100.79) == 0)
    #expect(Planner.daysLeft(from: 100.79, to: 50.5) == 0)
    #expect(Planner.daysLeft(from: 0, to: 1e300) > 1_000_000)
    #expect(Planner.daysLeft(from: 0, to: .infinity) > 1_000_000)
    #expect(Planner.daysLeft(from: 0, to: .nan) == 0)
  }

  @Test("plans where there is nothing to plan: no facts, no day left, no number")
  func plansNothing() {
    for facts in [0, 1, 60] {
      for day in [now - 400, now, now + 0.1, now + 1e7, 1e300, -1e300] {
        for perDay in [Int.min, 0, 1, Int.max] {
          let planner = Planner(
            facts: Array(PlannedFacts.learner(days: 2).facts.prefix(facts)),
            memory: LearnerMemory(),
            goal: .day(day),
            perDay: perDay
          )
          let approach = planner.approach(at: now)
          for count in [Int.min, -1, 0, Int.max] {
            for way in [approach, .keep(0.75), .maintain(0.9)] {
              #expect(planner.next(count, at: now, by: way).count <= max(0, min(count, facts)))
              let spared = planner.next(count, spare: Int.max, at: now, by: way)
              #expect(Set(spared).count == spared.count)
            }
          }
          let all = [Array(0..<facts), []]
          let still = planner.forecast(at: day, groups: all)
          let kept = planner.forecastIfKept(at: day, from: now, groups: all)
          for forecast in [still.all, kept.all] + still.groups + kept.groups {
            #expect(forecast.isSound)
          }
        }
      }
    }
  }

  @Test("lives with memories at the ends of what there is")
  func livesWithExtremes() {
    let facts = Extremes.memories.enumerated().map {
      PlannedFact(
        number: $0,
        memory: $1,
        prior: [0, 0.5, 1][$0 % 3],
        seconds: [1e-3, 1e6][$0 % 2]
      )
    }
    for guess in [0, 0.5, 1] {
      for goal in [Planner.Goal.day(now + 10), .day(now + 1e6), .retention(0.9)] {
        let planner = Planner(
          facts: facts + [PlannedFact(number: 99, memory: nil, prior: 0)],
          memory: LearnerMemory(),
          goal: goal,
          perDay: 10,
          guess: guess
        )
        for fact in planner.facts {
          #expect(planner.prospect.gain(fact, asked: now, for: now + 1e6).isFinite)
          #expect(planner.prospect.gain(fact, asked: now, for: now).isFinite)
        }
        let approach = planner.approach(at: now)
        #expect(Set(planner.next(10, at: now, by: approach)).count == 10)
        #expect(planner.forecast(at: now + 1e6).all.isSound)
        #expect(planner.forecastIfKept(at: now + 1e4, from: now).all.isSound)
      }
    }
  }
}
