/// How often answers were right that were held likely so far.
package struct Calibration: Hashable, Sendable, Codable {
  /// The answers within one tenth of likelihood.
  package struct Bin: Hashable, Sendable, Codable {
    /// The sum of the chances that were foretold.
    package var foretold = 0.0
    /// How many answers were right.
    package var right = 0.0
    /// How many answers.
    package var answers = 0.0
  }

  /// By tenths, 0 to 0.1 first.
  package private(set) var bins = Array(repeating: Bin(), count: 10)

  /// Nothing foretold yet.
  package init() {}

  /// Takes in an answer.
  ///
  /// - Parameters:
  ///   - chance: That a right answer was foretold with, 0 to 1.
  ///   - isRight: Whether it was right.
  package mutating func note(chance: Double, isRight: Bool) {
    // A number that is none would be no tenth at all.
    guard (0...1).contains(chance) else { return }
    let place = min(9, Int(chance * 10))
    bins[place].foretold += chance
    bins[place].right += isRight ? 1 : 0
    bins[place].answers += 1
  }

  /// What was foretold and what came, over all answers; `nil` before the first.
  package var overall: (foretold: Double, right: Double)? {
    let answers = bins.reduce(0) { $0 + $1.answers }
    guard answers > 0 else { return nil }
    return (
      bins.reduce(0) { $0 + $1.foretold } / answers, bins.reduce(0) { $0 + $1.right } / answers
    )
  }
}
