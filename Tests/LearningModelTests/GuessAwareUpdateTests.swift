import Foundation
import LearningModel
import QuizModel
import Testing

@Suite("The guess-aware update")
struct GuessAwareUpdateTests {
  let model = FSRS()
  let update = GuessAwareUpdate()
  let plain = GuessAwareUpdate(heedsGuesses: false)

  static let guesses = [0.2, 0.25, 1.0 / 3, 0.5, 1]

  @Test("finds the chance that a right answer was known as counting all cases does")
  func countsAsBayesDoes() {
    // So many facts are known out of 20, and every option is the guess of whoever does not know.
    for options in 1...5 {
      for known in 0...20 {
        var (right, knew) = (0, 0)
        for fact in 0..<20 {
          for guess in 0..<options where fact < known || guess == 0 {
            right += 1
            if fact < known { knew += 1 }
          }
        }
        let chance = GuessAwareUpdate.knew(
          recall: Double(known) / 20,
          guess: 1 / Double(options)
        )
        #expect(abs(chance - Double(knew) / Double(right)) < 1e-12)
      }
    }
  }

  @Test(
    "takes a right answer as known where nobody can guess, and as nothing where nobody can be right"
  )
  func findsTheEndsOfTheChance() {
    #expect(GuessAwareUpdate.knew(recall: 0.3, guess: 0) == 1)
    #expect(GuessAwareUpdate.knew(recall: 0, guess: 0.5) == 0)
    #expect(GuessAwareUpdate.knew(recall: 1, guess: 0.5) == 1)
    #expect(GuessAwareUpdate.knew(recall: 0, guess: 0) == 0)
    #expect(abs(GuessAwareUpdate.knew(recall: 0.3, guess: 1) - 0.3) < 1e-12)
  }

  @Test("is plain FSRS-6 where the answer was typed, was wrong, or guesses are not heeded")
  func isPlainWithoutGuesses() {
    for memory in Extremes.memories.map(Optional.some) + [nil] {
      for elapsed in Extremes.elapsed {
        let day = (memory?.lastAnswered ?? 20_000) + elapsed
        let good = rated(.good, memory, on: day)
        let again = rated(.again, memory, on: day)
        #expect(after(update, memory, isRight: true, guess: 0, on: day) == good)
        for guess in Self.guesses {
          #expect(after(plain, memory, isRight: true, guess: guess, on: day) == good)
          #expect(after(plain, memory, isRight: false, guess: guess, on: day) == again)
          #expect(after(update, memory, isRight: false, guess: guess, on: day) == again)
        }
      }
    }
  }

  @Test("leaves a right answer between again and good, further down the easier it is to guess")
  func liesBetweenAgainAndGood() {
    for memory in Extremes.memories.map(Optional.some) + [nil] {
      for elapsed in Extremes.elapsed {
        let day = (memory?.lastAnswered ?? 20_000) + elapsed
        let good = rated(.good, memory, on: day)
        let again = rated(.again, memory, on: day)
        var before = good
        for guess in Self.guesses {
          let now = after(update, memory, isRight: true, guess: guess, on: day)
          #expect(now.isSound)
          #expect(now.stability >= again.stability && now.stability <= good.stability)
          #expect(now.difficulty <= again.difficulty && now.difficulty >= good.difficulty)
          #expect(now.stability <= before.stability * (1 + 1e-12))
          #expect(now.difficulty >= before.difficulty * (1 - 1e-12))
          #expect(now.lastAnswered == good.lastAnswered)
          before = now
        }
      }
    }
  }

  @Test("averages the logarithm of stability, and difficulty, by the chance that it was known")
  func averagesBothAtOnce() {
    let memory = FactMemory(stability: 3, difficulty: 6, lastAnswered: 0)
    let recall = model.retrievability(stability: 3, elapsed: 5)
    let knew = recall / (recall + (1 - recall) / 3)
    let good = model.next(memory, rating: .good, on: 5)
    let again = model.next(memory, rating: .again, on: 5)
    let mixed = after(update, memory, isRight: true, guess: 1.0 / 3, on: 5)
    let ratio = good.stability / again.stability
    #expect(abs(mixed.stability / again.stability / pow(ratio, knew) - 1) < 1e-12)
    let difficulty = again.difficulty + knew * (good.difficulty - again.difficulty)
    #expect(abs(mixed.difficulty - difficulty) < 1e-12)
  }

  @Test("keeps the expected chance of recall of the mixture, as the average of S would not")
  func keepsExpectedRecall() {
    for elapsed in [1.0, 3, 10] {
      for guess in [0.25, 0.5] {
        let memory = FactMemory(stability: 3, difficulty: 6, lastAnswered: 0)
        let good = model.next(memory, rating: .good, on: elapsed)
        let again = model.next(memory, rating: .again, on: elapsed)
        let knew = GuessAwareUpdate.knew(
          recall: model.retrievability(stability: 3, elapsed: elapsed),
          guess: guess
        )
        let mixed = after(update, memory, isRight: true, guess: guess, on: elapsed)
        let average = knew * good.stability + (1 - knew) * again.stability
        for later in [1.0, 7, 30] {
          func recall(_ stability: Double) -> Double {
            model.retrievability(stability: stability, elapsed: later)
          }
          let expected = knew * recall(good.stability) + (1 - knew) * recall(again.stability)
          #expect(abs(recall(mixed.stability) - expected) < 0.02)
          #expect(abs(recall(average) - expected) > abs(recall(mixed.stability) - expected))
        }
      }
    }
  }

  @Test("starts a first answer from what was known before, between a first again and a first good")
  func heedsThePriorAtFirst() {
    let again = model.first(.again, on: 0)
    let good = model.first(.good, on: 0)
    var last = again.stability
    for prior in [0, 0.01, 0.12, 0.5, 0.9, 0.999] {
      let memory = update.memory(after: nil, isRight: true, guess: 0.5, prior: prior, on: 0)
      #expect(memory.stability >= last && memory.stability <= good.stability)
      last = memory.stability
    }
    let sure = update.memory(after: nil, isRight: true, guess: 0.5, prior: 1, on: 0)
    #expect(abs(sure.stability / good.stability - 1) < 1e-12)
    let lucky = update.memory(after: nil, isRight: true, guess: 0.5, prior: 0, on: 0)
    #expect(abs(lucky.stability / again.stability - 1) < 1e-12)
    let wrong = update.memory(after: nil, isRight: false, guess: 0.5, prior: 0.9, on: 0)
    #expect(wrong == again)
  }

  private func after(
    _ update: GuessAwareUpdate,
    _ memory: FactMemory?,
    isRight: Bool,
    guess: Double,
    on day: Double
  ) -> FactMemory {
    update.memory(after: memory, isRight: isRight, guess: guess, prior: 0.12, on: day)
  }

  private func rated(_ rating: Rating, _ memory: FactMemory?, on day: Double) -> FactMemory {
    memory.map { model.next($0, rating: rating, on: day) } ?? model.first(rating, on: day)
  }
}
