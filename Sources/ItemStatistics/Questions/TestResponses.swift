/// What people answered in one test, as it came from them.
///
/// Nothing in it has to be sound. An answer that is missing, or that names an option which the
/// question does not have, counts as not given; answers beyond the last question count for nothing.
package struct TestResponses: Hashable, Sendable {
  /// What the analysis has to know of a question.
  package struct Question: Hashable, Sendable {
    /// How many options there were to choose from, 0 to 1,000.
    package let options: Int
    /// The place of the right option, from 0; a place that is no option's makes every answer wrong.
    package let key: Int

    /// A question.
    ///
    /// - Parameters:
    ///   - options: How many, usually 2 to 5; a number below 0 or above 1,000 counts as the nearer.
    ///   - key: The place of the right option, from 0.
    package init(options: Int, key: Int) {
      self.options = min(max(options, 0), 1_000)
      self.key = key
    }
  }

  /// The questions, in the order of each person's answers.
  package let questions: [Question]
  /// By person, then by question, the place of the option chosen, from 0; `nil` where none was.
  package let choices: [[Int?]]

  /// The answers of some people to some questions.
  package init(questions: [Question], choices: [[Int?]]) {
    self.questions = questions
    self.choices = choices
  }

  /// How many questions each person answered rightly, by person.
  package var scores: [Int] {
    choices.map { row in
      var right = 0
      for (question, choice) in zip(questions, row) where question.isRight(choice) { right += 1 }
      return right
    }
  }
}

extension TestResponses.Question {
  /// Whether an answer is an option of the question and the right one.
  func isRight(_ choice: Int?) -> Bool { choice == key && isOption(choice) }

  /// Whether an answer was given at all.
  func isOption(_ choice: Int?) -> Bool {
    guard let choice else { return false }
    return choice >= 0 && choice < options
  }
}
