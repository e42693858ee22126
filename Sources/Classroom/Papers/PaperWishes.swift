package import QuestionGenerator

/// What a paper is to be like.
package struct PaperWishes: Hashable, Sendable {
  /// Questions that a paper may have.
  package static let questionLimit = 200
  /// Forms that a paper may have.
  package static let formLimit = 100

  /// How many questions each form has, 1 to ``questionLimit``.
  package let questions: Int
  /// How many forms there are, 1 to ``formLimit``.
  package let forms: Int
  /// How they are asked; not typed.
  package let form: FormChoice
  /// The number of options, 3 to 5.
  package let optionCount: Int
  /// Whether each form asks other facts, of equal difficulty.
  package let isParallel: Bool
  /// What the draws start from.
  package let seed: UInt64

  /// Wishes from their parts.
  package init(
    questions: Int,
    forms: Int,
    form: FormChoice,
    optionCount: Int,
    isParallel: Bool,
    seed: UInt64
  ) {
    self.questions = questions
    self.forms = forms
    self.form = form
    self.optionCount = optionCount
    self.isParallel = isParallel
    self.seed = seed
  }
}

/// Why a paper cannot be made as it is wished.
package enum PaperProblem: Error, Hashable, Sendable {
  /// There are not so many questions that do not give each other away.
  case tooFewQuestions(found: Int, wanted: Int)
  /// There are not enough other facts for so many parallel forms.
  case tooFewForms(found: Int, wanted: Int)
  /// The forms would differ in expected facility by so much.
  case unequalForms(spread: Double)
}
