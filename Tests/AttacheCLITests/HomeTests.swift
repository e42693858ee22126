import Foundation
import LineEditing
import TestSupport
import Testing

@testable import AttacheCLI

/// What `attache` does by itself.
@Suite struct HomeTests {
  private static let home = ["--bank", "six-states"]

  @Test(.tags(.snapshot))
  func greetingReadsAsItWasRead() throws {
    let stage = try Stage()
    var text = ""
    for (columns, more) in [(80, []), (40, ["--screen-reader"])] {
      stage.environment.columns = { columns }
      #expect(stage.run(HomeTests.home + more, reader: ScriptedReader(lines: ["q"])) == 0)
      text += Snapshot.tagged(stage.transcript) + "\n"
    }
    #expect(Snapshot.difference(of: text, from: "home") == nil)
  }

  @Test(arguments: ["", "p", "play", "PLAY"])
  func enterPlaysAGame(line: String) throws {
    let stage = try Stage()
    #expect(stage.run(HomeTests.home, reader: ScriptedReader(lines: [line, "skip", "quit"])) == 0)
    #expect(stage.output.contains("1 of 10"))
    #expect(stage.output.contains("No harm done."))
    #expect(stage.output.contains("Go on: attache play --bank six-states"))
  }

  @Test(arguments: ["q", "quit", "Exit", "leave"])
  func leavingTouchesNothing(line: String) throws {
    let stage = try Stage()
    #expect(stage.run(HomeTests.home, reader: ScriptedReader(lines: [line])) == 0)
    #expect(!stage.output.contains("1 of 10"))
    #expect(stage.talk.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: stage.log.path))
  }

  @Test(arguments: ["help", "?", "h"])
  func helpIsShown(line: String) throws {
    let stage = try Stage()
    #expect(stage.run(HomeTests.home, reader: ScriptedReader(lines: [line])) == 0)
    #expect(stage.output.contains("SUBCOMMANDS:"))
  }

  @Test func otherWordsAreAskedAgain() throws {
    let stage = try Stage()
    let reader = ScriptedReader(lines: ["scores\u{202e}", "q"])
    #expect(stage.run(HomeTests.home, reader: reader) == 0)
    #expect(reader.requests.count == 2)
    #expect(stage.output.contains("\"scores\" means nothing here; type it after attache"))
  }

  static let ends: [(input: LineInput, code: Int32)] = [
    (.endOfInput, 0), (.interrupted, 130), (.terminated(signal: 15), 143),
  ]

  @Test(arguments: ends)
  func inputMayEnd(input: LineInput, code: Int32) throws {
    let stage = try Stage()
    #expect(stage.run(HomeTests.home, reader: ScriptedReader([input])) == code)
  }
}
