import FoundationEssentials
import QuizModel
import TestSupport
import Testing

@Suite("A review of a typed answer")
struct ReviewTests {
  private func review(_ choice: Choice, isRight: Bool = false, hints: Int = 0) -> Review {
    let id = UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
    let moment = LocalInstant(instant: Instant(milliseconds: 1_000), zone: "UTC", offset: 0)
    let answer = Answer(
      session: SessionID(id),
      learner: LearnerID(id),
      item: ShownItem(.sampleTyped()),
      fact: FactID(family: "established", row: "sun"),
      template: "established-first",
      topic: "when-they-began",
      bank: "b",
      bankVersion: "1",
      choice: choice,
      isRight: isRight,
      hints: hints,
      points: 0,
      shownAt: moment,
      taken: 900,
      correctAnswer: "the Soviet Union",
      digest: ""
    )
    let place = RecordPlace(
      Record(
        id: RecordID(id),
        device: id,
        sequence: 1,
        instant: moment.instant,
        body: .answered(answer)
      )
    )
    return Review(answer, at: place, now: moment.instant)
  }

  @Test("has no options that could have been guessed, hint or no hint", arguments: [0, 1])
  func optionsLeft(_ hints: Int) {
    let review = review(.typed("ussr", answerID: "sun"), isRight: true, hints: hints)
    #expect(review.form == .typed)
    #expect(review.optionsLeft == 0)
    #expect(review.chosen == nil)
    #expect(review.key == "sun")
  }

  @Test("tells what the answer was mixed up with, if the bank knows it")
  func mixUps() {
    #expect(review(.typed("Sweden", answerID: "swe")).chosen == "swe")
    #expect(review(.typed("Atlantis", answerID: nil)).chosen == nil)
    #expect(!review(.typed("Atlantis", answerID: nil)).isUnanswered)
    #expect(review(.dontKnow).isUnanswered)
  }
}
