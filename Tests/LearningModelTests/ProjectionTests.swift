import LearningModel
import QuizModel
import Testing

@Suite("Days played forward")
struct ProjectionTests {
  let now = PlannedFacts.now

  private func played(
    _ approach: Approach,
    days: Int,
    perDay: Int = 10,
    seed: UInt64 = 4
  ) -> [PlannedFact] {
    let planner = PlannedFacts.planner(.day(now + 30.5))
    var projection = Projection(
      facts: planner.facts,
      prospect: planner.prospect,
      truth: .published,
      seed: seed
    )
    projection.play(
      approach,
      from: now,
      days: days,
      perDay: perDay,
      for: Aim(now + 30.5, from: now)
    )
    return projection.facts
  }

  @Test("come out the same from the same seed, otherwise from another")
  func isSeeded() {
    for approach in PlannerTests.approaches {
      #expect(played(approach, days: 20) == played(approach, days: 20))
      #expect(played(approach, days: 20) != played(approach, days: 20, seed: 5))
    }
  }

  @Test("leave everything as it is without days")
  func leavesAllWithoutDays() {
    let facts = PlannedFacts.planner(.day(now + 30.5)).facts
    for days in [Int.min, -1, 0] { #expect(played(.raise, days: days) == facts) }
  }

  @Test("ask a fact at most once at one moment, so many as there are questions")
  func asksEachOnce() {
    let before = PlannedFacts.planner(.day(now + 30.5)).facts
    for perDay in [1, 10, 1000] {
      let after = played(.raise, days: 1, perDay: perDay)
      let changed = zip(before, after).filter { $0 != $1 }
      #expect(changed.count == min(perDay, before.count))
      #expect(changed.allSatisfy { $1.memory?.lastAnswered == now })
    }
  }

  @Test("keep the facts and their order, and sound memories, over any number of days")
  func keepsFacts() {
    let before = PlannedFacts.planner(.day(now + 30.5)).facts
    for days in [3, 16, 17, 400, 10_000_000] {
      for approach in PlannerTests.approaches {
        let after = played(approach, days: days)
        #expect(after.map(\.number) == before.map(\.number))
        #expect(after.compactMap(\.memory).allSatisfy { $0.isSound })
      }
    }
  }

  @Test("take a learner whose answers are all known further than one who forgets all")
  func followsTheTruth() {
    let planner = PlannedFacts.planner(.day(now + 30.5))
    func stability(_ scale: Double) -> Double {
      var projection = Projection(
        facts: planner.facts,
        prospect: planner.prospect,
        truth: ForgettingCurve(scale: scale, growth: 1, decay: 0.1542),
        seed: 1
      )
      projection.play(.raise, from: now, days: 16, perDay: 12, for: Aim(now + 30.5, from: now))
      return projection.facts.compactMap { $0.memory?.stability }.reduce(0, +)
    }
    #expect(stability(20) > 2 * stability(-20))
  }
}

@Suite("What asking brings")
struct ProspectTests {
  let now = PlannedFacts.now
  let prospect = Prospect(update: GuessAwareUpdate(), curve: .published, guess: 1.0 / 3)

  @Test("is more a second the quicker a question is answered")
  func isPerSecond() {
    let memory = FactMemory(stability: 2, difficulty: 5, lastAnswered: now - 3)
    let quick = PlannedFact(number: 0, memory: memory, prior: 0.1, seconds: 5)
    let slow = PlannedFact(number: 0, memory: memory, prior: 0.1, seconds: 10)
    let gain = prospect.gain(quick, asked: now, for: now + 20)
    #expect(gain > 0)
    #expect(abs(gain - 2 * prospect.gain(slow, asked: now, for: now + 20)) < 1e-12)
  }

  @Test("is the expected chance of recall after the answer, less that without it")
  func isAnExpectation() {
    let memory = FactMemory(stability: 2, difficulty: 5, lastAnswered: now - 3)
    let fact = PlannedFact(number: 0, memory: memory, prior: 0.1)
    let recall = prospect.recall(fact, at: now)
    let right = recall + (1 - recall) / 3
    let answered = [(true, right), (false, 1 - right)].map { isRight, chance in
      let after = prospect.memory(of: fact, isRight: isRight, on: now)
      return chance * FSRS().retrievability(stability: after.stability, elapsed: 20)
    }
    let without = FSRS().retrievability(stability: 2, elapsed: 23)
    let expected = answered[0] + answered[1] - without
    #expect(abs(prospect.gain(fact, asked: now, for: now + 20) - expected) < 1e-12)
  }

  @Test("takes a fact never answered as known with the chance from before")
  func startsFromThePrior() {
    let fact = PlannedFact(number: 0, memory: nil, prior: 0.3)
    #expect(prospect.recall(fact, at: now + 1000) == 0.3)
    #expect(prospect.memory(of: fact, isRight: false, on: now) == FSRS().first(.again, on: now))
  }
}
