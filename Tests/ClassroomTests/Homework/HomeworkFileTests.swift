import Classroom
import Foundation
import QuizModel
import Testing

/// Homework from a file, which may hold anything under a checksum that fits.
@Suite struct HomeworkFileTests {
  /// A file whose content was changed by somebody who knows how the checksum is made.
  private func forged(_ activity: ClassActivity, _ old: String, _ new: String) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(activity), as: UTF8.self)
    let changed = text.replacingOccurrences(of: old, with: new)
    #expect(changed != text || old == new, "\(old) is not there")
    var hash = StableHash(of: HomeworkFile.format)
    for byte in changed.utf8 { hash.update(byte: byte) }
    let file = """
      {"checksum": "\(hash.hexadecimal)",
       "content": \(changed), "format": "\(HomeworkFile.format)", "version": 1}
      """
    return Array(file.utf8)
  }

  @Test("a forgery that changes nothing of weight is read, so that the others could be")
  func unchanged() throws {
    let homework = try SampleActivity.homework(3)
    #expect(try HomeworkFile.homework(of: forged(homework, "", "")) == homework)
    let other = try HomeworkFile.homework(of: forged(homework, "\"tries\":1", "\"tries\":100"))
    #expect(other.tries == 100)
  }

  @Test(
    "terms that no homework has are refused",
    arguments: [
      ("\"tries\":1", "\"tries\":0"), ("\"tries\":1", "\"tries\":-1"),
      ("\"tries\":1", "\"tries\":101"), ("\"tries\":1", "\"tries\":9223372036854775807"),
      ("\"deadline\":\"2026-12-01\"", "\"deadline\":\"tomorrow\""),
      ("\"deadline\":\"2026-12-01\"", "\"deadline\":\"2026-02-30\""),
    ]
  )
  func terms(_ old: String, _ new: String) throws {
    let day = try #require(CalendarDay("2026-12-01"))
    let bytes = try forged(SampleActivity.homework(3, deadline: day), old, new)
    #expect(throws: SealedFile<ClassActivity>.Problem.unreadable) {
      try HomeworkFile.homework(of: bytes)
    }
  }

  @Test(
    "questions that nobody can mark are refused",
    arguments: [
      ("\"key\":1", "\"key\":9"), ("\"key\":1", "\"key\":-1"),
      ("\"answerID\":\"id-1\"", "\"answerID\":\"id-0\""),
      ("\"difficulty\":0", "\"difficulty\":7"), ("\"form\":\"true-false\"", "\"form\":\"typed\""),
      ("\"form\":\"multiple-choice\"", "\"form\":\"true-false\""),
      ("established/r1", "established/r0"),
    ]
  )
  func questions(_ old: String, _ new: String) throws {
    let bytes = try forged(SampleActivity.homework(9), old, new)
    #expect(throws: SealedFile<ClassActivity>.Problem.unreadable) {
      try HomeworkFile.homework(of: bytes)
    }
  }

  @Test("a paper or a game is no homework")
  func otherKinds() throws {
    for activity in [try SampleActivity.paper(3), try SampleActivity.game(3, [])] {
      #expect(throws: SealedFile<ClassActivity>.Problem.unreadable) {
        try HomeworkFile.homework(of: HomeworkFile.bytes(activity))
      }
    }
  }

  @Test("a paper whose forms ask what is not there is not sound")
  func forms() throws {
    let questions = try SampleActivity.questions(3)
    let options = questions.map { Array($0.options.indices) }
    let wrong = [
      PaperForm(letter: "A", questions: [0, 1, 3], optionOrders: options),
      PaperForm(letter: "A", questions: [0, 1, -1], optionOrders: options),
      PaperForm(letter: "A", questions: [0, 1, 1], optionOrders: options),
      PaperForm(
        letter: "A",
        questions: [0, 1, 2],
        optionOrders: [[0, 0, 1]] + options.dropFirst()
      ),
      PaperForm(letter: "A", questions: [0, 1, 2], optionOrders: Array(options.dropLast())),
    ]
    for form in wrong {
      #expect(try !SampleActivity.of(.paper([form]), questions).isSound)
    }
    let right = PaperForm(letter: "A", questions: [0, 1, 2], optionOrders: options)
    #expect(try SampleActivity.of(.paper([right]), questions).isSound)
  }
}
