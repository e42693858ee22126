import Classroom
import QuestionBank
import QuestionGenerator
import QuizModel
import Testing

/// Papers of the bank that is shipped.
@Suite struct ShippedBankPaperTests {
  @Test("keep the rules on every form", .tags(.slow))
  func rules() throws {
    let bank = try PaperBank(shipped: "dprk-relations")
    let audit = IndependenceAudit(bank: bank.bank)
    var apart = 0
    for seed in UInt64(1)...2 {
      let mixed = try bank.draw(20, forms: 4, seed: seed)
      let parallel = try bank.draw(10, forms: 3, isParallel: true, seed: seed)
      #expect(Set(parallel.questions.map(\.fact)).count == 30)
      let facilities = parallel.expectedFacilities
      #expect((facilities.max() ?? 1) - (facilities.min() ?? 0) <= 0.05)
      for (form, items) in zip(mixed.forms + parallel.forms, mixed.items + parallel.items) {
        #expect(try audit.faults(in: items).isEmpty)
        if IndependenceAudit.haveRoom(items) {
          #expect(IndependenceAudit.meetings(in: items).isEmpty, "seed \(seed) \(form.letter)")
          apart += 1
        }
        for item in items where bank.hasFixedOptions(item) && item.form == .multipleChoice {
          let texts = item.options.map(\.text)
          #expect(texts.compactMap { Int($0) } == texts.compactMap { Int($0) }.sorted())
        }
      }
      #expect(try SampleActivity.of(.paper(mixed.forms), mixed.questions).isSound)
      #expect(try SampleActivity.of(.paper(parallel.forms), parallel.questions).isSound)
    }
    #expect(apart >= 10, "of fourteen forms")
  }
}
