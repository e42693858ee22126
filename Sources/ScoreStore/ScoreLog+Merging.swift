import FoundationEssentials
import GRDB
package import QuizModel

/// What became of records that came from elsewhere.
package struct MergeReport: Hashable, Sendable {
  /// Records that are new here.
  package var added = 0
  /// Records that were here before.
  package var known = 0
  /// Records of learners who are forgotten, which were not let in.
  package var refused = 0
  /// What was erased because the records told of learners who want to be forgotten.
  package var erasure: ErasureReport?
}

extension ScoreLog {
  /// Takes in records of another log, in any order; those that are here already change nothing.
  ///
  /// A record of a forgotten learner is not let in, and one that forgets a learner erases them.
  ///
  /// - Parameter records: Gone through twice.
  /// - Returns: How many were new, known or refused.
  /// - Throws: `notTakenIn` if a record differs from the one of its id that is here.
  @discardableResult
  package func insert(
    _ records: some Collection<StoredRecord>
  ) throws(ScoreStoreError) -> MergeReport {
    let coder = RecordCoder()
    let intake = try writing { db in
      var intake = try RecordIntake(db, coder: coder)
      try intake.take { body in for record in records { try body(record) } }
      return intake
    }
    return try finish(intake)
  }

  /// Takes in records of another log.
  @discardableResult
  package func insert(
    _ records: some Sequence<QuizModel.Record>
  ) throws(ScoreStoreError) -> MergeReport {
    let coder = RecordCoder()
    return try insert(attempt { try records.map { try StoredRecord($0, coder: coder) } })
  }

  /// Erases who is forgotten because of what came in, once that is written.
  func finish(_ intake: RecordIntake) throws(ScoreStoreError) -> MergeReport {
    var report = intake.report
    if !intake.erased.isEmpty { report.erasure = try finishErasure(of: intake.erased) }
    return report
  }

}
