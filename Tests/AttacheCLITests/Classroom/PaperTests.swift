import Classroom
import Foundation
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// Papers: the files, their key, and what cannot be printed.
@Suite struct PaperTests {
  private let teacher: Teacher

  init() throws {
    teacher = try Teacher()
    try teacher.makeClass()
  }

  /// The files of a paper by their names without its id.
  private func files(_ folder: String, of paper: ClassActivity) throws -> [String: String] {
    let tree = Teacher.tree(teacher.files.url.appendingPathComponent(folder))
    return Dictionary(
      uniqueKeysWithValues: tree.map { name, data in
        (
          name.replacingOccurrences(of: "\(paper.id)-", with: ""),
          String(decoding: data, as: UTF8.self)
        )
      }
    )
  }

  @Test(arguments: [("html", "html"), ("text", "txt"), ("markdown", "md")])
  func everyFormatHasAFileAFormAndTheKey(format: String, ending: String) throws {
    let paper = try teacher.printPaper("--forms", "3", "--format", format)
    let files = try files("paper", of: paper)
    #expect(
      files.keys.sorted()
        == ["form-A.\(ending)", "form-B.\(ending)", "form-C.\(ending)", "key.\(ending)"]
    )
    for (name, text) in files {
      #expect(text.contains(paper.id.description), "\(name) has to say which paper it is")
      #expect(!text.isEmpty && text.hasSuffix("\n"))
    }
    #expect(
      teacher.words == "Paper \(paper.id): 3 forms of 4 questions and the key, 4 files in "
        + "\(teacher.path("paper")). The same paper again: attache class paper --bank six-states "
        + "--questions 4 --forms 3 --class 7b --seed 7 Mark it with attache class mark ANSWERS.csv --paper \(paper.id)"
    )
    // A page for pupils tells no answer; a true statement may say what its explanation says.
    for question in paper.questions
    where !question.item.explanation.isEmpty && question.item.explanation != question.stem {
      let explanation = question.item.explanation
      #expect(files["form-A.\(ending)"]?.contains(explanation) == false)
      if format == "text" { #expect(files["key.txt"]?.contains("Right answer: ") == true) }
    }
  }

  @Test(arguments: ["html", "text", "markdown"])
  func sameSeedPrintsTheSameBytesOnAnotherMachineAndDay(format: String) throws {
    let command =
      ["class", "paper", "--questions", "4", "--forms", "3", "--seed", "11", "--format", format]
      + Teacher.bank
    var printed: [[String: Data]] = []
    for machine in 0..<2 {
      let other = try Teacher()
      let now = other.stage.environment.now
      if machine == 1 {
        other.stage.environment.now = {
          let moment = now()
          return LocalInstant(
            instant: Instant(milliseconds: moment.instant.milliseconds + 40 * 86_400_000),
            zone: "Europe/Prague",
            offset: 3600
          )
        }
        other.stage.environment.randomSeed = { 99 }
        other.stage.environment.makeUUID = { UUID() }
      }
      #expect(other.run(command + ["--output", other.path("p")]) == 0)
      printed.append(Teacher.tree(other.files.url.appendingPathComponent("p")))
    }
    #expect(printed[0].count == 4)
    #expect(printed[0] == printed[1])
  }

  @Test func otherSeedPrintsAnotherPaper() throws {
    let first = try teacher.printPaper()
    let other = try teacher.printPaper("--seed", "8", folder: "other")
    #expect(first.id != other.id)
    #expect(first.questions.map(\.item.id) != other.questions.map(\.item.id))
  }

  @Test func formsAskTheSameInAnotherOrder() throws {
    let paper = try teacher.printPaper(
      "--forms",
      "2",
      "--form",
      "multiple-choice",
      "--format",
      "text"
    )
    let files = try files("paper", of: paper)
    let (a, b) = (try #require(files["form-A.txt"]), try #require(files["form-B.txt"]))
    #expect(a != b)
    let sheets = paper.sheets
    #expect(sheets[0].entries.map(\.question) != sheets[1].entries.map(\.question))
    #expect(Set(sheets[0].entries.map(\.question)) == Set(sheets[1].entries.map(\.question)))
    // What the file says a form looks like is what is printed.
    for (sheet, text) in zip(sheets, [a, b]) {
      let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let wanted = sheet.entries.flatMap { entry in
        ["\(entry.number). \(entry.item.stem)"]
          + zip(entry.labels, entry.item.options).map { "\($0)) \($1.text)" }
      }.joined(separator: " ")
      #expect(flat.contains(wanted))
    }
  }

  @Test func keyAgreesWithEachForm() throws {
    let paper = try teacher.printPaper("--forms", "4", "--format", "text")
    let key = try #require(try files("paper", of: paper)["key.txt"])
    let rows = key.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    for number in 1...4 {
      let wanted = paper.sheets.map { sheet in
        let entry = sheet.entries[number - 1]
        return entry.labels[entry.item.key]
      }
      #expect(rows.contains(["\(number)"] + wanted), "row \(number) has to read \(wanted)")
    }
    for question in paper.questions {
      let flat = key.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(flat.contains(question.item.explanation))
    }
  }

  @Test func markingByTheKeyGivesFullMarks() throws {
    let paper = try teacher.printPaper("--forms", "3")
    let lines = zip(1..., paper.sheets).map { "\($0),\($1.letter),\($1.rightLetters)" }
    #expect(try teacher.mark(paper, lines) == 0)
    #expect(teacher.words.contains("On average 4.0 were right."))
  }

  @Test func parallelFormsAskOtherFactsAndSayHowHardTheyAre() throws {
    let paper = try teacher.printPaper("--parallel", "--forms", "2", "--questions", "2")
    let facts = paper.forms.map { Set($0.questions.map { paper.questions[$0].fact }) }
    #expect(facts[0].isDisjoint(with: facts[1]))
    #expect(
      teacher.words.contains(#/Expected to be answered rightly: A \d\d %, B \d\d %\./#),
      "\(teacher.words)"
    )
  }

  @Test func tooFewQuestionsAreSaidInWords() throws {
    let path = teacher.path("many")
    let command = ["class", "paper", "--output", path] + Teacher.bank
    #expect(teacher.run(command + ["--questions", "200"]) == 65)
    #expect(teacher.stage.talk.contains(#/^only \d+ of 200 questions can stand on one paper/#))
    #expect(teacher.run(command + ["--questions", "3", "--parallel", "--forms", "40"]) == 65)
    #expect(teacher.stage.talk.contains("there are other facts for "))
    #expect(teacher.stage.output == "")
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try teacher.activities().isEmpty)
  }

  @Test func folderThatCannotBeWrittenIsNamed() throws {
    let file = try teacher.write("", to: "file")
    let command = ["class", "paper", "--questions", "2"] + Teacher.bank
    #expect(teacher.run(command + ["--output", "\(file)/paper"]) == 73)
    #expect(teacher.stage.talk.hasPrefix("\(file)/paper cannot be written ("))
    #expect(teacher.run(command + ["--output", file]) == 73)
    #expect(try teacher.activities().isEmpty, "a paper that nobody has in hand is not listed")
  }

  @Test func printingAgainAfterMarkingKeepsThePaper() throws {
    let paper = try teacher.printPaper("--forms", "2")
    let sheet = try #require(paper.sheets.first)
    #expect(try teacher.mark(paper, ["1,A,\(sheet.rightLetters)"]) == 0)
    teacher.run("class", "report", paper.id.description, "--json")
    let report = teacher.stage.output
    let again = try teacher.printPaper("--forms", "2", folder: "again")
    #expect(again == paper)
    teacher.run("class", "report", paper.id.description, "--json")
    #expect(teacher.stage.output == report)
    #expect(
      Teacher.tree(teacher.files.url.appendingPathComponent("again"))
        == Teacher.tree(teacher.files.url.appendingPathComponent("paper"))
    )
  }

  @Test func paperOfOneClassIsNotTakenAwayByAnother() throws {
    try teacher.makeClass("8a", ["Ida Falk"])
    let paper = try teacher.printPaper()
    let sheet = try #require(paper.sheets.first)
    #expect(try teacher.mark(paper, ["1,A,\(sheet.rightLetters)"]) == 0)
    _ = try teacher.printPaper("--class", "8a", folder: "other")
    #expect(teacher.run("class", "forget", "8a", "--yes") == 0)
    #expect(teacher.run("class", "report", paper.id.description) == 0)
    #expect(teacher.stage.output.contains("Ada Lee"))
  }

  @Test func paperOfThreeClassesOutlivesEachOfThem() throws {
    let names = ["8a", "9c"]
    var papers = [try teacher.printPaper()]
    for name in names {
      try teacher.makeClass(name, ["Ida Falk"])
      papers.append(try teacher.printPaper("--class", name, folder: name))
    }
    #expect(Set(papers.map(\.id)).count == 1)
    let sheet = try #require(papers[0].sheets.first)
    #expect(try teacher.mark(papers[0], ["1,A,\(sheet.rightLetters)"], "--class", "7b") == 0)
    for name in names { #expect(teacher.run("class", "forget", name, "--yes") == 0) }
    #expect(teacher.run("class", "report", papers[0].id.description) == 0)
    #expect(teacher.stage.output.contains("Ada Lee"))
  }

  @Test(arguments: [
    ["--questions", "0"], ["--questions", "201"], ["--options", "2"], ["--options", "6"],
    ["--forms", "0"], ["--forms", "101"], ["--form", "typed"], ["--format", "pdf"],
    ["--difficulty", "3"], ["--difficulty", "1..0"], ["--seed", "-1"], ["--topic", "nowhere"],
  ])
  func whatIsOutOfRangeIsRefused(options: [String]) throws {
    let command = ["class", "paper", "--output", teacher.path("p")] + Teacher.bank + options
    #expect(teacher.run(command) == 64)
    #expect(teacher.stage.talk.contains(options[1] == "nowhere" ? "nowhere" : options[0]))
    #expect(!FileManager.default.fileExists(atPath: teacher.path("p")))
  }

  @Test func titleStandsAtTheHead() throws {
    let paper = try teacher.printPaper("--title", "Test\u{1b}[31m 3 <b>", "--format", "html")
    let files = try files("paper", of: paper)
    #expect(try #require(files["form-A.html"]).contains("Test[31m 3 &lt;b&gt;"))
    #expect(paper.title == "Test[31m 3 <b>")
  }

  @Test func classListsItsPapers() throws {
    let paper = try teacher.printPaper()
    #expect(teacher.run("class", "show", "7b") == 0)
    #expect(teacher.stage.output.contains("  \(paper.id) paper, 22 November 2026: Six states"))
    #expect(teacher.run("class", "list") == 0)
    #expect(teacher.stage.output == "7b: 3 pupils, 1 paper\n")
  }
}
