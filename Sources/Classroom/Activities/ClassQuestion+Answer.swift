package import QuizModel

extension ClassQuestion {
  /// The option that an answer of the log chose, by its place in the question; `nil` for none.
  package func option(of answer: SittingAnswer) -> Int? {
    if answer.isRight { return key }
    guard !answer.isUnanswered, let chosen = answer.chosen else { return nil }
    return options.firstIndex { $0.answerID == chosen }
  }
}
