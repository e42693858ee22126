/// One answer of a sitting, as the tables of the log tell it.
package struct SittingAnswer: Hashable, Sendable {
  /// The record of the answer.
  package let record: RecordID
  /// The sitting.
  package let session: SessionID
  /// The fact that was asked.
  package let fact: FactID
  /// Whether the key was chosen.
  package let isRight: Bool
  /// Whether nothing was chosen.
  package let isUnanswered: Bool
  /// The answer id of the wrong option that was chosen; `nil` if none was.
  package let chosen: String?
  /// The points, 0 or more.
  package let points: Int
  /// When.
  package let instant: Instant
  /// Seconds east of UTC where and when it was given, at most a day.
  package let utcOffset: Int
  /// Whether it was taken back.
  package let isRetracted: Bool

  /// An answer from its parts.
  package init(
    record: RecordID,
    session: SessionID,
    fact: FactID,
    isRight: Bool,
    isUnanswered: Bool,
    chosen: String?,
    points: Int,
    instant: Instant,
    utcOffset: Int,
    isRetracted: Bool
  ) {
    self.record = record
    self.session = session
    self.fact = fact
    self.isRight = isRight
    self.isUnanswered = isUnanswered
    self.chosen = chosen
    self.points = points
    self.instant = instant
    self.utcOffset = utcOffset
    self.isRetracted = isRetracted
  }
}
