package import QuizModel

/// The forms that a game or a listing is to have.
package enum FormChoice: String, Hashable, Sendable, CaseIterable {
  /// Two in three multiple choice, one in three true/false.
  case mixed
  /// Multiple choice alone.
  case multipleChoice = "multiple-choice"
  /// True/false alone.
  case trueFalse = "true-false"
  /// Typed answers alone.
  case typed

  /// The forms that may come up.
  package var forms: [Form] {
    switch self {
    case .mixed: [.multipleChoice, .trueFalse]
    case .multipleChoice: [.multipleChoice]
    case .trueFalse: [.trueFalse]
    case .typed: [.typed]
    }
  }
}
