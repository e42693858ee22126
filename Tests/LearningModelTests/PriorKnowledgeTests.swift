import Foundation
import LearningModel
import QuizModel
import Testing

@Suite("What is believed to be known beforehand")
struct PriorKnowledgeTests {
  @Test("takes an easy fact as known sooner than a hard one, and few facts as known by a newcomer")
  func ordersByDifficulty() {
    let prior = PriorKnowledge()
    let chances = [-2.0, -1, 0, 1, 2].map { prior.chance(group: 0, difficulty: $0) }
    #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 > $1 })
    #expect(abs(chances[2] - 0.119) < 0.001)
    #expect(abs(chances[0] - 0.269) < 0.001)
  }

  @Test("raises a group whose facts were answered right more than the others")
  func raisesItsGroupMost() {
    var prior = PriorKnowledge()
    for _ in 0..<8 { prior.note(group: 3, difficulty: 0, isRight: true, guess: 0.5) }
    let before = PriorKnowledge().chance(group: 3, difficulty: 0)
    let same = prior.chance(group: 3, difficulty: 0)
    let other = prior.chance(group: 4, difficulty: 0)
    #expect(same > other)
    #expect(other > before)
    for _ in 0..<20 { prior.note(group: 4, difficulty: 0, isRight: false, guess: 0.5) }
    #expect(prior.chance(group: 3, difficulty: 0) > 1.5 * prior.chance(group: 4, difficulty: 0))
  }

  @Test("rises with each right answer and falls with each other one, less and less")
  func takesSmallerSteps() {
    for isRight in [true, false] {
      var prior = PriorKnowledge()
      var last = prior.chance(group: 0, difficulty: 0)
      var lastStep = Double.infinity
      for _ in 0..<50 {
        prior.note(group: 0, difficulty: 0, isRight: isRight, guess: 0)
        let now = prior.chance(group: 0, difficulty: 0)
        let step = abs(logit(now) - logit(last))
        #expect(isRight ? now > last : now < last)
        #expect(step < lastStep)
        (last, lastStep) = (now, step)
      }
    }
  }

  @Test("moves less the easier a right answer is to guess")
  func movesLessByGuesses() {
    var last = Double.infinity
    for guess in [0, 0.25, 1.0 / 3, 0.5, 1] {
      var prior = PriorKnowledge()
      prior.note(group: 0, difficulty: 0, isRight: true, guess: guess)
      let now = prior.chance(group: 0, difficulty: 0)
      #expect(now < last)
      last = now
    }
    #expect(abs(last - PriorKnowledge().chance(group: 0, difficulty: 0)) < 1e-12)
  }

  @Test("is Elo's rule with the step 1 / (1 + 0.05 n), and half of 1 / (1 + 0.3 n) for the group")
  func isElosRule() {
    var prior = PriorKnowledge()
    var random = SplitMix64(seed: 2016)
    var skill = 0.0
    var groups = [0.0, 0, 0]
    var answers = [0.0, 0, 0]
    for count in 0..<200 {
      let group = random.below(3)
      let difficulty = Double(random.below(5) - 2)
      let isRight = random.below(2) == 0
      let expected = 1 / (1 + exp(2 - skill - groups[group] + difficulty / 2))
      #expect(abs(prior.chance(group: group, difficulty: difficulty) - expected) < 1e-12)
      let surprise = (isRight ? 1 : 0) - expected
      skill += surprise / (1 + 0.05 * Double(count))
      groups[group] += surprise / (1 + 0.15 * answers[group])
      answers[group] += 1
      prior.note(group: group, difficulty: difficulty, isRight: isRight, guess: 0)
    }
  }

  @Test("steps along the gradient of the chance of the answer, guesses included")
  func followsTheGradient() {
    for guess in [0.0, 0.25, 1.0 / 3, 0.5] {
      for difficulty in [-2.0, 0, 2] {
        for isRight in [true, false] {
          var prior = PriorKnowledge()
          let before = logit(prior.chance(group: 0, difficulty: difficulty))
          func likelihood(_ logit: Double) -> Double {
            let right = guess + (1 - guess) / (1 + exp(-logit))
            return log(isRight ? right : 1 - right)
          }
          let gradient = (likelihood(before + 1e-5) - likelihood(before - 1e-5)) / 2e-5
          prior.note(group: 0, difficulty: difficulty, isRight: isRight, guess: guess)
          let step = logit(prior.chance(group: 0, difficulty: difficulty)) - before
          #expect(abs(step - 2 * gradient) < 1e-6)
        }
      }
    }
  }

  @Test("stays a chance after any number of answers")
  func staysAChance() {
    for isRight in [true, false] {
      for guess in [0, 0.5, 1] {
        var prior = PriorKnowledge()
        for count in 0..<20_000 {
          prior.note(group: count % 2, difficulty: 2, isRight: isRight, guess: guess)
        }
        for difficulty in [-2.0, 2] {
          let chance = prior.chance(group: 0, difficulty: difficulty)
          #expect(chance > 0 && chance < 1)
        }
      }
    }
  }

  @Test("finds out a group of which a learner knows most, and one of which they know little")
  func findsOutWhatIsKnown() {
    // 200 learners who know 9 of 10 facts of one group and 1 of 10 of the other, asked 15 of each.
    var random = SplitMix64(seed: 15)
    var (high, low) = (0.0, 0.0)
    for _ in 0..<200 {
      var prior = PriorKnowledge()
      for count in 0..<30 {
        let knows = random.unit() < (count % 2 == 0 ? 0.9 : 0.1)
        let isRight = knows || random.unit() < 1.0 / 3
        prior.note(group: count % 2, difficulty: 0, isRight: isRight, guess: 1.0 / 3)
      }
      high += prior.chance(group: 0, difficulty: 0) / 200
      low += prior.chance(group: 1, difficulty: 0) / 200
    }
    #expect(high > 0.45)
    #expect(low < 0.35)
  }

  private func logit(_ chance: Double) -> Double { log(chance / (1 - chance)) }
}
