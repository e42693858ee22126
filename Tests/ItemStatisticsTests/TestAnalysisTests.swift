import ItemStatistics
import QuizModel
import Testing

@Suite("The analysis of a test")
struct TestAnalysisTests {
  @Test("gives numbers that are finite, within their intervals and on their scales")
  func staysOnScale() throws {
    for seed in 0..<200 {
      var random = SplitMix64(seed: UInt64(seed))
      let analysis = TestAnalysis(
        SimulatedAnswers.test(people: 20 + random.below(60), using: &random)
      )
      for estimate in analysis.figures.compactMap(\.estimate) {
        #expect(estimate.value.isFinite && estimate.lower.isFinite && estimate.upper.isFinite)
        #expect(estimate.lower <= estimate.value && estimate.value <= estimate.upper)
      }
      #expect(try #require(analysis.reliability.estimate).upper <= 1)
      for question in analysis.questions {
        let facility = try #require(question.facility.estimate)
        #expect(facility.lower >= 0 && facility.upper <= 1)
        for figure in [question.discrimination, question.upperLowerIndex] {
          if let estimate = figure.estimate {
            #expect(estimate.lower >= -1 && estimate.upper <= 1)
          }
        }
      }
    }
  }

  @Test("does not depend on the order of people, to the last bit")
  func ignoresOrder() {
    for seed in 0..<100 {
      var random = SplitMix64(seed: UInt64(seed))
      let responses = SimulatedAnswers.test(people: 20 + random.below(60), using: &random)
      var shuffled = responses.choices
      for last in shuffled.indices.reversed() { shuffled.swapAt(last, random.below(last + 1)) }
      let analysis = TestAnalysis(responses)
      let other = TestAnalysis(
        TestResponses(questions: responses.questions, choices: shuffled)
      )
      #expect(analysis.figures == other.figures)
      for (one, another) in zip(analysis.questions, other.questions) {
        #expect(one.flags == another.flags)
        #expect(one.options.map(\.groupCounts) == another.options.map(\.groupCounts))
      }
    }
  }

