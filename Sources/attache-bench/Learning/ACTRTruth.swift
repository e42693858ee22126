import Glibc
import QuizModel

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
