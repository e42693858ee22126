import Classroom
import QuestionBank
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

/// Forms that ask other facts, each as hard as the others.
@Suite struct ParallelFormsTests {
  /// A bank of questions that differ in difficulty.
  private func bank(lands: Int = 60) throws -> PaperBank {
    try PaperBank(lands: lands) { blueprint in
      for (id, difficulty) in [("opened-year", "2"), ("opened-land", "-1"), ("seat", "0")] {
        blueprint[template: id]["difficulty"] = difficulty
      }
    }
  }

  @Test("share no fact, and are expected to be as hard")
  func equalForms() throws {
    let bank = try bank()
    for seed in UInt64(0)..<8 {
      let drawn = try bank.draw(7, forms: 4, isParallel: true, seed: seed)
      #expect(drawn.questions.count == 28)
      #expect(Set(drawn.questions.map(\.fact)).count == 28)
      #expect(drawn.forms.flatMap(\.questions).sorted() == Array(0..<28))
      expectEqual(drawn.expectedFacilities)
      // What an item's difficulty and options let expect, worked out anew.
      for (items, told) in zip(drawn.items, drawn.expectedFacilities) {
        let expected = items.map { item in
          let known = [0.7310585786, 0.6224593312, 0.5, 0.3775406688, 0.2689414214]
          let guess = 1 / Double(item.options.count)
          return guess + (1 - guess) * known[item.difficulty + 2]
        }
        #expect(abs(expected.reduce(0, +) / Double(expected.count) - told) < 1e-9)
      }
      for form in drawn.items {
        #expect(
          form.map(\.form).count { $0 == .trueFalse }
            == drawn.items[0].count { $0.form == .trueFalse }
        )
      }
    }
  }

  private func expectEqual(_ facilities: [Double]) {
    let spread = (facilities.max() ?? 0) - (facilities.min() ?? 0)
    #expect(spread <= 0.05, "\(facilities)")
  }

  @Test("follow what earlier answers tell, where they tell anything")
  func measured() throws {
    let bank = try bank()
    var drawnAtAll = 0
    for seed in UInt64(0)..<8 {
      let facilities = try bank.measured(seed: seed)
      do {
        let drawn = try bank.draw(
          7,
          forms: 3,
          isParallel: true,
          facilities: facilities,
          seed: seed
        )
        drawnAtAll += 1
        expectEqual(drawn.expectedFacilities)
        let plain = try bank.draw(7, forms: 3, isParallel: true, seed: seed)
        #expect(drawn.expectedFacilities != plain.expectedFacilities)
      } catch PaperProblem.unequalForms(let spread) {
        #expect(spread > 0.05)
      }
    }
    #expect(drawnAtAll >= 7)
  }

  @Test("that cannot be equally hard are refused")
  func unequal() throws {
    let bank = try bank(lands: 24)
    let probe = try bank.draw(4, forms: 1, form: .multipleChoice, seed: 3)
    var measured: [MeasuredFacilities.Key: Double] = [:]
    // Everybody knows the first form, and nobody anything else.
    for summary in try bank.bank.census(limit: 1_000) {
      let template = bank.bank.templates[summary.template].id
      let isFirst = probe.questions.contains { $0.fact == summary.id }
      let key = MeasuredFacilities.Key(
        fact: summary.id,
        template: template,
        form: .multipleChoice
      )
      measured[key] = isFirst ? 1 : 0
    }
    #expect {
      try bank.draw(
        4,
        forms: 2,
        form: .multipleChoice,
        isParallel: true,
        facilities: MeasuredFacilities(measured),
        seed: 3
      )
    } throws: { error in
      guard case PaperProblem.unequalForms(let spread) = error else { return false }
      return abs(spread - 1) < 1e-9
    }
  }
}
