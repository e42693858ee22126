import LearningModel
import QuizModel
import Testing

@Suite("How a learner is believed to forget")
struct ForgettingBeliefTests {
  @Test("is near the published curve without evidence")
  func startsNearThePublishedCurve() {
    let belief = ForgettingBelief(ForgettingEvidence())
    for stability in [0.5, 2.3, 20, 100] {
      for elapsed in [1.0, 7, 30, 100] {
        let published = ForgettingCurve.published.recall(stability: stability, elapsed: elapsed)
        #expect(
          abs(belief.middle.recall(stability: stability, elapsed: elapsed) - published) < 0.05
        )
        #expect(abs(recall(belief, stability, elapsed) - published) < 0.08)
      }
    }
  }

  @Test("weighs its curves so that they add up to one, the likeliest first")
  func weighsItsCurves() {
    var random = SplitMix64(seed: 1)
    for answers in [0, 1, 10, 300, 3000] {
      var evidence = ForgettingEvidence()
      for _ in 0..<answers {
        evidence.note(
          isRight: random.unit() < 0.8,
          guess: [0, 0.25, 1.0 / 3, 0.5, 1][random.below(5)],
          stability: 0.01 + 50 * random.unit(),
          elapsed: 40 * random.unit()
        )
      }
      let belief = ForgettingBelief(evidence)
      let weights = belief.hypotheses.map(\.weight)
      #expect(abs(weights.reduce(0, +) - 1) < 1e-12)
      #expect(weights.allSatisfy { $0 > 0 && $0 <= 1 })
      #expect(zip(weights, weights.dropFirst()).allSatisfy { $0 >= $1 })
    }
  }

  @Test("expects less recall after wrong answers, more after right ones, the more the more of them")
  func followsTheEvidence() {
    func expected(right: Int, wrong: Int, guess: Double = 1.0 / 3) -> Double {
      var evidence = ForgettingEvidence()
      for place in 0..<(right + wrong) {
        evidence.note(isRight: place < right, guess: guess, stability: 2, elapsed: 5)
      }
      return recall(ForgettingBelief(evidence), 2, 5)
    }
    let none = expected(right: 0, wrong: 0)
    #expect(expected(right: 0, wrong: 10) < expected(right: 0, wrong: 3))
    #expect(expected(right: 0, wrong: 3) < none)
    #expect(none < expected(right: 5, wrong: 0))
    #expect(expected(right: 5, wrong: 0) < expected(right: 50, wrong: 0))
    // Where everything could have been guessed, right answers say little.
    #expect(expected(right: 50, wrong: 0, guess: 1) - none < 0.001)
    // 700 of 1,000 right, of which a third of the unknown by luck: 55 % are known.
    #expect(abs(expected(right: 700, wrong: 300) - 0.55) < 0.03)
  }

  @Test("stands for itself by curves from fast forgetting to slow")
  func givesQuantiles() {
    var evidence = ForgettingEvidence()
    for place in 0..<40 {
      evidence.note(isRight: place % 4 > 0, guess: 0.5, stability: 3, elapsed: 4)
    }
    for belief in [ForgettingBelief(ForgettingEvidence()), ForgettingBelief(evidence)] {
      for count in [1, 2, 5, 20] {
        let recalls = belief.quantiles(count).map { $0.recall(stability: 2, elapsed: 10) }
        #expect(recalls.count == count)
        #expect(zip(recalls, recalls.dropFirst()).allSatisfy { $0 <= $1 })
      }
      let mean = belief.quantiles(50).reduce(0) { $0 + $1.recall(stability: 2, elapsed: 10) } / 50
      #expect(abs(mean - recall(belief, 2, 10)) < 0.02)
      #expect(belief.quantiles(0).isEmpty)
    }
  }

  @Test("stays sound whatever answers there are")
  func staysSound() {
    for isRight in [true, false] {
      for guess in [0, 0.5, 1] {
        for stability in Extremes.stabilities {
          for elapsed in Extremes.elapsed {
            var evidence = ForgettingEvidence()
            for _ in 0..<20 {
              evidence.note(
                isRight: isRight,
                guess: guess,
                stability: stability,
                elapsed: elapsed
              )
            }
            let belief = ForgettingBelief(evidence)
            #expect(!belief.hypotheses.isEmpty)
            #expect(belief.hypotheses.allSatisfy { $0.weight.isFinite })
            let recall = belief.middle.recall(stability: stability, elapsed: elapsed)
            #expect(recall > 0 && recall <= 1)
          }
        }
      }
    }
  }

  /// Forecasts a week ahead after 100 repeat answers on 7 days, and what comes of them.
  @Test(
    "notices after 100 repeat answers who forgets faster or slower",
    arguments: [1.0 / 3, 1, 3]
  )
  func noticesWhoForgetsOtherwise(_ scale: Double) {
    let learners = 60
    var (error, without) = (0.0, 0.0)
    for seed in 1...UInt64(learners) {
      var learner = SimulatedLearner(scale: scale, guess: 1.0 / 3, seed: seed)
      var day = 20_000.79
      while learner.repeats < 100 {
        learner.practise(repeats: min(15, 100 - learner.repeats), new: 5, on: day)
        day += 1
      }
      #expect(day - 20_000.79 >= 8)
      let belief = ForgettingBelief(learner.memory.evidence)
      let heeded = learner.shares(at: day + 6) { recall(belief, $0, $1) }
      let published = learner.shares(at: day + 6) {
        ForgettingCurve.published.recall(stability: $0, elapsed: $1)
      }
      error += (heeded.forecast - heeded.truth) / Double(learners)
      without += (published.forecast - published.truth) / Double(learners)
    }
    #expect(abs(error) < 0.05)
    if scale != 1 { #expect(abs(without) > abs(error) + 0.02) }
  }

  private func recall(_ belief: ForgettingBelief, _ stability: Double, _ elapsed: Double) -> Double
  {
    belief.hypotheses.reduce(0) {
      $0 + $1.weight * $1.curve.recall(stability: stability, elapsed: elapsed)
    }
  }
}
