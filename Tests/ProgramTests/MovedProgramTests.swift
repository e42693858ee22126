import Foundation
import TestSupport
import Testing

extension ProgramTests {
  /// The program away from where it was built.
  @Suite struct MovedProgramTests {
    private let home: Home
    private let manager = FileManager.default

    init() throws {
      home = try Home()
      home.variables["ATTACHE_BANKS"] = nil
    }

    private func folder(_ path: String) throws -> URL {
      let folder = home.folder.appendingPathComponent(path)
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      return folder
    }

    /// Copies the program into a folder.
    private func install(in path: String) throws -> String {
      let file = try folder(path).appendingPathComponent("attache").path
      try manager.copyItem(atPath: AttacheProgram.path(), toPath: file)
      return file
    }

    /// Copies the banks, so that they can only be found where they are now.
    private func putBanks(in path: String) throws -> String {
      let target = home.folder.appendingPathComponent(path)
      try manager.createDirectory(
        at: target.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try manager.copyItem(at: SourceTree.banks, to: target)
      return target.path
    }

    /// Runs the program in a folder that has nothing to do with it.
    private func run(_ program: String, _ arguments: [String]) throws -> PipedProgram.Outcome {
      var call = try home.call(arguments, program: program)
      call.folder = "/"
      return try PipedProgram(call, input: .text("quit\n")).waitForEnd()
    }

    private func expectBanks(
      _ program: String,
      _ arguments: [String] = [],
      in banks: String,
      at location: SourceLocation = #_sourceLocation
    ) throws {
      let list = try run(program, ["bank", "list"] + arguments)
      #expect(list.end == .exited(0), "\(list)", sourceLocation: location)
      #expect(list.output.contains("dprk-relations: "), sourceLocation: location)
      let game = try run(program, ["play"] + arguments)
      #expect(game.end == .exited(0), "\(game)", sourceLocation: location)
      #expect(game.output.contains("1 of 10"), sourceLocation: location)
      // The bank was found there and nowhere else.
      try manager.moveItem(atPath: banks, toPath: banks + ".away")
      #expect(try run(program, ["play"] + arguments).end == .exited(66), sourceLocation: location)
    }

    /// The program, and a symbolic link to it from elsewhere.
    private func callable(_ program: String, throughLink: Bool) throws -> String {
      guard throughLink else { return program }
      let link = try folder("elsewhere/bin").appendingPathComponent("attache").path
      try manager.createSymbolicLink(atPath: link, withDestinationPath: program)
      return link
    }

    @Test(arguments: [false, true])
    func findsBanksInShareBesideBin(throughLink: Bool) throws {
      let program = try install(in: "usr/bin")
      let banks = try putBanks(in: "usr/share/attache/QuestionBanks")
      try expectBanks(callable(program, throughLink: throughLink), in: banks)
    }

    @Test(arguments: [false, true])
    func findsBanksGoingUp(throughLink: Bool) throws {
      let program = try install(in: "project/.build/x86_64/debug")
      let banks = try putBanks(in: "project/QuestionBanks")
      try expectBanks(callable(program, throughLink: throughLink), in: banks)
    }

    @Test(arguments: [false, true])
    func findsBanksBesideItself(throughLink: Bool) throws {
      let program = try install(in: "attache-1.0.0")
      let banks = try putBanks(in: "attache-1.0.0/QuestionBanks")
      try expectBanks(callable(program, throughLink: throughLink), in: banks)
    }

    @Test func findsBanksAmongTheUsersData() throws {
      let program = try install(in: "bin")
      try expectBanks(program, in: putBanks(in: "data/attache/banks"))
      home.variables["XDG_DATA_HOME"] = nil
      try expectBanks(program, in: putBanks(in: ".local/share/attache/banks"))
    }

    @Test func findsBanksWhereTheVariableSays() throws {
      let program = try install(in: "bin")
      let banks = try putBanks(in: "my banks")
      home.variables["ATTACHE_BANKS"] = banks
      try expectBanks(program, in: banks)
    }

    @Test func findsBanksWhereTheOptionSays() throws {
      let program = try install(in: "bin")
      let banks = try putBanks(in: "my banks")
      try expectBanks(program, ["--banks", banks], in: banks)
    }

    @Test func optionTakesARelativeFolder() throws {
      let program = try install(in: "bin")
      _ = try putBanks(in: "my banks")
      let call = try home.call(["bank", "list", "--banks", "my banks"], program: program)
      let outcome = try PipedProgram(call).waitForEnd()
      #expect(outcome.end == .exited(0))
      #expect(outcome.output.contains("dprk-relations: "))
    }

    @Test func calledByItsNameItIsFoundOnThePath() throws {
      let program = try install(in: "usr/bin")
      _ = try putBanks(in: "usr/share/attache/QuestionBanks")
      home.variables["PATH"] = URL(fileURLWithPath: program).deletingLastPathComponent().path
      let outcome = try run("attache", ["bank", "list"])
      #expect(outcome.end == .exited(0))
    }

    @Test(arguments: [[], ["play"], ["items"], ["bank", "show"]])
    func saysInOneLineWhereItLooked(arguments: [String]) throws {
      let program = try install(in: "usr/bin")
      let outcome = try run(program, arguments)
      #expect(outcome.end == .exited(66))
      #expect(outcome.output == "")
      #expect(outcome.talk.filter { $0 == "\n" }.count == 1)
      for path in ["data/attache/banks", "usr/share/attache/QuestionBanks", "usr/QuestionBanks"] {
        #expect(outcome.talk.contains(home.folder.appendingPathComponent(path).path))
      }
      #expect(outcome.talk.contains("--banks"))
    }

    @Test func folderThatIsUnreadableIsPassedOver() throws {
      let program = try install(in: "usr/bin")
      home.variables["ATTACHE_BANKS"] = "/nowhere/at/all"
      let banks = try putBanks(in: "usr/share/attache/QuestionBanks")
      try expectBanks(program, in: banks)
    }
  }
}
