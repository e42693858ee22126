import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

extension ProgramTests {
  /// Briefings and plans, by the program itself.
  @Suite struct BriefingTests {
    private let home: Home

    init() throws {
      home = try Home()
    }

    private static let which = "\nNumber or title, q to leave > "
    private static let pause = " questions, q to leave > "

    @Test(arguments: [80, 40])
    func briefingIsHeldOnATerminal(columns: UInt16) throws {
      let terminal = try home.terminal(
        "brief",
        "--seed",
        "4",
        "--questions",
        "2",
        "--sources",
        columns: columns
      )
      #expect(try terminal.expect(BriefingTests.which).contains("17. "))
      // TAB completes the title, where it fits beside the prompt.
      terminal.type(columns == 80 ? "afr\t\r" : "9\r")
      #expect(try terminal.expect(BriefingTests.pause).contains("Guinea"))
      terminal.type("s\r")
      #expect(try terminal.expect(BriefingTests.pause).contains("https://"))
      terminal.type("\r")
      for prompt in [Prompts.next, Prompts.result] {
        try terminal.expect(Prompts.answer)
        terminal.type("skip\r")
        try terminal.expect(prompt)
        terminal.type("\r")
      }
      #expect(try terminal.waitForEnd() == .exited(0))
      let end = terminal.text.components(separatedBy: "To look at again:").last ?? ""
      #expect(end.contains("http"))
      #expect(TerminalText.widestRow(of: terminal.transcript) <= Int(columns))
      #expect(terminal.settings == terminal.settingsBefore)
      let (session, answers) = try #require(try home.lastSession())
      #expect(session.opening.mode == .brief)
      #expect(session.opening.topics == ["africa"])
      #expect(answers.count == 2)
    }

    @Test(arguments: [("\u{3}", Int32(130)), ("\u{4}", 0), ("q\r", 0)])
    func pausesAreLeftInOrder(keys: String, code: Int32) throws {
      for arguments in [["brief"], ["brief", "trade"]] {
        let terminal = try PseudoTerminal(home.call(arguments))
        try terminal.expect(Prompts.home)
        terminal.type(keys)
        #expect(try terminal.waitForEnd() == .exited(code))
        #expect(terminal.settings == terminal.settingsBefore)
        #expect(terminal.text.hasSuffix("\n"))
      }
      #expect(try home.lastSession() == nil)
    }

    @Test func briefingIsHeldThroughAPipe() throws {
      let outcome = try home.run("brief", "9", "--questions", "1", input: "\nskip\n\n")
      #expect(outcome.end == .exited(0))
      #expect(outcome.talk == "")
      #expect(outcome.output.contains("0 of 1 right"))
      #expect(try home.lastReason() == .finished)
      let list = try home.run("brief", input: "9\n")
      #expect(list.end == .exited(0))
      #expect(list.output.contains(" 9. Africa and its monuments"))
      #expect(!list.output.contains(BriefingTests.which))
    }

    @Test func everyTopicIsPrintedAlikeForOneSeed() throws {
      for topic in 1...17 {
        let texts = try (0..<2).map { _ in
          let outcome = try home.run("brief", "\(topic)", "--print", "--seed", "11")
          #expect(outcome.end == .exited(0))
          return outcome.output
        }
        #expect(texts[0] == texts[1])
        for part in ["# ", "\n## Sources\n", "\n## Questions\n", "\n## Key\n"] {
          #expect(texts[0].contains(part), "\(topic) \(part)")
        }
      }
      #expect(!FileManager.default.fileExists(atPath: home.log.path))
    }

    @Test func planIsKeptFromRunToRun() throws {
      #expect(try home.run("trip", "in", "6", "weeks", "--per-day", "12").end == .exited(0))
      let shown = try home.run("trip")
      #expect(shown.output.contains("in 42 days."))
      #expect(shown.output.contains("12 questions a day"))
      #expect(try home.run("trip", "31", "Feb").end == .exited(64))
      #expect(try home.run("trip").output == shown.output)
      #expect(try home.run("trip", "--clear").end == .exited(0))
      #expect(try home.run("trip").output.hasPrefix("There is no plan yet."))
    }
  }
}
