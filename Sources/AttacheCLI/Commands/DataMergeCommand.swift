import ArgumentParser
import Foundation
import ScoreStore

/// Unites the log with another one.
struct DataMergeCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Take in the log of another machine, a backup of one, or an export.",
    discussion: """
      In any order and any number of times both machines come to the same. The file is only read. \
      Damaged records are left out and named, all others are taken in, and the exit code is 65. \
      What would be changed for those who are here is said first and has to be agreed to.
      """
  )

  @Argument(help: "The file, or - for an export on standard input.")
  var file: String

  @OptionGroup var same: SamePersonOptions
  @OptionGroup var consent: ConsentOptions
  @OptionGroup var terminal: TerminalOptions

  func run(in environment: Environment) throws {
    let consent = Consent(environment: environment, terminal: terminal, options: consent)
    let union = LogUnion(environment: environment, terminal: terminal, consent: consent)
    try union.run(file, isExport: false, same: try same.pairs())
  }
}
