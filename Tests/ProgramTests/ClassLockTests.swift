import Foundation
import TestSupport
import Testing

extension ProgramTests {
  /// Commands that change one class at the same time.
  @Suite struct ClassLockTests {
    private let home: Home

    init() throws {
      home = try Home()
    }

    /// Runs commands at once, and returns what each of them said.
    private func atOnce(_ commands: [[String]]) throws -> [PipedProgram.Outcome] {
      let programs = try commands.map { try PipedProgram(home.call($0)) }
      return try programs.map { try $0.waitForEnd(seconds: 60) }
    }

    private func pupils() throws -> [String] {
      let shown = try home.run("class", "show", "7b").output
      return shown.split(separator: "\n").dropFirst().map {
        String($0.drop { !$0.isLetter })
      }
    }

    @Test func tenThatAddAPupilAtOnceLeaveTenPupils() throws {
      #expect(try home.run("class", "new", "7b").end == .exited(0))
      let names = (0..<10).map { "Pupil \(Character(UnicodeScalar(UInt8(65 + $0))))" }
      let said = try atOnce(names.map { ["class", "add", "7b", $0] })
      #expect(said.allSatisfy { $0.end == .exited(0) && $0.output.hasPrefix("Added 1 pupil") })
      #expect(try pupils().sorted() == names)
    }

    @Test func tenThatAddByPseudonymAtOnceLeaveTenNamesInTheKey() throws {
      #expect(try home.run("class", "new", "7b", "--pseudonyms").end == .exited(0))
      let names = (0..<10).map { "Pupil \(Character(UnicodeScalar(UInt8(65 + $0))))" }
      let said = try atOnce(names.map { ["class", "add", "7b", $0] })
      #expect(said.allSatisfy { $0.end == .exited(0) })
      #expect(try pupils().count == 10)
      let key = try String(
        contentsOf: home.folder.appendingPathComponent("7b-key.csv"),
        encoding: .utf8
      )
      for name in names { #expect(key.contains(name)) }
    }

    @Test func tenThatMakeOneClassAtOnceLeaveOne() throws {
      let said = try atOnce((0..<10).map { _ in ["class", "new", "7b"] })
      #expect(said.count { $0.end == .exited(0) } == 1)
      #expect(said.count { $0.talk.contains("there is a class \"7b\" already") } == 9)
      #expect(try home.run("class", "list").output == "7b: 0 pupils\n")
    }
  }
}
