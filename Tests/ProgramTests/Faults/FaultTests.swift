import Foundation
import QuizModel
import TestSupport
import Testing

extension ProgramTests {
  /// Whatever fails on the disk, and whenever a process is killed: what is kept is the old or the
  /// new, and no half of it.
  @Suite(.tags(.slow)) struct FaultTests {
    /// The most places at which a command is hit in a mode.
    private static let most = 8

    /// Commands that are hit at all places: those that `ATTACHE_ALL_FAULTS` names, or `all`.
    private static let thorough = ProcessInfo.processInfo.environment["ATTACHE_ALL_FAULTS"] ?? ""

    /// A home, and what a command makes of it when nothing goes wrong.
    struct Bench {
      let before: FaultyHome
      let command: FaultyCommand
      let old: [FaultyCommand.Part: String]
      let new: [FaultyCommand.Part: String]
      /// The changes of the file system that it takes.
      let changes: Int

      init(_ command: FaultyCommand) throws {
        self.command = command
        before = try FaultyHome()
        old = try before.state()
        let after = try before.copy()
        let run = try after.run(command)
        #expect(run.outcome.end == .exited(0), "\(run.outcome)")
        new = try after.state()
        changes = run.changes
        #expect(changes > 0)
        for part in command.order { #expect(old[part] != new[part], "\(part) does not change") }
      }

      /// Holds a home in which the command was hit against the old state and the new one.
      func check(_ home: FaultyHome, _ end: ProgramEnd, talk: String, _ note: Comment) throws {
        // What a killed process left goes with the next command that opens the log.
        let sound = try home.home.run("data", "check")
        #expect(sound.end == .exited(0), "\(note) \(sound.output)")
        #expect(try home.drafts() == [], note)
        var state = try home.state()
        if command.output != nil, end != .exited(0) {
          // What a shell makes of its output is the shell's: the exit code tells.
          state[.desk] = old[.desk]
        }
        let isNew = state == new
        if end == .exited(0) {
          #expect(isNew, "\(note): done, but not so: \(difference(state, new))")
        } else if command.pace == .whole {
          #expect(isNew || state == old, "\(note): \(difference(state, old)): \(talk)")
        } else if command.pace != .byAnswers {
          let place = command.order.prefix { state[$0] == new[$0] && new[$0] != old[$0] }.count
          for part in command.order.dropFirst(place) {
            let isBetween = part == .desk && place < command.order.count
            #expect(
              state[part] == old[part] || isBetween && isPart(state, of: part),
              "\(note): \(part) is neither: \(talk)"
            )
          }
        }
        for part in [FaultyCommand.Part.log, .classes, .banks, .desk]
        where !command.order.contains(part) {
          #expect(state[part] == old[part], "\(note): \(part) is not to change")
        }
        if case .exited(let code) = end, code != 0 {
          #expect(talk != "", "\(note): nothing is said")
          try checkWords(talk, home, note)
        }
        if !isNew && command.pace != .byAnswers {
          let again = try home.run(command).outcome
          #expect(again.end == .exited(0), "\(note), then \(again)")
          if command.pace != .anotherEachTime || state == old {
            #expect(try home.state() == new, "\(note), then again")
          }
          #expect(try home.drafts() == [], note)
        }
      }

      /// A file that is said to be as it was is so.
      private func checkWords(_ talk: String, _ home: FaultyHome, _ note: Comment) throws {
        for line in talk.split(separator: "\n") where line.contains("it is as it was") {
          guard let end = line.range(of: " cannot be written") else { continue }
          let path = String(line[..<end.lowerBound])
          let file = home.home.folder.path + "/"
          let place = path.hasPrefix(file) ? String(path.dropFirst(file.count)) : "desk/" + path
          let now = try? Data(contentsOf: home.home.folder.appendingPathComponent(place))
          let old = try? Data(contentsOf: before.home.folder.appendingPathComponent(place))
          #expect(now == old, "\(note): \(line)")
        }
      }

      /// Of several files some may be there, each whole.
      private func isPart(_ state: [FaultyCommand.Part: String], of part: FaultyCommand.Part)
        -> Bool
      {
        let lines = Set((new[part] ?? "").split(separator: "\n"))
        return (state[part] ?? "").split(separator: "\n").allSatisfy(lines.contains)
      }

      private func difference(
        _ state: [FaultyCommand.Part: String],
        _ wanted: [FaultyCommand.Part: String]
      ) -> String {
        state.keys.filter { state[$0] != wanted[$0] }.map { "\($0)" }.sorted().joined()
      }
    }

    private func numbers(_ bench: Bench) -> [Int] {
      let (most, count) = (Self.most, bench.changes)
      let isThorough =
        Self.thorough == "all" || Self.thorough.contains(bench.command.testDescription)
      guard count > most, !isThorough else { return count > 0 ? Array(1...count) : [] }
      return (0..<most).map { 1 + $0 * (count - 1) / (most - 1) }
    }

    @Test(arguments: FaultyCommand.all)
    func faultLeavesTheOldOrTheNew(_ command: FaultyCommand) throws {
      let bench = try Bench(command)
      for mode in FaultyHome.Mode.allCases {
        for number in numbers(bench) {
          let home = try bench.before.copy()
          let code = number % 2 == 0 ? EIO : ENOSPC
          let fault = FaultyHome.Fault(mode: mode, number: number, code: code)
          let run = try home.run(command, fault)
          let note: Comment = "\(mode) at \(number) of \(bench.changes)"
          // What is drawn at random may need fewer pages.
          #expect(run.wasHit || run.outcome.end == .exited(0), note)
          if mode == .kill && run.wasHit { #expect(run.outcome.end == .killed(signal: SIGKILL)) }
          try bench.check(home, run.outcome.end, talk: run.outcome.talk, note)
          guard command.pace == .byAnswers else { continue }
          let told = run.outcome.output.split(separator: "\n").count { line in
            ["Right, +", "No. ", "No harm done."].contains(where: line.hasPrefix)
          }
          let kept = try home.answers() - bench.before.answers()
          #expect(kept >= told, "\(note): \(told) told, \(kept) kept")
        }
      }
    }

    private static let killed: [FaultyCommand] = [
      .classMark, .dataRestore, .dataMerge, .importQuestions,
    ]

    @Test(arguments: killed)
    func killAtRandomLeavesTheOldOrTheNew(_ command: FaultyCommand) throws {
      let bench = try Bench(command)
      var random = SplitMix64(seed: 9)
      for _ in 0..<50 {
        let home = try bench.before.copy()
        let number = 1 + Int(random.below(bench.changes))
        let run = try home.run(command, FaultyHome.Fault(mode: .kill, number: number))
        try bench.check(home, run.outcome.end, talk: "", "killed at \(number)")
      }
    }

    @Test(arguments: killed)
    func killAtAnyTimeLeavesTheOldOrTheNew(_ command: FaultyCommand) throws {
      let bench = try Bench(command)
      let start = ContinuousClock.now
      _ = try bench.before.copy().run(command)
      var moments = KillMoments(seconds: (ContinuousClock.now - start) / .seconds(1), seed: 10)
      for _ in 0..<13 {
        let home = try bench.before.copy()
        let program = try home.program(command)
        program.read(seconds: moments.next())
        program.child.send(SIGKILL)
        let outcome = try program.waitForEnd()
        moments.learn(wasDone: outcome.end == .exited(0))
        try bench.check(home, outcome.end, talk: "", "killed by time")
      }
    }
  }
}
