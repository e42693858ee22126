import Foundation
import TestSupport
import Testing

@testable import AttacheCLI

/// The commands that look at banks.
@Suite struct BankCommandTests {
  private static func json(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  @Test(.tags(.snapshot))
  func everythingPrintedOfABankReadsAsItWasRead() throws {
    let stage = try Stage()
    stage.environment.isOutputTerminal = false
    var text = ""
    for line in [
      "bank list", "bank show --bank six-states", "bank show --bank six-states --topic capitals",
      "bank sources --bank six-states", "bank sources --bank my-class",
      "bank check --bank six-states",
    ] {
      let code = stage.run(line.split(separator: " ").map(String.init), reader: ScriptedReader([]))
      #expect(code == 0, "\(line): \(stage.talk)")
      #expect(stage.talk.isEmpty)
      text += "# \(line)\n\(stage.output)\n"
    }
    #expect(Snapshot.difference(of: stage.masked(text), from: "bank") == nil)
  }

  @Test func listOfBanksIsJSON() throws {
    let stage = try Stage()
    #expect(stage.run("bank", "list", "--json") == 0)
    let list = try #require(try BankCommandTests.json(stage.output) as? [[String: Any]])
    #expect(list.map { $0["name"] as? String } == ["my-class", "six-states"])
    #expect(list.last?["facts"] as? Int == 18)
    #expect(list.last?["version"] as? String == "1.2.0")
    #expect(list.last?["problems"] as? Int == 0)
  }

  @Test func bankIsShownAsJSON() throws {
    let stage = try Stage()
    #expect(stage.run("bank", "show", "--bank", "six-states", "--json") == 0)
    let bank = try #require(try BankCommandTests.json(stage.output) as? [String: Any])
    let topics = try #require(bank["topics"] as? [[String: Any]])
    #expect(topics.map { $0["id"] as? String } == ["capitals", "united-nations", "money"])
    #expect(topics.map { $0["questions"] as? Int } == [6, 6, 6])
  }

  @Test func sourcesAreJSON() throws {
    let stage = try Stage()
    #expect(stage.run("bank", "sources", "--bank", "six-states", "--json") == 0)
    let sources = try #require(try BankCommandTests.json(stage.output) as? [[String: Any]])
    #expect(sources.map { $0["id"] as? String } == ["atlas", "un"])
    #expect(stage.run("bank", "sources", "--bank", "my-class", "--json") == 0)
    #expect(try (BankCommandTests.json(stage.output) as? [Any])?.isEmpty == true)
  }

  @Test func checkIsJSON() throws {
    let stage = try Stage()
    #expect(stage.run("bank", "check", "--bank", "six-states", "--quick", "--json") == 0)
    #expect(try BankCommandTests.json(stage.output) is [String: Any])
  }

  @Test func brokenBankTellsEachPlaceOnALineOfItsOwn() throws {
    let stage = try Stage()
    let folder = stage.home.url.appendingPathComponent("banks")
    let bank = folder.appendingPathComponent("broken")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Stage.banks.appendingPathComponent("six-states"), to: bank)
    let package = bank.appendingPathComponent("datapackage.json")
    let described = try String(contentsOf: package, encoding: .utf8)
    try Data(described.replacing("\"name\": \"six-states\"", with: "\"name\": \"broken\"").utf8)
      .write(to: package)
    let table = bank.appendingPathComponent("data/states.csv")
    try Data("id,name,capital,joined,currency\nche,,Bern,soon,franc\n".utf8).write(to: table)
    stage.environment.variables["ATTACHE_BANKS"] = folder.path
    for command in [
      ["play"], ["items"], ["bank", "show"], ["bank", "check"], ["bank", "sources"],
    ] {
      #expect(stage.run(command + ["--bank", "broken"], reader: ScriptedReader([])) == 65)
      let lines = stage.talk.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines.first?.hasPrefix("broken/data/states.csv:2:2: name is empty") == true)
      #expect(lines.last == "broken: 2 problems; mend the bank and try again")
      #expect(stage.output.isEmpty)
    }
    #expect(stage.run("bank", "list") == 0)
    #expect(
      stage.output.contains("broken: 2 problems; attache bank check --bank broken lists them")
    )
  }

  @Test func missingBankListsThoseThatThereAre() throws {
    let stage = try Stage()
    for command in [
      ["play"], ["items"], ["bank", "show"], ["bank", "check"], ["bank", "sources"],
    ] {
      #expect(stage.run(command + ["--bank", "nosuch"], reader: ScriptedReader([])) == 66)
      #expect(
        stage.talk.hasPrefix("no bank \"nosuch\"; there are: my-class, six-states; looked in ")
      )
      #expect(stage.talk.split(separator: "\n").count == 1)
    }
  }

  @Test(arguments: [
    "../six-states", "..", ".", "", "/etc", "six-states/../six-states", "a/b", ".hidden",
    "six\u{0}x",
    "six\nstates",
  ])
  func nameOfABankCannotLeaveTheFolder(name: String) throws {
    let stage = try Stage()
    #expect(stage.run("bank", "show", "--bank", name) == 64)
    #expect(stage.talk.contains("is no name of a bank"))
    #expect(stage.talk.split(separator: "\n").count == 1)
    #expect(stage.output.isEmpty)
  }

  @Test func emptyFolderHoldsNoBanks() throws {
    let stage = try Stage()
    #expect(stage.run("bank", "list", "--banks", stage.home.url.path) == 66)
    #expect(stage.masked(stage.talk).hasPrefix("no banks were found; looked in HOME; "))
  }

  @Test func topicThatABankDoesNotHaveListsThoseThatItHas() throws {
    let stage = try Stage()
    for command in [["play"], ["items"], ["bank", "show"]] {
      let arguments = command + ["--bank", "six-states", "--topic", "cooking"]
      #expect(stage.run(arguments, reader: ScriptedReader([])) == 64)
      #expect(
        stage.talk == "no topic \"cooking\"; there are: capitals, united-nations, money\n"
      )
    }
  }

  @Test func readingABankIsAnnouncedOnlyWhereItTakesLong() throws {
    let stage = try Stage()
    stage.run("bank", "show", "--bank", "six-states")
    #expect(stage.talk.isEmpty)
    let slow = try Stage()
    var time: Int64 = 0
    slow.environment.monotonic = {
      time += 1000
      return time
    }
    slow.run("bank", "show", "--bank", "six-states")
    #expect(slow.talk == "Reading the bank six-states for the first time; this is done once …\n")
    // The compiled copy is there now.
    slow.run("bank", "show", "--bank", "six-states")
    #expect(slow.talk.isEmpty)
  }

  @Test func bankIsReadWhereNothingCanBeCached() throws {
    let stage = try Stage()
    let cache = stage.home.url.appendingPathComponent("cache")
    try Data("a file".utf8).write(to: cache)
    #expect(stage.run("bank", "show", "--bank", "six-states") == 0)
    stage.environment.variables["XDG_CACHE_HOME"] = nil
    stage.environment.variables["HOME"] = nil
    #expect(stage.run("bank", "show", "--bank", "six-states") == 0)
  }
}
