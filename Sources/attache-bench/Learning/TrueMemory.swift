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
    case .fsrs: FSRSTruth(weights: .spread(0.15, random: &random), facts: facts)
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
