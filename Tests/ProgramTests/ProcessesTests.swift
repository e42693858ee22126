import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

extension ProgramTests {
  /// Several processes on one log, and processes that are killed.
  @Suite struct ProcessesTests {
    private let home: Home

    init() throws {
      home = try Home()
    }

    /// Answers that fit every question, in one form or the other.
    private static func answers(to questions: Int) -> String {
      String(repeating: "a\n\nb\n\nc\n\nskip\n\n", count: questions / 4 + 1)
    }

    @Test func twoGamesAtATimeAreBothKept() throws {
      for round in 1...3 {
        let terminals = try (0..<2).map { _ in
          try home.terminal("play", "--questions", "4", "--form", "multiple-choice")
        }
        for number in 1...4 {
          for terminal in terminals { try terminal.expect(Prompts.answer) }
          for terminal in terminals { terminal.type("a\r") }
          for terminal in terminals {
            try terminal.expect(number < 4 ? Prompts.next : Prompts.result)
            terminal.type("\r")
          }
        }
        for terminal in terminals { #expect(try terminal.waitForEnd() == .exited(0)) }
        let log = try home.openLog()
        let sessions = try log.sessions(limit: 100)
        #expect(sessions.count == round * 2)
        #expect(sessions.allSatisfy { $0.reason == .finished && $0.answers == 4 })
        #expect(try log.scores().count == 1, "both are the same learner")
        #expect(try log.check().isEmpty)
        try log.close()
      }
    }

    @Test(.tags(.slow))
    func manyGamesAtATimeLoseNothing() throws {
      let programs = try (0..<6).map { _ in
        try PipedProgram(
          home.call(["play", "--questions", "40", "--form", "multiple-choice"]),
          input: .text(Self.answers(to: 40))
        )
      }
      for program in programs {
        let outcome = try program.waitForEnd(seconds: 60)
        #expect(outcome.end == .exited(0))
        #expect(outcome.talk == "")
      }
      let log = try home.openLog()
      let sessions = try log.sessions(limit: 100)
      #expect(sessions.count == 6)
      #expect(sessions.allSatisfy { $0.reason == .finished && $0.answers == 40 })
      #expect(try log.scores().count == 1)
      #expect(try log.check().isEmpty)
    }

    /// What a game has told of its answers, each as right or not with its points.
    private func verdicts(in text: String) -> [String] {
      text.split(separator: "\n").compactMap { line in
        if line.hasPrefix("Right, +"), let end = line.firstIndex(of: ".") {
          return String(line[...end])
        }
        if line.hasPrefix("No. ") { return "No." }
        return line.hasPrefix("No harm done.") ? "No harm done." : nil
      }
    }

    private func verdict(of answer: Answer) -> String {
      if answer.isRight { return "Right, +\(answer.points)." }
      return answer.choice == .dontKnow ? "No harm done." : "No."
    }

    /// Holds what a killed game has told against the log.
    private func check(_ text: String, knownSessions: inout Int) throws -> Int {
      let told = verdicts(in: text)
      let log = try home.openLog()
      defer { try? log.close() }
      let sessions = try log.sessions(limit: 1000)
      let hasBegun = text.contains("1 of ")
      if hasBegun { #expect(sessions.count == knownSessions + 1) }
      defer { knownSessions = sessions.count }
      guard let session = sessions.first, sessions.count > knownSessions else {
        #expect(told.isEmpty)
        return 0
      }
      let kept = try log.answers(in: session.opening.session).map { verdict(of: $0.answer) }
      // The last one may have been written and not told yet.
      #expect(Array(kept.prefix(told.count)) == told)
      #expect(kept.count <= told.count + 1)
      #expect(try log.check().isEmpty)
      return told.count
    }

    /// How a game is played that is to be killed.
    enum Way: CaseIterable {
      case pipe
      case terminal
    }

    @Test(.tags(.slow), arguments: Way.allCases)
    func killedAtAnyMomentNothingThatWasToldIsLost(_ way: Way) throws {
      let questions = 12
      let call = try home.call(
        ["play", "--questions", "\(questions)", "--form", "multiple-choice", "--color", "never"]
      )
      let input = Self.answers(to: questions)
      let start = ContinuousClock.now
      _ = try PipedProgram(call, input: .text(input)).waitForEnd()
      var moments = KillMoments(
        seconds: (ContinuousClock.now - start) / .seconds(1),
        seed: 20_260_101
      )
      var knownSessions = try home.openLog().sessions(limit: 1000).count
      var told: [Int] = []
      for _ in 0..<100 {
        let moment = moments.next()
        let text: String
        switch way {
        case .pipe:
          let program = try PipedProgram(call, input: .text(input))
          program.read(seconds: moment)
          program.child.send(SIGKILL)
          text = try program.waitForEnd().output
        case .terminal:
          let terminal = try PseudoTerminal(call)
          terminal.type(input.replacing("\n", with: "\r"))
          _ = terminal.news(within: moment)
          terminal.child.send(SIGKILL)
          _ = try terminal.waitForEnd()
          text = terminal.text
        }
        told.append(try check(text, knownSessions: &knownSessions))
        moments.learn(wasDone: told.last == questions)
      }
      // Else the moments were all too early or too late to show anything.
      #expect(Set(told).count > 5, "\(told)")
      #expect(try home.run("data", "check").output.hasPrefix("Sound: "))
      #expect(try home.run("play", input: "quit\n").end == .exited(0))
    }
  }
}
