/// Classical test theory of one test: how it measured, and how each of its questions worked.
///
/// The order of people changes nothing but their places, to the last bit.
package struct TestAnalysis: Hashable, Sendable {
  /// How many people sat the test.
  package let people: Int
  /// How many questions each of them had.
  package let questionCount: Int
  /// The raw scores, right answers by person.
  package let scores: [Int]
  /// The mean of the raw scores, with Student's t interval.
  package let meanScore: Figure
  /// The standard deviation of the raw scores with divisor n - 1, in points of the test.
  ///
  /// Its interval takes scores to be normally distributed.
  package let standardDeviation: Figure
  /// Cronbach's alpha, which is Kuder and Richardson's formula 20 here, with Feldt's interval.
  package let reliability: Figure
  /// How far a raw score lies from the person's true score, as a standard deviation in points.
  package let standardErrorOfMeasurement: Figure
  /// Each question, in order.
  package let questions: [QuestionAnalysis]

  /// Analyses a test.
  ///
  /// - Complexity: O(people × questions).
  package init(_ responses: TestResponses) {
    let scores = responses.scores
    let count = responses.questions.count
    var moments = Moments()
    for score in scores { moments.add(score) }
    let groups = ScoreGroups(scores: scores, highest: count)
    let tallies = AnswerTallies(responses, scores: scores, groups: groups).questions
    let people = scores.count

    var variation = 0.0
    for (question, tallies) in zip(responses.questions, tallies)
    where question.isOption(question.key) {
      let right = tallies[question.key].people.count
      variation += Double(right) * Double(people - right)
    }

    self.people = people
    questionCount = count
    self.scores = scores
    meanScore = Figure(from: people) { .mean(moments) }
    standardDeviation = Figure(from: people) { .deviation(moments) }
    reliability = Figure(from: people) {
      let reliability = Reliability(people: people, questions: count)
      return reliability.alpha(parts: variation, whole: moments.variation)
    }
    let alpha = reliability.estimate
    standardErrorOfMeasurement = Figure(from: people) {
      guard let alpha, let deviation = moments.deviation else { return nil }
      return Reliability.standardError(deviation: deviation, alpha: alpha)
    }
    let test = TestSums(
      people: people,
      scores: moments,
      groups: groups,
      variationOfQuestions: variation,
      reliabilityOfRest: Reliability(people: people, questions: count - 1)
    )
    questions = zip(responses.questions, tallies).map {
      QuestionAnalysis($0, tallies: $1, of: test)
    }
  }
}
