import QuizModel
import TestSupport
import Testing

@testable import GameSession

/// What holds of every game, however it is played.
@Suite struct RandomGameTests {
  private static let lines = [
    "a", "b", "c", "1", "2", "t", "f", "", "", "", "hint", "skip", "why", "source", "flag",
    "flag x",
    "score", "undo", "undo", "help", "?", "zzz", "guinea", "gui", "so", "next", "n", "ussr", "ussr",
    "soviet onion", "sweden", "=hint", "=", "1958", "1960", "zzz",
  ]

  private static func items(_ random: inout SplitMix64) -> [Item] {
    (0..<random.below(8)).map { number in
      switch random.below(5) {
      case 0:
        .sampleStatement(random.below(2) == 0, row: "r\(number)", seed: random.next() >> 33)
      case 1: .sampleTyped(row: "r\(number)", seed: random.next() >> 33)
      case 2: .sampleTypedYear(row: "r\(number)", seed: random.next() >> 33)
      default:
        .sampleChoice(
          ["Guinea", "Guinea-Bissau", "Sweden", "Cuba"],
          key: random.below(4),
          row: "r\(number)",
          difficulty: random.below(5) - 2,
          changes: random.below(2) == 0,
          asOf: "2020",
          seed: random.next() >> 33
        )
      }
    }
  }

  private static func play(seed: UInt64) -> GameTable {
    var random = SplitMix64(seed: seed)
    var table = GameTable(items(&random), questions: 1 + random.below(8))
    table.begin()
    for _ in 0..<60 where table.effects.last?.outline != "finish" {
      switch random.below(40) {
      case 0: table.feed(.timedOut(taken: 20_000))
      case 1: table.feed(.ended(.interrupted))
      case 2: table.type("quit")
      default: table.type(lines[random.below(lines.count)])
      }
    }
    table.feed(.ended(.endOfInput))
    return table
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func everyGameKeepsItsPromises(seed: UInt64) throws {
    let table = RandomGameTests.play(seed: seed)
    let outline = table.effects.outline
    for (place, step) in outline.enumerated() {
      if ["say skipped", "say timed out"].contains(step) || step.hasPrefix("say wrong")
        || step.hasPrefix("say right")
      {
        // Whoever reads a verdict can rely on its record.
        #expect(["record answer", "record right answer"].contains(outline[place - 1]))
      }
      if step == "say undone" { #expect(outline[place - 1] == "record retraction") }
    }
    #expect(outline.last == "finish")
    #expect(outline.count { $0 == "finish" } == 1)
    #expect(outline.count { $0.hasPrefix("record closing") } == 1)

    let retracted = Set(
      table.bodies.compactMap { body in
        if case .retracted(let retraction) = body { retraction.answer } else { nil }
      }
    )
    var points = 0
    var right = 0
    var answered = 0
    for (place, body) in table.bodies.enumerated() {
      guard case .answered(let answer) = body else { continue }
      #expect(answer.isRight == (answer.chosenAnswerID == answer.item.answerIDs[answer.item.key]))
      #expect((answer.points > 0) == answer.isRight)
      guard !retracted.contains(table.records[place]) else { continue }
      answered += 1
      points += answer.points
      right += answer.isRight ? 1 : 0
    }
    let summary = try #require(table.summary)
    #expect(summary.score == ScoreSoFar(answered: answered, right: right, points: points))
    #expect(summary.missed.count == answered - right)
  }

  @Test func noItemIsAnsweredTwice() {
    for seed in 0..<200 as Range<UInt64> {
      let facts = RandomGameTests.play(seed: seed).answers.map(\.fact)
      #expect(Set(facts).count == facts.count)
    }
  }
}
