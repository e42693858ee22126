import Foundation
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// Questions of other programs, and files that are none.
@Suite struct ImportTests {
  private let room: ExchangeRoom

  init() throws {
    room = try ExchangeRoom()
  }

  private static let gift = """
    ::bus::Where does the bus wait for us?{
      =Behind the school
      ~At the station#That was last year.
      ~In front of the church
    }

    ::lunch::Lunch is at noon.{FALSE}


    """

  private func importGift(_ text: String = gift, bank: String = "trip") throws -> Int32 {
    room.run("import", "gift", try room.write(text, to: "trip.gift"), "--bank", bank)
  }

  @Test func bankIsNamedAfterItsFile() throws {
    let file = try room.write(ImportTests.gift, to: "My Trip_7b.gift")
    #expect(room.run("import", "gift", file, "--title", "Our trip") == 0)
    #expect(room.stage.output.contains("into the bank my-trip-7b: 2 questions new."))
    #expect(room.run("bank", "list") == 0)
    #expect(room.stage.output.contains("my-trip-7b"))
    #expect(room.stage.output.contains("Our trip"))
    let nameless = try room.write(ImportTests.gift, to: "조선.gift")
    #expect(room.run("import", "gift", nameless) == 0)
    #expect(room.stage.output.contains(#/into the bank bank-[0-9a-f]{16}: /#))
    #expect(room.run("bank", "list") == 0)
    #expect(room.stage.output.contains("조선"))
  }

  @Test func importedQuestionsCanBePlayed() throws {
    #expect(try importGift() == 0)
    let play = ["play", "--bank", "trip", "--questions", "2", "--seed", "1"]
    room.stage.run(play, reader: ScriptedReader(lines: ["skip", "", "skip", ""]))
    #expect(room.stage.output.contains("Where does the bus wait for us?"))
    #expect(room.stage.output.contains("Lunch is at noon."))
    #expect(room.stage.output.contains("0 of 2 right"))
  }

  /// The id that was made of a name.
  private func id(_ name: String, in rows: [String: String]) -> String {
    rows.keys.first { $0.hasPrefix(name + "-") } ?? ""
  }

