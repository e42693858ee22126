import Foundation
import QuestionBank
import QuestionGenerator
import QuizModel

/// Measures how fast items are made, and how long a check of the whole bank takes.
enum GeneratorBench {
  static func run(_ folder: BankFolder, into figures: inout Figures) throws {
    let opener = BankOpener(cache: nil, version: "bench").judging
    let bank = try opener.openFresh(folder, reversed: false)
    let generator = try ItemGenerator(bank: bank)
    let filter = try ItemFilter(bank: bank, topics: [], templates: [], fact: nil)
    var count = 0
    let start = milliseconds()
    try filter.forEachFact { fact throws(BankError) in
      for seed: UInt64 in 1...8 {
        for form in [Form.multipleChoice, .trueFalse] {
          let item = try generator.item(for: fact, form: form, optionCount: 3, seed: seed)
          if item != nil { count += 1 }
        }
      }
      return true
    }
    figures.items = count
    figures.itemsPerSecond = Double(count) / (milliseconds() - start) * 1000
    let checkStart = milliseconds()
    var check = BankCheck(
      generator: try ItemGenerator(bank: try opener.openFresh(folder, reversed: false))
    )
    _ = try check.run(
      comparingWith: try ItemGenerator(bank: try opener.openFresh(folder, reversed: true))
    )
    figures.bankCheckSeconds = (milliseconds() - checkStart) / 1000
  }
}
