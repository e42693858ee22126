import GameSession
import QuizModel
import TestSupport
import Testing

/// Questions whose answer is typed.
@Suite struct TypedAnswerTests {
  private static let first = Item.sampleTyped()
  private static let year = Item.sampleTypedYear()

  private func table(_ items: [Item] = [first, year]) -> GameTable {
    var table = GameTable(items)
    table.begin()
    return table
  }

  /// What is typed at the first question, what follows, and the choice in the log.
  struct Typed: CustomTestStringConvertible {
    let line: String
    let outline: [String]
    let choice: Choice
    var points = 0

    var testDescription: String { line }
  }

  static let counting = [
    Typed(
      line: "ussr",
      outline: ["record right answer", "say right", "ask go-ahead or undo"],
      choice: .typed("ussr", answerID: "sun"),
      points: 150
    ),
    Typed(
      line: "  The Soviet   UNION ",
      outline: ["record right answer", "say right", "ask go-ahead or undo"],
      choice: .typed("The Soviet UNION", answerID: "sun"),
      points: 150
    ),
    Typed(
      line: "Sovjet Union",
      outline: [
        "record right answer", "say right, spelt the Soviet Union", "ask go-ahead or undo",
      ],
      choice: .typed("Sovjet Union", answerID: "sun"),
      points: 150
    ),
    Typed(
      line: "sweden",
      outline: ["record answer", "say wrong Sweden did so in 1973.", "ask go-ahead or undo"],
      choice: .typed("sweden", answerID: "swe")
    ),
    Typed(
      line: "Zambia",
      outline: ["record answer", "say wrong", "ask go-ahead or undo"],
      choice: .typed("Zambia", answerID: "zmb")
    ),
    Typed(
      line: "skip",
      outline: ["record answer", "say skipped", "ask go-ahead or undo"],
      choice: .dontKnow
    ),
    Typed(
      line: "=Hint",
      outline: ["record answer", "say wrong", "ask go-ahead or undo"],
      choice: .typed("Hint", answerID: "hint")
    ),
  ]

  @Test(arguments: counting)
  func nameThatTheBankKnowsCounts(_ typed: Typed) throws {
    var table = table()
    #expect(table.type(typed.line).outline == typed.outline)
    let answer = try #require(table.answers.first)
    #expect(answer.choice == typed.choice)
    #expect(answer.points == typed.points)
    #expect(answer.isRight == (typed.points > 0))
    #expect(answer.item == ShownItem(TypedAnswerTests.first))
    #expect(answer.correctAnswer == "the Soviet Union")
    #expect(answer.hints == 0)
  }

