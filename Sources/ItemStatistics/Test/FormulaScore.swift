/// A person's score with the points taken off that guessing is expected to have brought.
///
/// R - Σ 1/(k - 1) over the wrong answers, k being the options of each; a question that was not
/// answered gives and takes nothing. L. L. Thurstone, "A method for scoring tests", Psychological
/// Bulletin 16 (1919), 235–240; R. B. Frary, "Formula scoring of multiple-choice tests (correction
/// for guessing)", Educational Measurement: Issues and Practice 7 (1988), no. 2, 33–38.
package struct FormulaScore: Hashable, Sendable {
  /// In points of the test, from minus to plus the number of questions.
  package let points: Double
  /// How many answers were right.
  package let right: Int
  /// How many answers were wrong; those not given are neither.
  package let wrong: Int

  /// Scores one person.
  ///
  /// A wrong answer to a question of a single option takes nothing, as there was nothing to guess.
  ///
  /// - Parameters:
  ///   - choices: By question, the place of the option chosen, from 0; `nil` where none was.
  ///   - questions: In the same order.
  package init(choices: [Int?], questions: [TestResponses.Question]) {
    var (right, wrong, lost) = (0, 0, 0.0)
    for (question, choice) in zip(questions, choices) where question.isOption(choice) {
      if question.isRight(choice) {
        right += 1
      } else {
        wrong += 1
        lost += question.options > 1 ? 1 / Double(question.options - 1) : 0
      }
    }
    points = Double(right) - lost
    self.right = right
    self.wrong = wrong
  }
}
