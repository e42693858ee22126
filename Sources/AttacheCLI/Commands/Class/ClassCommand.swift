import ArgumentParser

/// What a teacher does with a class.
struct ClassCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "class",
    abstract: "Classes: papers, a game in the room, homework, and results.",
    discussion: "A class is a list of names or pseudonyms in a file of its own; no accounts.",
    subcommands: [
      ClassNewCommand.self, ClassListCommand.self, ClassShowCommand.self, ClassAddCommand.self,
      ClassRemoveCommand.self, ClassImportCommand.self, ClassPaperCommand.self,
      ClassMarkCommand.self, ClassPlayCommand.self, ClassAssignCommand.self,
      ClassCollectCommand.self, ClassReportCommand.self, ClassForgetCommand.self,
    ]
  )
}
