import Foundation
import LineEditing
import TestSupport
import Testing

@testable import AttacheCLI

/// The commands that read and look after the log.
@Suite struct LogCommandTests {
  /// A log with two learners and three games, one of them broken off.
  private static func played() throws -> Stage {
    let stage = try Stage()
    stage.environment.isOutputTerminal = false
    let play = ["play", "--bank", "six-states", "--questions", "2", "--form", "multiple-choice"]
    stage.run(play + ["--seed", "4"], reader: ScriptedReader(lines: ["a", "", "b", ""]))
    stage.run("learner", "add", "Zoë Pak")
    stage.run(
      play + ["--seed", "5"],
      reader: ScriptedReader(lines: ["a", "undo", "", "skip", ""])
    )
    stage.run(
      [
        "play", "--bank", "six-states", "--seed", "6", "--form", "true-false", "--topic",
        "capitals",
      ],
      reader: ScriptedReader([.line("t"), .interrupted])
    )
    return stage
  }

  @Test(.tags(.snapshot))
  func everythingPrintedOfTheLogReadsAsItWasRead() throws {
    let stage = try LogCommandTests.played()
    var text = ""
    for line in [
      "scores", "scores --learner ri", "history", "history --answers", "history --learner ri",
      "history --sessions 1", "learner list", "learner use ri", "learner rename ri Pak",
      "learner list", "data check", "data path",
    ] {
      let code = stage.run(line.split(separator: " ").map(String.init), reader: ScriptedReader([]))
      #expect(code == 0, "\(line): \(stage.talk)")
      #expect(stage.talk.isEmpty)
      text += "# \(line)\n\(stage.output)\n"
    }
    #expect(Snapshot.difference(of: stage.masked(text), from: "log") == nil)
  }

  @Test func emptyLogSaysSo() throws {
    let stage = try Stage()
    for (command, words) in [
      (["scores"], "Nobody has played yet"), (["history"], "Nothing has been played yet"),
      (["learner", "list"], "Nobody yet"), (["data", "check"], "Sound: 0 records."),
      (["data", "backup"], "There are no automatic backups yet"),
    ] {
      #expect(stage.run(command, reader: ScriptedReader([])) == 0)
      #expect(stage.output.hasPrefix(words), "\(stage.output)")
      #expect(stage.output.split(separator: "\n").count == 1)
    }
  }

  @Test(arguments: [
    ["scores", "--json"], ["history", "--json"], ["learner", "list", "--json"],
    ["scores", "--learner", "Zoë Pak", "--json"],
  ])
  func reportsAreJSON(arguments: [String]) throws {
    for stage in [try LogCommandTests.played(), try Stage()] {
      if arguments.contains("--learner") { stage.run("learner", "add", "Zoë Pak") }
      #expect(stage.run(arguments, reader: ScriptedReader([])) == 0)
      #expect(try JSONSerialization.jsonObject(with: Data(stage.output.utf8)) is [Any])
    }
  }

  @Test func exportsAreCSVAndJSONLines() throws {
    let stage = try LogCommandTests.played()
    #expect(stage.run("data", "export", "--csv") == 0)
    #expect(stage.output.split(whereSeparator: \.isNewline).count == 6)
    #expect(stage.run("data", "export", "--json") == 0)
    let lines = stage.output.split(separator: "\n")
    #expect(lines.count > 10)
    for line in lines {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
  }

  @Test func backupIsWrittenAndRestored() throws {
    let stage = try LogCommandTests.played()
    let backup = stage.home.url.appendingPathComponent("mine.sqlite").path
    #expect(stage.run("data", "backup", backup) == 0)
    #expect(stage.masked(stage.output) == "Written to HOME/mine.sqlite.\n")
    // It is not written over.
    #expect(stage.run("data", "backup", backup) == 73)
    #expect(stage.talk.contains("is there already and was not touched"))
    stage.run("learner", "add", "Later")
    #expect(stage.run("data", "restore", backup, "--yes") == 0)
    #expect(stage.output.hasPrefix("The log holds "))
    #expect(stage.output.contains("What it held before is in "))
    stage.run("learner", "list")
    #expect(!stage.output.contains("Later"))
    #expect(stage.run("data", "restore", "/nosuch.sqlite") == 66)
    #expect(stage.talk.contains("there is no backup /nosuch.sqlite"))
  }

  @Test func learnerIsForgottenOnlyAfterYes() throws {
    let stage = try LogCommandTests.played()
    for input in [LineInput.line("y"), .line(""), .line("no"), .endOfInput, .interrupted] {
      let code: Int32 = input == .interrupted ? 130 : 0
      #expect(stage.run(["learner", "forget", "ri"], reader: ScriptedReader([input])) == code)
      #expect(stage.output == "Nothing was erased.\n")
    }
    let reader = ScriptedReader(lines: ["yes"])
    #expect(stage.run(["learner", "forget", "RI"], reader: reader) == 0)
    #expect(
      reader.requests.map(\.prompt.styled)
        == ["Erase everything of ri? This cannot be undone. Type yes > "]
    )
    #expect(stage.output == "Erased ri.\n")
    stage.run("learner", "list")
    #expect(!stage.output.contains("ri "))
    #expect(stage.run("learner", "forget", "Zoë Pak", "--yes") == 0)
    stage.run("scores")
    #expect(stage.output.hasPrefix("Nobody has played yet"))
  }

  static let refused: [(arguments: [String], words: String)] = [
    (["scores", "--learner", "Nobody"], "no learner \"Nobody\""),
    (["history", "--learner", "Nobody"], "no learner \"Nobody\""),
    (["learner", "use", "Nobody"], "no learner \"Nobody\""),
    (["learner", "rename", "Nobody", "Pak"], "no learner \"Nobody\""),
    (["learner", "forget", "Nobody", "--yes"], "no learner \"Nobody\""),
    (["learner", "rename", "ri", "zoë pak"], "there is a learner \"Zoë Pak\" already"),
    (["learner", "add", "RI"], "there is a learner \"ri\" already"),
    (["learner", "add", "\u{202e} \u{7}"], "nothing is left of that name"),
  ]

  @Test(arguments: refused)
  func nameThatDoesNotServeIsSaidOnOneLine(arguments: [String], words: String) throws {
    let stage = try LogCommandTests.played()
    #expect(stage.run(arguments, reader: ScriptedReader([])) == 64)
    #expect(stage.talk.contains(words), "\(stage.talk)")
    #expect(stage.talk.split(separator: "\n").count == 1)
    #expect(stage.output.isEmpty)
  }
}
