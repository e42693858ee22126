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
  /// Whether the answers are marked by somebody else: no verdict before the end, no hints, and
  /// nothing taken back.
  package let isGraded: Bool
  /// Whether the last answer may be taken back.
  package let allowsUndo: Bool
  /// Whether what was missed is told at the end; not while it may be answered again for a mark.
  package let tellsMissed: Bool
  /// What was answered before, where a session that was stopped goes on.
  package let earlier: [EarlierResult]

  /// Settings from their parts.
  package init(
    session: SessionID,
    learner: LearnerID,
    bank: String,
    bankVersion: String,
    questions: Int,
    pointsBefore: Int,
    today: PartialDate,
    isGraded: Bool = false,
    allowsUndo: Bool = true,
    tellsMissed: Bool = true,
    earlier: [EarlierResult] = []
  ) {
    self.session = session
    self.learner = learner
    self.bank = bank
    self.bankVersion = bankVersion
    self.questions = questions
    self.pointsBefore = pointsBefore
    self.today = today
    self.isGraded = isGraded
    self.allowsUndo = allowsUndo && !isGraded
    self.tellsMissed = tellsMissed
    self.earlier = earlier
  }
}

/// An answer from before a session was stopped.
package struct EarlierResult: Hashable, Sendable {
  /// What was asked.
  package let item: Item
  /// Whether the answer was right.
  package let isRight: Bool
  /// What it earned, 0 or more.
  package let points: Int

  /// A result from its parts.
  package init(item: Item, isRight: Bool, points: Int) {
    self.item = item
    self.isRight = isRight
    self.points = points
  }
}
