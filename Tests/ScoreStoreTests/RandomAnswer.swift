import Foundation
import QuizModel

/// Answers in which everything that a review tells differs, drawn from a generator.
struct RandomAnswer {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// An answer to one of nine facts, in any form, also of odd shapes within the ranges.
  mutating func next(by learner: LearnerID, bank: String = Samples.bank) -> Answer {
    let form = Form.allCases[random.below(3)]
    let options = (0..<[3, 2, 0][form == .typed ? 2 : form == .trueFalse ? 1 : 0])
    let ids = options.map { "a\($0 + random.below(4))" }
    let choice: Choice =
      switch random.below(8) {
      case 0: .dontKnow
      case 1: .timedOut
      default:
        ids.isEmpty ? .dontKnow : .option(random.below(ids.count))
      }
    let key = ids.isEmpty ? 0 : random.below(ids.count)
    return Answer(
      session: SessionID(UUID()),
      learner: learner,
      item: ShownItem(
        stem: "“Which?”\n\u{1F30D}",
        options: ids.map { "Option \($0)" },
        answerIDs: random.below(9) == 0 ? [] : ids,
        key: key,
        form: form,
        optionCount: ids.count,
        seed: random.next()
      ),
      fact: FactID(family: "f", row: "\(random.below(9))"),
      template: "t\(random.below(3))",
      topic: "topic \(random.below(3))",
      bank: bank,
      bankVersion: "1.0",
      choice: choice,
      isRight: choice == .option(key),
      hints: random.below(6),
      points: random.below(200),
      shownAt: LocalInstant(
        instant: SteppingClock.start,
        zone: "Asia/Pyongyang",
        offset: 1_800 * (random.below(50) - 25)
      ),
      taken: random.below(60_000),
      correctAnswer: "x",
      digest: "\(random.below(5))"
    )
  }
}
