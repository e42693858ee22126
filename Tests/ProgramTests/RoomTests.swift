import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

extension ProgramTests {
  /// Games in the room on a terminal, and what comes of them when something ends them.
  @Suite struct RoomTests {
    private let home: Home

    init() throws {
      home = try Home()
    }

    private static let answers = "answered > "
    private static let next = "Enter for the next question > "

    private func game(rows: UInt16 = 24, _ options: String...) throws -> PseudoTerminal {
      let command = ["class", "play", "--questions", "3", "--form", "multiple-choice"]
      return try PseudoTerminal(home.call(command + options), columns: 80, rows: rows)
    }

    /// How many answers of a class stand in the log.
    private func answers() throws -> Int {
      let log = try home.openLog()
      defer { try? log.close() }
      var (given, taken): (Int, Int) = (0, 0)
      for record in try log.records() {
        switch record.body {
        case .answered: given += 1
        case .retracted: taken += 1
        default: break
        }
      }
      return given - taken
    }

    @Test func killRightAfterTheAnswerIsShownLosesNothing() throws {
      for _ in 0..<3 {
        let terminal = try game()
        try terminal.expect("0 of 2 " + RoomTests.answers)
        let before = (try? answers()) ?? 0
        terminal.type("a b\r")
        try terminal.expect("all answered, Enter shows it > ")
        terminal.type("\r")
        // The first words that only the answer has.
        try terminal.expect("Source: ")
        terminal.child.send(SIGKILL)
        #expect(try terminal.waitForEnd() == .killed(signal: SIGKILL))
        #expect(try answers() == before + 2)
        let again = try PseudoTerminal(home.call(["class", "play", "--resume"]))
        // The room has not read it yet: it is shown once more.
        try again.expect("Source: ")
        try again.expect(RoomTests.next)
        #expect(!again.text.contains("QUESTION"))
        again.type("\r")
        try again.expect("QUESTION 2 OF 3")
        try again.expect(RoomTests.answers)
        again.type("quit\r")
        #expect(try again.waitForEnd() == .exited(0))
        #expect(again.text.contains("Stopped after 1 of 3 questions"))
      }
      #expect(try home.run("data", "check").output.hasPrefix("Sound: "))
    }

    @Test func killRightAfterAnEchoLosesNoLetter() throws {
      let terminal = try game()
      try terminal.expect("0 of 2 " + RoomTests.answers)
      for (line, echo) in [("red b", "Red b."), ("red c", "Red: b → c."), ("g a", "Green a.")] {
        terminal.type(line + "\r")
        try terminal.expect(echo)
      }
      try terminal.expect("all answered, Enter shows it > ")
      terminal.type("undo\r")
      try terminal.expect("Taken back.")
      terminal.child.send(SIGKILL)
      #expect(try terminal.waitForEnd() == .killed(signal: SIGKILL))
      #expect(try answers() == 1)
      let again = try PseudoTerminal(home.call(["class", "play", "--resume"]))
      try again.expect("QUESTION 1 OF 3")
      try again.expect("1 of 2 " + RoomTests.answers)
      again.type("red b\r")
      try again.expect("Red: c → b.")
      again.type("\u{4}")
      #expect(try again.waitForEnd() == .exited(0))
      #expect(try answers() == 1)
      #expect(try home.run("data", "check").output.hasPrefix("Sound: "))
    }

    @Test(arguments: [("\u{3}", Int32(130)), ("\u{4}", 0)])
    func keysThatEndItKeepWhatWasShown(keys: String, code: Int32) throws {
      let terminal = try game()
      try terminal.expect(RoomTests.answers)
      terminal.type("a b\r\r")
      try terminal.expect(RoomTests.next)
      terminal.type(keys)
      #expect(try terminal.waitForEnd() == .exited(code))
      #expect(terminal.settings == terminal.settingsBefore)
      #expect(terminal.text.contains("Stopped after 1 of 3 questions"))
      #expect(terminal.text.hasSuffix("\n"))
      #expect(try answers() == 2)
    }

