import GameSession
import QuizModel
import TestSupport
import Testing

/// Points: more for what is harder, less for hints, never for speed.
@Suite struct ScoringTests {
  private static let names = ["Cuba", "Sweden", "Guinea", "Mali", "Peru"]

  private static func choice(_ options: Int, difficulty: Int) -> Item {
    .sampleChoice(Array(names.prefix(options)), key: 0, difficulty: difficulty)
  }

  /// Options (2 for a statement), difficulty, hints, points.
  static let table: [(options: Int, difficulty: Int, hints: Int, points: Int)] = [
    (3, -2, 0, 60), (3, -1, 0, 80), (3, 0, 0, 100), (3, 1, 0, 120), (3, 2, 0, 140),
    (4, 0, 0, 110), (5, 0, 0, 120), (5, 2, 0, 160),
    (3, 0, 1, 50), (3, 1, 1, 60), (4, 0, 2, 25), (5, 0, 3, 15), (3, -2, 1, 30),
    (2, -2, 0, 35), (2, 0, 0, 60), (2, 2, 0, 80),
  ]

  @Test(arguments: table)
  func pointsAreAsWritten(options: Int, difficulty: Int, hints: Int, points: Int) {
    let item =
      options == 2
      ? Item.sampleStatement(true, difficulty: difficulty)
      : ScoringTests.choice(options, difficulty: difficulty)
    #expect(Scoring.points(for: item, hints: hints) == points)
  }

  @Test func pointsAreMultiplesOfFiveAndNeverNothing() {
    for options in 3...5 {
      for difficulty in -2...2 {
        for hints in 0...6 {
          let item = ScoringTests.choice(options, difficulty: difficulty)
          let points = Scoring.points(for: item, hints: hints)
          #expect(points >= 5 && points % 5 == 0)
        }
      }
    }
  }

  @Test func harderFactsEarnMoreAndHintsCost() {
    for options in 3...5 {
      for difficulty in -2..<2 {
        let easy = ScoringTests.choice(options, difficulty: difficulty)
        let hard = ScoringTests.choice(options, difficulty: difficulty + 1)
        #expect(Scoring.points(for: hard, hints: 0) > Scoring.points(for: easy, hints: 0))
        #expect(Scoring.points(for: easy, hints: 1) < Scoring.points(for: easy, hints: 0))
      }
    }
  }

  @Test(arguments: [0, 1, 1000, 3_600_000])
  func speedEarnsNothing(taken: Int) {
    var table = GameTable([.sampleChoice()])
    table.begin()
    table.type("c", taken: taken)
    #expect(table.answers.first?.points == 100)
  }
}
