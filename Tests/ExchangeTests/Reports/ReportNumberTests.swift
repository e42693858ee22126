import ItemStatistics
import QuizModel
import Testing

@testable import Exchange

@Suite("Numbers of a report")
struct ReportNumberTests {
  @Test(
    "have a fixed count of decimals, halves rounded away from zero",
    arguments: [
      (0.625, 2, "0.63"), (-0.625, 2, "−0.63"), (0.999, 2, "1.00"), (-0.001, 2, "0.00"),
      (0.05, 1, "0.1"), (12, 0, "12"), (1.5, 0, "2"), (1.007, 2, "1.01"), (3.04, 1, "3.0"),
      (.nan, 2, "–"), (.infinity, 1, "–"), (-1e300, 1, "–"),
    ] as [(Double, Int, String)]
  )
  func fixed(_ value: Double, digits: Int, expected: String) {
    #expect(ReportNumber.fixed(value, digits: digits) == expected)
  }

  @Test("agree with what they are written from, to half of their last place")
  func roundTrip() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<5000 {
      let value = (random.unit() - 0.5) * 200
      let digits = random.below(4)
      let text = ReportNumber.fixed(value, digits: digits, minus: "-")
      let back = try #require(Double(text))
      let unit = [1, 0.1, 0.01, 0.001][digits]
      #expect(abs(back - value) <= unit / 2 + 1e-9)
    }
  }

  @Test("have their intervals beside them, with a word where a dash would meet a minus")
  func intervals() throws {
    let plain = try #require(Estimate(value: 0.41, lower: 0.2, upper: 0.58))
    let negative = try #require(Estimate(value: 0.1, lower: -0.2, upper: 0.38))
    let number = ReportNumber.Unit.number(digits: 2)
    #expect(ReportNumber.text(.estimate(plain), as: number) == "0.41 (0.20–0.58)")
    #expect(ReportNumber.text(.estimate(negative), as: number) == "0.10 (−0.20 to 0.38)")
    let share = "41.0\u{a0}% (20.0–58.0\u{a0}%)"
    #expect(ReportNumber.text(.estimate(plain), as: .share) == share)
    let few = ReportNumber.text(.tooFewAnswers(count: 7), as: number)
    #expect(few == "too few answers (7 of the 20 needed)")
    #expect(ReportNumber.text(.undefined, as: number) == "undefined")
  }

  @Test("of scores fall into steps that leave nobody out and have no gaps")
  func bins() throws {
    for seed in UInt64(1)...300 {
      var random = SplitMix64(seed: seed)
      let most = random.below(120)
      let isUneven = random.below(2) == 1
      let scores = (0..<random.below(60)).map { _ in
        let asked = isUneven ? random.below(most + 1) : most
        return (right: random.below(asked + 1), asked: asked)
      }
      let spread = ScoreBins(scores)
      #expect(spread.bins.reduce(0) { $0 + $1.count } == scores.count)
      #expect(spread.bins.first?.first == 0 && spread.bins.count <= 41)
      for (bin, next) in zip(spread.bins, spread.bins.dropFirst()) {
        #expect(next.first == bin.last + 1)
      }
      let lowest = scores.map { spread.isPercent ? $0.right * 100 / max($0.asked, 1) : $0.right }
      let first = spread.occupied.first
      #expect(lowest.min().map { first?.first ?? -1 <= $0 && $0 <= first?.last ?? -1 } ?? true)
    }
  }
}
