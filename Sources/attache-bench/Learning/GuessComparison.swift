import Glibc
import LearningModel
import QuizModel

/// The guess-aware model against plain FSRS-6 on the same simulated answers.
struct GuessComparison {
  /// Learners a row.
  let learners: Int

  /// What one model made of the answers.
  struct Score: Encodable {
    /// The mean of −ln of the chance that was given to what then came, over repeat answers.
    var logLoss = 0.0
    /// Forecast less truth on the day, mean over learners.
    var forecastError = 0.0
    /// The mean of its absolute value.
    var forecastDistance = 0.0
    /// The root of the mean squared distance of foretold and true recall on the day, over facts.
    var recallError = 0.0
  }

  /// One row: a truth and a form.
  struct Row: Encodable {
    let truth: String
    let form: String
    let guessAware: Score
    /// As the guess-aware one, right answers taken as known.
    let guessesOff: Score
    /// FSRS-6 as published: recall is the chance of a right answer.
    let plain: Score
  }

  private static let forms = [(2, "true/false"), (3, "3 options"), (4, "4 options")]

  /// Every truth in every form.
  func run() -> [Row] {
    TruthKind.allCases.flatMap { truth in
      GuessComparison.forms.map { options, form in
        let cell = LearningCell(facts: 150, days: 21, perDay: 20, options: options)
        let scores = inParallel(learners) { learner in
          GuessComparison.scores(truth: truth, cell: cell, learner: learner)
        }
        func mean(_ place: Int) -> Score {
          var sum = Score()
          for score in scores.map({ $0[place] }) {
            sum.logLoss += score.logLoss / Double(learners)
            sum.forecastError += score.forecastError / Double(learners)
            sum.forecastDistance += abs(score.forecastError) / Double(learners)
            sum.recallError += score.recallError / Double(learners)
          }
          return sum
        }
        return Row(
          truth: truth.rawValue,
          form: form,
          guessAware: mean(0),
          guessesOff: mean(1),
          plain: mean(2)
        )
      }
    }
  }

  /// One learner's answers, in random order, through the three readings.
  private static func scores(truth: TruthKind, cell: LearningCell, learner: Int) -> [Score] {
    var random = SplitMix64(seed: StableHash(of: "guess/\(truth.rawValue)/\(learner)").value)
    var memory = truth.memory(facts: cell.facts, random: &random)
    var strategy = RandomOrder(cell: cell, random: SplitMix64(seed: random.next()))
    var models = [
      LearnerMemory(), LearnerMemory(update: GuessAwareUpdate(heedsGuesses: false)),
      LearnerMemory(update: GuessAwareUpdate(heedsGuesses: false)),
    ]
    var scores = models.map { _ in Score() }
    var foretold = 0.0
    for day in 0..<cell.days {
      let now = cell.time(day)
      let curves = curves(of: models)
      for fact in strategy.choose(day: day, count: cell.perDay) {
        let knew = random.unit() < memory.recall(fact, at: now)
        let isRight = random.unit() < cell.guess || knew
        let isRepeat = models[0].memory(of: fact) != nil
        for place in models.indices {
          if isRepeat {
            let recall = recall(models[place], fact, curve: curves[place], at: now)
            let chance = place == 2 ? recall : recall + (1 - recall) * cell.guess
            scores[place].logLoss -= log(min(0.999, max(0.001, isRight ? chance : 1 - chance)))
          }
          models[place].take(
            LearnerMemory.Evidence(
              fact: fact,
              group: 0,
              difficulty: 0,
              isRight: isRight,
              guess: cell.guess,
              day: now
            )
          )
        }
        if isRepeat { foretold += 1 }
        memory.study(fact, knew: knew, at: now)
      }
    }
    let curves = curves(of: models)
    for place in models.indices {
      scores[place].logLoss /= max(1, foretold)
      var error = 0.0
      var square = 0.0
      for fact in 0..<cell.facts {
        let distance =
          recall(models[place], fact, curve: curves[place], at: cell.exam)
          - memory.recall(fact, at: cell.exam)
        error += distance / Double(cell.facts)
        square += distance * distance / Double(cell.facts)
      }
      scores[place].forecastError = error
      scores[place].recallError = sqrt(square)
    }
    return scores
  }

  /// The plain model keeps to the published curve; the others learn the learner's.
  private static func curves(of models: [LearnerMemory]) -> [ForgettingCurve] {
    models.enumerated().map { place, model in
      place == 2 ? .published : ForgettingBelief(model.evidence).middle
    }
  }

  private static func recall(
    _ model: LearnerMemory,
    _ fact: Int,
    curve: ForgettingCurve,
    at day: Double
  ) -> Double {
    guard let memory = model.memory(of: fact) else {
      // Plain FSRS-6 has no chance of recall for what was never answered.
      return model.update.heedsGuesses ? model.prior.chance(group: 0, difficulty: 0) : 0
    }
    return curve.recall(stability: memory.stability, elapsed: memory.elapsed(until: day))
  }
}
