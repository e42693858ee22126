import Classroom
import Foundation
import QuizModel
import TestSupport
import Testing

/// Files that version 1.0.0 wrote, which are read for ever, and files of versions to come.
@Suite struct FirstVersionTests {
  private func file(_ name: String) throws -> [UInt8] {
    let folder = SourceTree.root.appendingPathComponent("Tests/ClassroomTests/Fixtures")
    return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  private func result(_ bytes: [UInt8]) throws(SealedFile<HandIn>.Problem) -> HandIn {
    try SealedFile.content(of: bytes, format: HandIn.format, version: HandIn.version)
  }

  @Test("a homework and a result of 1.0.0 are read")
  func read() throws {
    let homework = try HomeworkFile.homework(of: file("homework-1.0.0.json"))
    #expect(homework.title == "Ж \"Köln\" \\ é")
    #expect(homework.questions.count == 3)
    #expect(homework.terms?.tries == 2)
    let result = try result(file("result-1.0.0.json"))
    #expect(result.homework == homework.id)
    #expect(result.pupil == "Zoë Lee")
    #expect(result.attempts.map(\.answers.count) == [3, 1])
  }

  @Test("an edit by hand of either version is seen")
  func edits() throws {
    let first = try file("result-1.0.0.json")
    let second = try SealedFile.bytes(
      try result(first),
      format: HandIn.format,
      version: HandIn.version
    )
    for bytes in [first, second] {
      let text = String(decoding: bytes, as: UTF8.self)
      for (old, new) in [
        ("\"option\" : 1", "\"option\" : 0"), ("Zoë Lee", "Zoe Lee"),
        ("\"taken\" : 0", "\"taken\" : 7"),
        ("\"question\" : 0", "\"note\" : 1,\n            \"question\" : 0"),
      ] {
        let edited = text.replacingOccurrences(of: old, with: new)
        #expect(edited != text, "\(old)")
        #expect(throws: SealedFile<HandIn>.Problem.edited, "\(old)") {
          try result(Array(edited.utf8))
        }
      }
    }
    // The version is part of what is sealed: a file does not pass for one of the other.
    for (bytes, old, new) in [(first, 1, 2), (second, 2, 1)] {
      let text = String(decoding: bytes, as: UTF8.self)
      let edited = text.replacingOccurrences(
        of: "\"version\" : \(old)",
        with: "\"version\" : \(new)"
      )
      #expect(throws: SealedFile<HandIn>.Problem.edited) { try result(Array(edited.utf8)) }
    }
  }

  /// What a later program may write in the second version.
  private struct LaterResult: Codable {
    let attempts: [HandIn.Attempt]
    let device: String
    let homework: ActivityID
    let learner: LearnerID
    let pupil: String
  }

  @Test("a file of the second version with a field that is not known is read")
  func unknownField() throws {
    let known = try result(file("result-1.0.0.json"))
    let later = LaterResult(
      attempts: known.attempts,
      device: "a \\ \"tablet\" {",
      homework: known.homework,
      learner: known.learner,
      pupil: known.pupil
    )
    let bytes = try SealedFile.bytes(later, format: HandIn.format, version: 2)
    #expect(try result(bytes) == known)
    let edited = String(decoding: bytes, as: UTF8.self).replacingOccurrences(
      of: "tablet",
      with: "phone"
    )
    #expect(throws: SealedFile<HandIn>.Problem.edited) { try result(Array(edited.utf8)) }
  }
}
