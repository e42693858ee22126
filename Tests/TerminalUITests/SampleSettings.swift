import Foundation
import GameSession
import QuizModel

/// Settings of a game that only makes messages.
enum SampleSettings {
  private static let id = UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))

  static let settings = SessionSettings(
    session: SessionID(id),
    learner: LearnerID(id),
    bank: "bank",
    bankVersion: "1",
    questions: 1,
    pointsBefore: 0,
    today: PartialDate(
      LocalInstant(instant: Instant(milliseconds: 1_790_000_000_000), zone: "UTC", offset: 0)
    )
  )
}
