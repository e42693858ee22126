import QuestionBank
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

@Suite("The options of an item")
struct OptionTests {
  @Test(
    "put the key of an ascending template at each place equally often",
    arguments: [3, 4, 5]
  )
  func keyPlaces(_ optionCount: Int) throws {
    var blueprint = LandsBank.blueprint(count: 180)
    blueprint.keepOnly("opened-year")
    let generator = try ItemGenerator(bank: try SampleBanks.open(blueprint))
    var counts = [Int](repeating: 0, count: optionCount)
    for position in 1...180 {
      let fact = try #require(try generator.bank.fact(template: 0, position: position))
      for seed in UInt64(1)...100 {
        let item = try #require(
          try generator.item(
            for: fact,
            form: .multipleChoice,
            optionCount: optionCount,
            seed: seed
          )
        )
        try #require(item.options.count == optionCount)
        let years = item.options.compactMap { Int($0.text) }
        #expect(years == years.sorted())
        counts[item.key] += 1
      }
    }
    for count in counts {
      let share = Double(count) / 18_000
      #expect(abs(share - 1 / Double(optionCount)) < 0.02, "\(counts)")
    }
  }

  @Test(
    "put the key of a shuffled template anywhere by chance alone",
    .tags(.slow),
    arguments: [3, 5]
  )
  func shuffledPlaces(_ optionCount: Int) throws {
    var blueprint = LandsBank.blueprint(count: 40)
    blueprint.keepOnly("opened-land")
    let generator = try ItemGenerator(bank: try SampleBanks.open(blueprint))
    var counts = [Int](repeating: 0, count: optionCount)
    for position in 1...40 {
      let fact = try #require(try generator.bank.fact(template: 0, position: position))
      for seed in UInt64(0)..<2_500 {
        let item = try generator.item(
          for: fact,
          form: .multipleChoice,
          optionCount: optionCount,
          seed: seed
        )
        counts[try #require(item).key] += 1
      }
    }
    #expect(counts.reduce(0, +) == 100_000)
    let expected = 100_000 / Double(optionCount)
    let chiSquare = counts.reduce(0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    // p = 0.001 with two and four degrees of freedom.
    #expect(chiSquare < (optionCount == 3 ? 13.816 : 18.467), "\(counts)")
  }

  @Test("are true in 49 to 51 of 100 statements")
  func truthShare() throws {
    let generator = try ItemGenerator(
      bank: try SampleBanks.open(LandsBank.blueprint(count: 160))
    )
    for template in ["opened-year", "seat"] {
      let number = try #require(generator.bank.templates.firstIndex { $0.id == template })
      var trueCount = 0
      for position in 1...160 {
        let fact = try #require(try generator.bank.fact(template: number, position: position))
        for seed in UInt64(1)...16 {
          let item = try generator.item(
            for: fact,
            form: .trueFalse,
            optionCount: 2,
            seed: seed
          )
          trueCount += try #require(item).key == 0 ? 1 : 0
        }
      }
      let share = Double(trueCount) / (160 * 16)
      #expect((0.49...0.51).contains(share), "\(template): \(share)")
    }
  }

  @Test("are true for about half of the facts under any one seed", arguments: 1...6)
  func truthShareOfASeed(_ seed: UInt64) throws {
    let generator = try ItemGenerator(
      bank: try SampleBanks.open(LandsBank.blueprint(count: 160))
    )
    var trueCount = 0
    var count = 0
    for number in generator.bank.templates.indices {
      for position in 1...160 {
        let fact = try #require(try generator.bank.fact(template: number, position: position))
        guard
          let item = try generator.item(for: fact, form: .trueFalse, optionCount: 2, seed: seed)
        else { continue }
        count += 1
        trueCount += item.key == 0 ? 1 : 0
      }
    }
    #expect(count == 320)
    // Four standard errors of a fair coin over as many facts.
    #expect(abs(Double(trueCount) / Double(count) - 0.5) < 4 * 0.5 / Double(count).squareRoot())
  }

  @Test("are fewer where there are fewer plausible distractors", arguments: 1...6)
  func fewerCandidates(_ candidates: Int) throws {
    var blueprint = LandsBank.blueprint(count: 12)
    blueprint.keepOnly("opened-land")
    blueprint[template: "opened-land"].replace(
      "FROM opened o WHERE o.year <> :year",
      with:
        "FROM opened o WHERE o.year <> :year ORDER BY abs(o.number - :number), o.id LIMIT \(candidates)",
      in: "distractors"
    )
    let generator = try ItemGenerator(bank: try SampleBanks.open(blueprint))
    let fact = try #require(try generator.bank.fact(template: 0, position: 6))
    for wanted in 3...5 {
      let item = try generator.item(
        for: fact,
        form: .multipleChoice,
        optionCount: wanted,
        seed: 1
      )
      let expected = min(wanted, candidates + 1)
      #expect(item?.options.count == (expected < 3 ? nil : expected))
      #expect(item.map { $0.id.optionCount == wanted } ?? true)
    }
  }

  @Test("come from the first eight candidates by rank")
  func plausibleCandidates() throws {
    var blueprint = LandsBank.blueprint(count: 60)
    blueprint.keepOnly("seat")
    let bank = try SampleBanks.open(blueprint)
    let generator = try ItemGenerator(bank: bank)
    let fact = try #require(try bank.fact(template: 0, position: 30))
    let plausible = try bank.candidates(for: fact)
    #expect(plausible.count == 8)
    var drawn: Set<String> = []
    for seed in UInt64(0)..<200 {
      let item = try generator.item(for: fact, form: .multipleChoice, optionCount: 3, seed: seed)
      drawn.formUnion(try #require(item).distractors.map(\.text))
    }
    #expect(drawn == Set(plausible.map(\.text)), "all of them, and no others")
  }

  @Test("differ in text and answer id, hold the key once and say what is true of the rest")
  func invariants() throws {
    let generator = try ItemGenerator(bank: try SampleBanks.open(LandsBank.blueprint(count: 24)))
    for number in generator.bank.templates.indices {
      for position in 1...24 {
        let fact = try #require(try generator.bank.fact(template: number, position: position))
        for seed in UInt64(0)..<10 {
          let made = try generator.item(
            for: fact,
            form: .multipleChoice,
            optionCount: 4,
            seed: seed
          )
          let item = try #require(made)
          #expect(item.options.count == 4)
          #expect(Set(item.options.map(\.text)).count == 4)
          #expect(Set(item.options.map(\.answerID)).count == 4)
          #expect(item.options.count { $0.answerID == fact.answerID } == 1)
          #expect(item.keyOption.text == fact.answer)
          #expect(item.distractors.allSatisfy { !$0.why.isEmpty && !$0.evidence.isEmpty })
          #expect(!item.sources.isEmpty)
        }
      }
    }
  }

  @Test("are none in a form that the template does not have, or that is not there yet")
  func otherForms() throws {
    let bank = try SampleBanks.open(LandsBank.blueprint(count: 12))
    let generator = try ItemGenerator(bank: bank)
    let land = try #require(try bank.fact(template: 0, position: 1))
    #expect(bank.templates[0].id == "opened-land")
    #expect(try generator.item(for: land, form: .trueFalse, optionCount: 2, seed: 1) == nil)
    #expect(try generator.item(for: land, form: .typed, optionCount: 3, seed: 1) == nil)
  }
}
