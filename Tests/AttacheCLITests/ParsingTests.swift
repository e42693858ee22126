import ArgumentParser
import TestSupport
import Testing

@testable import AttacheCLI

/// Arguments become commands, or one clear refusal.
@Suite struct ParsingTests {
  /// Arguments, and the type that they are read as.
  static let accepted: [(line: String, type: String)] = [
    ("", "HomeCommand"), ("--bank six-states", "HomeCommand"),
    ("home --screen-reader", "HomeCommand"),
    ("play", "PlayCommand"),
    (
      "play --bank b --banks d --topic a --topic b --questions 1000 --form true-false --options 5 "
        + "--seed 18446744073709551615 --time-limit 3600 --learner Ri --color never --screen-reader",
      "PlayCommand"
    ),
    ("play --form multiple-choice --options 3 --questions 1 --time-limit 1", "PlayCommand"),
    ("play --form mixed --color always", "PlayCommand"),
    ("brief", "BriefCommand"), ("brief the south --questions 0 --no-pause", "BriefCommand"),
    (
      "brief a --print --questions 1000 --form mixed --options 5 --seed 7 --learner Ri --bank b",
      "BriefCommand"
    ),
    ("trip", "TripCommand"),
    ("trip 12 Apr 2027 --per-day 12 --topic a --topic b --learner Ri --json", "TripCommand"),
    ("trip --minutes 10 in 6 weeks --bank b --color never --screen-reader", "TripCommand"),
    ("trip --clear --json", "TripCommand"),
    ("scores --learner Ri --json --color auto", "ScoresCommand"),
    ("history --sessions 100000 --answers --learner Ri --json", "HistoryCommand"),
    ("learner add Ri", "Add"), ("learner list --json", "List"), ("learner rename Ri Pak", "Rename"),
    ("learner use Ri", "Use"), ("learner forget Ri --yes", "Forget"),
    ("bank list --banks d --json", "BankListCommand"),
    ("bank show --bank b --topic t --json", "BankShowCommand"),
    ("bank sources --json", "BankSourcesCommand"),
    ("bank check --quick --json", "BankCheckCommand"),
    (
      "items --count 0 --seed 7 --topic a --template t --fact f/r --form mixed --options 4 --all",
      "ItemsCommand"
    ),
    ("data path", "Path"), ("data backup", "Backup"), ("data backup f", "Backup"),
    ("data restore f", "Restore"), ("data check", "Check"), ("data export --csv", "Export"),
    ("data export --json", "Export"),
  ]

  @Test(arguments: accepted)
  func argumentsAreReadAsTheirCommand(line: String, type: String) throws {
    let command = try AttacheCommand.parseAsRoot(line.split(separator: " ").map(String.init))
    #expect("\(Swift.type(of: command))" == type)
    #expect(command is any EnvironmentCommand)
  }

  /// Arguments that are refused, and the words that have to be said.
  static let refused: [(line: String, words: String)] = [
    ("play --questions 0", "--questions is 1 to 1000."),
    ("play --questions 1001", "--questions is 1 to 1000."),
    ("play --questions ten", "'ten'"), ("play --options 2", "--options is 3 to 5."),
    ("play --options 6", "--options is 3 to 5."), ("play --seed -1", "--seed"),
    ("play --time-limit 0", "--time-limit is 1 to 3600 seconds."),
    ("play --time-limit 3601", "--time-limit is 1 to 3600 seconds."),
    ("play --form essay", "'essay'"), ("play --color pink", "'pink'"),
    ("play --tpoic x", "Did you mean '--topic'?"), ("play now", "now"),
    ("brief --questions -1", "--questions"),
    ("brief --questions 1001", "--questions is 0 to 1000."),
    ("brief --options 2", "--options is 3 to 5."),
    ("brief --print", "Name the topic to print; attache brief lists them."),
    ("trip --per-day 0", "--per-day is 1 to 500 questions."),
    ("trip --per-day 501", "--per-day is 1 to 500 questions."),
    ("trip --minutes 0", "--minutes is 1 to 600."),
    ("trip --minutes 601", "--minutes is 1 to 600."),
    ("trip --per-day 4 --minutes 3", "Give one of --per-day and --minutes."),
    ("trip --per-day some", "'some'"), ("trip --clear tomorrow", "--clear"),
    ("trip --clear --per-day 4", "--clear"), ("trip --clear --topic a", "--clear"),
    ("trip --clear --minutes 4", "--clear"),
    ("items --options 6", "--options is 3 to 5."), ("items --count -1", "--count"),
    ("history --sessions 0", "--sessions is 1 to 100000."),
    ("data export", "Give one of --csv and --json."),
    ("data export --csv --json", "Give one of --csv and --json."),
    ("data restore", "<file>"), ("learner add", "<name>"), ("learner rename Ri", "<new-name>"),
    ("bank lst", "lst"),
  ]

  @Test(arguments: refused)
  func wrongArgumentsExitWith64AndTouchNothing(line: String, words: String) throws {
    let stage = try Stage()
    let reader = ScriptedReader(lines: [])
    let code = stage.run(line.split(separator: " ").map(String.init), reader: reader)
    #expect(code == 64)
    #expect(stage.talk.contains(words), "\(stage.talk)")
    #expect(stage.output.isEmpty)
    #expect(reader.requests.isEmpty)
  }

  @Test(arguments: ["--help", "-h", "help", "help play", "play --help", "bank", "learner", "data"])
  func helpIsPrintedOnStandardOutput(line: String) throws {
    let stage = try Stage()
    #expect(stage.run(line.split(separator: " ").map(String.init), reader: ScriptedReader([])) == 0)
    #expect(stage.output.contains("USAGE: attache"))
    #expect(stage.talk.isEmpty)
  }

  @Test func versionIsPrinted() throws {
    let stage = try Stage()
    #expect(stage.run("--version") == 0)
    #expect(stage.output == "\(programVersion)\n")
  }

  private static let commands: [any ParsableCommand.Type] = [
    AttacheCommand.self, HomeCommand.self, PlayCommand.self, BriefCommand.self, TripCommand.self,
    ScoresCommand.self,
    HistoryCommand.self, LearnerCommand.self, LearnerCommand.Add.self, LearnerCommand.List.self,
    LearnerCommand.Rename.self, LearnerCommand.Use.self, LearnerCommand.Forget.self,
    BankCommand.self, BankListCommand.self, BankShowCommand.self, BankSourcesCommand.self,
    BankCheckCommand.self, ItemsCommand.self, DataCommand.self, DataCommand.Path.self,
    DataCommand.Backup.self, DataCommand.Restore.self, DataCommand.Check.self,
    DataCommand.Export.self,
  ]

  @Test(.tags(.snapshot))
  func helpReadsAsItWasRead() {
    let pages = ParsingTests.commands.map { command in
      AttacheCommand.helpMessage(for: command, columns: 80)
    }
    #expect(Snapshot.difference(of: pages.joined(separator: "\n# ---\n"), from: "help") == nil)
  }
}

extension Tag {
  /// Compares with a file that a person has read.
  @Tag static var snapshot: Self
}
