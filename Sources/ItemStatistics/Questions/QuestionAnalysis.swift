/// How one question of a test worked.
package struct QuestionAnalysis: Hashable, Sendable {
  /// The share that was right of those who sat the test; no answer is a wrong one.
  package let facility: Figure
  /// The facility less what blind guessing would make of it, (p - 1/k) / (1 - 1/k).
  package let guessingCorrectedFacility: Figure
  /// The correlation of being right with the score on the other questions: the corrected
  /// point-biserial correlation.
  package let discrimination: Figure
  /// D: the share that was right in the upper 27 % less that in the lower 27 % of all scores.
  package let upperLowerIndex: Figure
  /// Alpha of the test without the question.
  package let reliabilityIfDropped: Figure
  /// Each option, in order.
  package let options: [OptionAnalysis]
  /// The places of the people who did not answer, in order.
  package let unansweredBy: [Int]
  /// What to look at, in the order in which ``QuestionFlag`` has its cases, options in theirs.
  package let flags: [QuestionFlag]
}

/// What the analysis of each question needs to know of the test.
struct TestSums {
  let people: Int
  /// Of the scores of everybody.
  let scores: Moments
  let groups: ScoreGroups?
  /// n² times the sum of the variances of all questions.
  let variationOfQuestions: Double
  /// For a test with one question fewer.
  let reliabilityOfRest: Reliability
}

extension QuestionAnalysis {
  /// Works out a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - tallies: Of each option and, last, of those who did not answer.
  ///   - test: The test that it belongs to.
  init(_ question: TestResponses.Question, tallies: [AnswerTally], of test: TestSums) {
    let hasKey = question.isOption(question.key)
    let right = hasKey ? tallies[question.key] : AnswerTally()
    let rest = RestScores(right: right, test: test)
    let people = test.people

    let share = Estimate.share(right.people.count, of: people)
    facility = Figure(from: people) { share }
    guessingCorrectedFacility = Figure(from: people) {
      share?.correctedForGuessing(options: question.options)
    }
    discrimination = Figure(from: people) { .correlation(rest.sums(of: right, isKey: true)) }
    upperLowerIndex = Figure(from: people) { test.groups?.difference(of: right) }
    reliabilityIfDropped = Figure(from: people) {
      test.reliabilityOfRest.alpha(
        parts: test.variationOfQuestions - rest.variationOfQuestion,
        whole: rest.moments.variation
      )
    }
    options = tallies.dropLast().enumerated().map { place, tally in
      OptionAnalysis(tally, isKey: hasKey && place == question.key, rest: rest, test: test)
    }
    unansweredBy = tallies.last?.people ?? []
    flags = QuestionFlag.flags(
      right: right.people.count,
      of: people,
      discrimination: discrimination.estimate,
      options: options
    )
  }
}

extension ScoreGroups {
  /// D of those who were right, with both groups as large as the people in them count.
  func difference(of right: AnswerTally) -> Estimate? {
    func share(_ members: GroupMembers, _ boundary: Boundary) -> Estimate? {
      Estimate.share(min(1, members.weighted(boundary) / size), of: size)
    }
    guard let above = share(right.upper, upper), let below = share(right.lower, lower) else {
      return nil
    }
    return Estimate.difference(above, below)
  }
}
