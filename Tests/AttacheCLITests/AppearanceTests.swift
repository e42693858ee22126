import TestSupport
import Testing

@testable import AttacheCLI

/// Colour, widths and letters, as the terminal and its owner want them.
@Suite struct AppearanceTests {
  /// What is set, the arguments, and whether colour is printed.
  struct Case: CustomTestStringConvertible {
    var variables: [String: String?] = [:]
    var isTerminal = true
    var arguments: [String] = []
    let isColoured: Bool

    var testDescription: String {
      "\(variables) terminal \(isTerminal) \(arguments.joined(separator: " "))"
    }
  }

  static let cases = [
    Case(isColoured: true),
    Case(variables: ["NO_COLOR": "1"], isColoured: false),
    Case(variables: ["NO_COLOR": ""], isColoured: true),
    Case(variables: ["TERM": "dumb"], isColoured: false),
    Case(variables: ["TERM": nil], isColoured: false),
    Case(isTerminal: false, isColoured: false),
    Case(arguments: ["--color", "never"], isColoured: false),
    Case(arguments: ["--color", "auto"], isColoured: true),
    Case(arguments: ["--screen-reader"], isColoured: false),
    Case(isTerminal: false, arguments: ["--color", "always"], isColoured: true),
    Case(variables: ["NO_COLOR": "1"], arguments: ["--color", "always"], isColoured: true),
  ]

  @Test(arguments: cases)
  func colourFollowsTheTerminalAndItsOwner(_ example: Case) throws {
    let stage = try Stage()
    for (name, value) in example.variables { stage.environment.variables[name] = value }
    stage.environment.isOutputTerminal = example.isTerminal
    let play = ["play", "--bank", "six-states", "--seed", "4"] + example.arguments
    for command in [play, ["bank", "show", "--bank", "six-states"] + example.arguments] {
      #expect(stage.run(command, reader: ScriptedReader(lines: ["a", "", "quit"])) == 0)
      #expect(stage.output.contains("\u{1b}[") == example.isColoured)
    }
  }

  @Test(arguments: [20, 40, 80, 120, 300])
  func noRowIsWiderThanTheTerminal(columns: Int) throws {
    let stage = try Stage()
    stage.environment.columns = { columns }
    stage.environment.variables["NO_COLOR"] = "1"
    let lines = ["?", "x", "hint", "a", "b", "c", "why", "source", "", "skip", "?", "", "quit"]
    stage.run(
      ["play", "--bank", "six-states", "--form", "multiple-choice", "--seed", "4"],
      reader: ScriptedReader(lines: lines)
    )
    #expect(stage.output.split(separator: "\n").allSatisfy { $0.count <= min(columns, 100) })
  }

  @Test func widthIsThatOfTheMoment() throws {
    let stage = try Stage()
    stage.environment.variables["NO_COLOR"] = "1"
    var columns = 120
    stage.environment.columns = { columns }
    let reader = ScriptedReader(lines: ["skip", "", "quit"])
    reader.whenAsked = { _, _ in columns = 30 }
    stage.run(["play", "--bank", "six-states", "--seed", "4"], reader: reader)
    let rows = stage.output.split(separator: "\n")
    #expect(rows.first?.count == 100)
    #expect(rows.dropFirst(6).allSatisfy { $0.count <= 30 })
  }

  @Test func localeWithoutUTF8GetsASCII() throws {
    let stage = try Stage()
    stage.environment.isOutputUTF8 = false
    stage.run("learner", "add", "Zoë")
    #expect(stage.output == "Added Zoe, who plays next.\n")
    stage.run("learner", "add", "zoë")
    #expect(stage.talk.contains("\"Zoe\""))
    stage.run(["--bank", "six-states"], reader: ScriptedReader(lines: ["", "skip", "quit"]))
    #expect(stage.output.contains("Attache: Six states"))
    for command in [["scores"], ["history", "--answers"], ["learner", "list"], ["plyaé"]] {
      stage.run(command, reader: ScriptedReader([]))
      let isASCII = stage.transcript.utf8.allSatisfy { $0 < 0x80 }
      #expect(isASCII, "\(stage.transcript)")
    }
  }
}
