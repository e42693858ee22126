import ArgumentParser

/// Which questions a class is asked.
struct ClassQuestionOptions: ParsableArguments {
  @OptionGroup var bank: BankOptions

  @Option(help: "How many questions, 1 to 200.")
  var questions = 20

  @OptionGroup var choice: LetterQuestionOptions

  @Option(help: "Make the same once more: the number that all draws start from.")
  var seed: UInt64?

  @Option(help: "What stands at its head.")
  var title: String?

  func validate() throws {
    guard (1...200).contains(questions) else { throw ValidationError("--questions is 1 to 200.") }
  }

  /// The options that are not as usual, as they are typed, but for the bank and the seed.
  var words: String {
    var words = choice.words
    if questions != 20 { words.append("--questions \(questions)") }
    if let title { words.append("--title \(BankOptions.quoted(title))") }
    return words.joined(separator: " ")
  }
}
