import LearningModel
import QuizModel
import Testing

@Suite("FSRS-6")
struct FSRSTests {
  let model = FSRS()

  @Test("agrees with PyPI's package on gaps of whole days or under one")
  func agreesWithThePackage() throws {
    let histories = try FSRSHistories().histories
    #expect(histories.count == 500)
    var worst = 0.0
    for history in histories {
      var memory: FactMemory?
      for step in history {
        let next =
          memory.map { model.next($0, rating: step.rating, on: step.day) }
          ?? model.first(step.rating, on: step.day)
        let recall = model.retrievability(
          stability: next.stability,
          elapsed: next.elapsed(until: step.day + step.later)
        )
        worst = max(
          worst,
          abs(next.stability / step.stability - 1),
          abs(next.difficulty / step.difficulty - 1),
          abs(recall / step.retrievability - 1)
        )
        memory = next
      }
    }
    #expect(worst < 1e-12)
  }

  @Test("takes 24 hours as a day, whatever the moment")
  func takes24HoursAsADay() {
    var random = SplitMix64(seed: 24)
    let first = FactMemory(stability: 2, difficulty: 5, lastAnswered: 0)
    let wanted = model.next(first, rating: .good, on: 1)
    let short = model.next(first, rating: .good, on: 1 - 1 / 86_400_000)
    #expect(wanted.stability > 1.2 * short.stability)
    for _ in 0..<10_000 {
      let milliseconds = Double(random.below(4_000_000_000_000))
      let memory = FactMemory(
        stability: 2,
        difficulty: 5,
        lastAnswered: milliseconds / 86_400_000
      )
      let day = (milliseconds + 86_400_000) / 86_400_000
      #expect(model.next(memory, rating: .good, on: day).stability == wanted.stability)
      let before = (milliseconds + 86_399_999) / 86_400_000
      #expect(model.next(memory, rating: .good, on: before).stability == short.stability)
    }
  }

  @Test("reckons with real time between whole days, where the package rounds down")
  func reckonsWithRealTime() {
    let memory = FactMemory(stability: 2, difficulty: 5, lastAnswered: 0)
    let recalls = [1.0, 1.25, 1.5, 1.999].map { model.retrievability(stability: 2, elapsed: $0) }
    #expect(zip(recalls, recalls.dropFirst()).allSatisfy { $0 > $1 })
    let stabilities = [1.0, 1.25, 1.5, 1.999].map {
      model.next(memory, rating: .good, on: $0).stability
    }
    #expect(zip(stabilities, stabilities.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("puts recall at 90 % after one stability, and inverts it", arguments: [0.001, 2.3, 1e7])
  func putsRecallAt90Percent(_ stability: Double) {
    #expect(abs(model.retrievability(stability: stability, elapsed: stability) - 0.9) < 1e-12)
    for retention in [0.7, 0.9, 0.97] {
      let interval = model.interval(stability: stability, retention: retention)
      let recall = model.retrievability(stability: stability, elapsed: interval)
      #expect(abs(recall - retention) < 1e-12)
    }
  }

  @Test("takes an answer before the last one as given at the same moment")
  func takesAClockSetBack() {
    let memory = FactMemory(stability: 4, difficulty: 5, lastAnswered: 20_000)
    for rating in Rating.allCases {
      let back = model.next(memory, rating: rating, on: 19_000)
      #expect(back == model.next(memory, rating: rating, on: 20_000))
      #expect(back.lastAnswered == 20_000)
    }
  }

  @Test("orders stability and difficulty by rating, and a lapse never raises stability")
  func ordersByRating() {
    for memory in Extremes.memories {
      for elapsed in Extremes.elapsed {
        let day = memory.lastAnswered + elapsed
        let after = Rating.allCases.map { model.next(memory, rating: $0, on: day) }
        for (lower, higher) in zip(after, after.dropFirst()) {
          #expect(lower.stability <= higher.stability)
          #expect(lower.difficulty >= higher.difficulty)
        }
        #expect(after[0].stability <= memory.stability)
        #expect(after[1].stability >= memory.stability)
      }
    }
  }

  @Test("gives finite numbers within their bounds at the ends of what there is")
  func staysWithinBounds() {
    for memory in Extremes.memories {
      for elapsed in Extremes.elapsed {
        let recall = model.retrievability(stability: memory.stability, elapsed: elapsed)
        #expect(recall > 0 && recall <= 1)
        for rating in Rating.allCases {
          let next = model.next(memory, rating: rating, on: memory.lastAnswered + elapsed)
          #expect(next.isSound)
        }
      }
    }
  }

  @Test("stays within its bounds over long random histories")
  func staysWithinBoundsForLong() {
    var random = SplitMix64(seed: 99)
    for _ in 0..<50 {
      var day = 20_000.0
      var memory = model.first(.good, on: day)
      for _ in 0..<500 {
        day += random.unit() * [0.001, 1, 30, 40_000][random.below(4)]
        memory = model.next(memory, rating: Rating.allCases[random.below(4)], on: day)
        #expect(memory.isSound)
      }
    }
  }
}
