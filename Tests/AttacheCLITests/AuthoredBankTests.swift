import Foundation
import TestSupport
import Testing

@testable import AttacheCLI

/// A bank that a teacher wrote in two tables.
@Suite struct AuthoredBankTests {
  @Test(.tags(.snapshot))
  func teachersBankIsPlayed() throws {
    let stage = try Stage()
    let arguments = ["play", "--bank", "my-class", "--questions", "3", "--seed", "1"]
    let lines = ["t", "", "f", "at the", "", "beh", "why", "source", "", "true", ""]
    #expect(stage.run(arguments, reader: ScriptedReader(lines: lines)) == 0)
    #expect(
      Snapshot.difference(of: Snapshot.tagged(stage.transcript), from: "game-authored") == nil
    )
  }

  @Test func everyItemIsListedWithItsOwnWords() throws {
    let stage = try Stage()
    #expect(stage.run("items", "--bank", "my-class", "--all") == 0)
    let items = try stage.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(
      Set(items.compactMap { $0["fact"] as? String }) == ["item/bus", "item/lunch", "item/phones"]
    )
    for item in items {
      let options = try #require(item["options"] as? [[String: String]])
      let key = try #require(item["key"] as? Int)
      switch item["fact"] as? String {
      case "item/lunch": #expect(options.map { $0["text"] } == ["True", "False"] && key == 1)
      case "item/phones": #expect(options.map { $0["text"] } == ["True", "False"] && key == 0)
      default: #expect(options[key]["text"] == "Behind the school" && options.count == 3)
      }
    }
  }

  @Test func topicOfAnAuthoredItemIsItsOwn() throws {
    let stage = try Stage()
    #expect(stage.run("items", "--bank", "my-class", "--all", "--topic", "rules") == 0)
    #expect(stage.output.split(separator: "\n").count == 1)
    #expect(stage.output.contains("item/phones"))
  }

  @Test func bankIsChecked() throws {
    let stage = try Stage()
    #expect(stage.run("bank", "check", "--bank", "my-class", "--quick") == 0)
    #expect(stage.output.contains("my-class: 3 facts"))
  }
}
