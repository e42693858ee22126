import ArgumentParser
import Foundation
import Glibc
import QuizModel
import ScoreStore

/// Saves what can be read of a damaged log.
struct DataSalvageCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "salvage",
    abstract: "Write all that can be read of a damaged log to a new file, for data restore.",
    discussion: """
      The damaged file is only read; close games first. What was found and is not sound is named, and \
      the exit code is 65 unless everything was saved.
      """
  )

  @Argument(help: "The file to write.")
  var file: String

  @Option(
    help: ArgumentHelp(
      "The damaged log or backup; without it the log of this machine.",
      valueName: "file"
    )
  )
  var from: String?

  func run(in environment: Environment) throws {
    guard let log = from ?? environment.dataFolder.map({ LogLocation(folder: $0).log.path }) else {
      throw ScoreStoreError.cannotCreate(path: "$XDG_DATA_HOME/attache", reason: "no home folder")
    }
    let now = environment.now
    let report = try ScoreLog.salvage(
      URL(fileURLWithPath: log),
      to: URL(fileURLWithPath: file),
      now: { now().instant },
      makeUUID: environment.makeUUID
    )
    environment.say("\(file) holds \(CountWords.count(report.records, "record")) of \(log).")
    if report.missing > 0 {
      environment.say(
        "Of up to \(CountWords.count(Int(report.missing), "further record")) nothing is left."
      )
    }
    environment.say("attache data restore \(file) makes the log hold that.")
    try environment.tell(leftOut: report.leftOut)
    if report.missing > 0 { throw ProgramExit(code: EX_DATAERR) }
  }
}
