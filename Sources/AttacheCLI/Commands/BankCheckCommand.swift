import ArgumentParser
import QuestionBank
import QuestionGenerator

/// Checks a bank.
struct BankCheckCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run every rule over every fact, in every form, with several seeds."
  )

  @OptionGroup var bank: BankOptions

  @Flag(help: "Print the report as JSON.")
  var json = false

  @Flag(help: "Do not repeat everything with the rows of unordered queries reversed.")
  var quick = false

  func run(in environment: Environment) throws {
    let folder = try bank.shelf(in: environment).folder(of: bank.bank)
    let opener = BankOpener(cache: nil, version: programVersion).judging
    let generator = try ItemGenerator(bank: try opener.openFresh(folder, reversed: false))
    let reversed =
      quick ? nil : try ItemGenerator(bank: try opener.openFresh(folder, reversed: true))
    var check = BankCheck(generator: generator)
    let report = try check.run(comparingWith: reversed)
    if json {
      try environment.outputJSON(report)
    } else {
      environment.output(CheckText.text(report, bank: folder.name))
    }
    if report.hardCount > 0 { throw CommandError.bankHasErrors(count: report.hardCount) }
  }
}
