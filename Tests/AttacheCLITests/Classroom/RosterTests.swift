import Classroom
import Foundation
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// The list of a class: who comes onto it, and how it is read from a file.
@Suite struct RosterTests {
  private let teacher: Teacher

  init() throws {
    teacher = try Teacher()
  }

  private struct Shown: Decodable {
    struct Pupil: Decodable {
      let number: Int
      let name: String
    }

    let name: String
    let pupils: [Pupil]
  }

  private func shown() throws -> Shown {
    try #require(teacher.run("class", "show", "--json") == 0)
    return try JSONDecoder().decode(Shown.self, from: Data(teacher.stage.output.utf8))
  }

  @Test func pupilsHaveNumbersInTheOrderOfTheirComing() throws {
    try teacher.makeClass()
    #expect(teacher.words == "Added 3 pupils to 7b: 1 Ada Lee, 2 Ben Okoro, 3 Chloé Martin.")
    #expect(teacher.run("class", "show", "7b") == 0)
    #expect(teacher.stage.output == "7b: 3 pupils\n  1 Ada Lee\n  2 Ben Okoro\n  3 Chloé Martin\n")
    #expect(try shown().pupils.map(\.number) == [1, 2, 3])
    #expect(try shown().pupils.map(\.name) == Teacher.pupils)
    #expect(teacher.run("class", "list") == 0)
    #expect(teacher.stage.output == "7b: 3 pupils\n")
  }

  @Test func numberOfWhoLeftIsGivenToNobodyElse() throws {
    try teacher.makeClass()
    #expect(teacher.run("class", "remove", "7b", "ben") == 0)
    #expect(teacher.words.contains("Ben Okoro is off the list of 7b."))
    #expect(teacher.run("class", "add", "7b", "Dora Hahn") == 0)
    #expect(try shown().pupils.map(\.number) == [1, 3, 4])
    // Who comes back is who they were.
    #expect(teacher.run("class", "add", "7b", "BEN OKORO") == 0)
    #expect(try shown().pupils.map(\.name)[1] == "Ben Okoro")
    #expect(try shown().pupils.map(\.number) == [1, 2, 3, 4])
  }

  @Test func nameThatStandsThereIsRefusedAndTheOthersTaken() throws {
    try teacher.makeClass()
    let code = teacher.run("class", "add", "7b", "ADA LEE", "Dora Hahn", "12")
    #expect(code == 65)
    #expect(teacher.words.contains("Added 1 pupil to 7b: 4 Dora Hahn."))
    #expect(teacher.stage.talk.contains("\"Ada Lee\" is on the list already, as number 1"))
    #expect(teacher.stage.talk.contains("\"12\" is no name; use letters"))
    #expect(teacher.stage.talk.contains("2 names left out"))
    #expect(try shown().pupils.count == 4)
  }

  /// A file as a spreadsheet may export it, with a heading or without.
  static let files: [String] = [
    "Ada Lee\nBen Okoro\nChloé Martin\n", "Ada Lee\r\nBen Okoro\r\nChloé Martin",
    "Name,Class\nAda Lee,7b\nBen Okoro,7b\nChloé Martin,7b\n",
    "\u{feff}name;Klasse\r\nAda Lee;7b\r\nBen Okoro;7b\r\nChloé Martin;7b\r\n",
    "Pupil\tgroup\nAda Lee\t1\n\n  Ben Okoro \t2\nChloé Martin\n",
    "\"Name\",\"x, y\"\n\"Ada Lee\",\"\"\n\"Ben Okoro\",\nChloé Martin,\n,,\n",
  ]

  @Test(arguments: files)
  func listIsReadAsSpreadsheetsExportIt(text: String) throws {
    let file = try teacher.write(text, to: "names.csv")
    #expect(teacher.run("class", "import", "7b", file) == 0)
    #expect(teacher.stage.talk == "")
    #expect(try shown().pupils.map(\.name) == Teacher.pupils)
    #expect(try shown().pupils.map(\.number) == [1, 2, 3])
  }

  @Test func brokenLinesAreNamedAndTheRestTaken() throws {
    let text = Data("name\nAda Lee\n\"Ben\nada lee\n12\nChlo\u{e9} Martin\n".utf8)
    let file = try teacher.files.write(text + Data([0xff, 0x41, 0x0a]), to: "names.csv")
    #expect(teacher.run("class", "import", "7b", file.path) == 65)
    #expect(try shown().pupils.map(\.name) == ["Ada Lee", "Chloé Martin"])
    teacher.run("class", "import", "8a", file.path)
    let lines = teacher.stage.talk.split(separator: "\n").map {
      $0.replacingOccurrences(of: file.path, with: "FILE")
    }
    try #require(lines.count == 5)
    #expect(lines[0].hasPrefix("FILE:3: "))
    #expect(lines[1].hasPrefix("FILE:4: \"Ada Lee\" is on the list already, as number 1"))
    #expect(lines[2] == "FILE:5: \"12\" is no name; use letters")
    #expect(lines[3].hasPrefix("FILE:7: ") && lines[3].contains("UTF-8"))
    #expect(lines[4].hasPrefix("4 names left out"))
    #expect(teacher.stage.output.hasPrefix("Added 2 pupils to 8a: "))
  }

