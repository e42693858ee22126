import QuizModel
import TestSupport
import Testing

@testable import GameSession

/// Answers that somebody else marks: nothing is told before the end.
@Suite struct GradedTests {
  private let items = [
    Item.sampleChoice(), Item.sampleStatement(true, row: "moz"),
    Item.sampleChoice(row: "swe", seed: 9),
  ]

  private func table(
    questions: Int? = nil,
    tellsMissed: Bool = true,
    earlier: [EarlierResult] = []
  ) -> GameTable {
    GameTable(
      Array(items.dropFirst(earlier.count)),
      questions: questions ?? items.count,
      isGraded: true,
      tellsMissed: tellsMissed,
      earlier: earlier
    )
  }

  /// Everything said before the summary that depends on whether an answer was right.
  private func tells(_ effects: [SessionEffect]) -> Bool {
    effects.contains { effect in
      guard case .say(let message) = effect else { return false }
      switch message {
      case .verdict, .whys, .sources, .score, .summary: return true
      case .question(let question): return question.points != nil || !question.removed.isEmpty
      default: return false
      }
    }
  }

  @Test func answersAreKeptWithoutVerdict() {
    var table = table()
    #expect(table.begin().outline == ["draw", "say question 1/3", "note shown", "ask answer"])
    #expect(table.type("c").outline == ["record right answer", "say kept", "ask go-ahead"])
    table.type("")
    #expect(table.type("f").outline == ["record answer", "say kept", "ask go-ahead"])
    table.type("")
    #expect(table.type("skip").outline == ["record answer", "say kept", "ask last go-ahead"])
    #expect(!tells(table.effects))
    #expect(
      table.type("").outline == ["record closing finished", "say summary 100", "finish"]
    )
  }

  @Test(arguments: ["hint", "why", "source", "score", "undo"])
  func commandsThatTellAreRefused(_ command: String) {
    var table = table()
    table.begin()
    #expect(table.type(command).outline == ["say \(command) not while graded", "ask answer"])
    table.type("a")
    let after = table.type(command).outline
    #expect(after.last == "ask go-ahead")
    #expect(after.first?.hasPrefix("say \(command)") == true)
    #expect(table.bodies.count == 1)
    #expect(!tells(table.effects))
  }

  @Test func answersAreWorthWhatTheyAreWithoutHints() {
    var table = table()
    table.begin()
    table.type("hint", "hint", "c")
    #expect(table.answers.map(\.hints) == [0])
    #expect(table.answers.map(\.points) == [100])
  }

  @Test func timeLimitTellsNothingEither() {
    var table = table()
    table.begin()
    let effects = table.feed(.timedOut(taken: 9_000))
    #expect(effects.outline == ["record answer", "say kept", "ask go-ahead"])
  }

  @Test func whoStopsInTheMiddleLearnsNoResult() {
    for reason in [SessionClosing.Reason.interrupted, .endOfInput, .terminated] {
      var table = table()
      table.begin()
      table.type("a", "")
      let end = table.feed(.ended(reason)).outline
      #expect(end == ["record closing \(reason.rawValue)", "say stopped 1", "finish"])
      #expect(!tells(table.effects))
    }
    var quitting = table()
    quitting.begin()
    #expect(quitting.type("quit").outline.dropFirst() == ["say stopped 0", "finish"])
  }

  @Test func stopsBeforeTheLastAnswerButNotAfterIt() {
    var table = table()
    table.begin()
    table.type("a", "", "f", "")
    var before = table
    #expect(before.type("quit").outline.dropFirst().first == "say stopped 2")
    table.type("c")
    #expect(table.type("quit").outline.dropFirst().first == "say summary 100")
  }

  @Test func missedIsToldOnlyWhereItMayBe() throws {
    for tellsMissed in [true, false] {
      var table = table(tellsMissed: tellsMissed)
      table.begin()
      table.type("a", "", "t", "", "b", "")
      let summary = try #require(table.summary)
      #expect(summary.missed == (tellsMissed ? [items[0], items[2]] : []))
      #expect(summary.score == ScoreSoFar(answered: 3, right: 1, points: 60))
    }
  }

  @Test func gameGoesOnWhereItWasStopped() throws {
    let earlier = [
      EarlierResult(item: items[0], isRight: false, points: 0),
      EarlierResult(item: items[1], isRight: true, points: 60),
    ]
    for isGraded in [true, false] {
      var table = GameTable(
        [items[2]],
        questions: 3,
        isGraded: isGraded,
        earlier: earlier
      )
      #expect(table.begin().outline[1] == "say question 3/3")
      let points = table.messages.compactMap { message -> Int?? in
        if case .question(let question) = message { return question.points }
        return nil
      }
      #expect(points == [isGraded ? nil : 60])
      #expect(table.type("c").outline.last?.hasPrefix("ask last go-ahead") == true)
      table.type("")
      let summary = try #require(table.summary)
      #expect(summary.score == ScoreSoFar(answered: 3, right: 2, points: 160))
      #expect(summary.missed == [items[0]])
    }
  }

  @Test func whatWasAnsweredBeforeCannotBeTakenBack() {
    let earlier = [EarlierResult(item: items[0], isRight: true, points: 100)]
    var table = GameTable(Array(items.dropFirst()), questions: 3, earlier: earlier)
    table.begin()
    #expect(table.type("undo").outline == ["say nothing to undo", "ask answer"])
    table.type("t", "undo")
    #expect(table.type("undo").outline.first == "say nothing to undo")
    #expect(table.bodies.count == 2)
  }

  @Test func stoppedAgainCountsAllThatWasAnswered() {
    let earlier = [EarlierResult(item: items[0], isRight: true, points: 100)]
    var table = table(earlier: earlier)
    table.begin()
    table.type("t", "")
    #expect(table.type("quit").outline.dropFirst().first == "say stopped 2")
  }

  @Test func whatWasAnsweredToTheEndIsOnlySummedUp() throws {
    let earlier = items.map { EarlierResult(item: $0, isRight: true, points: 60) }
    for isGraded in [true, false] {
      var table = GameTable([items[0]], questions: 3, isGraded: isGraded, earlier: earlier)
      #expect(
        table.begin().outline == ["record closing finished", "say summary 180", "finish"]
      )
      #expect(try #require(table.summary).score.answered == 3)
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func noLineMakesItTellAnything(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let lines = [
      "a", "b", "c", "t", "f", "", "next", "hint", "why", "source", "score", "undo", "skip",
      "help", "flag odd", "cuba", "zzz", "?", "2",
    ]
    var table = table()
    table.begin()
    for _ in 0..<30 where table.summary == nil {
      let effects = table.type(lines[random.below(lines.count)])
      if table.summary == nil { #expect(!tells(effects)) }
    }
    #expect(Set(table.answers.map(\.fact)).count == table.answers.count)
    #expect(!table.bodies.contains { if case .retracted = $0 { true } else { false } })
  }
}
