import ItemStatistics
import QuizModel

/// Answers drawn by chance, sound ones or odd ones.
enum SimulatedAnswers {
  /// A test that people of varying skill sat; few questions, so that scores are often the same.
  static func test(people: Int, using random: inout SplitMix64) -> TestResponses {
    let questions = (0..<(2 + random.below(12))).map { _ in
      let options = 2 + random.below(4)
      return TestResponses.Question(options: options, key: random.below(options))
    }
    let choices = (0..<people).map { _ in
      let skill = random.unit()
      return questions.map { question -> Int? in
        if random.unit() < 0.05 { return nil }
        return random.unit() < skill ? question.key : random.below(question.options)
      }
    }
    return TestResponses(questions: questions, choices: choices)
  }

  /// A test with nothing sound about it.
  static func oddTest(using random: inout SplitMix64) -> TestResponses {
    func number() -> Int {
      let extremes = [Int.min, Int.max, -1, 0, 1, 2, 1_000_000]
      return random.below(4) == 0 ? extremes[random.below(extremes.count)] : random.below(5)
    }
    let questions = (0..<random.below(6)).map { _ in
      let options = random.below(20) == 0 ? number() : number() % 7
      return TestResponses.Question(options: options, key: number())
    }
    let choices = (0..<random.below(60)).map { _ in
      (0..<random.below(8)).map { _ in random.below(6) == 0 ? nil : number() }
    }
    return TestResponses(questions: questions, choices: choices)
  }
}

extension Figure {
  /// Whether it withholds a number for want of answers.
  var hasTooFewAnswers: Bool {
    if case .tooFewAnswers = self { true } else { false }
  }
}

extension TestAnalysis {
  /// Every figure that rests on all who sat the test.
  var figuresOfAllPeople: [Figure] {
    [meanScore, standardDeviation, reliability, standardErrorOfMeasurement]
      + questions.flatMap { question in
        [
          question.facility, question.guessingCorrectedFacility, question.discrimination,
          question.upperLowerIndex, question.reliabilityIfDropped,
        ] + question.options.map(\.correlation)
      }
  }

  /// Every figure there is.
  var figures: [Figure] {
    figuresOfAllPeople + questions.flatMap { $0.options.map(\.meanRestScore) }
  }
}
