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
}
