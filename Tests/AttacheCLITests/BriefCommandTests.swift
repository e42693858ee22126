import Foundation
import LineEditing
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI

/// Briefings: a reading, questions on it, and what was missed.
@Suite struct BriefCommandTests {
  private static let brief = ["brief", "--bank", "six-states", "--seed", "4"]

  private static func session(_ stage: Stage) throws -> PastSession? {
    let log = try ScoreLog(
      folder: stage.log.deletingLastPathComponent(),
      now: { Instant(milliseconds: 0) },
      makeUUID: { UUID() }
    )
    return try log.sessions(limit: 1).first
  }

  @Test(.tags(.snapshot))
  func wholeBriefingReadsAsItWasRead() throws {
    let stage = try Stage()
    let lines = [
      "", "xyz", "mony", "i", "2", "go", "?", "source", "", "a", "", "skip", "", "b", "",
    ]
    let reader = ScriptedReader(lines: lines)
    let more = ["--questions", "3", "--form", "multiple-choice"]
    #expect(stage.run(BriefCommandTests.brief + more, reader: reader) == 0)
    #expect(stage.talk.isEmpty)
    #expect(reader.unread == 0)
    #expect(Snapshot.difference(of: Snapshot.tagged(stage.transcript), from: "brief") == nil)
  }

