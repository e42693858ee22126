import Classroom
import QuestionBank
import QuestionGenerator
import QuizModel
import Testing

/// Rules for the items of one paper.
@Suite struct PaperRulesTests {
  @Test("no question gives another away, whichever stands first (rule 18)")
  func independence() throws {
    let bank = try PaperBank(lands: 36)
    let audit = IndependenceAudit(bank: bank.bank)
    for seed in UInt64(0)..<12 {
      for isParallel in [false, true] {
        let drawn = try bank.draw(9, forms: 3, isParallel: isParallel, seed: seed)
        for items in drawn.items {
          #expect(items.count == 9)
          #expect(try audit.faults(in: items).isEmpty)
        }
      }
    }
  }

  @Test("the audit would find questions that were drawn without regard to each other")
  func auditFinds() throws {
    let bank = try PaperBank(lands: 24)
    let audit = IndependenceAudit(bank: bank.bank)
    let all = try (UInt64(0)..<10).flatMap { try bank.draw(8, seed: $0).items[0] }
    #expect(try !audit.faults(in: all).isEmpty)
  }

  @Test("questions that share a land stand two apart on every form")
  func neighbours() throws {
    let bank = try PaperBank(lands: 40)
    for seed in UInt64(0)..<10 {
      for isParallel in [false, true] {
        let drawn = try bank.draw(12, forms: 4, isParallel: isParallel, seed: seed)
        for (form, items) in zip(drawn.forms, drawn.items) {
          let meetings = IndependenceAudit.meetings(in: items)
          #expect(meetings.isEmpty, "seed \(seed), form \(form.letter)")
        }
      }
    }
  }

  @Test("each place holds the key as often as the others, on every form")
  func keyPlaces() throws {
    let bank = try PaperBank(lands: 60)
    // Chi-square at 0.001 for 2 and 3 degrees of freedom.
    for (options, limit) in [(3, 13.82), (4, 16.27)] {
      var counts = [[Int]](repeating: [Int](repeating: 0, count: options), count: 3)
      for seed in UInt64(0)..<60 {
        let drawn = try bank.draw(10, forms: 3, form: .multipleChoice, options: options, seed: seed)
        for (form, items) in drawn.items.enumerated() {
          for item in items where item.options.count == options && !bank.hasFixedOptions(item) {
            counts[form][item.key] += 1
          }
        }
      }
      for places in counts {
        let expected = Double(places.reduce(0, +)) / Double(options)
        #expect(expected > 50)
        let chi = places.reduce(0.0) {
          $0 + (Double($1) - expected) * (Double($1) - expected) / expected
        }
        #expect(chi < limit, "\(places)")
      }
    }
  }

  @Test("the key of one form says nothing of that of the next")
  func nextForm() throws {
    let bank = try PaperBank(lands: 60)
    var stays = 0
    var all = 0
    for seed in UInt64(0)..<60 {
      let items = try bank.draw(10, forms: 2, form: .multipleChoice, seed: seed).items
      for item in items[0] where item.options.count == 3 && !bank.hasFixedOptions(item) {
        let other = try #require(items[1].first { $0.fact == item.fact })
        all += 1
        stays += other.key == item.key ? 1 : 0
      }
    }
    // Of the five other orders of three options one leaves the key where it is: who copies from
    // the next table is right in one of five, less than by guessing.
    let share = Double(stays) / Double(all)
    #expect(all > 150 && abs(share - 0.2) < 0.1, "\(stays) of \(all)")
  }
}
