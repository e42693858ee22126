import QuizModel
import ScoreStore

extension ScoreLog {
  /// The plan of a learner that holds now; `nil` where there is none or it was cleared.
  func currentPlan(of learner: LearnerID) throws(ScoreStoreError) -> Plan? {
    try plan(of: learner)
  }
}