  @Test func listThatComesAgainAddsOnlyWhoIsNew() throws {
    let file = try teacher.write("Ada Lee\nBen Okoro\n", to: "names.txt")
    #expect(teacher.run("class", "import", "7b", file) == 0)
    try teacher.write("Ada Lee\nBen Okoro\nChloé Martin\n", to: "names.txt")
    #expect(teacher.run("class", "import", "7b", file) == 65)
    #expect(try shown().pupils.map(\.name) == Teacher.pupils)
  }

  @Test func fileThatIsNotThereIsNamed() {
    #expect(teacher.run("class", "import", "7b", teacher.path("none.csv")) == 66)
    #expect(
      teacher.stage.talk
        == "\(teacher.path("none.csv")) cannot be read (No such file or directory)\n"
    )
    #expect(teacher.run("class", "list") == 0)
    #expect(teacher.stage.output == "No class yet; attache class new makes one.\n")
  }

  // MARK: - Hostile names

  /// Names that would harm a terminal or a spreadsheet, if they got there as they are.
  static let hostile = [
    "\u{1b}[2J\u{1b}[31mAda", "\u{9b}31mBea\u{202e}", "Cy\r\nto 9",
    "=HYPERLINK(\"http://x\",\"D\")",
    "+Eve", "-Finn", "@Gil", "\tHal", String(repeating: "Ida", count: 3334),
    "J" + String(repeating: "\u{301}", count: 10_000), "<script>alert(1)</script>", "\"Kim\",\"x",
  ]

  @Test func namesHarmNeitherTerminalNorSpreadsheet() throws {
    try #require(teacher.run("class", "new", "7b") == 0)
    let codes = RosterTests.hostile.map { teacher.run(["class", "add", "7b", "--", $0]) }
    #expect(codes == codes.map { _ in 0 })
    let pupils = try teacher.schoolClass().pupils
    try #require(pupils.count == RosterTests.hostile.count)
    let paper = try teacher.printPaper()
    let sheet = try #require(paper.sheets.first)
    try teacher.mark(paper, pupils.map { "\($0.number),A,\(sheet.rightLetters)" })
    let id = paper.id.description
    for command in [
      ["class", "show", "7b"], ["class", "report", id], ["class", "report", id, "--csv"],
      ["class", "report", id, "--csv-questions"], ["class", "report", id, "--html"],
      ["class", "report", id, "--json"], ["class", "remove", "7b", "1"],
      ["class", "forget", "7b", "2", "--yes"],
    ] {
      #expect(teacher.run(command) == 0)
      let isTable = command.contains { $0.hasPrefix("--csv") }
      let output =
        isTable ? String(teacher.stage.output.trimmingPrefix("\u{feff}")) : teacher.stage.output
      let controls = (output + teacher.stage.talk).unicodeScalars.filter { scalar in
        let category = scalar.properties.generalCategory
        return category == .format
          || (category == .control && !"\r\n".unicodeScalars.contains(scalar))
      }
      #expect(controls.isEmpty, "\(command): \(controls)")
      if command.contains("--html") { #expect(!output.contains("<script>alert")) }
      guard isTable else { continue }
      let rows = output.split(whereSeparator: \.isNewline)
      let cells = rows.flatMap { $0.split(separator: ",") }.map { $0.drop { $0 == "\"" } }
      #expect(!cells.contains { "=+@\t".contains($0.first ?? "a") }, "\(command)")
    }
    #expect(pupils.allSatisfy { $0.name.count <= 64 && $0.name.unicodeScalars.count <= 256 })
  }

  @Test func classNamesAreCleanedToo() throws {
    #expect(teacher.run("class", "new", "\u{1b}[31m7b\u{7}") == 0)
    #expect(teacher.stage.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    #expect(teacher.run("class", "new", "\u{1b}\u{7}") == 64)
    #expect(teacher.run("class", "new", "[31M7B") == 64)
    #expect(teacher.stage.talk == "there is a class \"[31m7b\" already\n")
  }

  // MARK: - Which class

  @Test func withoutAnyClassItIsSaidHowToMakeOne() {
    for command in [["class", "show"], ["class", "show", "7b"], ["class", "add", "7b", "Ada"]] {
      #expect(teacher.run(command) == 64)
      #expect(teacher.stage.talk.contains("attache class new makes one"))
      #expect(teacher.stage.output == "")
    }
  }

  @Test func amongSeveralClassesOneHasToBeNamed() throws {
    try teacher.makeClass("7a")
    try teacher.makeClass("7b")
    #expect(teacher.run("class", "show") == 64)
    #expect(teacher.stage.talk == "which class? There are: 7a, 7b; name one\n")
    #expect(teacher.run("class", "show", "7") == 64)
    #expect(teacher.run("class", "show", "7B") == 0)
    #expect(teacher.run("class", "show", "9c") == 64)
    #expect(teacher.stage.talk == "no class \"9c\"; there are: 7a, 7b\n")
    let paper = ["class", "paper", "--output", teacher.path("p"), "--class", "9c"] + Teacher.bank
    #expect(teacher.run(paper) == 64)
    #expect(!FileManager.default.fileExists(atPath: teacher.path("p")))
  }

  @Test func mistypedSubcommandIsNoCrashAndNoHelpPage() {
    #expect(teacher.run("class", "reprot") == 64)
    #expect(teacher.stage.talk.contains("reprot"))
    #expect(teacher.stage.talk.contains("report"))
    #expect(teacher.stage.output == "")
  }
}
