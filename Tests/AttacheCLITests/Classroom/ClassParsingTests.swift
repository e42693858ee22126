import ArgumentParser
import TestSupport
import Testing

@testable import AttacheCLI

/// Arguments of the commands for classes, or one clear refusal.
@Suite struct ClassParsingTests {
  /// Arguments, and the type that they are read as.
  static let accepted: [(line: String, type: String)] = [
    ("class new 7b --pseudonyms", "ClassNewCommand"), ("class list --json", "ClassListCommand"),
    ("class show --json", "ClassShowCommand"), ("class show 7b", "ClassShowCommand"),
    ("class add 7b Ada Ben --key f", "ClassAddCommand"),
    ("class remove 7b 3", "ClassRemoveCommand"),
    ("class import 7b f --pseudonyms --key k", "ClassImportCommand"),
    (
      "class paper --class 7b --questions 200 --forms 100 --parallel --format markdown --output d "
        + "--topic a --topic b --form true-false --options 5 --difficulty 0..1 --seed 7 --title t",
      "ClassPaperCommand"
    ),
    ("class mark f --paper ABC123 --class 7b --day 2026-11-20", "ClassMarkCommand"),
    (
      "class play --class 7b --teams 12 --resume --game ABC123 --color never --screen-reader",
      "ClassPlayCommand"
    ),
    (
      "class assign --class 7b --deadline 2026-12-04 --tries 100 --graded --output f --bank b",
      "ClassAssignCommand"
    ),
    ("class collect a b c --homework ABC123 --class 7b", "ClassCollectCommand"),
    ("class report ABC123 --scale 1=50 --corrected --before DEF456", "ClassReportCommand"),
    ("class report --before ABC123 --after DEF456 --csv-questions", "ClassReportCommand"),
    ("class forget 7b", "ClassForgetCommand"), ("class forget 7b 3 --yes", "ClassForgetCommand"),
    ("play --assignment f --name Ada --output r --learner Ri", "PlayCommand"),
    ("export qti --output f --all --form mixed --title t", "ExportCommand"),
    ("import moodle f --bank b --title t", "ImportCommand"),
  ]

  @Test(arguments: accepted)
  func argumentsAreReadAsTheirCommand(line: String, type: String) throws {
    let command = try AttacheCommand.parseAsRoot(line.split(separator: " ").map(String.init))
    #expect("\(Swift.type(of: command))" == type)
    #expect(command is any EnvironmentCommand)
  }

  /// Arguments that are refused, and the words that have to be said.
  static let refused: [(line: String, words: String)] = [
    ("class new", "<name>"), ("class add 7b", "<pupils>"), ("class import 7b", "<file>"),
    ("class assign --tries 0", "--tries is 1 to 100."),
    ("class assign --tries 101", "--tries is 1 to 100."),
    ("class paper --forms 101", "--forms is 1 to 100."), ("class play --teams 13", "--teams is 2"),
    ("class collect", "<files>"), ("class report --scael 1=2", "--scael"),
    ("export", "<format>"), ("import gift", "<file>"), ("import", "<format>"),
    ("class reprot", "did you mean class report?"), ("class nwe 7b", "did you mean class new?"),
    ("exprot gift", "did you mean export?"),
    ("play --name Ada", "--name and --output go with --assignment."),
  ]

  @Test(arguments: refused)
  func whatIsWrongIsNamed(line: String, words: String) throws {
    let stage = try Stage()
    #expect(
      stage.run(line.split(separator: " ").map(String.init), reader: ScriptedReader([])) == 64
    )
    #expect(stage.talk.contains(words), "\(stage.talk)")
    #expect(stage.output == "")
  }

  @Test(.tags(.snapshot))
  func helpReadsAsItWasRead() {
    let commands =
      [ClassCommand.self] + ClassCommand.configuration.subcommands
      + [ExportCommand.self, ImportCommand.self]
    let pages = commands.map { AttacheCommand.helpMessage(for: $0, columns: 80) }
    #expect(
      Snapshot.difference(of: pages.joined(separator: "\n# ---\n"), from: "class-help") == nil
    )
  }
}
