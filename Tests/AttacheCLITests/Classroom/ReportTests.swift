import Classroom
import Foundation
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// Reports, in words and for other programs.
@Suite struct ReportTests {
  private let teacher: Teacher

  init() throws {
    teacher = try Teacher()
  }

  /// A class of so many, and what they wrote on a paper: who comes later in the list knows more.
  private func written(
    by count: Int,
    seed: UInt64 = 11,
    knowing most: Int = 90,
    _ options: String...
  ) throws -> ClassActivity {
    if try teacher.classes().isEmpty {
      try teacher.makeClass("7b", (1...count).map { "Pupil \(PaperForm.letter(at: $0 - 1))" })
    }
    let command = ["class", "paper", "--class", "7b", "--questions", "4", "--forms", "2"]
    let output = ["--seed", "\(seed)", "--output", teacher.path("paper-\(seed)")]
    try #require(teacher.run(command + output + Teacher.bank + options) == 0)
    let paper = try #require(try teacher.activities().last)
    var random = SplitMix64(seed: seed)
    let lines = (1...count).map { number -> String in
      let sheet = paper.sheets[number % 2]
      let letters = sheet.letters { entry in
        if random.below(100) < most - 70 + 70 * number / count { return entry.item.key }
        let place = random.below(entry.labels.count + 1)
        return place < entry.labels.count ? place : nil
      }
      return "\(number),\(sheet.letter),\(letters)"
    }
    try #require(try teacher.mark(paper, lines) == 0)
    return paper
  }

  @Test(.tags(.snapshot), arguments: [(25, 80), (25, 40), (3, 80), (3, 40)])
  func reportReadsAsItWasRead(pupils: Int, columns: Int) throws {
    let paper = try written(by: pupils)
    teacher.stage.environment.columns = { columns }
    let scale = "1=90,2=75,3=50,4=0"
    #expect(teacher.run("class", "report", paper.id.description, "--scale", scale) == 0)
    #expect(teacher.stage.talk == "")
    #expect(TerminalText.widestRow(of: teacher.stage.output) <= columns)
    let name = "report-\(pupils)-\(columns)"
    #expect(Snapshot.difference(of: teacher.stage.output, from: name) == nil)
  }

  @Test func figuresAreGivenFromTwentyAnswersOn() throws {
    _ = try written(by: 20)
    teacher.run("class", "report")
    #expect(teacher.stage.output.contains("reliability (KR-20)"))
    let other = try ReportTests()
    _ = try other.written(by: 19)
    other.teacher.run("class", "report")
    #expect(!other.teacher.stage.output.contains("KR-20"))
    #expect(other.teacher.words.contains("Too few answers for figures: 19, and 20 are needed."))
  }

  /// The parts of the JSON that a program would look for first.
  private struct ReportData: Decodable {
    struct Pupil: Decodable {
      let name: String
      let right: Int
      let mark: String?
    }
    let pupils: [Pupil]
  }

  @Test func jsonIsReadByProgramsAndAgreesWithTheTable() throws {
    let paper = try written(by: 25)
    let command = ["class", "report", paper.id.description, "--scale", "A=50,F=0"]
    #expect(teacher.run(command + ["--json"]) == 0)
    let data = try JSONDecoder().decode(ReportData.self, from: Data(teacher.stage.output.utf8))
    #expect(data.pupils.count == 25)
    #expect(data.pupils.allSatisfy { $0.mark == ($0.right >= 2 ? "A" : "F") })
    #expect(teacher.run(command + ["--csv"]) == 0)
    let rows = teacher.stage.output.split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.count == 25)
    for (row, pupil) in zip(rows, data.pupils) {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells[1] == pupil.name && cells[2] == "\(pupil.right)")
    }
  }

  @Test(arguments: ["--html", "--csv", "--csv-questions", "--json"])
  func outputForProgramsIsTheSameEachTime(format: String) throws {
    let paper = try written(by: 25)
    #expect(teacher.run("class", "report", paper.id.description, format) == 0)
    let first = teacher.stage.output
    #expect(first.utf8.count > 200 && first.last?.isNewline == true)
    #expect(teacher.stage.talk == "")
    #expect(teacher.run("class", "report", paper.id.description, format) == 0)
    #expect(teacher.stage.output == first)
    // Nor does it depend on the machine.
    let other = try ReportTests()
    other.teacher.stage.environment.columns = { 40 }
    let paperThere = try other.written(by: 25)
    #expect(other.teacher.run("class", "report", paperThere.id.description, format) == 0)
    #expect(other.teacher.stage.output == first)
  }

  @Test(arguments: ["", "1", "1=", "=50", "1=101", "1=-1", "1=50,2=50", "1=fifty", "\u{1b}[31m"])
  func scaleThatIsNoneIsRefused(scale: String) throws {
    try teacher.makeClass()
    #expect(teacher.run("class", "report", "--scale", scale) == 64)
    #expect(teacher.stage.talk.contains("is no scale of marks"))
    #expect(teacher.stage.output == "")
  }

  @Test func oneFormatAtATime() {
    #expect(teacher.run("class", "report", "--json", "--csv") == 64)
    #expect(
      teacher.stage.talk.contains("One of --html, --csv, --csv-questions and --json at a time.")
    )
  }

  @Test func gainIsToldOnTheFactsThatBothAsked() throws {
    let before = try written(by: 25)
    let after = try written(by: 25, knowing: 130, "--title", "Once more")
    try #require(before.id != after.id)
    for command in [
      ["--before", "\(before.id)", "--after", "\(after.id)"],
      ["\(after.id)", "--before", "\(before.id)"],
    ] {
      #expect(teacher.run(["class", "report"] + command) == 0)
      let gain =
        #/Gain [1-9]\d\.\d percentage points \(95 % interval \d+\.\d to \d+\.\d\), 25 who sat both times, 4 facts in common\./#
      #expect(teacher.words.contains(gain), "\(teacher.words)")
    }
    #expect(teacher.run("class", "report", "\(after.id)", "--after", "\(after.id)") == 64)
    #expect(teacher.stage.talk.contains("Name the later one once"))
  }

  @Test func nothingInCommonIsSaid() throws {
    let before = try written(by: 3, seed: 11, "--topic", "capitals", "--questions", "1")
    let after = try written(by: 3, seed: 11, "--topic", "money", "--questions", "1")
    #expect(teacher.run("class", "report", "\(after.id)", "--before", "\(before.id)") == 64)
    #expect(
      teacher.stage.talk
        == "\(before.id) and \(after.id) asked no fact in common; a gain needs some\n"
    )
    #expect(teacher.run("class", "report", "--before", "ZZZZZZ") == 64)
  }

  @Test func reportBeforeAnybodyAnsweredSaysSo() throws {
    try teacher.makeClass()
    #expect(teacher.run("class", "report") == 64)
    #expect(
      teacher.stage.talk.hasPrefix("there is no paper, game or homework yet; attache class paper")
    )
    let paper = try teacher.printPaper()
    for format in [[], ["--html"], ["--csv"], ["--csv-questions"], ["--json"]] {
      #expect(teacher.run(["class", "report", paper.id.description] + format) == 0)
      #expect(teacher.stage.talk == "")
      #expect(teacher.stage.output != "")
    }
    teacher.run("class", "report")
    #expect(teacher.stage.output.contains("Nobody has answered it yet."))
  }
}
