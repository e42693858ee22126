import Foundation
import QuestionBank
import QuizModel
import ScoreStore
import Synchronization
import TestSupport

@testable import AttacheCLI

/// Answers of the last days to the bank of six states, so that there is something to tell of.
final class PastAnswers {
  /// How many of the answers written are neither taken back nor from the future.
  static let counted = 27

  private let stage: Stage
  private let clock = Clock()
  private let learner = Learner(
    id: LearnerID(PastAnswers.id(1)),
    name: "Zoe"
  )

  /// Answers in the log of a stage.
  init(_ stage: Stage) {
    self.stage = stage
  }

  private static func id(_ number: UInt8) -> UUID {
    UUID(uuid: (0xcd, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, number))
  }

  /// Writes a learner with three weeks of practice: one fact keeps failing, one is no longer in the
  /// bank, one answer is from the future, and one item was flagged.
  func write() throws {
    let clock = clock
    let log = try ScoreLog(
      folder: stage.log.deletingLastPathComponent(),
      now: { clock.instant },
      makeUUID: stage.environment.makeUUID
    )
    let shelf = BankShelf(explicit: nil, environment: stage.environment.variables, executable: nil)
    let bank = try BankOptions.open(try shelf.folder(of: "six-states"), in: stage.environment)
      .description.id
    clock.set(day: -21)
    _ = try log.append(.learnerCreated(learner))
    for day in stride(from: -20, through: -2, by: 3) {
      clock.set(day: day)
      try answer("capital/swe", "capital", topic: "capitals", "Stockholm", bank, log)
      try answer("joined/che", "joined", topic: "united-nations", "2002", bank, log)
      try answer(
        "joined/pol",
        "joined",
        topic: "united-nations",
        "1945",
        bank,
        log,
        chosen: day < -8 ? "1955" : day < -5 ? "1946" : nil
      )
    }
    clock.set(day: -1)
    for fact in ["currency/fin", "currency/hun", "currency/pol", "currency/rou"] {
      try answer(
        fact,
        "currency",
        topic: "money",
        "euro",
        bank,
        log,
        form: .trueFalse,
        digest: fact == "currency/rou" ? "2:0123456789abcdef" : ""
      )
    }
    try answer("joined/ddr", "joined", topic: "united-nations", "1973", bank, log)
    clock.set(day: 0)
    try answer("capital/fin", "capital", topic: "capitals", "Helsinki", bank, log, chosen: "Bern")
    let flag = ItemFlag(
      learner: learner.id,
      item: "capital/fin/multiple-choice/3/1",
      fact: FactID(family: "capital", row: "fin"),
      bank: bank,
      bankVersion: "1.2.0",
      stem: "Which city is the capital of Finland?",
      note: "Turku \u{1b}[31mbefore 1812"
    )
    _ = try log.append(.flagged(flag))
    clock.set(day: 400)
    try answer("capital/fin", "capital", topic: "capitals", "Helsinki", bank, log)
    try log.useLearner(named: learner.name)
    try log.close()
  }

  private func answer(
    _ fact: String,
    _ template: String,
    topic: String,
    _ key: String,
    _ bank: String,
    _ log: ScoreLog,
    chosen: String? = nil,
    form: Form = .multipleChoice,
    digest: String = ""
  ) throws {
    guard let id = FactID(fact) else { return }
    let options =
      form == .trueFalse ? ["True", "False"] : [key, chosen ?? "another", "a third one"]
    clock.goOn()
    let shown = ShownItem(
      stem: "What of \(fact)?",
      options: options,
      answerIDs: form == .trueFalse ? ["true", "false"] : options,
      key: 0,
      form: form,
      optionCount: options.count,
      seed: 1
    )
    let answer = Answer(
      session: SessionID(PastAnswers.id(2)),
      learner: learner.id,
      item: shown,
      fact: id,
      template: template,
      topic: topic,
      bank: bank,
      bankVersion: "1.2.0",
      choice: .option(chosen == nil ? 0 : 1),
      isRight: chosen == nil,
      hints: 0,
      points: 0,
      shownAt: LocalInstant(instant: clock.instant, zone: "Asia/Pyongyang", offset: Steps.offset),
      taken: 4_400,
      correctAnswer: key,
      digest: digest
    )
    _ = try log.append(.answered(answer))
  }
}

/// A clock that is set by hand, in days from that of a stage.
final class Clock: Sendable {
  private static let start: Int64 = 1_795_334_400_000  // 2026-11-22 08:00 UTC

  private let state = Mutex((day: Int64(0), seconds: Int64(0)))

  /// Sets the day and begins it anew.
  func set(day: Int) { state.withLock { $0 = (Int64(day), 0) } }

  /// A minute later.
  func goOn() { state.withLock { $0.seconds += 60 } }

  /// The moment it is.
  var instant: Instant {
    state.withLock { state in
      Instant(milliseconds: Clock.start + state.day * 86_400_000 + state.seconds * 1000)
    }
  }
}
