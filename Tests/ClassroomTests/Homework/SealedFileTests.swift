import Classroom
import Foundation
import QuizModel
import Testing

/// Files that show whether somebody has edited them.
@Suite struct SealedFileTests {
  private let homework: ClassActivity
  private let results: HandIns

  init() throws {
    homework = try SampleActivity.homework(
      4,
      deadline: try #require(CalendarDay("2026-12-01")),
      tries: 2
    )
    results = HandIns(homework, try SampleClass.make(), seed: 3)
  }

  private func read(_ bytes: [UInt8]) throws(SealedFile<HandIn>.Problem) -> HandIn {
    try SealedFile.content(of: bytes, format: HandIn.format, version: HandIn.version)
  }

  @Test("come back as they were written, byte for byte the same each time")
  func roundTrip() throws {
    let bytes = try HomeworkFile.bytes(homework)
    #expect(try HomeworkFile.homework(of: bytes) == homework)
    #expect(try HomeworkFile.bytes(homework) == bytes)
    #expect(bytes.last == 0x0a)
    for place in results.whole.indices {
      let read = try read(results.bytes(place, tries: 2))
      #expect(read.attempts == results.whole[place].attempts)
      #expect(read.pupil == results.whole[place].pupil.name)
      #expect(read.homework == homework.id)
    }
  }

  @Test("an edit of one letter or digit is never read as something else", arguments: 0..<6)
  func anyEdit(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bytes = try results.bytes(Int(seed), tries: 2)
    let original = try read(bytes)
    let places = bytes.indices.filter { UInt8(ascii: "0") <= bytes[$0] }
    var refused = 0
    for place in places {
      var edited = bytes
      let digits = Array("0123456789".utf8)
      let others = Array("abcdefgABCDEFG-+.{}[]\",:".utf8)
      let alphabet = digits.contains(bytes[place]) ? digits : digits + others
      edited[place] = alphabet[random.below(alphabet.count)]
      guard edited != bytes else { continue }
      do throws(SealedFile<HandIn>.Problem) {
        // Capital and small letters of an id are one.
        #expect(try read(edited) == original, "at \(place)")
      } catch {
        refused += 1
      }
    }
    #expect(refused > places.count * 3 / 4)
  }

  @Test("a digit that was changed in what it holds is told as an edit")
  func editedDigit() throws {
    let text = String(decoding: try results.bytes(0, tries: 1), as: UTF8.self)
    let edits = [
      ("\"number\" : 1", "\"number\" : 2"), ("\"question\" : 0", "\"question\" : 9"),
      ("\"pupil\" : \"Ada\"", "\"pupil\" : \"Eve\""), ("Europe/Berlin", "Europe/Paris"),
      ("\"homework\" : \"WRK000\"", "\"homework\" : \"WRK001\""),
      ("\"checksum\" : \"", "\"checksum\" : \"0"),
    ]
    for (old, new) in edits {
      let edited = text.replacingOccurrences(of: old, with: new)
      #expect(edited != text, "\(old)")
      #expect(throws: SealedFile<HandIn>.Problem.edited) { try read(Array(edited.utf8)) }
    }
  }

  @Test("an answer that is taken away, added or moved is told as an edit")
  func editedAnswers() throws {
    let bytes = try results.bytes(0, tries: 1)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    )
    let content = try #require(json["content"] as? [String: Any])
    let attempts = try #require(content["attempts"] as? [[String: Any]])
    let answers = try #require(attempts.first?["answers"] as? [Any])
    let others: [[Any]] = [
      Array(answers.dropLast()), answers + [answers[0]], Array(answers.reversed()), [],
    ]
    for other in others {
      var (edited, changed, first) = (json, content, attempts[0])
      first["answers"] = other
      changed["attempts"] = [first]
      edited["content"] = changed
      let data = try JSONSerialization.data(withJSONObject: edited)
      #expect(throws: SealedFile<HandIn>.Problem.edited) { try read(Array(data)) }
    }
    // With other blanks and line ends it is the same file.
    let text = String(decoding: bytes, as: UTF8.self)
    for (old, new) in [("\n", "\r\n"), ("\n  ", "\n\t"), (" : ", ":")] {
      let same = text.replacingOccurrences(of: old, with: new)
      #expect(try read(Array(same.utf8)).attempts == results.whole[0].attempts.dropLast())
    }
  }

  @Test("what is none, another kind, newer or too large is told")
  func others() throws {
    typealias Problem = SealedFile<HandIn>.Problem
    let bytes = try results.bytes(0, tries: 1)
    for broken in [
      [], Array("{}".utf8), Array("Dear diary".utf8), Array(bytes.prefix(300)), [0xff],
    ] {
      #expect(throws: Problem.unreadable) { try read(broken) }
    }
    #expect(throws: Problem.otherKind("attache-homework")) {
      try read(HomeworkFile.bytes(homework))
    }
    #expect(throws: Problem.newer(version: 3)) {
      try read(HandIns.bytes(homework.id, "Ada", [], version: 3))
    }
    let spaces = [UInt8](repeating: 0x20, count: SealedFile<HandIn>.limit)
    #expect(throws: Problem.tooLarge(limit: 16 << 20)) { try read(bytes + spaces) }
  }

  @Test("random bytes and truncations never trap", arguments: 0..<40)
  func noise(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bytes = try results.bytes(1, tries: 2)
    for _ in 0..<(1 + random.below(5)) {
      bytes[random.below(bytes.count)] = UInt8(random.below(256))
    }
    let cut = Array(bytes.prefix(random.below(bytes.count)))
    #expect((try? read(cut)) == nil)
    let whole = try? read(bytes)
    let original = try read(results.bytes(1, tries: 2))
    #expect(whole == nil || whole == original)
  }
}
