import Foundation
import LineEditing
import ScoreStore
import Synchronization
import TestSupport
import Testing

@testable import AttacheCLI

/// The commands that unite two machines and two learners.
@Suite struct UnionCommandTests {
  private let stage: Stage
  private let folder: ScratchFolder

  init() throws {
    stage = try Stage()
    folder = try ScratchFolder()
    stage.environment.isOutputTerminal = false
  }

  private static let play = [
    "play", "--bank", "six-states", "--questions", "2", "--form", "multiple-choice",
  ]

  /// The ids that one machine makes.
  private static func ids(machine: UInt8) -> @Sendable () -> UUID {
    let count = Mutex(UInt8(0))
    return {
      let number = count.withLock { count in
        count &+= 1
        return count
      }
      return UUID(uuid: (machine, number, 7, 7, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 0))
    }
  }

  /// The export of another machine, where somebody has played.
  private func export(of name: String) throws -> String {
    let other = try Stage()
    other.environment.makeUUID = UnionCommandTests.ids(machine: 0x80 | (name.utf8.first ?? 0))
    other.run(["learner", "add", name], reader: ScriptedReader([]))
    other.run(
      UnionCommandTests.play + ["--seed", "4"],
      reader: ScriptedReader(lines: ["a", "", "b", ""])
    )
    other.run("data", "export", "--json")
    let url = folder.url.appendingPathComponent("\(name).jsonl")
    try Data(other.output.utf8).write(to: url)
    return url.path
  }

  /// Plays on this machine under a name.
  private func play(as name: String) {
    stage.environment.makeUUID = UnionCommandTests.ids(machine: 0xa0)
    stage.run("learner", "add", name)
    stage.run(
      UnionCommandTests.play + ["--seed", "5"],
      reader: ScriptedReader(lines: ["a", "", "b", ""])
    )
  }