  @Test(.tags(.snapshot))
  func briefingForAScreenReaderReadsAsItWasRead() throws {
    let stage = try Stage()
    stage.environment.columns = { 40 }
    let reader = ScriptedReader(lines: ["skip", "", "quit"])
    let more = ["nations", "--screen-reader", "--no-pause", "--questions", "2"]
    #expect(stage.run(BriefCommandTests.brief + more, reader: reader) == 0)
    #expect(
      Snapshot.difference(of: Snapshot.tagged(stage.transcript), from: "brief-reader-40") == nil
    )
  }

  @Test func sessionIsABriefingInTheLog() throws {
    let stage = try Stage()
    let reader = ScriptedReader(lines: ["", "skip", "", "quit"])
    stage.run(BriefCommandTests.brief + ["capitals", "--questions", "2"], reader: reader)
    let session = try #require(try BriefCommandTests.session(stage))
    #expect(session.opening.mode == .brief)
    #expect(session.opening.topics == ["capitals"])
    #expect(session.opening.questions == 2)
    #expect(session.opening.seed == 4)
    #expect(session.reason == .quit)
    #expect(session.answers == 1)
  }

  @Test(arguments: [["2"], ["united-nations"], ["the", "UNITED"], ["nations"]])
  func topicIsNamedInManyWays(words: [String]) throws {
    let stage = try Stage()
    #expect(stage.run(BriefCommandTests.brief + words, reader: ScriptedReader(lines: ["q"])) == 0)
    #expect(stage.output.contains("The United Nations *and* its members"))
  }

  static let ends: [(input: LineInput, code: Int32)] = [
    (.line("q"), 0), (.line("QUIT"), 0), (.endOfInput, 0), (.interrupted, 130),
    (.terminated(signal: 15), 143), (.terminated(signal: 1), 129),
  ]

  @Test(arguments: ends, [[], ["capitals"]])
  func leavingAtAPauseTouchesNothing(end: (input: LineInput, code: Int32), topic: [String]) throws {
    let stage = try Stage()
    let reader = ScriptedReader([end.input])
    #expect(stage.run(BriefCommandTests.brief + topic, reader: reader) == end.code)
    #expect(reader.requests.count == 1)
    #expect(stage.talk.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: stage.log.path))
  }

  @Test func interruptionAmongTheQuestionsEndsIt() throws {
    let stage = try Stage()
    let reader = ScriptedReader([.line(""), .line("skip"), .interrupted])
    #expect(stage.run(BriefCommandTests.brief + ["capitals"], reader: reader) == 130)
    #expect(stage.output.contains("To look at again:"))
    #expect(stage.output.contains("A school atlas (2021)"))
    #expect(try BriefCommandTests.session(stage)?.reason == .interrupted)
  }

  @Test func topicsAreOnlyListedWhereNobodyCanBeAsked() throws {
    let stage = try Stage()
    stage.environment.isInputTerminal = false
    let reader = ScriptedReader(lines: [])
    #expect(stage.run(["brief", "--bank", "six-states"], reader: reader) == 0)
    #expect(reader.requests.isEmpty)
    #expect(stage.output.contains("2. The United Nations"))
    #expect(stage.output.contains("attache brief --bank six-states and a number"))
  }

  @Test func pauseSaysHowManyQuestionsThereReallyAre() throws {
    let stage = try Stage()
    let reader = ScriptedReader(lines: ["", "quit"])
    #expect(
      stage.run(BriefCommandTests.brief + ["money", "--questions", "25"], reader: reader) == 0
    )
    let request = try #require(reader.requests.first)
    let words = request.prompt.styled.split(separator: " ")
    let count = try #require(words.compactMap { Int($0) }.first)
    #expect((1...6).contains(count))
    #expect(stage.output.contains("1 of \(count)"))
    #expect(stage.output.contains("There is no reading on this topic."))
  }

  @Test func readingAloneAsksNothing() throws {
    let stage = try Stage()
    let reader = ScriptedReader(lines: [])
    let more = ["nations", "--questions", "0"]
    #expect(stage.run(BriefCommandTests.brief + more, reader: reader) == 0)
    #expect(reader.requests.isEmpty)
    #expect(stage.output.contains("https://www.un.org/en/about-us/member-states"))
    #expect(!FileManager.default.fileExists(atPath: stage.log.path))
  }

  static let refused: [(arguments: [String], words: String)] = [
    (["capitols"], "no topic \"capitols\"; did you mean capitals? There are: capitals, united"),
    (["xyz"], "no topic \"xyz\"; there are: capitals, united-nations, money"),
    ([""], "no topic \"\"; there are:"), (["7"], "no topic \"7\""),
    (["m\u{1b}[31m\u{202e}x"], "no topic \"m[31mx\""),
  ]

  @Test(arguments: refused)
  func wrongTopicIsAnsweredWithTheNearestAndTheList(arguments: [String], words: String) throws {
    let stage = try Stage()
    #expect(stage.run(BriefCommandTests.brief + arguments, reader: ScriptedReader([])) == 64)
    #expect(stage.talk.contains(words), "\(stage.talk)")
    #expect(stage.output.isEmpty)
  }

  // MARK: - On paper

  private static func printed(_ more: [String], on stage: Stage) -> String {
    let arguments = ["brief", "--bank", "six-states", "--print"] + more
    let reader = ScriptedReader(lines: [])
    #expect(stage.run(arguments, reader: reader) == 0)
    #expect(stage.talk.isEmpty && reader.requests.isEmpty)
    return stage.output
  }

  @Test(.tags(.snapshot))
  func handoutReadsAsItWasRead() throws {
    let text = BriefCommandTests.printed(
      ["united-nations", "--questions", "3", "--seed", "4"],
      on: try Stage()
    )
    #expect(Snapshot.difference(of: text, from: "handout") == nil)
  }

  @Test func sameSeedPrintsTheSameBytes() throws {
    let one = BriefCommandTests.printed(["capitals", "--seed", "9"], on: try Stage())
    let stage = try Stage()
    stage.environment.columns = { 40 }
    stage.environment.isOutputUTF8 = false
    #expect(BriefCommandTests.printed(["capitals", "--seed", "9"], on: stage) == one)
    #expect(BriefCommandTests.printed(["capitals", "--seed", "8"], on: stage) != one)
    #expect(!FileManager.default.fileExists(atPath: stage.log.path))
  }

  @Test func handoutSaysHowToPrintItAgain() throws {
    let stage = try Stage()
    let more = ["united-nations", "--questions", "2", "--form", "true-false", "--options", "4"]
    let text = BriefCommandTests.printed(more, on: stage)
    let again =
      "attache brief --bank six-states united-nations --print --questions 2 --form true-false "
      + "--options 4 --seed 4"
    #expect(text.hasSuffix("The same once more: `\(again)`\n"))
    let words = again.split(separator: " ").dropFirst().map(String.init)
    #expect(stage.run(words, reader: ScriptedReader([])) == 0)
    #expect(stage.output == text)
  }

  @Test func handoutAsksWhatTheBriefingAsks() throws {
    let stage = try Stage()
    let more = ["capitals", "--questions", "2"]
    let text = BriefCommandTests.printed(more + ["--seed", "4"], on: stage)
    stage.run(
      BriefCommandTests.brief + more,
      reader: ScriptedReader(lines: ["", "skip", "", "q", "quit"])
    )
    let asked = stage.output.split(separator: "\n").filter {
      $0.contains("<b>") || $0.contains("?")
    }
    #expect(!asked.isEmpty)
    let stems = text.split(separator: "\n").filter { $0.first?.isNumber == true }
    #expect(stems.count == 4)
    for stem in stems.prefix(2) {
      let words = stem.dropFirst(3).trimmingPrefix("True or false? ").dropLast(2)
      #expect(stage.output.contains(words), "\(words)")
    }
  }

  @Test func authoredBankIsHandedOut() throws {
    let stage = try Stage()
    let arguments = ["brief", "--bank", "my-class", "1", "--print", "--seed", "1"]
    #expect(stage.run(arguments, reader: ScriptedReader([])) == 0)
    #expect(stage.output.contains("## Questions"))
    #expect(stage.output.contains("## Key"))
  }
}