    @Test(arguments: [("\u{3}", Int32(130)), ("\u{4}", 0)])
    func keysThatEndItKeepTheLettersOfAnOpenQuestion(keys: String, code: Int32) throws {
      let terminal = try game()
      try terminal.expect(RoomTests.answers)
      terminal.type("red b\r")
      try terminal.expect("1 of 2 " + RoomTests.answers)
      terminal.type(keys)
      #expect(try terminal.waitForEnd() == .exited(code))
      #expect(terminal.text.contains("Stopped after 1 of 3 questions"))
      #expect(try answers() == 1)
      let again = try PseudoTerminal(home.call(["class", "play", "--resume"]))
      try again.expect("QUESTION 1 OF 3")
      try again.expect("1 of 2 " + RoomTests.answers)
      again.type("g a\r\r")
      try again.expect("Source: ")
      try again.expect(RoomTests.next)
      again.type("quit\r")
      #expect(try again.waitForEnd() == .exited(0))
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func signalEndsItInOrder(signal: Int32) throws {
      let terminal = try game()
      try terminal.expect(RoomTests.answers)
      terminal.child.send(signal)
      #expect(try terminal.waitForEnd() == .exited(128 + signal))
      #expect(terminal.settings == terminal.settingsBefore)
    }

    @Test func closedWindowKeepsWhatWasShown() throws {
      let terminal = try game()
      try terminal.expect(RoomTests.answers)
      terminal.type("a b\r\r")
      try terminal.expect(RoomTests.next)
      terminal.hangUp()
      #expect(try terminal.waitForEnd() == .exited(129))
      #expect(try answers() == 2)
    }

    @Test(arguments: [1, 2, 3, 4, 5])
    func questionFitsTheLastRowsOfTheWindow(seed: Int) throws {
      let terminal = try PseudoTerminal(
        home.call([
          "class", "play", "--questions", "6", "--options", "5", "--seed", "\(seed)",
        ])
      )
      for number in 1...6 {
        let shown = try terminal.expect(RoomTests.answers)
        let question = try #require(shown.range(of: "QUESTION \(number) OF 6"))
        let rows = shown[question.lowerBound...].split(
          separator: "\n",
          omittingEmptySubsequences: false
        )
        // What was shown before has scrolled away; heading, question and prompt are all there.
        #expect(rows.count <= 24, "\(shown)")
        #expect(rows.allSatisfy { $0.count <= 80 })
        terminal.type("reveal\r")
        try terminal.expect(number < 6 ? RoomTests.next : "Enter to finish > ")
        terminal.type("\r")
      }
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(TerminalText.widestRow(of: terminal.transcript) <= 80)
    }

    @Test func gameThroughAPipeIsATranscript() throws {
      let command = ["class", "play", "--questions", "2", "--form", "multiple-choice"]
      let outcome = try PipedProgram(
        home.call(command),
        input: .text("a b\n\n\nb b\n\n\n")
      ).waitForEnd()
      #expect(outcome.end == .exited(0))
      #expect(outcome.talk == "")
      #expect(!outcome.output.contains("\u{1b}"))
      #expect(outcome.output.contains("0 of 2 answered > a b\n"))
      #expect(outcome.output.contains("The end, after 2 questions."))
      #expect(try answers() == 4)
    }

    @Test func homeworkThatIsKilledGoesOn() throws {
      let file = home.folder.appendingPathComponent("homework.json").path
      let result = home.folder.appendingPathComponent("result.json").path
      let assign = ["class", "assign", "--questions", "3", "--form", "multiple-choice", "--graded"]
      let assigned = try PipedProgram(home.call(assign + ["--output", file])).waitForEnd()
      #expect(assigned.end == .exited(0))
      let play = ["play", "--assignment", file, "--output", result, "--name", "Ada"]
      let terminal = try PseudoTerminal(home.call(play))
      try terminal.expect(Prompts.answer)
      terminal.type("a\r")
      try terminal.expect("Kept.")
      terminal.child.send(SIGKILL)
      #expect(try terminal.waitForEnd() == .killed(signal: SIGKILL))
      let again = try PseudoTerminal(home.call(play))
      try again.expect(" has answered 1 of 3; ")
      for _ in 0..<2 {
        try again.expect(Prompts.answer)
        again.type("a\r")
        try again.expect("Kept.")
        again.type("\r")
      }
      try again.expect("All answered.")
      #expect(try again.waitForEnd() == .exited(0))
      #expect(try answers() == 3)
    }
  }
}
