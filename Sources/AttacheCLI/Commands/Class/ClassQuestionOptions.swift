import ArgumentParser

/// Which questions a class is asked.
struct ClassQuestionOptions: ParsableArguments {
  @OptionGroup var bank: BankOptions

  @Option(help: "How many questions, 1 to 200.")
  var questions = 20

  @Option(help: "Only this topic; may be given more than once.")
  var topic: [String] = []

  @Option(help: "multiple-choice, true-false or mixed.")
  var form = LetterForm.mixed

  @Option(help: "The number of options, 3 to 5.")
  var options = 3

  @Option(help: "easy, medium, hard, or two numbers from -2 to 2 such as 0..1.")
  var difficulty = DifficultyChoice.any

  @Option(help: "Make the same once more: the number that all draws start from.")
  var seed: UInt64?

  @Option(help: "What stands at its head.")
  var title: String?

  func validate() throws {
    guard (1...200).contains(questions) else { throw ValidationError("--questions is 1 to 200.") }
    guard (3...5).contains(options) else { throw ValidationError("--options is 3 to 5.") }
  }

  /// The options that are not as usual, as they are typed, but for the bank and the seed.
  var words: String {
    var words = topic.map { "--topic \(BankOptions.quoted($0))" }
    if questions != 20 { words.append("--questions \(questions)") }
    if form != .mixed { words.append("--form \(form.rawValue)") }
    if options != 3 { words.append("--options \(options)") }
    let range = difficulty.range
    if range != DifficultyChoice.any.range {
      words.append("--difficulty=\(range.lowerBound)..\(range.upperBound)")
    }
    if let title { words.append("--title \(BankOptions.quoted(title))") }
    return words.joined(separator: " ")
  }
}
