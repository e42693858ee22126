import LearningModel
import QuizModel

/// What a learner takes for something else.
enum MixUps {
  /// Who has told two things apart so often running does not confuse them any more.
  private static let toldApart = 3

  /// The answer ids that are still taken for the right one of a fact.
  static func standing(_ trail: FactTrail) -> Set<String> {
    trail.run < toldApart ? Set(trail.confusions.keys) : []
  }

  /// The facts in which one thing was taken for another, those missed last first.
  ///
  /// - Parameters:
  ///   - numbers: The facts to look at.
  ///   - history: Of the learner.
  /// - Returns: Numbers of facts.
  static func facts(among numbers: [Int], in history: LearnerHistory) -> [Int] {
    numbers.compactMap { number in
      history.trails[number].flatMap { standing($0).isEmpty ? nil : (number, $0) }
    }
    .sorted { (left: (Int, FactTrail), right: (Int, FactTrail)) in
      (left.1.run, -left.1.last.milliseconds, left.0)
        < (right.1.run, -right.1.last.milliseconds, right.0)
    }
    .map(\.0)
  }
}
