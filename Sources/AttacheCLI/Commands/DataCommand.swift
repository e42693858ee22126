import ArgumentParser
import Classroom
import Foundation
import Glibc
import QuizModel
import ScoreStore
import TerminalUI

/// Looks after the log.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Where the log is, its backups, checks, exports, and other machines.",
    subcommands: [
      Path.self, Backup.self, Restore.self, Check.self, Export.self, DataImportCommand.self,
      DataMergeCommand.self, DataSalvageCommand.self,
    ]
  )

  /// Says where the log is.
  struct Path: EnvironmentCommand {
    static let configuration = CommandConfiguration(abstract: "Where the log is kept.")

    func run(in environment: Environment) throws {
      let log = try LogOpening.open(in: environment)
      environment.output("\(log.location?.log.path ?? "")\n")
    }
  }

  /// Writes a backup.
  struct Backup: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the log to a file, or list the automatic backups."
    )

    @Argument(help: "The file to write; without it the automatic backups are listed.")
    var file: String?

    func run(in environment: Environment) throws {
      if let file {
        try NamedFiles.refuseDataFolder(URL(fileURLWithPath: file), in: environment)
      }
      let log = try LogOpening.open(in: environment)
      guard let file else {
        let backups = log.automaticBackups
        for backup in backups { environment.output("\(backup.path)\n") }
        guard backups.isEmpty else { return }
        return environment.say("There are no automatic backups yet; name a file to write one.")
      }
      try log.backUp(to: URL(fileURLWithPath: file))
      environment.say("Written to \(file).")
    }
  }

  /// Restores a backup.
  struct Restore: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make the log hold what a backup holds; the present one is backed up first.",
      discussion: """
        A damaged record of the backup is left out and named; the exit code is 65 then. What would \
        go or be changed for those who are here is said first and has to be agreed to.
        """
    )

    @Argument(help: "The backup.")
    var file: String

    @OptionGroup var consent: ConsentOptions
    @OptionGroup var terminal: TerminalOptions

    func run(in environment: Environment) throws {
      guard let folder = environment.dataFolder else {
        throw ScoreStoreError.cannotCreate(path: "$XDG_DATA_HOME/attache", reason: "no home folder")
      }
      let now = environment.now
      let consent = Consent(environment: environment, terminal: terminal, options: consent)
      let before = try ClassFolder(in: environment).classes()
      let restored = try consent.asking { agreed throws(ScoreStoreError) in
        try ScoreLog.restore(
          from: URL(fileURLWithPath: file),
          into: folder,
          agreed: agreed,
          rules: .ofHome,
          now: { now().instant },
          makeUUID: environment.makeUUID
        )
      }
      guard let report = restored else { return }
      environment.say("The log holds \(CountWords.count(report.records, "record")) now.")
      if let previous = report.previous {
        environment.say("What it held before is in \(previous.path).")
      }
      if let aside = report.setAside {
        environment.say("The file that could not be read is in \(aside.path).")
      }
      let after = try ClassFolder(in: environment).classes()
      let changes = ClassChange.changes(from: before, to: after)
      for sentence in ClassChangeWords.text(changes) { environment.say(sentence) }
      try environment.tell(leftOut: report.leftOut)
    }
  }

  /// Checks the log.
  struct Check: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      abstract: "Look for damage in the log, in classes and in banks of your own.",
      discussion: """
        "Sound" means that a backup of it can be restored and an export be taken in. The exit code is \
        65 if anything is damaged.
        """
    )

    func run(in environment: Environment) throws {
      let log = try LogOpening.open(in: environment)
      let findings = try log.check()
      for finding in findings { environment.say(LogWords.text(finding)) }
      let home = environment.dataFolder.map { HomeCheck(of: $0, in: environment) }
      let broken = home?.findings() ?? []
      for sentence in broken { environment.say(sentence) }
      let isDamaged = findings.contains(where: \.isDamage)
      if findings.isEmpty, broken.isEmpty {
        environment.say(HomeCheck.sound(records: try log.recordCount(), home?.counts))
      }
      if isDamaged { environment.say(LogWords.wayOut) }
      guard broken.isEmpty, !isDamaged else { throw ProgramExit(code: EX_DATAERR) }
    }
  }

  /// Exports the log.
  struct Export: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print all answers as CSV, or all records as JSON lines.",
      discussion: """
        A damaged record is left out and named on standard error, and the exit code is 65 then. The \
        last JSON line says how many records there are, so that an import knows a file that is cut off.
        """
    )

    @Flag(help: "Answers as CSV, for a spreadsheet.")
    var csv = false

    @Flag(help: "Records as JSON, one a line.")
    var json = false

    func validate() throws {
      guard csv != json else { throw ValidationError("Give one of --csv and --json.") }
    }

    func run(in environment: Environment) throws {
      let log = try LogOpening.open(in: environment)
      let leftOut =
        csv
        ? try log.exportAnswers { environment.output($0) }
        : try log.exportRecords { environment.output($0) }
      try environment.tell(leftOut: leftOut)
    }
  }
}
