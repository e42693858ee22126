import Glibc

/// The memory after an answer that may have been a guess.
///
/// With the chance R of recall and the chance g of a lucky guess, a right answer was known with
/// P(knew) = R / (R + (1 − R) g), by Bayes. The memory after it is the mixture of "knew", rated
/// good, and "guessed", rated again: whoever guessed did not recall the fact, and has read its
/// answer since. The mixture is collapsed at once to the averages of ln S and of D. See "How
/// memory is modelled" in the documentation of this module.
package struct GuessAwareUpdate: Sendable {
  /// What rates single answers.
  package let model: FSRS
  /// Off, every right answer is taken as known: plain FSRS-6, for comparison.
  package let heedsGuesses: Bool

  /// An update over a model.
  package init(model: FSRS = FSRS(), heedsGuesses: Bool = true) {
    self.model = model
    self.heedsGuesses = heedsGuesses
  }

  /// The chance that a right answer was known.
  ///
  /// - Parameters:
  ///   - recall: The chance of recall before the answer, 0 to 1.
  ///   - guess: The chance of a lucky guess, 0 to 1.
  /// - Returns: 0 to 1; 0 where neither was possible.
  package static func knew(recall: Double, guess: Double) -> Double {
    let right = recall + (1 - recall) * guess
    return right > 0 ? recall / right : 0
  }

  /// The memory after an answer.
  ///
  /// - Parameters:
  ///   - memory: Before it; `nil` for a fact never answered.
  ///   - isRight: Whether the key was chosen.
  ///   - guess: The chance of a lucky guess, 0 to 1.
  ///   - prior: The chance that a fact never answered is known, 0 to 1.
  ///   - day: Days since 1970-01-01 00:00 UTC.
  /// - Returns: The memory from now on.
  package func memory(
    after memory: FactMemory?,
    isRight: Bool,
    guess: Double,
    prior: Double,
    on day: Double
  ) -> FactMemory {
    guard isRight else { return rated(.again, memory, on: day) }
    let known = rated(.good, memory, on: day)
    guard heedsGuesses, guess > 0 else { return known }
    let recall =
      memory.map {
        model.retrievability(stability: $0.stability, elapsed: $0.elapsed(until: day))
      } ?? prior
    let knew = GuessAwareUpdate.knew(recall: recall, guess: guess)
    let guessed = rated(.again, memory, on: day)
    let logStability = knew * log(known.stability) + (1 - knew) * log(guessed.stability)
    let difficulty = knew * known.difficulty + (1 - knew) * guessed.difficulty
    // Where both are alike, an average may lie beyond them by its last digit.
    return FactMemory(
      stability: min(known.stability, max(guessed.stability, exp(logStability))),
      difficulty: min(guessed.difficulty, max(known.difficulty, difficulty)),
      lastAnswered: known.lastAnswered
    )
  }

  private func rated(_ rating: Rating, _ memory: FactMemory?, on day: Double) -> FactMemory {
    memory.map { model.next($0, rating: rating, on: day) } ?? model.first(rating, on: day)
  }
}
