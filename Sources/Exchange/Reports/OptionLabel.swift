import Classroom
import QuizModel

/// What an option of a question is called in a report.
enum OptionLabel {
  /// `a`, `b` and so on in the question's own order; `t` and `f` of a statement.
  static func label(of option: Int, in question: ClassQuestion) -> String {
    guard question.form == .trueFalse, question.options.count == 2 else {
      return PaperForm.letter(at: option).lowercased()
    }
    return option == 0 ? "t" : "f"
  }
}
