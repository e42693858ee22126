import Classroom
import QuizModel
import ScoreStore
import Testing

/// Lines of the room where somebody is called by a letter.
@Suite struct OneLetterNamesTests {
  private func noted(_ line: String, _ names: [String]) throws -> [String]? {
    let people = SampleClass.participants(names)
    var table = try RoomTable(SampleActivity.game(3, people), people, ledger: Ledger())
    return try table.type(line).noted
  }

  @Test(
    "names come before their answers",
    arguments: [
      ("a b", ["A b"]), ("A B, B A", ["A b", "B a"]), ("b c a d", ["B c", "A d"]),
      ("a a", ["A a"]), ("b -", ["B -"]), ("1a 2b", ["A a", "B b"]), ("1 b", ["A b"]),
    ]
  )
  func namesFirst(_ line: String, _ expected: [String]) throws {
    #expect(try noted(line, ["A", "B"]) == expected)
  }

  @Test("letters run together are an answer a head all the same")
  func runTogether() throws {
    #expect(try noted("ba", ["A", "B"]) == ["A b", "B a"])
    #expect(try noted("b-", ["A", "B"]) == ["A b", "B -"])
    #expect(try noted("dcb", ["A", "B", "Cy"]) == ["A d", "B c", "Cy b"])
  }

  @Test("every pair of a name and an answer is read as one", arguments: 0..<30)
  func everyPair(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let names = Array(random.shuffled(["A", "B", "C", "D", "E", "T", "Zoë"]).prefix(4))
    let marks = ["a", "b", "c", "-"]
    let pairs = random.shuffled(names).prefix(1 + random.below(4)).map { name in
      (name: name, mark: marks[random.below(marks.count)])
    }
    let separator = [" ", ", ", ";"][random.below(3)]
    // With a word of more letters it cannot be taken for a letter a head.
    let line = pairs.map { "\($0.name) \($0.mark)" }.joined(separator: separator)
    #expect(try noted(line, names) == pairs.map { "\($0.name) \($0.mark)" }, "\(line)")
  }

  @Test("where nobody is called by a letter, letters are an answer a head")
  func others() throws {
    #expect(try noted("a b", ["Ada", "Bo"]) == ["Ada a", "Bo b"])
    #expect(try noted("a b", ["Z", "Bo"]) == ["Z a", "Bo b"])
  }
}
