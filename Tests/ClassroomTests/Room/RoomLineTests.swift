import Classroom
import QuizModel
import ScoreStore
import Testing

/// What a teacher may type in the room.
@Suite struct RoomLineTests {
  private static let letters = ["a", "b", "c", "d"]
  private static let names = ["Red", "Blue", "Green Dragons", "Ann B", "Ann Clark", "Lee, Jo"]

  private func table(_ names: [String] = Self.names) throws -> RoomTable {
    let people = SampleClass.participants(names)
    return try RoomTable(SampleActivity.game(3, people), people, ledger: Ledger())
  }

  @Test(
    "answers come by number, name or the beginning of one, in one line or several",
    arguments: [
      ("2 b", ["Blue b"]), ("2b", ["Blue b"]), ("2B", ["Blue b"]),
      ("red a, blue c", ["Red a", "Blue c"]),
      ("RED A;Blue C", ["Red a", "Blue c"]), ("r a bl c", ["Red a", "Blue c"]),
      ("red a blue c", ["Red a", "Blue c"]), ("1a 2c", ["Red a", "Blue c"]),
      ("1 a 2c,3 -", ["Red a", "Blue c", "Green Dragons -"]), ("3-", ["Green Dragons -"]),
      ("green dragons b", ["Green Dragons b"]), ("green b", ["Green Dragons b"]),
      ("green dra b", ["Green Dragons b"]), ("ann c a", ["Ann Clark a"]),
      ("ann clark b, red c", ["Ann Clark b", "Red c"]), ("ann b a", ["Ann B a"]),
      ("ann b a, 1c", ["Ann B a", "Red c"]), ("1 c ann b -", ["Red c", "Ann B -"]),
      ("lee, jo b", ["Lee, Jo b"]), ("lee b", ["Lee, Jo b"]), ("1 a 1 b", ["Red a", "Red b"]),
      ("abcabc", ["Red a", "Blue b", "Green Dragons c", "Ann B a", "Ann Clark b", "Lee, Jo c"]),
      (
        "A b - a b c",
        ["Red a", "Blue b", "Green Dragons -", "Ann B a", "Ann Clark b", "Lee, Jo c"]
      ),
      (
        "a,b,-,a,b,c",
        ["Red a", "Blue b", "Green Dragons -", "Ann B a", "Ann Clark b", "Lee, Jo c"]
      ),
    ]
  )
  func answers(_ line: String, _ expected: [String]) throws {
    var table = try table()
    #expect(try table.type(line).noted == expected)
  }

  @Test(
    "what cannot be read is told, and nothing is noted",
    arguments: [
      ("purple a", RoomLineProblem.noParticipant("purple")), ("9a", .noParticipant("9")),
      ("1 z", .noOption("z", labels: Self.letters)), ("1z", .noOption("z", labels: Self.letters)),
      ("abc", .wrongCount(letters: 3, participants: 6)),
      ("a", .wrongCount(letters: 1, participants: 6)),
      ("red", .noLetter("Red")), ("1", .noLetter("Red")), ("1 a blue", .noLetter("Blue")),
      ("hello there", .unknown("hello there")), ("1 a hello", .noParticipant("hello")),
      ("99999999999999999999 a", .noParticipant("99999999999999999999")),
      ("an a", .ambiguousParticipant("an", ["Ann B", "Ann Clark"])), ("xyzzy", .unknown("xyzzy")),
    ]
  )
  func problems(_ line: String, _ expected: RoomLineProblem) throws {
    var table = try table()
    let effects = try table.type(line)
    #expect(effects.problem == expected)
    #expect(effects.outline.last == "ask 0/6")
  }

  @Test("one line is all or nothing")
  func allOrNothing() throws {
    var table = try table()
    try table.type("1a")
    #expect(try table.type("2b, 3b, nobody c").problem == .noParticipant("nobody"))
    #expect(
      try table.type("missing").outline == [
        "say missing Blue, Green Dragons, Ann B, Ann Clark, Lee, Jo", "ask 1/6",
      ]
    )
  }

  @Test("two letters are enough for a command, in whatever case", arguments: RoomCommand.allCases)
  func commands(_ command: RoomCommand) throws {
    let whole = command.rawValue
    for length in 2...whole.count {
      var (typed, complete) = (try table(), try table())
      let short = String(whole.prefix(length))
      let wanted = try complete.type(whole).outline
      #expect(try typed.type(short).outline == wanted)
      #expect(wanted.contains("say problem") == false)
      var upper = try table()
      #expect(try upper.type("  \(short.uppercased()) ").outline == wanted)
    }
    var one = try table()
    #expect(try one.type(String(whole.prefix(1))).outline.first == "say problem")
  }

  @Test("two teams answer by number and letter, statements by t and f")
  func statements() throws {
    let people = SampleClass.participants(["Red", "Blue"])
    var table = try RoomTable(SampleActivity.game(3, people), people, ledger: Ledger())
    #expect(try table.type("2b").noted == ["Blue b"])
    #expect(try table.type("r a").noted == ["Red a"])
    #expect(try table.type("xa").problem == .noOption("x", labels: Self.letters))
    try table.type("skip", "skip")
    #expect(try table.type("tf").noted == ["Red t", "Blue f"])
    #expect(try table.type("red F").noted == ["Red f"])
    #expect(try table.type("2a").problem == .noOption("a", labels: ["t", "f"]))
  }

  @Test("what stood before and is overridden is told, in lines of all too")
  func overriding() throws {
    let people = SampleClass.participants(["Red", "Green"])
    var table = try RoomTable(SampleActivity.game(3, people), people, ledger: Ledger())
    #expect(try table.type("r b").overridden == [])
    #expect(try table.type("a b").overridden == ["Red b"])
    #expect(try table.type("a b").overridden == [])
    #expect(try table.type("2 c 1 -").overridden == ["Green b", "Red a"])
  }

  @Test("a letter that begins a name is not taken for everybody's answers")
  func initials() throws {
    let people = SampleClass.participants(["Red", "Blue"])
    var table = try RoomTable(SampleActivity.game(3, people), people, ledger: Ledger())
    try table.type("red c")
    #expect(
      try table.type("b a").problem
        == .twoReadings("b a", all: "ba", named: "2 a", people: ["Blue"])
    )
    #expect(try table.type("missing").outline.first == "say missing Blue")
    #expect(try table.type("a b").noted == ["Red a", "Blue b"])
    #expect(try table.type("bl a").noted == ["Blue a"])
  }

  @Test("the only one who takes part needs no name")
  func alone() throws {
    var table = try table(["Ada"])
    #expect(try table.type("b").noted == ["Ada b"])
    #expect(try table.type("-").noted == ["Ada -"])
    #expect(try table.type("ada c").noted == ["Ada c"])
  }
}
