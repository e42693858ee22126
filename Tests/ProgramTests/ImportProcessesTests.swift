import Foundation
import QuizModel
import TestSupport
import Testing

extension ProgramTests {
  /// Several imports on one folder of banks, imports that are killed, and who reads meanwhile.
  @Suite struct ImportProcessesTests {
    private let home: Home
    private let files = FileManager.default

    init() throws {
      home = try Home()
    }

    private var banks: URL { home.folder.appendingPathComponent("data/attache/banks") }

    /// Writes a file of so many questions.
    private func gift(_ name: String, questions: Range<Int>) throws -> String {
      let text = questions.map { number in
        "Which number comes after \(number)?{=\(number + 1) ~\(number + 3) ~\(number + 7)}\n\n"
      }.joined()
      let file = home.folder.appendingPathComponent(name)
      try Data(text.utf8).write(to: file)
      return file.path
    }

    private func importing(_ file: String, into bank: String) throws -> PipedProgram {
      try PipedProgram(home.call(["import", "gift", file, "--bank", bank]))
    }

    private func rows(_ bank: String, _ table: String = "items") throws -> Int {
      let file = banks.appendingPathComponent("\(bank)/data/\(table).csv")
      return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count - 1
    }

    @Test func sixImportsAtATimeAreAllKept() throws {
      let programs = try (0..<6).flatMap { number in
        let file = try gift("\(number).gift", questions: number..<(number + 1))
        return [try importing(file, into: "shared"), try importing(file, into: "own-\(number)")]
      }
      for program in programs {
        let outcome = try program.waitForEnd(seconds: 120)
        #expect(outcome.end == .exited(0), "\(outcome.talk)")
      }
      #expect(try rows("shared") == 6)
      for number in 0..<6 { #expect(try rows("own-\(number)") == 1) }
      let names = try files.contentsOfDirectory(atPath: banks.path)
      #expect(Set(names.filter { $0.hasPrefix(".") }) == [".lock"])
    }

    @Test(.tags(.slow))
    func bankIsReadableWhileItIsReplaced() throws {
      let few = try gift("few.gift", questions: 0..<20)
      let many = try gift("many.gift", questions: 0..<40)
      #expect(try importing(few, into: "numbers").waitForEnd(seconds: 60).end == .exited(0))
      for _ in 0..<10 {
        let program = try importing(many, into: "numbers")
        for _ in 0..<4 {
          let list = try home.run("bank", "list")
          #expect(list.end == .exited(0), "\(list.talk)")
          #expect(list.output.contains(#/numbers: numbers, version 1.0.0, (?:20|40) questions/#))
        }
        #expect(try program.waitForEnd(seconds: 60).end == .exited(0))
        try files.removeItem(at: banks.appendingPathComponent("numbers"))
        #expect(try importing(few, into: "numbers").waitForEnd(seconds: 60).end == .exited(0))
      }
    }

    @Test(.tags(.slow))
    func killedAtAnyMomentTheBankIsTheOldOneOrTheNew() throws {
      let few = try gift("few.gift", questions: 0..<100)
      let many = try gift("many.gift", questions: 0..<200)
      #expect(try importing(few, into: "numbers").waitForEnd(seconds: 60).end == .exited(0))
      let start = ContinuousClock.now
      #expect(try importing(few, into: "numbers").waitForEnd(seconds: 60).end == .exited(0))
      var moments = KillMoments(
        seconds: (ContinuousClock.now - start) / .seconds(1),
        seed: 20_261_130
      )
      let old = banks.appendingPathComponent("numbers")
      let kept = home.folder.appendingPathComponent("kept")
      try files.copyItem(at: old, to: kept)
      var counts: Set<Int> = []
      for _ in 0..<60 {
        let program = try importing(many, into: "numbers")
        program.read(seconds: moments.next())
        program.child.send(SIGKILL)
        _ = try program.waitForEnd()
        let count = try rows("numbers")
        #expect(count == 100 || count == 200)
        #expect(try rows("numbers", "options") == count * 2)
        counts.insert(count)
        moments.learn(wasDone: count == 200)
        try files.removeItem(at: old)
        try files.copyItem(at: kept, to: old)
      }
      // Else the moments were all too early or too late to show anything.
      #expect(counts == [100, 200])
      #expect(try importing(many, into: "numbers").waitForEnd(seconds: 60).end == .exited(0))
      #expect(Set(try files.contentsOfDirectory(atPath: banks.path)) == ["numbers", ".lock"])
    }

    @Test func anotherBuildOfTheProgramCompilesBanksAnew() throws {
      home.variables["XDG_CACHE_HOME"] = home.folder.appendingPathComponent("cache").path
      home.variables["ATTACHE_BANKS"] = nil
      let file = try gift("one.gift", questions: 0..<3)
      #expect(try importing(file, into: "numbers").waitForEnd(seconds: 60).end == .exited(0))
      let program = home.folder.appendingPathComponent("attache")
      try files.copyItem(atPath: AttacheProgram.path(), toPath: program.path)
      func copies() throws -> Set<String> {
        let call = try home.call(["bank", "list"], program: program.path)
        #expect(try PipedProgram(call).waitForEnd(seconds: 60).end == .exited(0))
        let cache = home.folder.appendingPathComponent("cache").path
        return Set(try files.subpathsOfDirectory(atPath: cache).filter { $0.hasSuffix(".sqlite") })
      }
      let first = try copies()
      #expect(first.count == 1)
      #expect(try copies() == first)
      let handle = try FileHandle(forWritingTo: program)
      try handle.seekToEnd()
      try handle.write(contentsOf: Data([0]))
      try handle.close()
      let second = try copies()
      #expect(second.count == 1)
      #expect(second.isDisjoint(with: first))
    }
  }
}
