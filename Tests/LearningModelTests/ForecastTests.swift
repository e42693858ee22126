import LearningModel
import QuizModel
import Testing

extension Forecast {
  /// Whether it is a share within its own band, the band within 0 to 1.
  var isSound: Bool { 0 <= low && low <= share && share <= high && high <= 1 }
}

@Suite("What the planner foretells")
struct ForecastTests {
  let now = PlannedFacts.now

  @Test("is the mean of what is believed, wider the less the beliefs agree")
  func averagesBeliefs() {
    let one = Forecast(beliefs: [(2, 0.6, 0.0004)])
    #expect(abs(one.share - 0.6) < 1e-12)
    #expect(abs(one.low - (0.6 - 1.645 * 0.02)) < 1e-12)
    #expect(abs(one.high - (0.6 + 1.645 * 0.02)) < 1e-12)
    let two = Forecast(beliefs: [(1, 0.5, 0.0004), (3, 0.7, 0.0004)])
    #expect(abs(two.share - 0.65) < 1e-12)
    #expect(two.high - two.low > one.high - one.low)
    #expect(Forecast(beliefs: []) == Forecast(share: 0, low: 0, high: 0))
  }

  @Test("stays within 0 and 1, whatever is believed")
  func staysWithinBounds() {
    for mean in [0, 0.001, 0.5, 1] {
      for variance in [0, 0.01, 4] {
        #expect(Forecast(beliefs: [(1, mean, variance), (0, 0.5, 0)]).isSound)
      }
    }
  }

  @Test("falls with the days if nothing more is asked, and is sound for all and for parts")
  func fallsWithTheDays() {
    let planner = PlannedFacts.planner(.day(now + 40))
    let groups = [Array(0..<20), Array(20..<60), [], [7]]
    var last = 1.0
    for ahead in [0, 0.5, 1, 7, 30, 300, 36_500] {
      let forecast = planner.forecast(at: now + ahead, groups: groups)
      #expect(forecast.all.share <= last)
      #expect(([forecast.all] + forecast.groups).allSatisfy { $0.isSound })
      #expect(forecast.groups.count == 4)
      #expect(forecast.groups[2] == Forecast(share: 0, low: 0, high: 0))
      let parts = (forecast.groups[0].share * 20 + forecast.groups[1].share * 40) / 60
      #expect(abs(parts - forecast.all.share) < 1e-9)
      last = forecast.all.share
    }
  }

  @Test("is higher if the plan is kept, and hardly ever falls with more questions a day")
  func risesWithQuestions() {
    for seed in 1...3 {
      let (memory, facts) = PlannedFacts.learner(seed: UInt64(seed))
      let day = now + 20.7
      var last = 0.0
      for perDay in [1, 4, 12, 30, 100] {
        let planner = Planner(facts: facts, memory: memory, goal: .day(day), perDay: perDay)
        let still = planner.forecast(at: day).all.share
        let kept = planner.forecastIfKept(at: day, from: now, groups: [Array(0..<20)])
        #expect(kept.all.isSound && kept.groups[0].isSound)
        #expect(kept.all.share > still)
        #expect(kept.all.share > last - 0.02)
        last = kept.all.share
      }
      #expect(last > 0.75)
    }
  }

  @Test("is the same each time")
  func isTheSameEachTime() {
    let one = PlannedFacts.planner(.day(now + 15)).forecastIfKept(at: now + 15, from: now)
    let other = PlannedFacts.planner(.day(now + 15)).forecastIfKept(at: now + 15, from: now)
    #expect(one.all == other.all)
  }

  @Test("leaves out today's questions once they were asked")
  func leavesOutToday() {
    let planner = PlannedFacts.planner(.day(now + 0.7))
    let still = planner.forecast(at: now + 0.7).all.share
    let kept = planner.forecastIfKept(at: now + 0.7, from: now).all.share
    let asked = planner.forecastIfKept(at: now + 0.7, from: now, askedToday: true).all.share
    #expect(kept > still)
    #expect(abs(asked - still) < 0.03)
  }
}
