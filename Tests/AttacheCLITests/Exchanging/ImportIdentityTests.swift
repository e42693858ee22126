import Foundation
import TestSupport
import Testing

@testable import AttacheCLI

/// Banks and questions that come again, and are known again.
@Suite struct ImportIdentityTests {
  private let room: ExchangeRoom

  init() throws {
    room = try ExchangeRoom()
  }

  private static func field(_ name: String) -> String {
    SourceTree.banks.deletingLastPathComponent()
      .appendingPathComponent("Tests/ExchangeTests/Fixtures/\(name)").path
  }

  private struct Description: Decodable {
    let id: String
    let title: String
  }

  private func description(_ bank: String, in room: ExchangeRoom) throws -> Description {
    let file = room.banks.appendingPathComponent("\(bank)/datapackage.json")
    return try JSONDecoder().decode(Description.self, from: try Data(contentsOf: file))
  }

  @Test func sameFileOnTwoMachinesIsOneBank() throws {
    let other = try ExchangeRoom()
    for room in [room, other] {
      #expect(room.run("import", "gift", Self.field("06-export-whole.gift")) == 0)
    }
    #expect(room.tree == other.tree)
    let id = try description("06-export-whole", in: room).id
    #expect(UUID(uuidString: id) != nil)
    #expect(id == "bd1d5cb5-ff43-85b1-a1a0-3154b4ca7cd7")
  }

  @Test func bankThatIsMadeAgainRemembersWhatWasLearnt() throws {
    let file = Self.field("06-export-whole.gift")
    #expect(room.run("import", "gift", file, "--bank", "lakes") == 0)
    let play = ["play", "--bank", "lakes", "--questions", "2", "--seed", "1"]
    room.stage.run(play, reader: ScriptedReader(lines: ["a", "t", "", "a", "t", ""]))
    try FileManager.default.removeItem(at: room.banks.appendingPathComponent("lakes"))
    #expect(room.run("import", "gift", file, "--bank", "lakes") == 0)
    #expect(room.run("stats", "--bank", "lakes", "--json") == 0)
    #expect(room.stage.output.contains(#/"answered" ?: ?2/#))
    #expect(room.stage.output.contains(#/"goneFacts" ?: ?\[\s*\]/#))
  }

  @Test func wholeExportHoldsEveryQuestionWithAllOptions() throws {
    #expect(room.run("import", "gift", Self.field("06-export-whole.gift"), "--bank", "lakes") == 0)
    #expect(room.stage.output.contains("\"Is the Caspian Sea salt?\" cannot be asked as it stands"))
    #expect(room.run("export", "gift", "--bank", "lakes", "--all") == 0)
    let text = room.stage.output
    #expect(text.contains("$CATEGORY: $course$/top/Річки і моря\n"))
    #expect(text.matches(of: #/::authored/#).count == 3)
    for option in ["=Dnipro", "~Volga", "~Oder", "~Elbe", "=yes", "~no", "{TRUE"] {
      #expect(text.contains(option))
    }
    #expect(text.matches(of: #/\#It ends in the/#).count == 3)
    #expect(!text.contains("author\n"))
  }

  @Test(arguments: ["moodle", "gift", "csv", "jsonl", "aiken"])
  func whatIsExportedAndComesBackIsTheSame(_ format: String) throws {
    let file = room.path("out")
    #expect(room.run("import", "gift", Self.field("06-export-whole.gift"), "--bank", "lakes") == 0)
    let (tree, rows) = (room.tree, try room.itemRows("lakes"))
    for all in [["--all"], []] {
      #expect(room.run(["export", format, "--bank", "lakes", "--output", file] + all) == 0)
      #expect(room.stage.talk == "Wrote 3 questions for \(Self.names[format] ?? "") to \(file).\n")
      #expect(room.run("import", format, file, "--bank", "lakes") == 0)
      #expect(room.stage.talk == "")
      #expect(room.stage.output.contains("0 questions new, 3 questions replaced"))
      #expect(try room.itemRows("lakes") == rows)
      let options = "lakes/data/options.csv"
      #expect(Self.lines(room.tree[options]) == Self.lines(tree[options]))
    }
  }

  private static let names = [
    "moodle": "Moodle", "gift": "GIFT", "csv": "spreadsheets", "jsonl": "programs",
    "aiken": "Aiken",
  ]

  private static func lines(_ data: Data??) -> Set<String> {
    Set(
      String(decoding: (data ?? nil) ?? Data(), as: UTF8.self).split(separator: "\n").map(
        String.init
      )
    )
  }

