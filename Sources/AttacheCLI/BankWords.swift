import QuizModel

/// Words about banks that several commands use.
enum BankWords {
  /// A partial date as people read it; the text itself where it is none.
  static func date(_ text: String) -> String {
    PartialDate(text).map(DateWords.text) ?? text
  }
}
