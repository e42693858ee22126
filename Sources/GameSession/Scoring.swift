package import QuizModel

/// Points: for right answers, more for harder facts, never for speed.
package enum Scoring {
  private static let multipleChoice = 100
  private static let trueFalse = 60
  private static let typed = 150
  /// What each step of difficulty adds, in hundredths.
  private static let difficultyStep = 20
  /// What each option beyond three adds, in hundredths.
  private static let optionStep = 10

  /// The points of a right answer, a multiple of 5.
  ///
  /// - Parameters:
  ///   - item: What was asked.
  ///   - hints: How many hints were given; each halves the points.
  /// - Returns: 5 or more.
  package static func points(for item: Item, hints: Int) -> Int {
    let base =
      switch item.form {
      case .multipleChoice: multipleChoice
      case .trueFalse: trueFalse
      case .typed: typed
      }
    let options = item.form == .multipleChoice ? max(0, item.options.count - 3) : 0
    let percent = 100 + difficultyStep * item.difficulty + optionStep * options
    let full = base * percent / 100 / (1 << max(0, min(hints, 4)))
    return max(5, full / 5 * 5)
  }
}
