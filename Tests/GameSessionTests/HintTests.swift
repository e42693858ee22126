import GameSession
import QuizModel
import TestSupport
import Testing

/// Hints: a wrong option less, for points.
@Suite struct HintTests {
  private static let names = ["Cuba", "Sweden", "Guinea", "Mali", "Peru"]

  private static func removed(after effects: [SessionEffect]) -> Set<Int>? {
    for case .say(.question(let question)) in effects { return question.removed }
    return nil
  }

  @Test(arguments: 3...5)
  func eachHintTakesAWrongOptionUntilTwoAreLeft(options: Int) {
    for key in 0..<options {
      for seed in 0..<20 as Range<UInt64> {
        let names = Array(HintTests.names.prefix(options))
        var table = GameTable([.sampleChoice(names, key: key, seed: seed)])
        table.begin()
        for hint in 1...(options - 2) {
          let effects = table.type("hint")
          #expect(effects.outline == ["say question 1/1", "ask answer"])
          let removed = HintTests.removed(after: effects)
          #expect(removed?.count == hint)
          #expect(removed?.contains(key) == false)
        }
        #expect(table.type("hint").outline == ["say no hint", "ask answer"])
      }
    }
  }

  @Test func hintTakesEveryWrongOptionForSomeSeed() {
    var taken: Set<Int> = []
    for seed in 0..<40 as Range<UInt64> {
      var table = GameTable([.sampleChoice(HintTests.names, key: 1, seed: seed)])
      table.begin()
      taken.formUnion(HintTests.removed(after: table.type("hint")) ?? [])
    }
    #expect(taken == [0, 2, 3, 4])
  }

  @Test func removedOptionCannotBeChosenByAnyName() throws {
    var table = GameTable([.sampleChoice(HintTests.names, key: 1)])
    table.begin()
    let place = try #require(HintTests.removed(after: table.type("hint"))?.first)
    let name = HintTests.names[place]
    let label = String(Array("abcde")[place])
    for line in [label, String(place + 1), name, String(name.prefix(3)), name.uppercased()] {
      #expect(table.type(line).outline == ["say removed \(name)", "ask answer"])
    }
    #expect(table.answers.isEmpty)
  }

  @Test func whatIsAskedForAfterAHintLeavesOutTheRemovedOption() throws {
    var table = GameTable([.sampleChoice(HintTests.names, key: 1)])
    table.begin()
    let place = try #require(HintTests.removed(after: table.type("hint"))?.first)
    #expect(table.type("Belgium").outline.first == "say unknown Belgium, without [\(place)]")
    #expect(table.type("").outline.first == "say answer wanted, without [\(place)]")
  }

  @Test func hintsHalveThePointsAndAreRecorded() throws {
    var table = GameTable([.sampleChoice(HintTests.names, key: 1)])
    table.begin()
    table.type("hint", "hint", "b")
    let answer = try #require(table.answers.first)
    #expect(answer.hints == 2)
    #expect(answer.points == 30)
    #expect(answer.isRight)
  }

  @Test func hintsOfOneQuestionDoNotReachTheNext() throws {
    let second = Item.sampleChoice(HintTests.names, key: 1, row: "per")
    var table = GameTable([.sampleChoice(), second])
    table.begin()
    table.type("hint", "c", "")
    guard case .question(let question)? = table.messages.last else {
      Issue.record("no question")
      return
    }
    #expect(question.removed.isEmpty)
    table.type("b")
    #expect(table.answers.map(\.hints) == [1, 0])
  }

  @Test func statementHasNoHint() {
    var table = GameTable([.sampleStatement(true)])
    table.begin()
    #expect(table.type("hint").outline == ["say no hint", "ask answer"])
    #expect(table.type("t").outline.first == "record right answer")
    #expect(table.answers.first?.points == 60)
  }

  @Test func sameItemGivesTheSameHint() {
    let removed = (0..<3).map { _ in
      var table = GameTable([.sampleChoice(HintTests.names, key: 4, seed: 99)])
      table.begin()
      return HintTests.removed(after: table.type("hint"))
    }
    #expect(Set(removed).count == 1)
  }
}