  @Test func fileNamesOfAnyScriptMakeBanksOfTheirOwn() throws {
    for name in ["Физика", "История"] {
      #expect(room.run("import", "gift", Self.field("09/\(name).gift")) == 0)
      #expect(room.stage.output.contains("1 question new."))
    }
    let banks = try FileManager.default.contentsOfDirectory(atPath: room.banks.path)
      .filter { !$0.hasPrefix(".") }
    #expect(banks.count == 2)
    #expect(banks.allSatisfy { $0.wholeMatch(of: /[a-z0-9-]+/) != nil })
    #expect(Set(try banks.map { try description($0, in: room).title }) == ["Физика", "История"])
    for bank in banks { #expect(try room.itemRows(bank).count == 1) }
  }

  @Test func namesThatEveryFileHasReplaceNothing() throws {
    func take(_ number: Int) throws -> [String: String] {
      let file = Self.field("10-same-names-\(number).gift")
      #expect(room.run("import", "gift", file, "--bank", "chemistry") == 0)
      return try room.itemRows("chemistry")
    }
    let first = try take(1)
    #expect(first.count == 2)
    #expect(try take(2) == first)
    let third = try take(3)
    #expect(third.count == 3)
    #expect(third.merging(first) { _, old in old } == third)
  }

  @Test func correctedKeyKeepsItsQuestion() throws {
    let file = try room.write("Which melts?{=ice ~iron ~salt}\n\nIce is cold.{F}\n", to: "a.gift")
    #expect(room.run("import", "gift", file) == 0)
    let before = try room.itemRows("a")
    _ = try room.write("Which melts?{~ice =iron ~salt}\n\nIce is cold.{T}\n", to: "a.gift")
    #expect(room.run("import", "gift", file) == 0)
    let after = try room.itemRows("a")
    #expect(Set(after.keys) == Set(before.keys))
    #expect(after.values.contains { $0.contains(",iron,") })
    #expect(after.values.contains { $0.contains(",True,") })
  }

  @Test func otherQuestionUnderTheSameNameIsAnotherQuestion() throws {
    let file = try room.write("::iron::Which metal rusts?{=iron ~gold ~tin}\n", to: "a.gift")
    #expect(room.run("import", "gift", file) == 0)
    let before = try room.itemRows("a")
    _ = try room.write("::iron::What is Fe?{=iron ~gold ~tin}\n", to: "a.gift")
    #expect(room.run("import", "gift", file) == 0)
    #expect(room.stage.output.contains("1 question new."))
    #expect(try room.itemRows("a").count == 2)
    // Nor in a bank that is made anew, whose facts what was learnt would be counted for.
    try FileManager.default.removeItem(at: room.banks.appendingPathComponent("a"))
    #expect(room.run("import", "gift", file) == 0)
    #expect(Set(try room.itemRows("a").keys).isDisjoint(with: before.keys))
  }

  @Test func questionThatStandsTwiceIsTold() throws {
    let twice = "Which is wet?{=water ~sand ~dust}\n\nwhich is wet?{=Water ~dust ~sand}\n"
    #expect(room.run("import", "gift", try room.write(twice, to: "a.gift")) == 0)
    #expect(room.stage.talk.contains("\"which is wet?\" stands in the file more than once"))
    #expect(try room.itemRows("a").count == 1)
  }

  @Test func bankWhoseIdentityIsTakenIsNotMade() throws {
    let file = try room.write("Which melts?{=ice ~iron ~salt}\n", to: "a.gift")
    #expect(room.run("import", "gift", file) == 0)
    let (old, new) = ("a", "renamed")
    try FileManager.default.moveItem(
      at: room.banks.appendingPathComponent(old),
      to: room.banks.appendingPathComponent(new)
    )
    let package = room.banks.appendingPathComponent("\(new)/datapackage.json")
    let text = try String(contentsOf: package, encoding: .utf8)
    try Data(text.replacing("\"name\": \"a\"", with: "\"name\": \"renamed\"").utf8)
      .write(to: package)
    #expect(room.run("import", "gift", file) == 64)
    #expect(room.stage.talk.contains("import into it with --bank renamed"))
    #expect(room.run("import", "gift", file, "--bank", new) == 0)
    #expect(room.run("import", "gift", file, "--bank", "other") == 0)
  }

  @Test func twoBanksWithOneIdentityAreToldAndTheOthersListed() throws {
    let file = try room.write("Which melts?{=ice ~iron ~salt}\n", to: "a.gift")
    for name in ["one", "two", "three"] {
      #expect(room.run("import", "gift", file, "--bank", name) == 0)
    }
    let id = try description("one", in: room).id
    let package = room.banks.appendingPathComponent("two/datapackage.json")
    let text = try String(contentsOf: package, encoding: .utf8)
    try Data(text.replacing(try description("two", in: room).id, with: id).utf8).write(to: package)
    for command in [["bank", "check"], ["play"]] {
      #expect(room.run(command + ["--bank", "one"]) == 65)
      #expect(room.stage.talk.hasPrefix("one/datapackage.json:4:9: the bank in "))
      #expect(room.stage.talk.contains("/banks/two has this id too"))
    }
    #expect(room.run("bank", "list") == 0)
    #expect(room.stage.output.contains("one: 1 problem; "))
    #expect(room.stage.output.contains("three: three, version 1.0.0, 1 question"))
    #expect(room.run("play", "--bank", "three", "--questions", "1") == 0)
  }

  @Test func hiddenBankIsBroughtBackAndDraftsGo() throws {
    let file = try room.write("Which melts?{=ice ~iron ~salt}\n", to: "a.gift")
    #expect(room.run("import", "gift", file) == 0)
    #expect(room.run("import", "gift", file, "--bank", "b") == 0)
    let files = FileManager.default
    // As version 1.0.0 left it when it was killed between two renames.
    try files.moveItem(
      at: room.banks.appendingPathComponent("a"),
      to: room.banks.appendingPathComponent(".a-before")
    )
    for name in [".a-\(UUID().uuidString)", ".b-before", ".draft-1-1"] {
      try files.createDirectory(
        at: room.banks.appendingPathComponent("\(name)/data"),
        withIntermediateDirectories: true
      )
    }
    #expect(room.run("import", "gift", file, "--bank", "b") == 0)
    #expect(Set(try files.contentsOfDirectory(atPath: room.banks.path)) == ["a", "b", ".lock"])
    #expect(try room.itemRows("a").count == 1)
    #expect(try room.itemRows("b").count == 1)
  }
}
