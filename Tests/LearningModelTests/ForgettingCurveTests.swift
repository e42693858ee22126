import LearningModel
import Testing

@Suite("The forgetting curve")
struct ForgettingCurveTests {
  static let curves = [-3.0, 0, 0.3, 3].flatMap { scale in
    [0.5, 1, 1.25].flatMap { growth in
      [0.1, 0.1542, 0.4, 2].map { ForgettingCurve(scale: scale, growth: growth, decay: $0) }
    }
  }

  @Test("is FSRS-6's with the published parts")
  func isThePublishedOne() {
    let model = FSRS()
    for stability in Extremes.stabilities {
      for elapsed in Extremes.elapsed {
        let expected = model.retrievability(stability: stability, elapsed: elapsed)
        let recall = ForgettingCurve.published.recall(stability: stability, elapsed: elapsed)
        #expect(abs(recall / expected - 1) < 1e-12)
      }
      for retention in [0.7, 0.9, 0.97] {
        let expected = model.interval(stability: stability, retention: retention)
        let interval = ForgettingCurve.published.interval(
          stability: stability,
          retention: retention
        )
        #expect(abs(interval / expected - 1) < 1e-12)
      }
    }
  }

  @Test("falls with time, rises with stability, and is a chance at the ends of what there is")
  func isAChance() {
    for curve in Self.curves {
      for stability in Extremes.stabilities {
        let recalls = Extremes.elapsed.map { curve.recall(stability: stability, elapsed: $0) }
        #expect(recalls[0] == 1)
        #expect(recalls.allSatisfy { $0 > 0 && $0 <= 1 })
        #expect(zip(recalls, recalls.dropFirst()).allSatisfy { $0 >= $1 })
      }
      for elapsed in Extremes.elapsed {
        let recalls = Extremes.stabilities.map { curve.recall(stability: $0, elapsed: elapsed) }
        #expect(zip(recalls, recalls.dropFirst()).allSatisfy { $0 <= $1 })
      }
    }
  }

  @Test("reads a stability S as e^a S^b, at which recall is 90 %")
  func scalesStability() {
    let curve = ForgettingCurve(scale: 1.0986122886681098, growth: 0.5, decay: 0.3)
    #expect(abs(curve.recall(stability: 16, elapsed: 12) - 0.9) < 1e-12)
    #expect(abs(curve.interval(stability: 16, retention: 0.9) - 12) < 1e-10)
  }

  @Test("gives the interval after which recall has fallen to a level")
  func invertsRecall() {
    for curve in Self.curves {
      for stability in [0.01, 2.3, 1000] {
        for retention in [0.7, 0.9, 0.97] {
          let interval = curve.interval(stability: stability, retention: retention)
          let recall = curve.recall(stability: stability, elapsed: interval)
          #expect(abs(recall - retention) < 1e-9)
        }
      }
    }
  }
}