  @Test func textThatIsNoNameIsAskedAboutOnce() throws {
    var table = table()
    #expect(table.type("Atlantis").outline == ["say unknown name Atlantis", "ask answer"])
    #expect(table.answers.isEmpty)
    #expect(
      table.type(" ATLANTIS ").outline == ["record answer", "say wrong", "ask go-ahead or undo"]
    )
    #expect(table.answers.first?.choice == .typed("ATLANTIS", answerID: nil))
  }

  @Test func slipCostsNothing() {
    var table = table()
    table.type("Sovjt Uniun")
    #expect(table.type("Soviet Uniom").outline.first == "say unknown name Soviet Uniom")
    #expect(table.type("Soviet Union").outline.first == "record right answer")
    #expect(table.answers.first?.points == 150)
  }

  @Test func doubtOfOneQuestionDoesNotReachTheNext() {
    var table = table([.sampleTyped(), .sampleTyped(row: "b")])
    table.type("Atlantis", "skip", "")
    #expect(table.type("Atlantis").outline.first == "say unknown name Atlantis")
  }

  @Test func partOfANameIsNeverAnAnswer() {
    var table = table()
    for _ in 0..<3 {
      #expect(table.type("Soviet").outline == ["say part of a name Soviet", "ask answer"])
    }
    #expect(table.type("Dominican").outline == ["say part of a name Dominican", "ask answer"])
    #expect(table.answers.isEmpty)
  }

  @Test func yearIsFourDigitsOrAskedAgain() throws {
    var table = table([TypedAnswerTests.year])
    for line in ["58", "long ago", "19588", "long ago"] {
      #expect(table.type(line).outline == ["say unknown \(line)", "ask answer"])
    }
    #expect(table.type("1960").outline.prefix(2) == ["record answer", "say wrong"])
    let answer = try #require(table.answers.first)
    #expect(answer.choice == .typed("1960", answerID: "1960"))
    #expect(answer.item.answerIDs == ["1958"])
  }

  /// A line that is a command here, and one that is not.
  static let commands: [(String, String)] = [
    ("?", "say help for answer"), ("HELP", "say help for answer"), ("score", "say score 0/0 0"),
    ("why", "say why only after"), ("source", "say source only after"),
    ("next", "say next only after"), ("undo", "say nothing to undo"),
    ("he", "say unknown name he"), ("so", "say unknown name so"), ("n", "say unknown name n"),
    ("skip it", "say unknown name skip it"), ("", "say answer wanted"),
    ("...", "say answer wanted"),
    ("=", "say answer wanted"), ("= ?", "say answer wanted"), ("a", "say unknown name a"),
  ]

  @Test(arguments: commands)
  func onlyWholeWordsAreCommands(line: String, said: String) {
    var table = table()
    #expect(table.type(line).outline == [said, "ask answer"])
    #expect(table.bodies.isEmpty)
  }

  @Test func flagTakesANote() {
    var table = table()
    #expect(
      table.type("flag It was Mongolia").outline == ["record flag", "say flagged", "ask answer"]
    )
  }

  @Test func everyCommandCanBeAnAnswer() {
    for command in Command.allCases {
      let word = command.rawValue
      var table = table([.sampleTyped([word], id: word, others: [])])
      #expect(table.type("=\(word)").outline.first == "record right answer", "\(word)")
      #expect(table.answers.first?.choice == .typed(word, answerID: word))
    }
  }

  @Test func hintTellsLettersOnceForHalfThePoints() throws {
    var table = table()
    let effects = table.type("hint")
    #expect(effects.outline == ["say question 1/2", "ask answer"])
    guard case .say(.question(let question))? = effects.first else {
      Issue.record("no question")
      return
    }
    #expect(question.clue?.firstLetter == "S")
    #expect(question.clue?.wordLengths == [6, 5])
    #expect(table.type("hint").outline == ["say no hint", "ask answer"])
    table.type("ussr")
    let answer = try #require(table.answers.first)
    #expect(answer.hints == 1)
    #expect(answer.points == 75)
    table.type("")
    guard case .question(let next)? = table.messages.last else {
      Issue.record("no question")
      return
    }
    #expect(next.clue == nil)
  }

  @Test func yearHasNoHint() {
    var table = table([TypedAnswerTests.year])
    #expect(table.type("hint").outline == ["say no hint", "ask answer"])
    table.type("1958")
    #expect(table.answers.first?.points == 150)
  }

  /// An answer, and what a hint tells of it.
  static let clues: [(answer: String, first: String, lengths: [Int])] = [
    ("Cuba", "C", [4]), ("Côte d'Ivoire", "C", [4, 7]), ("Guinea-Bissau", "G", [6, 6]),
    ("the Republic of the Congo", "R", [8, 2, 3, 5]), ("평양직할시", "평", [5]),
    ("Österreich", "Ö", [10]),
  ]

  @Test(arguments: clues)
  func hintFitsTheAnswerAsItIsWritten(_ clue: (answer: String, first: String, lengths: [Int])) {
    let told = TypedClue(.sampleTyped([clue.answer], id: "x", others: []))
    #expect(told?.firstLetter == clue.first)
    #expect(told?.wordLengths == clue.lengths)
  }

  @Test(arguments: ["UN", "Xi", "the", "..."])
  func hintThatWouldGiveTheAnswerAwayIsNone(answer: String) {
    #expect(TypedClue(.sampleTyped([answer], id: "x", others: [])) == nil)
  }

  @Test func hostileTextIsKeptShortAndClean() throws {
    for text in [
      String(repeating: "a", count: 100_000),
      "\u{1b}]0;title\u{7}" + String(repeating: "x\u{202e}", count: 9_000),
      "G" + String(repeating: "\u{301}", count: 100_000),
    ] {
      var table = table()
      table.type(text, text)
      let answer = try #require(table.answers.first)
      guard case .typed(let kept, nil) = answer.choice else {
        Issue.record("\(answer.choice)")
        return
      }
      #expect(kept.unicodeScalars.count <= 200)
      #expect(!kept.unicodeScalars.contains { $0.properties.generalCategory == .control })
      #expect(!answer.isRight)
    }
  }

  @Test func timeThatRunsOutIsRecorded() {
    var table = table()
    table.type("Atlantis")
    #expect(table.feed(.timedOut(taken: 20_000)).outline.first == "record answer")
    #expect(table.answers.first?.choice == .timedOut)
  }

  @Test func typedAnswerIsTakenBackLikeAnyOther() {
    var table = table()
    table.type("sweden")
    #expect(table.type("undo").outline.prefix(2) == ["record retraction", "say undone"])
  }
}
