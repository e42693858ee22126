import Foundation
import TestSupport
import Testing

extension ProgramTests {
  /// What killed processes left is gone before somebody is said to be erased.
  @Suite(.tags(.slow)) struct SweepTests {
    private static let name = "Zebulon Quagga"
    private let home: FaultyHome

    init() throws {
      home = try FaultyHome()
      let temporary = home.home.folder.appendingPathComponent("temporary")
      try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
      try prepare(home)
    }

    private func prepare(_ home: FaultyHome) throws {
      home.home.variables["TMPDIR"] = home.home.folder.appendingPathComponent("temporary").path
      for command in [
        ["learner", "add", Self.name], ["class", "add", "7b", Self.name],
        ["class", "mark", "marks.csv"], ["learner", "use", Self.name],
      ] {
        #expect(try home.run(FaultyCommand(command)).outcome.end == .exited(0), "\(command)")
      }
      let play = FaultyCommand(
        ["play", "--bank", "teachers-ten", "--questions", "2", "--seed", "8"],
        input: "skip\n\nskip\n\n"
      )
      #expect(try home.run(play).outcome.end == .exited(0))
    }

    /// A way to be erased.
    enum Erasure: CaseIterable {
      case learner
      case pupil

      var command: FaultyCommand {
        switch self {
        case .learner: FaultyCommand(["learner", "forget", SweepTests.name, "--yes"])
        case .pupil: FaultyCommand(["class", "forget", "7b", SweepTests.name, "--yes"])
        }
      }
    }

    /// Files of the program in which the name stands still.
    private func traces(_ home: FaultyHome) throws -> [String] {
      let name = Data(Self.name.utf8)
      let places = [home.data, home.home.folder.appendingPathComponent("temporary")]
      return try places.flatMap { place in
        try FileState.all(in: place).filter { $0.value.range(of: name) != nil }.map(\.key)
      }
    }

    private func leave(_ path: String) throws {
      let file = home.home.folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data("{\"name\":\"\(Self.name)\"}".utf8).write(to: file)
    }

    @Test func everythingThatWasLeftGoesWithWhoIsErased() throws {
      let id = UUID().uuidString
      // No process has that number.
      let process = 5_000_000
      for path in [
        "data/attache/classes/\(id.lowercased()).class.json.draft-\(process)",
        "data/attache/.log-\(id)", "data/attache/.copy-\(id)/log.sqlite",
        "data/attache/backups/.backup-\(id)", "data/attache/backups/.backup-\(id)-wal",
        "data/attache/banks/.rivers-\(id)/data/items.csv", "temporary/.copy-\(id)/log.sqlite",
        "data/attache/.draft-\(process)-1", "data/attache/.draft-\(process)-2/log.sqlite",
        "data/attache/.draft-\(process)-3-journal", "data/attache/classes/.draft-\(process)-1",
        "data/attache/backups/.draft-\(process)-1", "data/attache/backups/.draft-\(process)-1-wal",
      ] {
        try leave(path)
      }
      #expect(try traces(home).count >= 13)
      for erasure in Erasure.allCases {
        let outcome = try home.run(erasure.command).outcome
        #expect(outcome.end == .exited(0), "\(outcome)")
        #expect(outcome.talk == "")
      }
      #expect(try traces(home) == [])
    }

    @Test func draftThatAnotherProcessHoldsIsToldOf() throws {
      try leave("data/attache/backups/.draft-1-1")
      let file = home.data.appendingPathComponent("backups/.draft-1-1").path
      let descriptor = open(file, O_RDONLY | O_CLOEXEC)
      #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      let outcome = try home.run(Erasure.learner.command).outcome
      #expect(outcome.talk.contains(".draft-1-1 could not be rewritten and may still hold"))
      close(descriptor)
      #expect(try home.home.run("data", "check").end == .exited(0))
      #expect(!FileManager.default.fileExists(atPath: file), "opening the log sweeps it")
    }

    private static let killed: [FaultyCommand] = [
      FaultyCommand("class", "add", "7b", "Somebody Else", order: [.classes]),
      .classMark, .dataRestore, .dataMerge,
    ]

    @Test(arguments: killed)
    func whatIsLeftByAKillGoesWithWhoIsErased(_ command: FaultyCommand) throws {
      let changes = try home.copy().run(command).changes
      for place in 0..<8 {
        let number = 1 + place * (changes - 1) / 7
        let home = try home.copy()
        let fault = FaultyHome.Fault(mode: .kill, number: number)
        #expect(try home.run(command, fault).outcome.end == .killed(signal: SIGKILL))
        for erasure in Erasure.allCases {
          let outcome = try home.run(erasure.command).outcome
          // A backup that was restored whole may be of a time before the name was known.
          #expect(outcome.end == .exited(0) || command.arguments[1] == "restore", "\(outcome)")
        }
        let left = try traces(home)
        #expect(left.filter { !$0.hasPrefix("backups/restore-") } == [], "killed at \(number)")
      }
    }
  }
}
