import ArgumentParser
import Foundation
import ScoreStore

/// Takes an export back in.
struct DataImportCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in an export: what data export --json printed.",
    discussion: """
      Either all lines are taken in or nothing; a line that cannot be is told by its number.
      """
  )

  @Argument(help: "The file, or - for standard input.")
  var file: String

  @OptionGroup var same: SamePersonOptions
  @OptionGroup var terminal: TerminalOptions

  func run(in environment: Environment) throws {
    let union = LogUnion(environment: environment, terminal: terminal)
    try union.run(file, isExport: true, same: try same.pairs())
  }
}
