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
  /// What was left out, since it was not sound; the rest was taken in.
  package var leftOut = LeftOutRecords()
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
  /// - Throws: `notTakenIn` if a record is not sound, or differs from the one of its id that is here;
  ///   then nothing was taken in.
  @discardableResult
  package func insert(
    _ records: some Collection<StoredRecord>
  ) throws(ScoreStoreError) -> MergeReport {
    let coder = RecordCoder()
    let intake = try writing { db in
      var intake = try RecordIntake(db, coder: coder)
      try intake.take { body in
        for record in records {
          try body(Incoming(StoredRow(record, line: nil, coder: coder), line: nil))
        }
      }
      if let error = intake.report.leftOut.error(path: path) { throw error }
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

extension MergeReport {
  /// What is wrong with the first record of a file that holds no sound one; `nil` if it holds one.
  func error(path: String) -> IntakeError? {
    added + known + refused == 0 ? leftOut.error(path: path) : nil
  }
}

extension LeftOutRecords {
  /// What is wrong with the first, where nothing may be left out; `nil` where nothing was.
  func error(path: String) -> IntakeError? {
    guard let record = first.first else { return nil }
    let problem: IntakeError.Problem =
      switch record.reason {
      case .problem(let problem): .record(problem, record.id)
      case .changed, .otherOwner: .changed(record.id)
      case .conflict: record.id.map { .conflict($0) } ?? .changed(nil)
      }
    return IntakeError(path: path, line: record.line, problem: problem)
  }
}
