import ArgumentParser

/// Looks at banks.
struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank",
    abstract: "List, show and check question banks.",
    subcommands: [
      BankListCommand.self, BankShowCommand.self, BankSourcesCommand.self, BankCheckCommand.self,
    ]
  )
}
