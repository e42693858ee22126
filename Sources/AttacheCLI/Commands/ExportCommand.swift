import ArgumentParser
import Exchange
import Foundation
import QuestionBank
import QuestionGenerator
import QuizModel

/// Writes questions for other programs.
struct ExportCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write questions for Moodle, Anki, Kahoot and other programs.",
    discussion: """
      moodle, gift, csv, jsonl and aiken are printed or go to --output; qti, anki and kahoot need it. \
      Explanations and sources go along as feedback. Questions that a person wrote go with all of \
      their options. Another export of an Anki deck updates it and keeps what was learnt.
      """
  )

  @Argument(help: "moodle, gift, qti, anki, kahoot, csv, jsonl or aiken.")
  var format: ExchangeFormat

  @OptionGroup var bank: BankOptions

  @Option(help: "How many questions.")
  var count = 20

  @Flag(help: "Every pair of fact and template, in every form once.")
  var all = false

  @Option(help: "The number that all draws start from; the same seed gives the same questions.")
  var seed: UInt64 = 1

  @OptionGroup var choice: LetterQuestionOptions

  @Option(help: "What it is called in the other program; the bank's title without it.")
  var title: String?

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String?

  @OptionGroup var options: ReplaceOptions

  func validate() throws {
    guard (1...100_000).contains(count) else {
      throw ValidationError("--count is 1 to 100000.")
    }
  }

  func run(in environment: Environment) throws {
    if format.text == nil {
      guard let output, !TeacherFile.isTerminal(URL(fileURLWithPath: output)) else {
        throw ExchangeError.packageNeedsFile(format)
      }
    }
    let bank = try bank.open(in: environment)
    let items = try items(of: bank, in: environment)
    guard !items.isEmpty else {
      throw CommandError.nothingToAsk(bank: bank.description.name)
    }
    if !all, items.count < count, !AuthoredExport.suits(bank) {
      environment.talk(ExchangeWords.fewer(items.count, than: count) + "\n")
    }
    let (bytes, count) = try bytes(of: items, bank: bank.description, in: environment)
    guard let output else {
      return environment.output(String(decoding: bytes, as: UTF8.self))
    }
    try NamedFiles(in: environment, options).write(bytes, to: URL(fileURLWithPath: output))
    // The file may be standard output itself.
    environment.talk(
      ErrorPresenter.safe(
        ExchangeWords.exported(count, format: format, file: output)
      ) + "\n"
    )
    let hasStatements = items.contains { $0.form == .trueFalse }
    if format == .anki, hasStatements, !bank.description.misattributed.isEmpty {
      environment.talk(ExchangeWords.statementsAreNew + "\n")
    }
  }

  /// The questions; what is kept out is said.
  private func items(of bank: QuestionBank, in environment: Environment) throws -> [PortableItem] {
    guard AuthoredExport.suits(bank) else {
      return try generated(bank, in: environment).compactMap { PortableItem($0) }
    }
    let outcome = try AuthoredExport(bank: bank, namesTopics: format.text != nil).outcome(
      try choice.filter(of: bank),
      forms: choice.form.choice.forms,
      count: all ? nil : count,
      seed: seed
    )
    for line in ExchangeWords.keptOut(outcome) {
      environment.talk(ErrorPresenter.safe(line) + "\n")
    }
    return outcome.items
  }

  private func generated(_ bank: QuestionBank, in environment: Environment) throws -> [Item] {
    let generator = try ItemGenerator(bank: bank)
    let filter = try choice.filter(of: bank)
    var items: [Item] = []
    guard all else {
      var draw = SessionDraw(
        generator: generator,
        filter: filter,
        form: choice.form.choice,
        optionCount: choice.options,
        seed: seed,
        keepsApart: false
      )
      while items.count < count, let item = try draw.next() { items.append(item) }
      return items
    }
    var silent: Set<FactID> = []
    for form in choice.form.choice.forms {
      try filter.forEachTarget(form) { target throws(BankError) in
        let item = try generator.item(
          for: target,
          form: form,
          optionCount: choice.options,
          seed: seed
        )
        if let item { items.append(item) }
        silent.insert(target.id)
        return true
      }
    }
    silent.subtract(items.map(\.fact))
    if !silent.isEmpty {
      let line = ExchangeWords.leftOut(
        silent.sorted().map(\.description),
        bank: bank.description.name
      )
      environment.talk(ErrorPresenter.safe(line) + "\n")
    }
    return items
  }

  /// The file, and how many questions it holds; what does not fit is said.
  private func bytes(
    of items: [PortableItem],
    bank: BankDescription,
    in environment: Environment
  ) throws -> (bytes: [UInt8], count: Int) {
    if let text = format.text { return (text.bytes(of: items), items.count) }
    let title = title ?? bank.title
    do throws(PackageError) {
      switch format {
      case .anki:
        let titles = Dictionary(bank.topics.map { ($0.id, $0.title) }) { first, _ in first }
        let package = AnkiPackage(bank: bank.id, deck: [title], topicTitles: titles)
        return (try package.bytes(of: items, at: environment.now().instant), items.count)
      case .kahoot:
        let sheet = try KahootSheet(items)
        for omission in sheet.omitted {
          environment.talk(ErrorPresenter.safe(ExchangeWords.omitted(omission)) + "\n")
        }
        return (try sheet.bytes(), sheet.included.count)
      default:
        let package = QTIPackage(bank: bank.id, title: title, language: bank.language)
        return (try package.bytes(of: items), items.count)
      }
    } catch {
      throw ExchangeError.package(error)
    }
  }
}
