import Glibc
import QuizModel

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
    var count = counts[fact] ?? (0, 0, day)
    if knew { count.right += 1 } else { count.wrong += 1 }
    count.last = day
    counts[fact] = count
  }
}
