import FoundationEssentials
package import QuizModel

/// Which sitting of a pupil's own log a try of a homework is.
package enum HomeworkSitting {
  /// The sitting of a try.
  ///
  /// - Parameters:
  ///   - learner: Who it is in the log; pupils who share a machine may be one there.
  ///   - name: What the teacher calls the pupil, which tells those apart.
  ///   - homework: The homework.
  ///   - attempt: Which try it is, 1 or more.
  /// - Returns: The same each time that the pupil goes on with it.
  package static func session(
    of learner: LearnerID,
    called name: String,
    in homework: ActivityID,
    attempt: Int
  ) -> SessionID {
    let parts = [
      "homework", homework.description, learner.uuid.uuidString, Folding.folded(name),
      "\(attempt)",
    ]
    return SessionID(UUID(derivedFrom: parts))
  }
}
