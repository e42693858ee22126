import Foundation
import TestSupport
import Testing

@testable import AttacheCLI

/// Questions that go to other programs, and come back.
@Suite struct ExportTests {
  private let room: ExchangeRoom

  init() throws {
    room = try ExchangeRoom()
  }

  private static let draw = ["--bank", "six-states", "--count", "12", "--seed", "3"]
  static let texts = ["moodle", "gift", "csv", "jsonl", "aiken"]
  static let packages = ["qti", "anki", "kahoot"]

  @Test(arguments: texts)
  func whatIsExportedAndImportedAsksTheSame(format: String) throws {
    let file = room.path("questions.\(format)")
    #expect(room.run(["export", format] + ExportTests.draw + ["--output", file]) == 0)
    #expect(room.stage.output == "", "the file may be the output itself")
    #expect(room.stage.talk.hasPrefix("Wrote 12 questions for "))
    #expect(room.run("import", format, file, "--bank", "mine") == 0)
    #expect(room.stage.talk == "")
    #expect(
      room.stage.output
        == "Imported into the bank mine: 12 questions new. Play them with attache play --bank mine\n"
    )
    let wanted = try room.asked("six-states", "--count", "12", "--seed", "3")
    let found = try room.asked("mine", "--all")
    #expect(wanted.count == 12)
    #expect(found.count == 12)
    #expect(Set(found) == Set(wanted))
    #expect(room.run("bank", "check", "--bank", "mine") == 0)
  }

  @Test(arguments: texts)
  func importTwiceKeepsIdsAndMakesNoDoubles(format: String) throws {
    let file = room.path("questions.\(format)")
    room.run(["export", format] + ExportTests.draw + ["--output", file])
    #expect(room.run("import", format, file, "--bank", "mine") == 0)
    let (before, asked) = (room.tree, try room.asked("mine", "--all"))
    #expect(room.run("import", format, file, "--bank", "mine") == 0)
    #expect(room.stage.output.contains("0 questions new, 12 questions replaced"))
    #expect(room.tree == before)
    #expect(Set(try room.asked("mine", "--all")) == Set(asked))
    let names = try FileManager.default.contentsOfDirectory(atPath: room.banks.path)
    #expect(Set(names) == ["mine", ".lock"])
  }

  @Test(arguments: texts + ["qti", "kahoot"])
  func sameSeedWritesTheSameBytes(format: String) throws {
    var bytes: [Data] = []
    for name in ["one", "two"] {
      let command = ["export", format] + ExportTests.draw
      #expect(room.run(command + ["--output", room.path(name)]) == 0)
      bytes.append(try Data(contentsOf: room.files.url.appendingPathComponent(name)))
    }
    #expect(bytes[0] == bytes[1])
    #expect(bytes[0].count > 100)
    let other = ["export", format, "--bank", "six-states", "--count", "12", "--seed", "4"]
    #expect(room.run(other + ["--output", room.path("other")]) == 0)
    #expect(try Data(contentsOf: room.files.url.appendingPathComponent("other")) != bytes[0])
  }

  @Test(arguments: texts)
  func printedTextIsTheFile(format: String) throws {
    #expect(room.run(["export", format] + ExportTests.draw) == 0)
    let printed = room.stage.output
    #expect(room.stage.talk == "")
    room.run(["export", format] + ExportTests.draw + ["--output", room.path("file")])
    #expect(try Data(contentsOf: URL(fileURLWithPath: room.path("file"))) == Data(printed.utf8))
  }

  @Test(arguments: packages)
  func packageNeedsAFile(format: String) throws {
    #expect(room.run(["export", format] + ExportTests.draw) == 64)
    #expect(room.stage.output == "")
    #expect(room.stage.talk.contains("takes a file that is no text; name it with --output"))
    let file = room.path("package")
    #expect(room.run(["export", format] + ExportTests.draw + ["--output", file]) == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(bytes.starts(with: Data("PK".utf8)), "each of them is a zip archive")
    #expect(room.run("import", format, file) == 64)
    #expect(
      room.stage.talk.contains("Please provide one of 'moodle', 'gift', 'csv', 'jsonl' or 'aiken'.")
    )
  }

  @Test func wholeBankIsEveryFactInEveryFormOnce() throws {
    let asked = try room.asked("six-states", "--all")
    #expect(Set(asked).count == asked.count)
    #expect(Set(asked.map(\.form)) == ["multiple-choice", "true-false"])
    let choices = try room.asked("six-states", "--all", "--form", "multiple-choice")
    #expect(choices.allSatisfy { $0.form == "multiple-choice" && $0.options.count == 3 })
    #expect(Set(choices).isSubset(of: asked))
  }

  @Test func authoredBankIsExportedToo() throws {
    #expect(try room.asked("my-class", "--all").count == 3)
  }

  @Test func fewerQuestionsThanWereAskedForAreSaid() throws {
    let command = ["export", "gift", "--bank", "six-states", "--output", room.path("few.gift")]
    #expect(room.run(command + ["--count", "200"]) == 0)
    #expect(room.stage.talk.contains(#/^There are only \d+ questions of this kind .*, not 200; /#))
    #expect(room.run(command + ["--count", "12", "--replace"]) == 0)
    #expect(!room.stage.talk.contains("There are only"))
  }

  @Test func whatCannotBeExportedIsSaid() throws {
    let draw = ["--bank", "six-states"]
    #expect(room.run(["export", "hotpotatoes"] + draw) == 64)
    #expect(room.run(["export", "gift", "--count", "0"] + draw) == 64)
    #expect(room.run(["export", "gift", "--form", "typed"] + draw) == 64)
    #expect(room.run(["export", "gift", "--topic", "nowhere"] + draw) == 64)
    let file = try room.write("", to: "file")
    #expect(room.run(["export", "gift", "--count", "2", "--output", "\(file)/x"] + draw) == 73)
    #expect(room.stage.talk.hasPrefix("\(file)/x cannot be written ("))
    #expect(room.run(["export", "gift", "--output", room.files.url.path] + draw) == 73)
  }

  @Test func longQuestionsAreNamedThatKahootCannotHold() throws {
    let stem = String(repeating: "Where does the bus wait for us? ", count: 8)
    let gift = try room.write(
      "::long::\(stem){=here ~there ~nowhere}\n\n::short::Where?{=here ~there ~nowhere}\n",
      to: "long.gift"
    )
    #expect(room.run("import", "gift", gift) == 0)
    let kahoot = ["export", "kahoot", "--bank", "long", "--all", "--output", room.path("k.xlsx")]
    #expect(room.run(kahoot + ["--form", "multiple-choice"]) == 0)
    #expect(room.stage.talk.contains("does not fit Kahoot: a stem of "))
    #expect(room.stage.talk.contains("Wrote 1 question for Kahoot to "))
  }
}
