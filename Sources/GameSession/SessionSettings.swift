package import QuizModel

/// What a session is about; it does not change while it lasts.
package struct SessionSettings: Sendable {
  /// Which session.
  package let session: SessionID
  /// Who plays.
  package let learner: LearnerID
  /// The bank's identity.
  package let bank: String
  /// The bank's version.
  package let bankVersion: String
  /// How many questions are wanted, 1 or more.
  package let questions: Int
  /// The learner's points before the session.
  package let pointsBefore: Int
  /// The month it is, to tell what may be out of date.
  package let today: PartialDate

  /// Settings from their parts.
  package init(
    session: SessionID,
    learner: LearnerID,
    bank: String,
    bankVersion: String,
    questions: Int,
    pointsBefore: Int,
    today: PartialDate
  ) {
    self.session = session
    self.learner = learner
    self.bank = bank
    self.bankVersion = bankVersion
    self.questions = questions
    self.pointsBefore = pointsBefore
    self.today = today
  }
}
