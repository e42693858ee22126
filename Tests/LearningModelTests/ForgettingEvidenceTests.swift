import LearningModel
import QuizModel
import Testing

@Suite("What answers say of forgetting")
struct ForgettingEvidenceTests {
  @Test("counts repeat answers from half a day on")
  func countsRepeatAnswers() {
    var evidence = ForgettingEvidence()
    #expect(evidence.total == 0)
    for elapsed in [0, 0.01, 0.49] {
      evidence.note(isRight: true, guess: 0.5, stability: 2, elapsed: elapsed)
    }
    #expect(evidence == ForgettingEvidence())
    for elapsed in [0.5, 1, 1e6] {
      evidence.note(isRight: true, guess: 0.5, stability: 2, elapsed: elapsed)
      evidence.note(isRight: false, guess: 0.5, stability: 2, elapsed: elapsed)
    }
    #expect(evidence.total == 6)
  }

  @Test("does not depend on the order of answers")
  func doesNotDependOnOrder() {
    var random = SplitMix64(seed: 5)
    let answers = (0..<500).map { _ in
      (random.below(2) == 0, Double(random.below(100)) / 7 + 0.1, random.unit() * 30 + 0.5)
    }
    func noted(_ answers: [(Bool, Double, Double)]) -> ForgettingEvidence {
      var evidence = ForgettingEvidence()
      for (isRight, stability, elapsed) in answers {
        evidence.note(isRight: isRight, guess: 0.5, stability: stability, elapsed: elapsed)
      }
      return evidence
    }
    let evidence = noted(answers)
    #expect(noted(random.shuffled(answers)) == evidence)
    #expect(noted(answers + [answers[0]]) != evidence)
  }

  @Test("takes any number there is, and leaves out what is none")
  func takesAnyNumber() {
    let numbers = [
      0, -1, 1e-300, 0.5, 1, 1e18, 1e300, Double.infinity, -Double.infinity, Double.nan,
    ]
    var evidence = ForgettingEvidence()
    for guess in numbers {
      for stability in numbers {
        for elapsed in numbers {
          evidence.note(isRight: true, guess: guess, stability: stability, elapsed: elapsed)
          evidence.note(isRight: false, guess: guess, stability: stability, elapsed: elapsed)
        }
      }
    }
    let belief = ForgettingBelief(evidence)
    #expect(belief.hypotheses.allSatisfy { $0.weight.isFinite && $0.weight > 0 })
    #expect(belief.middle.scale.isFinite && belief.middle.growth.isFinite)
  }
}
