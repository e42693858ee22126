import QuestionBank
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

@Suite("Typed items")
struct TypedItemTests {
  /// The sound bank, its templates of years and lands asked typed: each land by a day of its own.
  static func blueprint(count: Int = 12) -> BankBlueprint {
    var bank = LandsBank.blueprint(count: count)
    bank[template: "opened-year"]["typed"] = "true"
    bank[template: "opened-land"]["typed"] = "true"
    bank[template: "opened-land"]["stem"] = "Which land was the one with the number {number}?"
    bank[template: "opened-land"]["precision"] = "row"
    return bank
  }

  private func items(_ blueprint: BankBlueprint) throws -> [Item] {
    let bank = try SampleBanks.open(blueprint)
    let generator = try ItemGenerator(bank: bank)
    var items: [Item] = []
    let filter = try ItemFilter(bank: bank, topics: [], templates: [], fact: nil)
    try filter.forEachFact { fact throws(BankError) in
      let item = try generator.item(for: fact, form: .typed, optionCount: 3, seed: 7)
      if let item { items.append(item) }
      return true
    }
    return items
  }

  @Test("are made of no template that does not ask for them")
  func optIn() throws {
    #expect(try items(LandsBank.blueprint(count: 12)).isEmpty)
    let made = try items(TypedItemTests.blueprint())
    #expect(made.count == 24)
    #expect(Set(made.map(\.id.template)) == ["opened-year", "opened-land"])
  }

  @Test("hold the answer as their only option, and every name of it as a spelling")
  func shape() throws {
    for item in try items(TypedItemTests.blueprint()) {
      let key = try #require(item.typed)
      #expect(item.form == .typed)
      #expect(item.id.description.hasSuffix("/typed/0/7"))
      #expect(item.options.map(\.text) == [item.answer])
      #expect(item.keyOption.answerID == key.answerID)
      #expect(item.distractors.isEmpty)
      #expect(key.spellings.first == item.answer)
      #expect(key.isYear == (item.kind == "year"))
      for spelling in key.spellings { #expect(key.match(spelling) == .right) }
    }
    let aliases = try items(TypedItemTests.blueprint()).first {
      $0.fact.row == "l1005" && !($0.typed?.isYear ?? true)
    }
    #expect(aliases?.typed?.spellings.count == 3, "the name and two aliases")
  }

  @Test("know what is true of the wrong names that stand near")
  func wrongAnswers() throws {
    let item = try #require(try items(TypedItemTests.blueprint()).first { $0.kind == "land" })
    let key = try #require(item.typed)
    let wrong = try #require(key.wrongAnswers.first)
    #expect(key.match(wrong.text) == .other(id: wrong.answerID))
    #expect(wrong.why.hasSuffix("."))
  }

  @Test("follow the rules of items: a sound bank has no finding")
  func sound() throws {
    let report = try SampleBanks.check(TypedItemTests.blueprint())
    #expect(report.findings.isEmpty, "\(report.findings)")
    #expect(report.topics.map(\.typed) == [24])
    #expect(report.items == 12 * (3 * 24 + 2 * 8) + 24, "one of each, whatever the seed")
  }

  @Test("leave out the rows that say so")
  func byRow() throws {
    var bank = TypedItemTests.blueprint()
    bank[template: "opened-year"].replace(
      "SELECT id,",
      with: "SELECT id, number > 3 AS typed,",
      in: "facts"
    )
    #expect(try items(bank).count { $0.kind == "year" } == 8)
    #expect(try SampleBanks.check(bank).findings.isEmpty, "what is not asked is no finding")
  }

  @Test("come alone where typed ones are asked for, and never where any form will do")
  func draw() throws {
    let bank = try SampleBanks.open(TypedItemTests.blueprint(count: 24))
    for (form, isTyped) in [(FormChoice.typed, true), (.mixed, false), (.multipleChoice, false)] {
      let filter = try ItemFilter(bank: bank, topics: [], templates: [], fact: nil)
      var draw = SessionDraw(
        generator: try ItemGenerator(bank: bank),
        filter: filter,
        form: form,
        optionCount: 3,
        seed: 5
      )
      var count = 0
      while count < 20, let item = try draw.next() {
        #expect((item.form == .typed) == isTyped)
        count += 1
      }
      #expect(count == 20)
    }
  }

  @Test("have their spellings in the line for programs")
  func line() throws {
    let item = try #require(try items(TypedItemTests.blueprint()).first { $0.kind == "year" })
    let text = try ItemText.json(item)
    #expect(text.contains(#""spellings":["\#(item.answer)"]"#))
    #expect(text.contains(#""form":"typed""#))
  }
}
