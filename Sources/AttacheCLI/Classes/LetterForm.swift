import ArgumentParser
import QuestionGenerator

/// The forms that are answered by a letter, on paper and in other programs.
enum LetterForm: String, ExpressibleByArgument, CaseIterable {
  case mixed
  case multipleChoice = "multiple-choice"
  case trueFalse = "true-false"

  /// The same as games have it.
  var choice: FormChoice {
    switch self {
    case .mixed: .mixed
    case .multipleChoice: .multipleChoice
    case .trueFalse: .trueFalse
    }
  }
}
