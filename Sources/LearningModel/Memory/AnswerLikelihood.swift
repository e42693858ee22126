import Glibc

/// The logarithms of the chances of a right and of a wrong answer, by how far forgetting has gone.
///
/// A belief weighs some four hundred curves against each kind of answer. Read from a table, that
/// takes a quarter of the time that powers and logarithms take; what lies between two entries is
/// interpolated, to less than a thousandth.
struct AnswerLikelihood {
  /// Of the logarithm of elapsed time over stability.
  private static let step = 1.0 / 16
  private static let range = -20.0...20.0

  /// A place in the table, shared by tables of all exponents and guesses.
  struct Place {
    let entry: Int
    let rest: Double
  }

  private let right: [Double]
  private let wrong: [Double]

  /// A table for one exponent of the forgetting curve and one chance of a guess.
  ///
  /// - Parameters:
  ///   - decay: The exponent, above 0.
  ///   - guess: The chance of a lucky guess, 0 to 1.
  init(decay: Double, guess: Double) {
    let curve = ForgettingCurve(scale: 0, growth: 1, decay: decay)
    let count =
      Int(
        (AnswerLikelihood.range.upperBound - AnswerLikelihood.range.lowerBound)
          / AnswerLikelihood.step
      ) + 2
    let chances = (0..<count).map { entry in
      let distance = AnswerLikelihood.range.lowerBound + Double(entry) * AnswerLikelihood.step
      let recall = curve.recall(logStability: -distance, elapsed: 1)
      return min(0.995, recall + (1 - recall) * guess)
    }
    right = chances.map { log($0) }
    wrong = chances.map { log(1 - $0) }
  }

  /// Where a distance stands.
  ///
  /// - Parameter distance: The logarithm of elapsed time over stability.
  /// - Returns: The end of the table for what lies beyond it.
  static func place(_ distance: Double) -> Place {
    let steps = (min(range.upperBound, max(range.lowerBound, distance)) - range.lowerBound) / step
    let entry = Int(steps)
    return Place(entry: entry, rest: steps - Double(entry))
  }

  /// The logarithm of the likelihood of some answers.
  func score(_ place: Place, right rights: Double, wrong wrongs: Double) -> Double {
    func between(_ table: [Double]) -> Double {
      table[place.entry] + place.rest * (table[place.entry + 1] - table[place.entry])
    }
    return (rights > 0 ? rights * between(right) : 0) + (wrongs > 0 ? wrongs * between(wrong) : 0)
  }
}
