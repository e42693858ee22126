import ArgumentParser
import QuestionBank
import QuestionGenerator

/// Which questions are wanted of those that are answered by a letter.
struct LetterQuestionOptions: ParsableArguments {
  @Option(help: "Only this topic; may be given more than once.")
  var topic: [String] = []

  @Option(help: "multiple-choice, true-false or mixed.")
  var form = LetterForm.mixed

  @Option(help: "The number of options, 3 to 5.")
  var options = 3

  @Option(help: "easy, medium, hard, or two numbers from -2 to 2 such as 0..1.")
  var difficulty = DifficultyChoice.any

  func validate() throws {
    guard (3...5).contains(options) else { throw ValidationError("--options is 3 to 5.") }
  }

  /// The facts of a bank that may come.
  ///
  /// - Throws: A topic that the bank does not have, or what the bank throws.
  func filter(of bank: QuestionBank) throws -> ItemFilter {
    try ItemFilter(
      bank: bank,
      topics: topic,
      templates: [],
      fact: nil,
      difficulties: difficulty.range
    )
  }

  /// The options that are not as usual, as they are typed.
  var words: [String] {
    var words = topic.map { "--topic \(BankOptions.quoted($0))" }
    if form != .mixed { words.append("--form \(form.rawValue)") }
    if options != 3 { words.append("--options \(options)") }
    let range = difficulty.range
    if range != DifficultyChoice.any.range {
      words.append("--difficulty=\(range.lowerBound)..\(range.upperBound)")
    }
    return words
  }
}
