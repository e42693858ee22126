import Foundation
import LineEditing
import TestSupport
import Testing

@testable import AttacheCLI

/// The backup that is made after a game.
@Suite struct WeeklyBackupTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    // A file where the folder of the backups belongs.
    stage.run("data", "path")
    try Data().write(to: stage.log.deletingLastPathComponent().appendingPathComponent("backups"))
  }

  private static let games: [(arguments: [String], input: [LineInput], code: Int32)] = [
    (
      ["play", "--questions", "1", "--form", "multiple-choice"],
      [.line("a"), .line("")], 0
    ), (["play", "--form", "multiple-choice"], [.line("a"), .interrupted], 130),
    (["study", "--questions", "1"], [.line("a"), .line("")], 0),
    (["study"], [.line("a"), .terminated(signal: 15)], 143),
  ]

  @Test(arguments: 0..<games.count)
  func oneThatCannotBeWrittenIsToldEachTimeAndTheGameEndsAsItDid(number: Int) {
    let (arguments, input, code) = WeeklyBackupTests.games[number]
    for _ in 0..<2 {
      let arguments = arguments + ["--bank", "six-states"]
      #expect(stage.run(arguments, reader: ScriptedReader(input)) == code)
      #expect(stage.talk.hasPrefix("the weekly backup was not made: "), "\(stage.talk)")
      #expect(stage.masked(stage.talk).contains("HOME/data/attache/backups cannot be made"))
      #expect(stage.talk.split(separator: "\n").count == 1)
    }
    stage.run("data", "check")
    #expect(stage.output.hasPrefix("Sound: "))
  }
}
