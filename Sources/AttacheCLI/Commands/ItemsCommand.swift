import ArgumentParser
import Foundation
import QuestionBank
import QuestionGenerator
import QuizModel

/// Prints items for programs.
struct ItemsCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "items",
    abstract: "Print items as JSON, one object a line."
  )

  @OptionGroup var bank: BankOptions

  @Option(help: "How many items.")
  var count = 10

  @Option(help: "The number that all draws start from; the same seed gives the same items.")
  var seed: UInt64 = 1

  @Option(help: "Only this topic; may be given more than once.")
  var topic: [String] = []

  @Option(help: "Only this template; may be given more than once.")
  var template: [String] = []

  @Option(help: "Only this fact, such as established/dza.")
  var fact: String?

  @Option(help: "multiple-choice, true-false, typed or mixed.")
  var form = FormChoice.mixed

  @Option(help: "The number of options, 3 to 5.")
  var options = 3

  @Flag(help: "Every pair of fact and template, in every form once.")
  var all = false

  func validate() throws {
    guard (3...5).contains(options) else { throw ValidationError("--options is 3 to 5.") }
    guard count >= 0 else { throw ValidationError("--count is 0 or more.") }
  }

  func run(in environment: Environment) throws {
    let bank = try bank.open(in: environment)
    let generator = try ItemGenerator(bank: bank)
    let filter = try ItemFilter(bank: bank, topics: topic, templates: template, fact: fact)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func write(_ item: Item) throws {
      let line = try encoder.encode(ItemLine(item))
      environment.output(String(decoding: line, as: UTF8.self) + "\n")
    }
    guard all || fact != nil else {
      var draw = SessionDraw(
        generator: generator,
        filter: filter,
        form: form,
        optionCount: options,
        seed: seed,
        keepsApart: false
      )
      for _ in 0..<count {
        guard let item = try draw.next() else { break }
        try write(item)
      }
      return
    }
    var count = 0
    for form in form.forms {
      try filter.forEachTarget(form) { target throws(BankError) in
        if let item = try generator.item(
          for: target,
          form: form,
          optionCount: options,
          seed: seed
        ) {
          count += 1
          do { try write(item) } catch { return false }
        }
        return true
      }
    }
    guard count == 0 else { return }
    if let fact, let id = filter.fact {
      let known = try filter.templates.contains { try bank.fact(template: $0, row: id.row) != nil }
      if !known { throw ItemFilter.Problem.noSuchFact(fact) }
    }
    throw CommandError.nothingToAsk(bank: bank.description.name)
  }
}
