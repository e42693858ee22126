/// The names of the record kinds in the file.
enum RecordKind: String, CaseIterable {
  /// ``QuizModel/RecordBody/learnerCreated(_:)``.
  case learnerCreated = "learner-created"
  /// ``QuizModel/RecordBody/learnerRenamed(_:)``.
  case learnerRenamed = "learner-renamed"
  /// ``QuizModel/RecordBody/learnersAreOne(_:)``.
  case learnersAreOne = "learners-are-one"
  /// ``QuizModel/RecordBody/sessionOpened(_:)``.
  case sessionOpened = "session-opened"
  /// ``QuizModel/RecordBody/sessionClosed(_:)``.
  case sessionClosed = "session-closed"
  /// ``QuizModel/RecordBody/answered(_:)``.
  case answered
  /// ``QuizModel/RecordBody/retracted(_:)``.
  case retracted
  /// ``QuizModel/RecordBody/flagged(_:)``.
  case flagged
  /// ``QuizModel/RecordBody/planSet(_:)``.
  case planSet = "plan-set"
  /// ``QuizModel/RecordBody/forgotten(_:)``.
  case forgotten
}
