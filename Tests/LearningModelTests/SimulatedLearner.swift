import LearningModel
import QuizModel

/// A learner whose true stabilities are those of FSRS-6, times a factor, and who guesses.
struct SimulatedLearner {
  /// The factor on every stability.
  let scale: Double
  /// The chance of a lucky guess.
  let guess: Double
  /// What the program believes of the learner.
  private(set) var memory = LearnerMemory()
  /// Repeat answers given so far.
  private(set) var repeats = 0
  /// Facts met so far; their numbers begin at 0.
  private(set) var met = 0

  private let model = FSRS()
  private var truth: [FactMemory] = []
  private var random: SplitMix64

  init(scale: Double, guess: Double, seed: UInt64) {
    self.scale = scale
    self.guess = guess
    random = SplitMix64(seed: seed)
  }

  /// The true chance of recall.
  func recall(_ fact: Int, at day: Double) -> Double {
    guard fact < met else { return 0 }
    return model.retrievability(
      stability: truth[fact].stability * scale,
      elapsed: truth[fact].elapsed(until: day)
    )
  }

  /// Repeats on facts drawn at random, then facts that are new.
  mutating func practise(repeats count: Int, new: Int, on day: Double) {
    for fact in random.shuffled(Array(0..<met)).prefix(count) {
      repeats += 1
      answer(fact, on: day)
    }
    for _ in 0..<new { answer(met, on: day) }
  }

  /// The share of the facts met that is recalled on a day, in truth and as a belief foretells it.
  func shares(
    at day: Double,
    foretold recall: (_ stability: Double, _ elapsed: Double) -> Double
  ) -> (truth: Double, forecast: Double) {
    var sums = (truth: 0.0, forecast: 0.0)
    for fact in 0..<met {
      guard let believed = memory.memory(of: fact) else { continue }
      sums.truth += self.recall(fact, at: day) / Double(met)
      sums.forecast += recall(believed.stability, believed.elapsed(until: day)) / Double(met)
    }
    return sums
  }

  private mutating func answer(_ fact: Int, on day: Double) {
    let knew = random.unit() < recall(fact, at: day)
    let isRight = knew || random.unit() < guess
    memory.take(
      LearnerMemory.Evidence(
        fact: fact,
        group: 0,
        difficulty: 0,
        isRight: isRight,
        guess: guess,
        day: day
      )
    )
    // The answer is shown, so that whoever did not know it reads it now.
    let rating = knew ? Rating.good : .again
    if fact < met {
      truth[fact] = model.next(truth[fact], rating: rating, on: day)
    } else {
      truth.append(model.first(rating, on: day))
      met += 1
    }
  }
}
