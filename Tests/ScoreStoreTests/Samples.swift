import Foundation
import QuizModel

@testable import ScoreStore

/// Values that the tests need and whose details do not matter.
enum Samples {
  static let bank = "4f1c9a52-6a0e-4a57-8a3a-2d1f0b7c9e10"

  static func open(
    _ folder: TemporaryFolder,
    clock: SteppingClock = SteppingClock(),
    busyTimeout: Duration = .milliseconds(50)
  ) throws(ScoreStoreError) -> ScoreLog {
    try ScoreLog(
      folder: folder.data,
      busyTimeout: busyTimeout,
      now: { clock.now() },
      makeUUID: { UUID() }
    )
  }

  static func inMemory(clock: SteppingClock = SteppingClock()) throws -> ScoreLog {
    try ScoreLog(inMemoryWith: { clock.now() }, makeUUID: { UUID() })
  }

  static func answer(
    by learner: LearnerID,
    session: SessionID = SessionID(UUID()),
    fact: String = "dza",
    topic: String = "when-they-began",
    points: Int = 100,
    stem: String = "In which year?",
    chosen: Int = 0,
    offset: Int = 7_200
  ) -> Answer {
    Answer(
      session: session,
      learner: learner,
      item: ShownItem(
        stem: stem,
        options: ["1958", "1960", "1973"],
        answerIDs: ["1958", "1960", "1973"],
        key: 0,
        form: .multipleChoice,
        optionCount: 3,
        seed: .max
      ),
      fact: FactID(family: "established", row: fact),
      template: "established-year",
      topic: topic,
      bank: bank,
      bankVersion: "1.0",
      choice: .option(chosen),
      isRight: chosen == 0,
      hints: 0,
      points: chosen == 0 ? points : 0,
      shownAt: LocalInstant(instant: SteppingClock.start, zone: "Europe/Berlin", offset: offset),
      taken: 3_500,
      correctAnswer: "1958",
      digest: "00ff"
    )
  }

  static func opening(_ session: SessionID, by learner: LearnerID) -> SessionOpening {
    SessionOpening(
      session: session,
      learner: learner,
      mode: .play,
      bank: bank,
      bankVersion: "1.0",
      seed: 7,
      topics: ["when-they-began"],
      questions: 10
    )
  }

  static func flag(by learner: LearnerID) -> ItemFlag {
    ItemFlag(
      learner: learner,
      item: "established-year/dza/multiple-choice/3/7",
      fact: FactID(family: "established", row: "dza"),
      bank: bank,
      bankVersion: "1.0",
      stem: "In which year?",
      note: "Is this right?"
    )
  }

  static func plan(by learner: LearnerID, questions: Int = 10) -> Plan {
    Plan(
      learner: learner,
      departure: "2026-12-01",
      questionsPerDay: questions,
      minutesPerDay: nil,
      topics: []
    )
  }

  /// One body of every kind, for a learner and a session.
  static func everyKind(of learner: LearnerID, session: SessionID) -> [RecordBody] {
    [
      .learnerCreated(Learner(id: learner, name: "Ada")),
      .learnerRenamed(Learner(id: learner, name: "Ada L.")),
      .learnersAreOne([learner, LearnerID(UUID())]),
      .sessionOpened(opening(session, by: learner)),
      .answered(answer(by: learner, session: session)),
      .retracted(Retraction(learner: learner, answer: RecordID(UUID()))),
      .flagged(flag(by: learner)),
      .planSet(plan(by: learner)),
      .sessionClosed(SessionClosing(session: session, reason: .finished)),
      .forgotten(learner),
    ]
  }
}

extension ScoreLog {
  /// What a check finds, but for answers of another clock than the test's.
  func faults() throws -> [Finding] {
    try check().filter { if case .fromTheFuture = $0 { false } else { true } }
  }
}
