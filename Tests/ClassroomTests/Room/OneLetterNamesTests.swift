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
      ("A B, B A", ["A b", "B a"]), ("b c a d", ["B c", "A d"]), ("1a 2b", ["A a", "B b"]),
      ("1 b", ["A b"]),
    ]
  )
  func namesFirst(_ line: String, _ expected: [String]) throws {
    #expect(try noted(line, ["A", "B"]) == expected)
  }

  @Test(
    "what could be a letter a head as well is refused, with what to type",
    arguments: [
      ("a b", "ab", "1 b", ["A"]), ("a a", "aa", "1 a", ["A"]), ("b -", "b-", "2 -", ["B"]),
      ("B A", "ba", "2 a", ["B"]),
    ]
  )
  func twoReadings(_ line: String, _ all: String, _ named: String, _ who: [String]) throws {
    let people = SampleClass.participants(["A", "B"])
    var table = try RoomTable(SampleActivity.game(3, people), people, ledger: Ledger())
    let problem = try table.type(line).problem
    #expect(
      problem == .twoReadings(line.lowercased(), all: all, named: named, people: who)
    )
    #expect(try table.type("missing").outline.first == "say missing A, B")
    // Each way that it names is read as it says.
    #expect(try table.type(named).noted?.count == 1)
    #expect(try table.type(all).noted?.count == 2)
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
    let line = pairs.map { "\($0.name) \($0.mark)" }.joined(separator: separator)
    // With a word of more letters, or another number of them, it cannot be a letter a head.
    let isOfAll = pairs.count == 2 && pairs.allSatisfy { ["A", "B", "C", "D"].contains($0.name) }
    guard !isOfAll else {
      #expect(try noted(line, names) == nil, "\(line)")
      return
    }
    #expect(try noted(line, names) == pairs.map { "\($0.name) \($0.mark)" }, "\(line)")
  }

  @Test("where no name begins with a letter that is typed first, letters are an answer a head")
  func others() throws {
    #expect(try noted("a b", ["Ada", "Bo"]) == nil)
    #expect(try noted("ab", ["Ada", "Bo"]) == ["Ada a", "Bo b"])
    #expect(try noted("a b", ["Z", "Bo"]) == ["Z a", "Bo b"])
  }
}
