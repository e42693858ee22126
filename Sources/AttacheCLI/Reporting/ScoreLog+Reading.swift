import QuizModel
import ScoreStore

extension ScoreLog {
  /// Who a report is about: the learner named, else the one who plays; looking makes nobody.
  ///
  /// - Parameters:
  ///   - name: A name or an id, if one was given.
  ///   - loginName: For a log in which somebody has played, but nobody is the one who plays.
  /// - Returns: `nil` if nobody has played yet.
  /// - Throws: `unknownLearner` or `ambiguousLearner`.
  func reader(named name: String?, loginName: String) throws(ScoreStoreError) -> Learner? {
    if let name { return try learner(named: name) }
    if let learner = try currentLearner() { return learner }
    return try learners().isEmpty ? nil : currentLearner(loginName: loginName)
  }
}
