import Glibc
import LearningModel
import QuizModel

/// How a simulated learner's memory really works.
protocol TrueMemory {
  /// The chance of recall.
  func recall(_ fact: Int, at day: Double) -> Double
  /// Takes in that a fact was asked and its answer read.
  mutating func study(_ fact: Int, knew: Bool, at day: Double)
}

/// Which law a simulated memory follows.
enum TruthKind: String, CaseIterable {
  case fsrs = "FSRS-6"
  case actr = "ACT-R"
  case halfLife = "HLR"

  /// A learner's memory with parameters of their own.
  func memory(facts: Int, random: inout SplitMix64) -> any TrueMemory {
    switch self {
    case .fsrs: FSRSTruth(facts: facts, random: &random)
    case .actr: ACTRTruth(facts: facts, random: &random)
    case .halfLife: HalfLifeTruth(facts: facts, random: &random)
    }
  }
}

extension SplitMix64 {
  /// A draw from the standard normal distribution (Box and Muller 1958).
  mutating func normal() -> Double {
    let radius = sqrt(-2 * log(max(unit(), 0x1p-60)))
    return radius * cos(2 * Double.pi * unit())
  }

  /// A factor whose logarithm is normal around 0.
  mutating func spread(_ deviation: Double) -> Double { exp(deviation * normal()) }
}

/// FSRS-6 with weights spread about the published ones.
///
/// The stability after a first answer that was not known is doubled, so that a fact learnt once is
/// recalled in about 83 % of cases a day later.
struct FSRSTruth: TrueMemory {
  private let model: FSRS
  private var memories: [FactMemory?]
  /// Multiplies every stability when recall is read; 1 but for learners who are unlike others.
  private let scale: Double

  init(facts: Int, random: inout SplitMix64, deviation: Double = 0.15, scale: Double = 1) {
    var weights = MemoryWeights()
    func spread(_ value: inout Double) { value *= random.spread(deviation) }
    weights.firstAgain *= 2
    spread(&weights.firstAgain)
    spread(&weights.firstHard)
    spread(&weights.firstGood)
    spread(&weights.firstEasy)
    spread(&weights.firstDifficulty)
    weights.firstDifficulty = min(10, weights.firstDifficulty)
    spread(&weights.firstDifficultySlope)
    spread(&weights.difficultyStep)
    spread(&weights.difficultyReversion)
    spread(&weights.recallGrowth)
    spread(&weights.recallSaturation)
    spread(&weights.recallSpacing)
    spread(&weights.lapseLevel)
    spread(&weights.lapseDifficulty)
    spread(&weights.lapseStability)
    spread(&weights.lapseSpacing)
    spread(&weights.hardPenalty)
    spread(&weights.easyBonus)
    spread(&weights.sameDayStrength)
    spread(&weights.sameDayOffset)
    spread(&weights.sameDaySaturation)
    spread(&weights.decay)
    model = FSRS(weights: weights)
    self.scale = scale
    memories = Array(repeating: nil, count: facts)
  }

  func recall(_ fact: Int, at day: Double) -> Double {
    guard let memory = memories[fact] else { return 0 }
    return model.retrievability(
      stability: memory.stability * scale,
      elapsed: memory.elapsed(until: day)
    )
  }

  mutating func study(_ fact: Int, knew: Bool, at day: Double) {
    let rating = knew ? Rating.good : .again
    memories[fact] =
      memories[fact].map { model.next($0, rating: rating, on: day) }
      ?? model.first(rating, on: day)
  }
}

/// ACT-R's base-level learning (Anderson and Schooler 1991): traces that decay by a power law.
///
/// Activation is ln Σ tᵢ^−d, recall a logistic function of it. The threshold is such that one trace
/// is recalled in about 85 % of cases a day later.
struct ACTRTruth: TrueMemory {
  private let decay: Double
  private let noise: Double
  private let threshold: Double
  private var traces: [[Double]]

  init(facts: Int, random: inout SplitMix64) {
    decay = 0.5 * random.spread(0.15)
    noise = 0.4 * random.spread(0.15)
    let logit = 1.73 + 0.35 * random.normal()
    threshold = -noise * logit
    traces = Array(repeating: [], count: facts)
  }

  func recall(_ fact: Int, at day: Double) -> Double {
    guard !traces[fact].isEmpty else { return 0 }
    let sum = traces[fact].reduce(0) { $0 + pow(max(day - $1, 0.01), -decay) }
    return 1 / (1 + exp((threshold - log(sum)) / noise))
  }

  mutating func study(_ fact: Int, knew: Bool, at day: Double) {
    traces[fact].append(day)
  }
}

/// Half-life regression (Settles and Meeder 2016): recall is 2^(−Δ/h), with
/// ln h linear in the square roots of the numbers of right and wrong answers.
struct HalfLifeTruth: TrueMemory {
  private let level: Double
  private let right: Double
  private let wrong: Double
  private var counts: [(right: Int, wrong: Int, last: Double)?]

  init(facts: Int, random: inout SplitMix64) {
    // One exposure gives a half-life of some 4.3 days: 85 % a day later.
    level = log(4.3) + 0.3 * random.normal()
    right = 0.9 * random.spread(0.15)
    wrong = 0.25 * random.spread(0.15)
    counts = Array(repeating: nil, count: facts)
  }

  func recall(_ fact: Int, at day: Double) -> Double {
    guard let count = counts[fact] else { return 0 }
    let half = exp(
      level + right * sqrt(Double(count.right)) + wrong * (sqrt(Double(count.wrong)) - 1)
    )
    return pow(2, -max(0, day - count.last) / min(half, 1_000))
  }

  mutating func study(_ fact: Int, knew: Bool, at day: Double) {
    var count = counts[fact] ?? (0, knew ? 0 : 0, day)
    if knew { count.right += 1 } else { count.wrong += 1 }
    count.last = day
    counts[fact] = count
  }
}
