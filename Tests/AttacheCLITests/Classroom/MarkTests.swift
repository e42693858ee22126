import Classroom
import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI

/// Marking: what is taken in, once and for all, and what is not.
@Suite struct MarkTests {
  private let teacher: Teacher
  private let paper: ClassActivity
  private let a: PaperSheet
  private let b: PaperSheet

  init() throws {
    teacher = try Teacher()
    try teacher.makeClass()
    paper = try teacher.printPaper("--forms", "2", "--form", "multiple-choice")
    a = paper.sheets[0]
    b = paper.sheets[1]
  }

  private struct Report: Decodable {
    struct Pupil: Decodable, Equatable {
      let number: Int
      let name: String
      let right: Int
      let blank: Int?
    }

    let pupils: [Pupil]
  }

  private func rights() throws -> [Int: Int] {
    try #require(teacher.run("class", "report", paper.id.description, "--json") == 0)
    let report = try JSONDecoder().decode(Report.self, from: Data(teacher.stage.output.utf8))
    return Dictionary(uniqueKeysWithValues: report.pupils.map { ($0.number, $0.right) })
  }

  @Test func answersOfEachFormAreToldInTheReport() throws {
    let lines = ["pupil,form,answers", "1,A,\(a.rightLetters)", "ben okoro,b,\(b.wrongLetters)"]
    #expect(try teacher.mark(paper, lines) == 0)
    #expect(teacher.stage.talk == "")
    #expect(
      teacher.words == "Marked paper \(paper.id) for 2 pupils of 7b; 12 records new. On average "
        + "2.0 were right. The results: attache class report \(paper.id)"
    )
    #expect(try rights() == [1: 4, 2: 0])
    teacher.run("class", "report", paper.id.description)
    #expect(teacher.words.contains("Questions are numbered as on form A. Absent, 1: Chloé"))
    #expect(teacher.words.contains("2 pupils of 3, 4 questions."))
    teacher.expectSoundLog()
  }

  @Test func markingTwiceChangesNothing() throws {
    let lines = ["1,A,\(a.rightLetters)", "2,B,\(b.wrongLetters)", "3,A,----"]
    #expect(try teacher.mark(paper, lines) == 0)
    let count = try teacher.recordCount()
    let results = try rights()
    for _ in 0..<2 {
      #expect(try teacher.mark(paper, lines) == 0)
      #expect(teacher.words.contains("for 3 pupils of 7b; nothing is new."))
      #expect(try teacher.recordCount() == count)
      #expect(try rights() == results)
    }
    teacher.expectSoundLog()
  }

  @Test func correctedLetterTakesThePlaceOfTheOneBefore() throws {
    #expect(try teacher.mark(paper, ["1,A,\(a.wrongLetters)"]) == 0)
    #expect(try rights() == [1: 0])
    let corrected = String(a.rightLetters.prefix(1)) + String(a.wrongLetters.dropFirst())
    #expect(try teacher.mark(paper, ["1,A,\(corrected)"], "--replace") == 0)
    #expect(teacher.words.contains("; 2 records new."))
    #expect(try rights() == [1: 1])
    // And back, and there once more.
    #expect(try teacher.mark(paper, ["1,A,\(a.wrongLetters)"], "--replace") == 0)
    #expect(try rights() == [1: 0])
    #expect(try teacher.mark(paper, ["1,A,\(corrected)"], "--replace") == 0)
    #expect(try rights() == [1: 1])
    teacher.expectSoundLog()
  }

  @Test func correctedFormTakesThePlaceOfTheOneBefore() throws {
    #expect(try teacher.mark(paper, ["1,A,\(b.rightLetters)"]) == 0)
    #expect(try teacher.mark(paper, ["1,B,\(b.rightLetters)"], "--replace") == 0)
    #expect(try rights() == [1: 4])
  }

  @Test func wrongLinesAreNamedAndTheRestTaken() throws {
    let lines = [
      "Pupil;Form;1;2;3;4", "1;A;\(a.rightLetters.map { String($0) }.joined(separator: ";"))",
      "9;A;\(a.rightLetters)", "2;C;\(a.rightLetters)", "2;A;zzzz", "2;A;\(a.rightLetters)a",
      "2;A", "Ada Lee;B;\(b.rightLetters)", "", "3;b;\(b.rightLetters.uppercased())",
    ]
    #expect(try teacher.mark(paper, lines) == 65)
    let file = teacher.path("answers.csv")
    #expect(
      teacher.stage.talk.split(separator: "\n").map {
        $0.replacingOccurrences(of: file, with: "FILE")
      } == [
        "FILE:3: nobody is called \"9\" in 7b", "FILE:4: there is no form \"C\"; there are A, B",
        "FILE:5: question 1: \"z\" is none of \(a.entries[0].labels.joined(separator: ", ")), or -",
        "FILE:6: 5 answers, but the form has 4; write - for none",
        "FILE:8: Ada Lee stands on line 2 already",
        "5 lines left out, the rest taken; mend and run it again: nothing counts twice",
      ]
    )
    #expect(try rights() == [1: 4, 3: 4])
    // Mended and marked again, each counts once.
    let mended = [lines[1], "2;A;\(a.wrongLetters)", lines[9]]
    #expect(try teacher.mark(paper, mended) == 0)
    #expect(try rights() == [1: 4, 2: 0, 3: 4])
    teacher.expectSoundLog()
  }

  @Test func unknownPaperIsSaid() throws {
    let file = try teacher.write("1,A,\(a.rightLetters)\n", to: "answers.csv")
    #expect(teacher.run("class", "mark", file, "--paper", "ZZZZZZ") == 64)
    #expect(
      teacher.stage.talk
        == "no paper, game or homework \"ZZZZZZ\"; attache class show and list tell their ids\n"
    )
    #expect(teacher.run("class", "mark", file, "--paper", "../../x") == 64)
    let homework = ["class", "assign", "--output", teacher.path("h.json"), "--questions", "2"]
    #expect(teacher.run(homework + Teacher.bank) == 0)
    let id = try #require(try teacher.activities().last?.id)
    #expect(teacher.run("class", "mark", file, "--paper", "\(id)") == 64)
    #expect(teacher.stage.talk == "\(id) is no paper; attache class show lists them\n")
    // Without an id it is the latest paper, whatever came after; ids may be typed in small letters.
    #expect(teacher.run("class", "mark", file) == 0)
    #expect(teacher.run("class", "mark", file, "--paper", paper.id.description.lowercased()) == 0)
    #expect(try rights() == [1: 4])
  }

  @Test func dayOnWhichItWasWrittenIsKept() throws {
    let lines = ["1,A,\(a.rightLetters)"]
    #expect(try teacher.mark(paper, lines, "--day", "2026-11-20") == 0)
    let log = try teacher.openLog()
    let pupil = try teacher.schoolClass().pupils[0]
    let days = Set(
      try log.sittingAnswers(in: paper.sessions(of: [pupil.id])).map { answer in
        CalendarDay(
          LocalInstant(instant: answer.instant, zone: "Asia/Pyongyang", offset: Steps.offset)
        ).description
      }
    )
    #expect(days == ["2026-11-20"])
  }

  @Test(arguments: ["2026-11-23", "tomorrow", "in 3 weeks"])
  func dayThatHasNotComeIsRefused(day: String) throws {
    #expect(!FileManager.default.fileExists(atPath: teacher.stage.log.path))
    #expect(try teacher.mark(paper, ["1,A,\(a.rightLetters)"], "--day", day) == 64)
    #expect(teacher.stage.talk.contains("has not come yet"))
    #expect(try teacher.mark(paper, ["1,A,\(a.rightLetters)"], "--day", "soonish") == 64)
    #expect(try teacher.recordCount() == 0)
  }

  @Test func pupilsAreNobodyInTheTeachersOwnAccount() throws {
    let lines = ["1,A,\(a.rightLetters)", "2,B,\(b.rightLetters)"]
    #expect(try teacher.mark(paper, lines) == 0)
    for command in [
      ["learner", "list"], ["scores"], ["history"], ["history", "--answers"],
      ["stats"] + Teacher.bank, ["home"] + Teacher.bank,
    ] {
      #expect(teacher.run(command, typing: ["q"]) == 0)
      for word in Teacher.pupils + ["100 points", "of 8"] {
        #expect(!teacher.stage.transcript.contains(word), "\(command): \(teacher.stage.transcript)")
      }
    }
    #expect(try teacher.openLog().learners().isEmpty)
    #expect(try teacher.openLog().sessions(limit: 10).isEmpty)
    #expect(try teacher.openLog().scores().isEmpty)
  }

  @Test func emptyOrStrangeFilesTakeNothingIn() throws {
    var random = SplitMix64(seed: 5)
    let noise = Data((0..<50_000).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    for (data, isEmpty) in [
      (Data(), true), (Data("\n\n;;\n".utf8), true), (Data("pupil,form,answers\n".utf8), true),
      (noise, false), (Data(repeating: 0x22, count: 100_000), false),
      (Data(String(repeating: "1,A,", count: 20_000).utf8), false),
    ] {
      let file = try teacher.files.write(data, to: "strange.csv").path
      #expect(teacher.run("class", "mark", file, "--paper", paper.id.description) == 65)
      let words = "Marked paper \(paper.id) for 0 pupils of 7b; nothing is new."
      #expect(teacher.stage.output.hasPrefix(isEmpty ? "" : words))
      #expect((teacher.stage.talk == "\(file): there is nothing in it\n") == isEmpty)
      let controls = teacher.stage.talk.unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n"
      }
      #expect(controls.isEmpty)
      #expect(teacher.stage.talk.split(separator: "\n").allSatisfy { $0.utf8.count < 1000 })
    }
    #expect(try teacher.recordCount() == 0)
  }
}
