/// A reason to look at a question again.
///
/// There are none where fewer than 20 people sat the test.
package enum QuestionFlag: Hashable, Sendable {
  /// The discrimination is below 0: look at the key.
  ///
  /// The value alone decides, whether or not its interval reaches above 0. A wrong key is worth a
  /// look long before the answers prove it.
  case negativeDiscrimination
  /// A distractor that more of the upper group chose than the key.
  case distractorBeatsKey(option: Int)
  /// A distractor that nobody chose.
  case unusedDistractor(option: Int)
  /// More than 95 % were right.
  case tooEasy
  /// No more were right than blind guessing would make, 1/k of those who sat.
  ///
  /// Textbooks measure difficulty from that level up and hold halfway between it and 1 to be best
  /// (F. M. Lord, "The relation of the reliability of multiple-choice tests to the distribution of
  /// item difficulties", Psychometrika 17 (1952), 181–194; R. L. Ebel and D. A. Frisbie,
  /// "Essentials of educational measurement", 5th ed., 1991). Questions of fewer than two options
  /// are never flagged.
  case tooHard

  /// The share of right answers above which a question is too easy, in hundredths.
  package static let easiestPercentage = 95
}

extension QuestionFlag {
  /// What stands out of a question, in the order of the cases.
  ///
  /// - Parameters:
  ///   - right: How many were right.
  ///   - people: Of how many.
  ///   - discrimination: Of the question, if it has one.
  ///   - options: In order.
  /// - Returns: Nothing of fewer than 20 people.
  static func flags(
    right: Int,
    of people: Int,
    discrimination: Estimate?,
    options: [OptionAnalysis]
  ) -> [QuestionFlag] {
    guard people >= Figure.fewestAnswers else { return [] }
    var flags: [QuestionFlag] = []
    if let discrimination, discrimination.value < 0 { flags.append(.negativeDiscrimination) }
    let distractors = options.enumerated().filter { !$0.element.isKey }
    let key = options.first(where: \.isKey)?.groupCounts?.upper ?? 0
    for (place, option) in distractors {
      // Weights are rounded; equal counts are not to differ by that.
      guard let upper = option.groupCounts?.upper, upper > key + 1e-9 else { continue }
      flags.append(.distractorBeatsKey(option: place))
    }
    for (place, option) in distractors where option.chosenBy.isEmpty {
      flags.append(.unusedDistractor(option: place))
    }
    if right * 100 > easiestPercentage * people { flags.append(.tooEasy) }
    if options.count > 1 && right * options.count <= people { flags.append(.tooHard) }
    return flags
  }
}
