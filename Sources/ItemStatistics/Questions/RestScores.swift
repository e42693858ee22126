/// Everybody's scores without one question, worked out from their scores with it.
struct RestScores {
  /// Of the scores without the question.
  let moments: Moments
  private let right: Int

  /// The scores without a question that some were right in.
  init(right: AnswerTally, test: TestSums) {
    self.right = right.people.count
    // With x for being right, 0 or 1, and t for the score: Σ(t - x)² = Σt² - 2Σtx + Σx.
    moments = Moments(
      count: test.people,
      sum: test.scores.sum - self.right,
      squares: test.scores.squares - 2 * right.scores.sum + self.right
    )
  }

  /// n² times the variance of being right.
  var variationOfQuestion: Double { Double(right) * Double(moments.count - right) }

  /// Of the rest scores of those who chose an option.
  func moments(of tally: AnswerTally, isKey: Bool) -> Moments {
    let count = tally.people.count
    guard isKey else { return tally.scores }
    return Moments(
      count: count,
      sum: tally.scores.sum - count,
      squares: tally.scores.squares - 2 * tally.scores.sum + count
    )
  }

  /// Sums of choosing an option, 0 or 1, and of the rest score, over everybody.
  func sums(of tally: AnswerTally, isKey: Bool) -> PairedSums {
    let count = tally.people.count
    return PairedSums(
      people: moments.count,
      first: count,
      second: moments.sum,
      firstSquares: count,
      secondSquares: moments.squares,
      products: moments(of: tally, isKey: isKey).sum
    )
  }
}

extension OptionAnalysis {
  /// Works out an option.
  init(_ tally: AnswerTally, isKey: Bool, rest: RestScores, test: TestSums) {
    self.isKey = isKey
    chosenBy = tally.people
    groupCounts =
      test.people < Figure.fewestAnswers
      ? nil
      : test.groups.map {
        GroupCounts(upper: tally.upper.weighted($0.upper), lower: tally.lower.weighted($0.lower))
      }
    meanRestScore = Figure(from: tally.people.count) {
      .mean(rest.moments(of: tally, isKey: isKey))
    }
    correlation = Figure(from: test.people) { .correlation(rest.sums(of: tally, isKey: isKey)) }
  }
}
