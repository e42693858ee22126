import ArgumentParser

/// The root: without a subcommand it greets and offers a game.
struct AttacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attache",
    abstract: "A quiz and learning game about who the DPRK has diplomatic relations with.",
    discussion: "Without a subcommand it greets, and plays on Enter.",
    version: programVersion,
    subcommands: [
      PlayCommand.self, BriefCommand.self, StudyCommand.self, TripCommand.self,
      StatsCommand.self, FactCommand.self,
      ScoresCommand.self,
      HistoryCommand.self,
      LearnerCommand.self, ClassCommand.self,
      BankCommand.self, ItemsCommand.self, DataCommand.self, ExportCommand.self,
      ImportCommand.self, HomeCommand.self,
    ],
    defaultSubcommand: HomeCommand.self
  )
}
