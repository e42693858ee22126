import Foundation
import QuizModel
import TestSupport
import Testing

@testable import Study

/// What is told to have been taken for the right answer.
@Suite struct ConfusionsTests {
  private static func answer(_ item: Item, _ choice: Choice) -> Answer {
    Answer(
      session: SessionID(UUID()),
      learner: LearnerID(UUID()),
      item: ShownItem(item),
      fact: item.fact,
      template: item.id.template,
      topic: item.topic,
      bank: item.bank,
      bankVersion: item.bankVersion,
      choice: choice,
      isRight: choice == .option(item.key),
      hints: 0,
      points: 0,
      shownAt: LocalInstant(instant: Instant(milliseconds: 0), zone: "UTC", offset: 0),
      taken: 0,
      correctAnswer: item.answer,
      digest: ""
    )
  }

  @Test func wrongOptionsAndWrongNamesTypedCountTogether() {
    let chosen = Item.sampleChoice(["Cuba", "Sweden", "Guinea"], key: 2)
    let sweden = chosen.options[1].answerID
    let confusions = Confusions.among([
      Self.answer(.sampleTyped(), .typed("swedn", answerID: sweden)),
      Self.answer(chosen, .option(1)),
      Self.answer(.sampleTyped(), .typed("sweden", answerID: sweden)),
      Self.answer(chosen, .option(0)),
      Self.answer(chosen, .option(2)),
    ])
    #expect(confusions.map(\.text) == ["Sweden", "Cuba"])
    #expect(confusions.map(\.times) == [3, 1])
  }

  @Test func whatNamesNothingIsNoConfusion() {
    let confusions = Confusions.among([
      Self.answer(.sampleTyped(), .typed("atlantis", answerID: nil)),
      Self.answer(.sampleStatement(true), .option(1)),
      Self.answer(.sampleTyped(), .dontKnow),
    ])
    #expect(confusions.isEmpty)
  }
}
