import ArgumentParser
import Foundation
import ScoreStore

/// Unites the log with another one.
struct DataMergeCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Take in the log of another machine, a backup of one, or an export.",
    discussion: """
      In any order and any number of times both machines come to the same. The file is only read; \
      either all of it is taken in or nothing.
      """
  )

  @Argument(help: "The file, or - for an export on standard input.")
  var file: String

  @OptionGroup var same: SamePersonOptions
  @OptionGroup var terminal: TerminalOptions

  func run(in environment: Environment) throws {
    let union = LogUnion(environment: environment, terminal: terminal)
    try union.run(file, isExport: false, same: try same.pairs())
  }
}