  @Test func changedQuestionKeepsItsIdAndTheOthersStay() throws {
    #expect(try importGift() == 0)
    let before = try room.itemRows("trip")
    let changed = ImportTests.gift.replacingOccurrences(of: "bus wait", with: "coach wait")
    #expect(try importGift(changed + "::phones::Phones stay in the bags.{TRUE}\n\n") == 0)
    #expect(room.stage.output.contains("1 question new, 2 questions replaced."))
    #expect(
      room.stage.talk
        == "\(id("bus", in: before)) asked \"Where does the bus wait for us?\" before; it asks "
        + "\"Where does the coach wait for us?\" now\n"
    )
    let after = try room.itemRows("trip")
    #expect(Set(after.keys) == Set(before.keys).union([id("phones", in: after)]))
    let (lunch, bus) = (id("lunch", in: before), id("bus", in: before))
    #expect(after[lunch] == before[lunch])
    #expect(after[bus]?.contains("coach") == true)
  }

  private struct Stats: Decodable {
    struct All: Decodable {
      let answered: Int
    }

    let all: All
    let goneFacts: [String]
  }

  @Test func whatWasLearntOfAQuestionIsKept() throws {
    #expect(try importGift() == 0)
    let play = ["play", "--bank", "trip", "--questions", "2", "--seed", "1"]
    room.stage.run(play, reader: ScriptedReader(lines: ["a", "t", "", "a", "t", ""]))
    let changed = ImportTests.gift.replacingOccurrences(of: "bus wait", with: "coach wait")
    #expect(try importGift(changed) == 0)
    #expect(room.run("stats", "--bank", "trip", "--json") == 0)
    let stats = try JSONDecoder().decode(Stats.self, from: Data(room.stage.output.utf8))
    #expect(stats.all.answered == 2)
    #expect(stats.goneFacts.isEmpty)
  }

  @Test func whatIsLeftOutIsNamedAndTheRestTaken() throws {
    let text =
      ImportTests.gift + """
        ::essay::Why?{}

        ::pairs::Match.{=one -> 1 =two -> 2 =three -> 3}

        ::number::How many?{#3}

        ::two\u{1b}[31m::Which?{=a =b ~c}

        """
    #expect(try importGift(text) == 0)
    #expect(room.stage.output.contains("2 questions new"))
    let lines = room.stage.talk.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.contains("trip.gift:") && $0.contains(" left out: ") })
    #expect(!room.stage.talk.contains("\u{1b}"))
  }

  @Test func nothingToImportIsAnError() throws {
    #expect(try importGift("::essay::Why?{}\n\n") == 65)
    #expect(room.stage.talk.hasSuffix("trip.gift: no question in it can be imported\n"))
    #expect(room.tree.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: room.banks.path))
  }

  @Test(arguments: ["six-states", "my-class"])
  func bankOfThatNameThatIsThereIsNotHidden(name: String) throws {
    #expect(try importGift(bank: name) == 64)
    #expect(
      room.stage.talk == "the bank \"\(name)\" is no bank of imported questions; "
        + "name another with --bank\n"
    )
    let file = try room.write(ImportTests.gift, to: "\(name).gift")
    #expect(room.run("import", "gift", file) == 64)
    #expect(room.tree.isEmpty)
  }

  @Test(arguments: [".", "..", "../x", "/tmp/x", "a b", "A", "a--b", "-a", "ä", "a\u{1b}"])
  func nameThatIsNoneIsRefused(name: String) throws {
    let file = try room.write(ImportTests.gift, to: "trip.gift")
    #expect(room.run("import", "gift", file, "--bank=\(name)") == 64)
    #expect(room.stage.talk.contains("is no name of a bank"))
    #expect(!room.stage.talk.contains("\u{1b}"))
    #expect(room.tree.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: room.banks.path))
  }

  /// A file that no program of good will writes.
  struct Hostile: CustomTestStringConvertible {
    let format: String
    let testDescription: String
    let data: Data

    init(_ format: String, _ name: String, _ text: String) {
      self.init(format, name, Data(text.utf8))
    }

    init(_ format: String, _ name: String, _ data: Data) {
      self.format = format
      self.data = data
      testDescription = "\(format), \(name)"
    }

    private static var noise: Data {
      var random = SplitMix64(seed: 8)
      return Data((0..<20_000).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    }

    static let all: [Hostile] =
      ExportTests.texts.flatMap { format in
        [
          Hostile(format, "noise", noise), Hostile(format, "an archive", "PK\u{3}\u{4}whatever"),
          Hostile(format, "UTF-16", Data([0xff, 0xfe, 0x41, 0, 0x42, 0])),
          Hostile(format, "nothing", ""), Hostile(format, "zeros", Data(count: 10_000)),
          Hostile(format, "brackets", String(repeating: "[", count: 100_000)),
          Hostile(format, "braces", String(repeating: "{", count: 100_000)),
        ]
      } + [
        Hostile(
          "moodle",
          "an entity from a file",
          #"<?xml version="1.0"?><!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]>"#
            + "<quiz><question type=\"truefalse\"><questiontext><text>&x;</text></questiontext>"
            + "</question></quiz>"
        ),
        Hostile(
          "moodle",
          "entities of entities",
          #"<!DOCTYPE q [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>"#
            + "<quiz>&b;</quiz>"
        ),
        Hostile("moodle", "depth", String(repeating: "<quiz>", count: 50_000)),
        Hostile("moodle", "another page", "<html><body>404</body></html>"),
        Hostile("gift", "an open brace", ImportTests.gift + "::x::What?{=a ~b"),
        Hostile("csv", "an open quote", "id,topic,stem\nx,\"y,z\n"),
        Hostile("csv", "strange columns", "a,b,c\n1,2,3\n"),
        Hostile("jsonl", "half an object", "{\"id\":\"x\",\"stem\":\"y\"\n"),
        Hostile(
          "jsonl",
          "a key that is none",
          "{\"id\":\"x\",\"form\":\"multiple-choice\","
            + "\"stem\":\"y\",\"options\":[{\"text\":\"a\"},{\"text\":\"b\"}],\"key\":9223372036854775807}\n"
        ),
        Hostile("aiken", "no answer", "What?\nA. a\nB. b\n\nWhat else?\n"),
      ]
  }

  @Test(arguments: Hostile.all)
  func hostileFileLeavesEveryBankAsItWas(_ hostile: Hostile) throws {
    #expect(try importGift() == 0)
    let before = room.tree
    let file = try room.files.write(hostile.data, to: "hostile").path
    for bank in ["trip", "new"] {
      #expect(room.run("import", hostile.format, file, "--bank", bank) == 65)
      #expect(room.stage.output == "")
      #expect(room.stage.talk.contains("\(file)"))
      let controls = room.stage.talk.unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n"
      }
      #expect(controls.isEmpty)
      #expect(room.stage.talk.utf8.count < 2000)
      #expect(room.tree == before)
    }
  }

  @Test func fileThatCannotBeReadIsNamed() throws {
    #expect(room.run("import", "gift", room.path("none.gift")) == 66)
    #expect(
      room.stage.talk == "\(room.path("none.gift")) cannot be read (No such file or directory)\n"
    )
    #expect(room.run("import", "gift", room.files.url.path, "--bank", "x") == 66)
    #expect(room.tree.isEmpty)
  }

  @Test func bankThatSomebodyBrokeIsNotOverwritten() throws {
    #expect(try importGift() == 0)
    let items = room.banks.appendingPathComponent("trip/data/items.csv")
    try Data("id,topic\nbroken\n".utf8).write(to: items)
    let before = room.tree
    #expect(try importGift() == 65)
    #expect(room.tree == before)
  }

  @Test func fieldsOfTheUsersOwnAreKept() throws {
    #expect(try importGift() == 0)
    let note = room.banks.appendingPathComponent("trip/README.md")
    try Data("Mine.\n".utf8).write(to: note)
    #expect(try importGift() == 0)
    #expect(try String(contentsOf: note, encoding: .utf8) == "Mine.\n")
  }
}
