import Foundation
import LineEditing
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI

/// What happens where nothing can be saved: one clear line, and a question.
@Suite struct UnsavedGameTests {
  private static let play = ["play", "--bank", "six-states", "--seed", "4", "--questions", "1"]

  /// A way to spoil the log, the exit code, and what has to be said.
  enum Spoiling: String, CaseIterable {
    case damaged
    case newer
    case notALog
    case noHome
    case folderIsAFile

    var code: Int32 {
      switch self {
      case .damaged, .newer, .notALog: 65
      case .noHome: 73
      case .folderIsAFile: 66
      }
    }

    var words: String {
      switch self {
      case .damaged: "is damaged"
      case .newer: "was written by a later attache"
      case .notALog: "is no log of attache"
      case .noHome: "neither XDG_DATA_HOME nor HOME is set"
      case .folderIsAFile: "cannot be opened"
      }
    }

    func spoil(_ stage: Stage) throws {
      let folder = stage.log.deletingLastPathComponent()
      switch self {
      case .noHome:
        stage.environment.variables["XDG_DATA_HOME"] = nil
        stage.environment.variables["HOME"] = nil
        return
      case .folderIsAFile:
        let data = folder.deletingLastPathComponent()
        try Data("a file".utf8).write(to: data)
        return
      case .damaged, .newer, .notALog: break
      }
      stage.run("learner", "add", "Ri")
      var bytes = try Data(contentsOf: stage.log)
      switch self {
      case .damaged: bytes = Data("no database at all".utf8)
      case .newer: bytes[63] = 99
      case .notALog: bytes[68] = 0
      case .noHome, .folderIsAFile: break
      }
      try bytes.write(to: stage.log)
    }
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  @Test(arguments: Spoiling.allCases)
  func gameDoesNotStartUnlessThePlayerSaysYes(spoiling: Spoiling) throws {
    for answer in [["no"], ["n"], ["", "maybe", "NO"], []] {
      let stage = try Stage()
      try spoiling.spoil(stage)
      let before = try? Data(contentsOf: stage.log)
      let code = stage.run(UnsavedGameTests.play, reader: ScriptedReader(lines: answer))
      #expect(code == spoiling.code)
      #expect(stage.talk.contains(spoiling.words), "\(stage.talk)")
      #expect(lines(stage.talk).count == 1)
      #expect(stage.output.isEmpty)
      #expect((try? Data(contentsOf: stage.log)) == before, "the log was touched")
    }
  }

  @Test(arguments: Spoiling.allCases)
  func gameIsPlayedUnsavedAfterYes(spoiling: Spoiling) throws {
    let stage = try Stage()
    try spoiling.spoil(stage)
    let before = try? Data(contentsOf: stage.log)
    let reader = ScriptedReader(lines: ["Yes", "skip", "undo", "flag odd", ""])
    #expect(stage.run(UnsavedGameTests.play, reader: reader) == 0)
    #expect(lines(stage.talk).count == 1)
    #expect(stage.output.contains("No harm done."))
    #expect(stage.output.contains("Nothing answered"))
    #expect((try? Data(contentsOf: stage.log)) == before, "the log was touched")
  }

  @Test(arguments: Spoiling.allCases)
  func nobodyIsAskedWhereThereIsNoTerminal(spoiling: Spoiling) throws {
    let stage = try Stage()
    try spoiling.spoil(stage)
    stage.environment.isInputTerminal = false
    let reader = ScriptedReader(lines: ["yes", "skip", ""])
    #expect(stage.run(UnsavedGameTests.play, reader: reader) == spoiling.code)
    #expect(reader.requests.isEmpty)
    #expect(lines(stage.talk).count == 1)
  }

  @Test(arguments: Spoiling.allCases)
  func otherCommandsSayItOnOneLine(spoiling: Spoiling) throws {
    for command in [
      ["scores"], ["history"], ["learner", "list"], ["data", "check"], ["data", "path"],
      ["data", "export", "--csv"],
    ] {
      let stage = try Stage()
      try spoiling.spoil(stage)
      #expect(stage.run(command, reader: ScriptedReader([])) == spoiling.code)
      #expect(stage.talk.contains(spoiling.words))
      #expect(lines(stage.talk).count == 1)
      #expect(stage.output.isEmpty)
    }
  }

  /// Plays, and moves the log away when the first question is asked.
  private func playLosingTheLog(_ stage: Stage, then lines: [String], terminal: Bool = true)
    -> Int32
  {
    let reader = ScriptedReader(lines: ["skip"] + lines)
    let log = stage.log
    reader.whenAsked = { request, _ in
      guard request.prompt == "> " else { return }
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: log.path + suffix)
      }
    }
    stage.environment.isInputTerminal = terminal
    return stage.run(UnsavedGameTests.play, reader: reader)
  }

  @Test func logThatIsLostDuringAGameIsSaidBeforeTheVerdict() throws {
    let stage = try Stage()
    #expect(playLosingTheLog(stage, then: ["no"]) == 74)
    #expect(stage.talk.contains("was moved or removed while it was open"))
    #expect(lines(stage.talk).count == 1)
    // The player has not seen as answered what was not saved.
    #expect(!stage.output.contains("No harm done"))
  }

  @Test func gameWhoseLogIsLostGoesOnAfterYes() throws {
    let stage = try Stage()
    #expect(playLosingTheLog(stage, then: ["y", ""]) == 0)
    #expect(stage.output.contains("No harm done"))
    #expect(stage.output.contains("0 of 1 right"))
    // It is asked once, not for every record.
    #expect(lines(stage.talk).count == 1)
  }

  @Test func gameWhoseLogIsLostEndsWithoutATerminal() throws {
    let stage = try Stage()
    #expect(playLosingTheLog(stage, then: ["yes", ""], terminal: false) == 74)
    #expect(!stage.output.contains("No harm done"))
  }

  @Test func unknownLearnerIsNoReasonToPlayUnsaved() throws {
    let stage = try Stage()
    let reader = ScriptedReader(lines: ["yes"])
    #expect(stage.run(UnsavedGameTests.play + ["--learner", "Nobody"], reader: reader) == 64)
    #expect(reader.requests.isEmpty)
    #expect(stage.talk.contains("no learner \"Nobody\""))
  }
}
