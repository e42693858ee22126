import ItemStatistics
import Testing

@Suite("Scores of people")
struct PersonScoreTests {
  private static let questions = [2, 3, 4, 5, 1].map {
    TestResponses.Question(options: $0, key: 0)
  }

  @Test(
    "corrected for guessing lose 1/(k - 1) for each wrong answer and nothing for none",
    arguments: [
      ([0, 0, 0, 0, 0], 5.0, 5, 0), ([1, 1, 1, 1, nil], -1 - 0.5 - 1.0 / 3 - 0.25, 0, 4),
      ([nil, nil, nil, nil, nil], 0, 0, 0), ([0, nil, 3, nil, nil], 1 - 1.0 / 3, 1, 1),
      ([9, -1, 4, 0, 1], 1, 1, 0), ([], 0, 0, 0), ([0, 0, 0, 0, 0, 0, 0], 5, 5, 0),
    ] as [([Int?], Double, Int, Int)]
  )
  func formulaScore(choices: [Int?], points: Double, right: Int, wrong: Int) {
    let score = FormulaScore(choices: choices, questions: Self.questions)
    #expect(abs(score.points - points) < 1e-12)
    #expect(score.right == right)
    #expect(score.wrong == wrong)
  }

  @Test("gain on average what each person gained, within an interval that two people make wide")
  func gainOfTwo() throws {
    let gain = PairedGain(before: [0.25, 0.5], after: [0.5, 0.875])
    let estimate = try #require(gain.meanDifference.estimate)
    #expect(gain.people == 2)
    #expect(abs(estimate.value - 0.3125) < 1e-12)
    // t at 0.975 with one degree of freedom, 12.7062, times 0.0625.
    #expect(abs(estimate.upper - estimate.value - 12.706_204_736 * 0.0625) < 1e-9)
  }

  @Test("give no gain of one person, of equal gains, or of numbers that are none")
  func undefinedGain() {
    #expect(PairedGain(before: [], after: []).meanDifference == .undefined)
    #expect(PairedGain(before: [0.2], after: [0.9]).meanDifference == .undefined)
    let equal = PairedGain(before: [0.1, 0.2, 0.6], after: [0.3, 0.4, 0.8])
    #expect(equal.people == 3)
    #expect(equal.meanDifference == .undefined)
    let broken = PairedGain(before: [.nan, 0.2, 0.1], after: [0.5, .infinity, 0.4])
    #expect(broken.people == 1)
    #expect(broken.meanDifference == .undefined)
  }

  @Test("are compared in pairs alone")
  func unequalLengths() {
    let gain = PairedGain(before: [0.1, 0.2, 0.3], after: [0.2, 0.6])
    #expect(gain == PairedGain(before: [0.1, 0.2], after: [0.2, 0.6]))
  }
}
