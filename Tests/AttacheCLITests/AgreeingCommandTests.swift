import Foundation
import LineEditing
import TestSupport
import Testing

@testable import AttacheCLI

/// The question before a file changes something for people who are here.
@Suite struct AgreeingCommandTests {
  private let stage: Stage
  private let folder: ScratchFolder

  init() throws {
    stage = try Stage()
    folder = try ScratchFolder()
    stage.environment.isOutputTerminal = false
    stage.run("learner", "add", "Eve Öl")
    stage.run(
      ["play", "--bank", "six-states", "--questions", "2", "--form", "multiple-choice"],
      reader: ScriptedReader(lines: ["a", "", "b", ""])
    )
  }

  /// An export that erases the one learner.
  private func tombstone() throws -> String {
    stage.run("data", "export", "--json")
    let learner = try #require(stage.output.firstMatch(of: /"id":"([^"]+)","name"/)?.1)
    let line = """
      {"device":"2276EAF0-656A-4F8E-AD05-E3DCB94C127E","id":"5654D404-B17A-496A-AC21-EEC78DB51A47",\
      "instant":5,"kind":"forgotten","payload":{"learner":"\(learner)"},"sequence":2}

      """
    let url = folder.url.appendingPathComponent("tombstone.jsonl")
    try Data(line.utf8).write(to: url)
    return url.path
  }

  private func people() -> Int {
    stage.run("learner", "list")
    return stage.output.split(separator: "\n").filter { $0.hasPrefix("Eve") }.count
  }

  @Test(arguments: [
    (LineInput.line("yes"), 0, Int32(0)), (.line("no"), 1, 0), (.endOfInput, 1, 64),
    (.interrupted, 1, 130),
  ])
  func atATerminalItIsAskedBeforeAnybodyIsErased(input: LineInput, left: Int, code: Int32) throws {
    let file = try tombstone()
    #expect(stage.run(["data", "merge", file], reader: ScriptedReader([input])) == code)
    #expect(stage.output.hasPrefix("Eve Öl would be erased, with 2 answers, here and in the "))
    #expect(stage.output.contains("Nothing was changed.") == (left == 1))
    #expect(people() == left)
  }

  @Test func inAScriptItHasToBeSaidByName() throws {
    let file = try tombstone()
    stage.environment.isInputTerminal = false
    for arguments in [[], ["--yes"], ["--erase", "Ada"]] {
      #expect(stage.run(["data", "import", file] + arguments, reader: ScriptedReader([])) == 64)
      #expect(stage.talk.contains("Eve Öl would be erased, with 2 answers"))
      #expect(stage.talk.hasSuffix("to agree to this add: --erase 'Eve Öl'\n"), "\(stage.talk)")
      #expect(stage.output.isEmpty)
      #expect(people() == 1)
    }
    let agreed = ["data", "import", file, "--erase", "eve öl"]
    #expect(stage.run(agreed, reader: ScriptedReader([])) == 0)
    #expect(people() == 0)
  }

  @Test func restoringSaysWhatWouldGo() throws {
    let backup = folder.url.appendingPathComponent("mine.sqlite").path
    stage.run("data", "backup", backup)
    #expect(stage.run(["data", "restore", backup], reader: ScriptedReader([])) == 0)
    stage.run(
      ["play", "--bank", "six-states", "--questions", "1", "--form", "multiple-choice"],
      reader: ScriptedReader(lines: ["a", ""])
    )
    stage.environment.isInputTerminal = false
    #expect(stage.run(["data", "restore", backup], reader: ScriptedReader([])) == 64)
    #expect(
      stage.talk == """
        1 answer of Eve Öl would not count any more.
        3 records that are here and not in the backup would go.
        Nothing was changed; to agree to this add: --yes

        """
    )
    #expect(stage.run(["data", "restore", backup, "--yes"], reader: ScriptedReader([])) == 0)
    #expect(stage.output.contains("What it held before is in "))
  }

  @Test func changedLetterIsFoundAndTheWayOutWorks() throws {
    let bytes = try Data(contentsOf: stage.log)
    let place = try #require(bytes.range(of: Data("Eve Öl".utf8))?.lowerBound)
    var changed = bytes
    changed[place] = UInt8(ascii: "A")
    try changed.write(to: stage.log)
    #expect(stage.run("data", "check") == 65)
    #expect(stage.output.contains("is not what was written: its checksum is another one"))
    #expect(stage.output.contains("attache data salvage FILE writes all that can be read"))
    #expect(stage.run("data", "export", "--json") == 65)
    #expect(stage.talk.hasPrefix("1 record was left out (1 learner-created)"))
    let saved = folder.url.appendingPathComponent("saved.sqlite").path
    #expect(stage.run("data", "salvage", saved) == 65)
    #expect(stage.output.hasPrefix("\(saved) holds "))
    #expect(try Data(contentsOf: stage.log) == changed)
    #expect(stage.run("data", "restore", saved, "--yes") == 0)
    #expect(stage.run("data", "check") == 0, "\(stage.output)")
  }
}
