import ArgumentParser
import Foundation
import ScoreStore

/// Takes an export back in.
struct DataImportCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in an export: what data export --json printed.",
    discussion: """
      A line that cannot be taken in is told by its number, all others are taken in, and the exit \
      code is 65. So it is if the export is cut off. What \
      would be changed for those who are here is said first and has to be agreed to.
      """
  )

  @Argument(help: "The file, or - for standard input.")
  var file: String

  @OptionGroup var same: SamePersonOptions
  @OptionGroup var consent: ConsentOptions
  @OptionGroup var terminal: TerminalOptions

  func run(in environment: Environment) throws {
    let consent = Consent(environment: environment, terminal: terminal, options: consent)
    let union = LogUnion(environment: environment, terminal: terminal, consent: consent)
    try union.run(file, isExport: true, same: try same.pairs())
  }
}
