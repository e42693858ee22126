import ItemStatistics
import Testing

@Suite("Figures that numpy and SciPy also worked out")
struct ReferenceTests {
  @Test("are the same of whole tests, of many people or few, sound or odd")
  func testsAgree() throws {
    let reference = try Reference()
    try #require(reference.tests.count >= 10)
    for test in reference.tests {
      let analysis = TestAnalysis(test.responses)
      let expected = test.expected
      #expect(analysis.people == test.people.count, "\(test.name)")
      #expect(analysis.meanScore.agrees(with: expected.mean), "\(test.name)")
      #expect(analysis.standardDeviation.agrees(with: expected.deviation), "\(test.name)")
      #expect(analysis.reliability.agrees(with: expected.alpha), "\(test.name)")
      #expect(analysis.standardErrorOfMeasurement.agrees(with: expected.error), "\(test.name)")
    }
  }

  @Test("are the same of every question")
  func questionsAgree() throws {
    for test in try Reference().tests {
      let analysis = TestAnalysis(test.responses)
      try #require(analysis.questions.count == test.expected.questions.count)
      for (number, (question, expected)) in zip(analysis.questions, test.expected.questions)
        .enumerated()
      {
        let place: Comment = "\(test.name), question \(number)"
        #expect(question.facility.agrees(with: expected.facility), place)
        #expect(question.guessingCorrectedFacility.agrees(with: expected.corrected), place)
        #expect(question.discrimination.agrees(with: expected.discrimination), place)
        #expect(question.upperLowerIndex.agrees(with: expected.difference), place)
        #expect(question.reliabilityIfDropped.agrees(with: expected.dropped), place)
        #expect(question.unansweredBy.count == expected.unanswered, place)
        #expect(question.flags.map(\.inWords) == expected.flags, place)
      }
    }
  }

  @Test("are the same of every option")
  func optionsAgree() throws {
    for test in try Reference().tests {
      let responses = test.responses
      for (number, question) in TestAnalysis(responses).questions.enumerated() {
        let options = test.expected.questions[number].options
        try #require(question.options.count == options.count)
        for (place, (option, expected)) in zip(question.options, options).enumerated() {
          let label: Comment = "\(test.name), question \(number), option \(place)"
          #expect(option.isKey == (place == responses.questions[number].key), label)
          #expect(option.chosenBy.count == expected.count, label)
          #expect(
            option.chosenBy.allSatisfy { responses.choices[$0][number] == place },
            label
          )
          #expect(option.meanRestScore.agrees(with: expected.mean), label)
          #expect(option.correlation.agrees(with: expected.correlation), label)
          let groups = option.groupCounts.map { [$0.upper, $0.lower] }
          #expect((groups == nil) == (expected.groups == nil), label)
          for (ours, theirs) in zip(groups ?? [], expected.groups ?? []) {
            #expect(abs(ours - theirs) < 1e-9, label)
          }
        }
      }
    }
  }

  @Test("are the same of scores corrected for guessing")
  func formulaScoresAgree() throws {
    for test in try Reference().tests {
      let responses = test.responses
      try #require(test.expected.formula.count == responses.choices.count)
      for (row, points) in zip(responses.choices, test.expected.formula) {
        let score = FormulaScore(choices: row, questions: responses.questions)
        #expect(abs(score.points - points) < 1e-9, "\(test.name)")
      }
    }
  }

  @Test("are the same of gains from one test to another")
  func gainsAgree() throws {
    let gains = try Reference().gains
    try #require(gains.count >= 8)
    for pair in gains {
      let gain = PairedGain(before: pair.before, after: pair.after)
      #expect(gain.people == pair.before.count)
      #expect(gain.meanDifference.agrees(with: pair.expected), "\(pair.before.count) people")
    }
  }

  @Test("are the same of the distributions, to ten digits")
  func distributionsAgree() throws {
    let distributions = try Reference().distributions
    try #require(distributions.count > 500)
    for row in distributions {
      let ours = try #require(Self.value(of: row))
      #expect(
        abs(ours - row.expected) <= 1e-10 * max(abs(row.expected), 1e-3),
        "\(row.name) of \(row.arguments): \(ours), not \(row.expected)"
      )
    }
  }

  private static func value(of row: Reference.Distribution) -> Double? {
    let numbers = row.arguments
    switch row.name {
    case "beta": return IncompleteBeta.regularised(numbers[0], a: numbers[1], b: numbers[2])
    case "beta quantile": return IncompleteBeta.quantile(numbers[0], a: numbers[1], b: numbers[2])
    case "gamma": return IncompleteGamma.regularised(numbers[0], shape: numbers[1])
    case "gamma quantile": return IncompleteGamma.quantile(numbers[0], shape: numbers[1])
    case "t": return Quantile.twoSidedT(numbers[0], degrees: numbers[1])
    case "f":
      return Quantile.fRatio(numbers[0], numerator: numbers[1], denominator: numbers[2])
    case "chi-squared": return Quantile.chiSquared(numbers[0], degrees: numbers[1])
    default: return nil
    }
  }
}

extension QuestionFlag {
  /// As the reference names it.
  fileprivate var inWords: String {
    switch self {
    case .negativeDiscrimination: "negative discrimination"
    case .distractorBeatsKey(let option): "\(option) beats the key"
    case .unusedDistractor(let option): "\(option) unused"
    case .tooEasy: "too easy"
    case .tooHard: "too hard"
    }
  }
}
