import QuizModel

/// Every word of a paper and of its key that is not the bank's.
enum PaperWords {
  static let language = "en"
  static let name = "Name"
  static let group = "Class"
  static let date = "Date"
  static let points = "Points"
  static let instructions = "Choose one answer for each question."
  static let trueOrFalse = "True or false?"
  static let answerKey = "Answer key"
  static let question = "Question"
  static let rightAnswer = "Right answer:"
  static let sources = "Sources:"

  static func form(_ letter: String) -> String { "Form \(letter)" }

  static func paper(_ id: String) -> String { "Paper \(id)" }

  static func outOf(_ total: Int) -> String { "/ \(total)" }

  /// The name of a file's window or tab.
  static func windowTitle(_ title: String, part: String, id: String) -> String {
    "\(title) – \(part) – \(paper(id))"
  }

  /// The page number, as style sheets count pages.
  static let pageOfPages = "\"Page \" counter(page) \" of \" counter(pages)"

  /// The caption of a table of right answers for these forms.
  static func answersCaption(_ letters: [String]) -> String {
    guard let first = letters.first, let last = letters.last else { return answerKey }
    return first == last
      ? "Right answers, form \(first)" : "Right answers, forms \(first) to \(last)"
  }

  /// Where a question stands, and which letter is right there: `A 3 (c), B 7 (a)`.
  static func standing(_ places: [AnswerKey.Place]) -> String {
    places.map { "\($0.form) \($0.number) (\($0.label))" }.joined(separator: ", ")
  }

  /// What is true of a wrong answer, with the answer where the sentence does not name it.
  static func wrong(_ option: String, why: String) -> String {
    lowercased(why).contains(lowercased(option)) ? why : "\(option): \(why)"
  }

  /// The bytes of a text, its ASCII letters small: a sentence may begin with the answer.
  private static func lowercased(_ text: String) -> [UInt8] {
    text.utf8.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
  }

  /// A source in one phrase: title, publisher and date, those that are known.
  static func cited(_ source: Source) -> String {
    let date = PartialDate(source.date).map(DateWords.text) ?? source.date
    let words = [source.title, source.publisher].map(PrintedText.line).filter { !$0.isEmpty }
      .joined(separator: ", ")
    return date.isEmpty ? words : "\(words) (\(PrintedText.line(date)))"
  }

  /// The small print: which bank, in which version, as of when, and under which licence.
  static func imprint(_ title: String, version: String, imprint: PaperImprint) -> String {
    let asOf = PartialDate(imprint.asOf).map(DateWords.text) ?? imprint.asOf
    let checked = asOf.isEmpty ? "" : ", facts checked up to \(asOf)"
    let kind = imprint.licences.count == 1 ? "licence" : "licences"
    let licence =
      imprint.licences.isEmpty ? "" : ", \(kind) \(imprint.licences.joined(separator: ", "))"
    return "Questions from \(title), version \(version)\(checked)\(licence)."
  }
}
