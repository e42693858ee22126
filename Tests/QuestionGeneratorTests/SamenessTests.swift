import Foundation
import QuestionBank
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

@Suite("Items from a seed")
struct SamenessTests {
  @Test("are the same bytes from two generators")
  func twoGenerators() throws {
    let blueprint = LandsBank.blueprint(count: 16)
    let one = try lines(of: ItemGenerator(bank: try SampleBanks.open(blueprint)))
    let two = try lines(of: ItemGenerator(bank: try SampleBanks.open(blueprint)))
    #expect(one == two)
    #expect(one.count == 16 * (3 * 3 + 2) * 4)
    #expect(Set(one).count == one.count, "no two are the same item")
  }

  @Test("are the same bytes where SQLite finds its rows the other way round")
  func reversedSelects() throws {
    let blueprint = LandsBank.blueprint(count: 16)
    let straight = try lines(of: ItemGenerator(bank: try SampleBanks.open(blueprint)))
    let reversed = try lines(
      of: ItemGenerator(bank: try SampleBanks.open(blueprint, reversed: true))
    )
    #expect(straight == reversed)
  }

  @Test("are the same bytes from a compiled copy")
  func compiledCopy() throws {
    let blueprint = LandsBank.blueprint(count: 16)
    let scratch = try ScratchFolder()
    let folder = BankFolder(try blueprint.write(to: scratch))
    let opener = BankOpener(cache: scratch.url.appendingPathComponent("cache"), version: "test")
      .judging
    let fresh = try lines(of: ItemGenerator(bank: try SampleBanks.open(blueprint)))
    for _ in 0..<2 {
      #expect(try lines(of: ItemGenerator(bank: try opener.open(folder))) == fresh)
    }
  }

  @Test("do not hang on what was made before")
  func orderOfMaking() throws {
    let blueprint = LandsBank.blueprint(count: 8)
    let one = try ItemGenerator(bank: try SampleBanks.open(blueprint))
    let straight = try lines(of: one)
    let two = try ItemGenerator(bank: try SampleBanks.open(blueprint))
    let backward = try lines(of: two, backward: true)
    #expect(straight.sorted() == backward.sorted())
    #expect(try lines(of: one) == straight, "a second time from the same generator")
  }

  @Test("do not hang on rows that come after theirs")
  func moreRows() throws {
    // The nearest candidates of the first facts are the same in both banks.
    var small = LandsBank.blueprint(count: 60)
    small.keepOnly("seat")
    let large = {
      var bank = LandsBank.blueprint(count: 70)
      bank.keepOnly("seat")
      return bank
    }()
    let few = try ItemGenerator(bank: try SampleBanks.open(small))
    let many = try ItemGenerator(bank: try SampleBanks.open(large))
    for position in 1...20 {
      #expect(
        try line(few, template: 0, position: position, seed: 3)
          == line(many, template: 0, position: position, seed: 3)
      )
    }
  }

  /// Items made by the first version of the program; whoever changes them breaks the promise that
  /// an item's id rebuilds it, and has to say so in the release notes.
  @Test(
    "stay what they were",
    arguments: [
      ("opened-year", "l1003", Form.multipleChoice, 3, 7),
      ("opened-land", "l1003", Form.multipleChoice, 4, 7),
      ("seat", "l1003", Form.trueFalse, 2, 8),
    ] as [(String, String, Form, Int, UInt64)]
  )
  func golden(
    _ template: String,
    _ row: String,
    _ form: Form,
    _ optionCount: Int,
    _ seed: UInt64
  ) throws {
    let bank = try SampleBanks.open(LandsBank.blueprint(count: 24))
    let number = try #require(bank.templates.firstIndex { $0.id == template })
    let fact = try #require(try bank.fact(template: number, row: row))
    let item = try #require(
      try ItemGenerator(bank: bank).item(
        for: fact,
        form: form,
        optionCount: optionCount,
        seed: seed
      )
    )
    let file = SourceTree.root
      .appendingPathComponent("Tests/QuestionGeneratorTests/Fixtures/\(template).json")
    let line = try ItemText.json(item) + "\n"
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] != nil
    if isRecording || !FileManager.default.fileExists(atPath: file.path) {
      try Data(line.utf8).write(to: file)
      Issue.record("\(file.lastPathComponent) was written; look at it and run the test again")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == line)
  }

  private func line(
    _ generator: ItemGenerator,
    template: Int,
    position: Int,
    seed: UInt64
  ) throws -> String? {
    guard let fact = try generator.bank.fact(template: template, position: position) else {
      return nil
    }
    return try generator.item(for: fact, form: .multipleChoice, optionCount: 3, seed: seed)
      .map(ItemText.json)
  }

  private func lines(of generator: ItemGenerator, backward: Bool = false) throws -> [String] {
    var result: [String] = []
    let forms: [(Form, Int)] = [
      (.multipleChoice, 3), (.multipleChoice, 4), (.multipleChoice, 5), (.trueFalse, 2),
    ]
    for number in generator.bank.templates.indices {
      let positions = Array(1...generator.bank.factCounts[number])
      for position in backward ? positions.reversed() : positions {
        let fact = try #require(try generator.bank.fact(template: number, position: position))
        for (form, optionCount) in backward ? forms.reversed() : forms {
          for seed in UInt64(0)..<4 {
            let item = try generator.item(
              for: fact,
              form: form,
              optionCount: optionCount,
              seed: seed
            )
            if let item { result.append(try ItemText.json(item)) }
          }
        }
      }
    }
    return result
  }
}

/// Items as text.
enum ItemText {
  /// The line that programs read.
  static func json(_ item: Item) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(ItemLine(item)), as: UTF8.self)
  }
}