  @Test("has no number and no flag of nineteen people, and has them of twenty")
  func withholdsNumbersOfFewPeople() {
    for seed in 0..<50 {
      var random = SplitMix64(seed: UInt64(seed))
      let twenty = SimulatedAnswers.test(people: 20, using: &random)
      let people = random.below(20)
      let fewer = TestAnalysis(
        TestResponses(questions: twenty.questions, choices: Array(twenty.choices.prefix(people)))
      )
      #expect(fewer.figuresOfAllPeople.allSatisfy { $0 == .tooFewAnswers(count: people) })
      #expect(fewer.figures.allSatisfy { $0.hasTooFewAnswers })
      #expect(fewer.questions.allSatisfy { $0.flags.isEmpty })
      #expect(
        fewer.questions.allSatisfy { $0.options.allSatisfy { $0.groupCounts == nil } }
      )
      let analysis = TestAnalysis(twenty)
      #expect(analysis.figuresOfAllPeople.allSatisfy { !$0.hasTooFewAnswers })
      #expect(analysis.reliability.estimate != nil)
    }
  }

  @Test("has the mean rest score of an option only if twenty people chose it")
  func withholdsMeansOfFewChoices() {
    var random = SplitMix64(seed: 3)
    let analysis = TestAnalysis(SimulatedAnswers.test(people: 70, using: &random))
    let options = analysis.questions.flatMap(\.options)
    #expect(options.contains { $0.chosenBy.count < 20 })
    #expect(options.contains { $0.chosenBy.count >= 20 })
    for option in options {
      #expect(option.meanRestScore.hasTooFewAnswers == (option.chosenBy.count < 20))
    }
  }

  @Test("puts every person under one option or under no answer, and into groups of 27 %")
  func countsEverybodyOnce() {
    for seed in 0..<100 {
      var random = SplitMix64(seed: UInt64(seed))
      let people = 20 + random.below(60)
      for question in TestAnalysis(
        SimulatedAnswers.test(people: people, using: &random)
      ).questions where question.unansweredBy.isEmpty {
        let upper = question.options.compactMap(\.groupCounts?.upper).reduce(0, +)
        let lower = question.options.compactMap(\.groupCounts?.lower).reduce(0, +)
        #expect(abs(upper - 0.27 * Double(people)) < 1e-9)
        #expect(abs(lower - 0.27 * Double(people)) < 1e-9)
        #expect(question.options.flatMap(\.chosenBy).sorted() == Array(0..<people))
      }
    }
  }

  @Test("gives no discrimination to a question that everybody got right")
  func hasNoDiscriminationWithoutVariance() throws {
    var random = SplitMix64(seed: 5)
    let responses = SimulatedAnswers.test(people: 40, using: &random)
    let key = responses.questions[0].key
    let right = TestResponses(
      questions: responses.questions,
      choices: responses.choices.map { [key] + $0.dropFirst() }
    )
    let question = TestAnalysis(right).questions[0]
    #expect(question.facility.estimate?.value == 1)
    #expect(question.facility.estimate?.upper == 1)
    #expect(question.discrimination == .undefined)
    #expect(question.flags.contains(.tooEasy))
  }

  @Test("gives no reliability where everybody has the same score")
  func hasNoReliabilityWithoutVariance() {
    let analysis = TestAnalysis(
      TestResponses(
        questions: [.init(options: 4, key: 0), .init(options: 4, key: 1)],
        choices: (0..<30).map { $0.isMultiple(of: 2) ? [0, 0] : [1, 1] }
      )
    )
    #expect(analysis.scores == Array(repeating: 1, count: 30))
    #expect(analysis.reliability == .undefined)
    #expect(analysis.standardErrorOfMeasurement == .undefined)
    #expect(analysis.meanScore == .undefined)
    #expect(analysis.questions.allSatisfy { $0.upperLowerIndex == .undefined })
    // Who is right in one question is wrong in the other.
    #expect(analysis.questions.allSatisfy { $0.discrimination.estimate?.value == -1 })
  }

  @Test("finds questions that all measure the same perfectly reliable, and no more than that")
  func isPerfectAtMost() throws {
    for count in 2...12 {
      for people in stride(from: 20, through: 80, by: 3) {
        let responses = TestResponses(
          questions: Array(repeating: .init(options: 3, key: 1), count: count),
          choices: (0..<people).map { Array(repeating: $0 * $0 % 3, count: count) }
        )
        let analysis = TestAnalysis(responses)
        let alpha = try #require(analysis.reliability.estimate)
        #expect(alpha.value <= 1 && alpha.value > 1 - 1e-12)
        for question in analysis.questions {
          let discrimination = try #require(question.discrimination.estimate)
          #expect(discrimination.value <= 1 && discrimination.value > 1 - 1e-12)
          #expect(question.upperLowerIndex.estimate?.upper == 1)
        }
      }
    }
  }

  @Test("gives a share of nobody an interval from 0, and one of everybody an interval to 1")
  func endsSharesExactly() throws {
    for people in 1...500 {
      let nobody = try #require(Estimate.share(0, of: Double(people)))
      let everybody = try #require(Estimate.share(1, of: Double(people)))
      #expect(nobody.lower == 0 && nobody.upper > 0)
      #expect(everybody.lower < 1 && everybody.upper == 1)
    }
    #expect(Estimate.share(0.5, of: 0) == nil)
  }

  @Test("counts an answer that is no option as none, even if the key names it")
  func countsUnknownOptionsAsNone() {
    let analysis = TestAnalysis(
      TestResponses(
        questions: [.init(options: 4, key: 7), .init(options: 4, key: -1)],
        choices: [[7, -1], [Int.max, Int.min], [], [nil], [0, 3, 2, 1]]
      )
    )
    #expect(analysis.scores == [0, 0, 0, 0, 0])
    #expect(analysis.questions[0].unansweredBy == [0, 1, 2, 3])
    #expect(analysis.questions[0].options[0].chosenBy == [4])
    #expect(analysis.questions[1].options[3].chosenBy == [4])
  }

  @Test("takes any input without stopping, and gives finite numbers or none")
  func survivesOddInput() {
    for seed in 0..<1_000 {
      var random = SplitMix64(seed: UInt64(seed))
      let responses = SimulatedAnswers.oddTest(using: &random)
      let analysis = TestAnalysis(responses)
      #expect(analysis.scores.count == responses.choices.count)
      #expect(analysis.scores.allSatisfy { $0 >= 0 && $0 <= responses.questions.count })
      for estimate in analysis.figures.compactMap(\.estimate) {
        #expect(estimate.value.isFinite && estimate.lower.isFinite && estimate.upper.isFinite)
        #expect(estimate.lower <= estimate.value && estimate.value <= estimate.upper)
      }
      for row in responses.choices {
        let score = FormulaScore(choices: row, questions: responses.questions)
        #expect(score.points.isFinite && abs(score.points) <= Double(responses.questions.count))
      }
    }
  }
}
