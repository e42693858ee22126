import Classroom
import Foundation
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// Which paper is marked, from which file, and when it was written.
@Suite struct MarkChoiceTests {
  private let teacher: Teacher
  private let paper: ClassActivity

  init() throws {
    teacher = try Teacher()
    try teacher.makeClass()
    paper = try teacher.printPaper()
  }

  private func answerFile() throws -> String {
    let letters = try #require(paper.sheets.first).rightLetters
    return try teacher.write("1,A,\(letters)\n", to: "answers.csv")
  }

  @Test func onlyPaperIsMarkedWithoutItsIdAndOneOfTwoIsNot() throws {
    let file = try answerFile()
    #expect(teacher.run("class", "mark", file) == 0)
    let other = try teacher.printPaper("--seed", "8", folder: "other")
    let count = try teacher.recordCount()
    #expect(teacher.run("class", "mark", file) == 64)
    #expect(teacher.stage.talk.hasPrefix("which paper? The latest are \(paper.id), \(other.id);"))
    #expect(try teacher.recordCount() == count)
    #expect(teacher.run("class", "mark", file, "--paper", "\(paper.id)") == 0)
  }

  @Test(arguments: [[0x50, 0x4b, 0x03, 0x04, 0x14], [0xd0, 0xcf, 0x11, 0xe0, 0xa1]])
  func workbookIsNoTable(head: [UInt8]) throws {
    let data = Data(head + [UInt8](repeating: 0, count: 500))
    let file = try teacher.files.write(data, to: "list.xlsx").path
    for command in [["mark", file], ["import", "8a", file]] {
      #expect(teacher.run(["class"] + command) == 65)
      #expect(
        teacher.stage.talk
          == "\(file) is a workbook; save the sheet as CSV in UTF-8 and name that file\n"
      )
    }
    #expect(try teacher.classes().map(\.name) == ["7b"])
  }

  @Test func listWithoutANameIsSaidToBeEmpty() throws {
    let file = try teacher.write("\n\n", to: "names.txt")
    #expect(teacher.run("class", "import", "8a", file) == 65)
    #expect(teacher.stage.talk == "\(file): there is nothing in it\n")
    #expect(try teacher.classes().map(\.name) == ["7b"])
  }

  @Test func paperIsWrittenAtTheBeginningOfItsDay() throws {
    let file = try answerFile()
    let pupil = try teacher.schoolClass().pupils[0].id
    #expect(teacher.run("class", "mark", file) == 0)
    let answers = try teacher.answers(to: paper, by: [pupil])
    #expect(answers.count == 4)
    // 22 November 2026, 0:00 in Pyongyang.
    #expect(answers.allSatisfy { $0.instant.milliseconds == 1_795_273_200_000 })
    #expect(answers.allSatisfy { $0.utcOffset == Steps.offset })
    // On the next machine at another hour of the day nothing is new.
    teacher.stage.environment.makeUUID = { UUID() }
    #expect(teacher.run("class", "mark", file, "--day", "today") == 0)
    #expect(teacher.words.contains("nothing is new."))
  }
}
