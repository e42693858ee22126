import QuizModel
import ScoreStore

extension ScoreLog {
  /// The plan of a learner that holds now; `nil` where there is none or it was cleared.
  func currentPlan(of learner: LearnerID) throws(ScoreStoreError) -> Plan? {
    let person = try state().learners.first { $0.members.contains(learner) }
    guard let plan = person?.plan, plan.departure != nil else { return nil }
    return plan
  }
}
