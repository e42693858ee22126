import Foundation
import LearningModel
import QuizModel
import Testing

@Suite("Everything believed of a learner")
struct LearnerMemoryTests {
  @Test("comes out identical to the bit when replayed, all at once or in parts")
  func replaysToTheBit() {
    let answers = randomAnswers(2_000, seed: 3)
    let once = taken(answers)
    let again = taken(answers)
    var parts = taken(Array(answers.prefix(777)))
    for answer in answers.dropFirst(777) { parts.take(answer) }
    for other in [again, parts] {
      #expect(bits(other) == bits(once))
      #expect(other.prior == once.prior)
      #expect(other.evidence == once.evidence)
    }
    #expect(once.facts.compactMap { $0 }.count == 40)
  }

  @Test("comes back identical to the bit from where it was kept, and goes on as if it had not been")
  func isKeptToTheBit() throws {
    let answers = randomAnswers(600, seed: 21)
    let whole = taken(answers)
    let first = taken(Array(answers.prefix(300)))
    var kept = try JSONDecoder().decode(
      LearnerMemory.self,
      from: JSONEncoder().encode(first)
    )
    #expect(bits(kept) == bits(first))
    for answer in answers.dropFirst(300) { kept.take(answer) }
    #expect(bits(kept) == bits(whole))
    #expect(kept.prior == whole.prior)
    #expect(kept.evidence == whole.evidence)
  }

  @Test("keeps the facts apart: answers on others change nothing of a memory once there is one")
  func keepsFactsApart() {
    let answers = randomAnswers(500, seed: 8)
    let all = taken(answers)
    // What was known beforehand comes from other facts too, but plays no part without guesses.
    let typed = answers.map { answer(like: $0, guess: 0) }
    for fact in 0..<40 {
      let alone = taken(typed.filter { $0.fact == fact })
      #expect(alone.memory(of: fact) == taken(typed).memory(of: fact))
    }
    #expect(all.memory(of: 40) == nil)
    #expect(all.memory(of: -1) == nil)
  }

  @Test("depends on the order of the answers to one fact")
  func dependsOnOrder() {
    let day = 20_000.0
    let right = evidence(isRight: true, day: day)
    let wrong = evidence(isRight: false, day: day)
    #expect(taken([right, wrong]).memory(of: 0) != taken([wrong, right]).memory(of: 0))
  }

  @Test("takes first answers for what was known, and repeats a day later for how one forgets")
  func dividesTheEvidence() {
    var memory = taken([evidence(isRight: true, day: 20_000)])
    #expect(memory.prior != PriorKnowledge())
    #expect(memory.evidence.total == 0)
    let prior = memory.prior
    memory.take(evidence(isRight: false, day: 20_000.1))
    #expect(memory.evidence.total == 0)
    memory.take(evidence(isRight: true, day: 20_001.2))
    #expect(memory.evidence.total == 1)
    #expect(memory.prior == prior)
  }

  @Test("takes answers of one day by the rule for one day")
  func takesAnswersOfOneDay() {
    let model = FSRS()
    let first = model.first(.again, on: 20_000)
    let memory = taken([
      evidence(isRight: false, day: 20_000), evidence(isRight: true, guess: 0, day: 20_000.01),
    ])
    #expect(memory.memory(of: 0) == model.next(first, rating: .good, on: 20_000.01))
  }

  @Test("lives with a clock that was set back or ran ahead")
  func livesWithOddClocks() throws {
    var random = SplitMix64(seed: 12)
    for _ in 0..<200 {
      var memory = LearnerMemory()
      var last = -Double.infinity
      for _ in 0..<20 {
        let day = [20_000, 19_000, 20_000.5, 0, -5_000, 3e6][random.below(6)] + random.unit()
        memory.take(evidence(isRight: random.below(2) == 0, guess: 0.5, day: day))
        let fact = try #require(memory.memory(of: 0))
        #expect(fact.isSound)
        #expect(fact.lastAnswered >= last && fact.lastAnswered >= day)
        last = fact.lastAnswered
      }
    }
  }

  @Test("makes the planner's view of a fact: its memory, or what was known beforehand")
  func makesThePlannersView() {
    let memory = taken([evidence(isRight: true, day: 20_000)])
    let known = memory.planned(0, group: 2, difficulty: 1, seconds: 9)
    #expect(known.memory == memory.memory(of: 0))
    #expect(known.seconds == 9)
    let new = memory.planned(7, group: 2, difficulty: 1)
    #expect(new.number == 7)
    #expect(new.memory == nil)
    #expect(new.prior == memory.prior.chance(group: 2, difficulty: 1))
  }

  private func taken(_ answers: [LearnerMemory.Evidence]) -> LearnerMemory {
    var memory = LearnerMemory()
    for answer in answers { memory.take(answer) }
    return memory
  }

  private func bits(_ memory: LearnerMemory) -> [UInt64] {
    memory.facts.flatMap { fact in
      [fact?.stability, fact?.difficulty, fact?.lastAnswered].map { $0?.bitPattern ?? 0 }
    }
  }

  private func evidence(
    fact: Int = 0,
    isRight: Bool,
    guess: Double = 0.5,
    day: Double
  ) -> LearnerMemory.Evidence {
    LearnerMemory.Evidence(
      fact: fact,
      group: fact % 5,
      difficulty: Double(fact % 5) - 2,
      isRight: isRight,
      guess: guess,
      day: day
    )
  }

  private func answer(
    like other: LearnerMemory.Evidence,
    guess: Double
  ) -> LearnerMemory.Evidence {
    evidence(fact: other.fact, isRight: other.isRight, guess: guess, day: other.day)
  }

  private func randomAnswers(_ count: Int, seed: UInt64) -> [LearnerMemory.Evidence] {
    var random = SplitMix64(seed: seed)
    var day = 20_000.0
    return (0..<count).map { _ in
      day += random.unit() / 4
      return evidence(
        fact: random.below(40),
        isRight: random.unit() < 0.7,
        guess: [0, 0.25, 1.0 / 3, 0.5][random.below(4)],
        day: day
      )
    }
  }
}
