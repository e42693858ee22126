import Classroom
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

/// Papers on which the same words stand twice only where there is nothing else to ask.
@Suite struct DistinctStemsTests {
  /// Lands that opened in the same years, so that one question has many answers.
  private func bank() throws -> PaperBank {
    try PaperBank(lands: 90) { $0.keepOnly("opened-land") }
  }

  /// The greatest number of questions that a draw has.
  private func most(_ bank: PaperBank, seed: UInt64) throws -> Int {
    do {
      return try bank.draw(200, form: .multipleChoice, seed: seed).questions.count
    } catch PaperProblem.tooFewQuestions(let found, wanted: _) {
      return found
    }
  }

  @Test("every other question comes before one whose words stand there already", arguments: 0..<4)
  func othersFirst(_ seed: UInt64) throws {
    let bank = try bank()
    let most = try most(bank, seed: seed)
    let all = try bank.draw(most, form: .multipleChoice, seed: seed).questions.map(\.stem)
    let distinct = Set(all).count
    #expect(distinct < all.count, "there is something to repeat")
    #expect(Set(all.prefix(distinct)).count == distinct)
    for count in [1, distinct / 2, distinct] {
      let fewer = try bank.draw(count, form: .multipleChoice, seed: seed)
      #expect(Set(fewer.questions.map(\.stem)).count == count)
    }
  }

  @Test("no form of a paper of many lands says anything twice", arguments: 0..<6)
  func everyForm(_ seed: UInt64) throws {
    let bank = try PaperBank(lands: 90)
    for isParallel in [false, true] {
      let drawn = try bank.draw(12, forms: 3, isParallel: isParallel, seed: seed)
      for items in drawn.items { #expect(Set(items.map(\.stem)).count == 12) }
    }
  }

  @Test("the shipped bank has papers of two hundred, and none says anything twice", .tags(.slow))
  func shipped() throws {
    let bank = try PaperBank(shipped: "dprk-relations")
    for (count, seed) in [(20, UInt64(1)), (60, 2), (200, 3)] {
      let stems = try bank.draw(count, seed: seed).questions.map(\.stem)
      #expect(stems.count == count)
      #expect(Set(stems).count == count)
    }
    for seed in UInt64(1)...4 {
      let drawn = try bank.draw(20, forms: 3, isParallel: true, seed: seed)
      for items in drawn.items { #expect(Set(items.map(\.stem)).count == 20) }
      let facilities = drawn.expectedFacilities
      #expect((facilities.max() ?? 1) - (facilities.min() ?? 0) <= 0.05)
    }
  }
}