  /// What was printed, however it was wrapped.
  private var words: String {
    stage.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A text without the paths that differ from machine to machine.
  private func masked(_ text: String) -> String {
    stage.masked(text).replacingOccurrences(of: folder.url.path, with: "FOLDER")
  }

  @Test(.tags(.snapshot))
  func everythingSaidOfAUnionReadsAsItWasRead() throws {
    play(as: "Zoë Pak")
    let (same, other) = (try export(of: "zoe"), try export(of: "Bob"))
    stage.environment.isInputTerminal = false
    var text = ""
    for line in [
      ["data", "merge", other], ["data", "merge", other], ["data", "import", same],
      ["data", "merge", "--same", "Zoë Pak=zoe", same], ["data", "merge", same],
      ["data", "merge", stage.log.path], ["data", "import", stage.log.path],
      ["data", "merge", "/nosuch"], ["data", "merge", #filePath],
      ["data", "merge", "--same", "Zoë Pak=Nobody", other],
      ["data", "merge", "--same", "Nobody=Bob", other], ["learner", "unite", "Bob", "bob"],
      ["learner", "unite", "Bob", "Nobody"], ["learner", "unite", "Bob", "Zoë Pak", "--yes"],
    ] {
      let code = stage.run(line, reader: ScriptedReader([]))
      let words = line.joined(separator: " ").replacingOccurrences(of: #filePath, with: "FILE")
      text += "# \(masked(words))\n"
      text += masked(stage.output)
      text += masked(stage.talk).replacingOccurrences(of: #filePath, with: "FILE")
      text += "exit \(code)\n\n"
    }
    #expect(Snapshot.difference(of: text, from: "union") == nil)
  }

  @Test(arguments: [
    ([LineInput.line("what"), .line("yes")], 1, Int32(0)), ([.line("Y")], 1, 0),
    ([.line("no")], 2, 0), ([.line("n")], 2, 0), ([.endOfInput], 2, 0), ([.interrupted], 2, 130),
    ([.terminated(signal: 15)], 2, 143),
  ])
  func atATerminalItIsAskedWhoIsWho(typed: [LineInput], people: Int, code: Int32) throws {
    play(as: "Ada")
    let file = try export(of: "Ada L.")
    let reader = ScriptedReader(typed)
    #expect(stage.run(["data", "merge", file], reader: reader) == code)
    #expect(
      words.contains(
        " Is Ada (on this machine, 2 answers) the same person as Ada L. (new here, 2 answers)?"
      )
    )
    #expect(Set(reader.requests.map(\.prompt.styled)) == ["yes or no > "])
    #expect(reader.requests.count == typed.count)
    #expect(stage.output.contains("They are one person now") == (people == 1))
    let isUndecided = people == 2 && typed != [.line("no")] && typed != [.line("n")]
    #expect(stage.output.contains("attache learner unite ") == isUndecided)
    stage.run("scores")
    #expect(stage.output.split(separator: "\n").filter { $0.hasPrefix("Ada") }.count == people)
    // Whoever was once here is not asked about again.
    #expect(stage.run(["data", "merge", file], reader: ScriptedReader([])) == 0)
    #expect(!stage.output.contains("attache learner unite "))
  }

  @Test func commandThatIsPrintedUnites() throws {
    play(as: "Ada")
    let file = try export(of: "ADA")
    stage.environment.isInputTerminal = false
    stage.run("data", "merge", file)
    let line = try #require(
      stage.output.split(separator: "\n").first { $0.contains("learner unite") }
    )
    stage.run("learner", "list")
    #expect(stage.output.contains("Ada a0020707 (plays now): "))
    #expect(stage.output.contains("ADA c1020707: "))
    let arguments = line.split(separator: " ").dropFirst().map(String.init)
    #expect(stage.run(arguments, reader: ScriptedReader([.line("no")])) == 0)
    #expect(words.hasSuffix("This cannot be undone. Nothing was changed."))
    #expect(stage.run(arguments, reader: ScriptedReader([.interrupted])) == 130)
    #expect(stage.run(arguments, reader: ScriptedReader([.line("yes")])) == 0)
    #expect(words.contains(" They are one person now: "))
    #expect(stage.run(arguments, reader: ScriptedReader([])) == 0)
    #expect(stage.output.hasSuffix(" is one person already.\n"))
    stage.run("scores", "--json")
    let scores = try JSONSerialization.jsonObject(with: Data(stage.output.utf8)) as? [Any]
    #expect(scores?.count == 1)
  }

  @Test(arguments: ["Ada", "=Ada", "Ada=", "="])
  func whatIsNoPairIsRefused(pair: String) throws {
    #expect(stage.run("data", "merge", "--same", pair, "/nosuch") == 64)
    #expect(stage.talk.contains("--same is a name here, an equals sign and a name there"))
  }

  @Test func brokenLineIsNamedAndTheOthersComeIn() throws {
    let file = try export(of: "Bob")
    var lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    lines[2] = lines[2].dropLast(3)
    try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    #expect(stage.run("data", "import", file) == 65)
    #expect(
      stage.talk.hasPrefix(
        "1 record was left out (1 of no readable kind); all others were taken:\n"
          + "  line 3: the record is no JSON object from byte "
      )
    )
    #expect(stage.run("data", "check") == 0)
    stage.run("data", "export", "--json")
    #expect(stage.output.split(separator: "\n").count == lines.count - 1)
  }

  @Test func planThatNoGameWritesIsLeftOutAndTheHomePageStays() throws {
    let file = try export(of: "Bob")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let learner = try #require(text.firstMatch(of: /"id":"([^"]+)","name"/)?.1)
    let plan = """
      {"device":"2276EAF0-656A-4F8E-AD05-E3DCB94C127E","id":"5654D404-B17A-496A-AC21-EEC78DB51A47",\
      "instant":5,"kind":"plan-set","payload":{"learner":"\(learner)","questionsPerDay":-1,\
      "topics":[]},"sequence":2}

      """
    let lines = text.split(separator: "\n").map { $0 + "\n" }
    try (lines.dropFirst().dropLast().joined() + plan)
      .write(toFile: file, atomically: true, encoding: .utf8)
    #expect(stage.run("data", "import", file) == 65)
    #expect(
      stage.talk.contains(
        "line \(lines.count - 1): the record 5654D404-B17A-496A-AC21-EEC78DB51A47 (plan-set) has a "
          + "value in \"questionsPerDay\" that no game writes"
      )
    )
    #expect(stage.run(["--bank", "six-states"], reader: ScriptedReader([.endOfInput])) == 0)
  }

  @Test func answersFromTheFutureAreFoundAndStandLastInTheHistory() throws {
    play(as: "Ada")
    let file = try export(of: "Eve")
    let text = try String(contentsOfFile: file, encoding: .utf8)
      .replacing(/"instant":17/, with: "\"instant\":47")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(stage.run("data", "import", file) == 0)
    #expect(stage.run("data", "check") == 0)
    #expect(
      stage.output == """
        2 answers of Eve from the future, up to 16 December 2121, by a clock that was wrong; kept

        """
    )
    stage.run("history")
    let (ada, eve) = (words.range(of: ": Ada, "), words.range(of: ": Eve, "))
    #expect(try #require(ada).lowerBound < #require(eve).lowerBound)
    #expect(words.hasSuffix(", from the future: the clock was wrong"))
  }
}
