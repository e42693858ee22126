import QuestionBank
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

@Suite("Statements about what stands in their slot")
struct StatementTests {
  private let bank: QuestionBank
  private let generator: ItemGenerator

  init() throws {
    bank = try SampleBanks.open(SubjectBank.blueprint())
    generator = try ItemGenerator(bank: bank)
  }

  private static func statements(
    of bank: QuestionBank,
    by generator: ItemGenerator,
    seeds: Range<UInt64> = 1..<9
  ) throws -> [Item] {
    let filter = try ItemFilter(
      bank: bank,
      topics: [],
      templates: [SubjectBank.template],
      fact: nil
    )
    var items: [Item] = []
    for seed in seeds {
      try filter.forEachTarget(.trueFalse) { target throws(BankError) in
        if let item = try generator.item(
          for: target,
          form: .trueFalse,
          optionCount: 2,
          seed: seed
        ) {
          items.append(item)
        }
        return true
      }
    }
    return items
  }

  @Test("belong to the fact of what they show, which their explanation corrects")
  func belong() throws {
    let items = try Self.statements(of: bank, by: generator)
    let falsehoods = items.filter { $0.key == 1 }
    #expect(!falsehoods.isEmpty)
    let year = try #require(bank.templates.firstIndex { $0.id == "opened-year" })
    for item in falsehoods {
      #expect(item.id.template == SubjectBank.template)
      #expect(item.id.row == item.fact.row)
      #expect(item.fact.family == "opened")
      let own = try #require(try bank.fact(template: year, row: item.fact.row))
      #expect(item.about == own.about)
      #expect(item.sources.map(\.id) == own.sources)
      #expect(item.asOf == own.asOf)
      #expect(item.map == own.text("id"))
      let land = own.text("land")
      #expect(item.stem.lowercased().hasPrefix(land.lowercased()))
      let truth = "\(land) opened its gates \(own.text("phrase")), after the flood."
      #expect(item.explanation == truth.sentenceCased)
      #expect((Int(own.answer) ?? 0) >= 1970, "it is false of what it shows")
    }
    for item in items where item.key == 0 {
      let own = try #require(try bank.fact(template: year, row: item.fact.row))
      #expect((Int(own.answer) ?? 9999) < 1970)
    }
  }

  @Test("are true as often as false, and the same again from their id")
  func balance() throws {
    let items = try Self.statements(of: bank, by: generator)
    #expect(items.count { $0.key == 0 } * 2 == items.count)
    let again = try SampleBanks.open(SubjectBank.blueprint(), reversed: true)
    let repeated = try Self.statements(of: again, by: ItemGenerator(bank: again))
    #expect(repeated == items)
  }

  @Test("are not made where hardly anything could be said otherwise")
  func oneSided() throws {
    var blueprint = SubjectBank.blueprint()
    blueprint[template: SubjectBank.template].replace(
      "WHERE o.year >= 1970",
      with: "WHERE o.year >= 1970 AND o.number % 11 = 1",
      in: "distractors"
    )
    let bank = try SampleBanks.open(blueprint)
    #expect(try Self.statements(of: bank, by: ItemGenerator(bank: bank)).isEmpty)
  }

  @Test("are not made of what no template tells")
  func untold() throws {
    var blueprint = SubjectBank.blueprint()
    blueprint[template: SubjectBank.template].replace(
      "'opened/' || o.id AS subject_fact",
      with: "'closed/' || o.id AS subject_fact",
      in: "distractors"
    )
    let bank = try SampleBanks.open(blueprint)
    #expect(try Self.statements(of: bank, by: ItemGenerator(bank: bank)).isEmpty)
    // The other forms are asked as before.
    let filter = try ItemFilter(
      bank: bank,
      topics: [],
      templates: [SubjectBank.template],
      fact: nil
    )
    var count = 0
    try filter.forEachTarget(.multipleChoice) { target throws(BankError) in
      let item = try ItemGenerator(bank: bank)
        .item(for: target, form: .multipleChoice, optionCount: 3, seed: 1)
      if item != nil { count += 1 }
      return count == 0
    }
    #expect(count == 1)
  }

  @Test("come in games, each credited once")
  func inGames() throws {
    var draw = SessionDraw(
      generator: generator,
      filter: try ItemFilter(
        bank: bank,
        topics: [],
        templates: [SubjectBank.template],
        fact: nil
      ),
      form: .trueFalse,
      optionCount: 3,
      seed: 5
    )
    var facts: [FactID] = []
    while facts.count < 6, let item = try draw.next() { facts.append(item.fact) }
    #expect(facts.count == 6)
    #expect(Set(facts).count == 6)
  }

  @Test("that are sound are found nothing in")
  func sound() throws {
    let report = try SampleBanks.check(SubjectBank.blueprint())
    #expect(report.findings.allSatisfy { $0.rule == 23 }, "\(report.findings)")
  }

  /// Ways to break rule 21: what is changed, and what is found.
  static let breaches: [(name: String, slot: String, old: String, new: String)] = [
    (
      "no fact of its own", "distractors", ", 'opened/' || o.id AS subject_fact", ""
    ),
    (
      "a truth that names another land", "distractors",
      "o.prose_name || ' opened its gates ' || o.phrase || ', after the flood.' AS truth",
      "'Another land opened its gates ' || o.phrase || '.' AS truth"
    ),
    (
      "a truth that names nothing", "distractors",
      "o.prose_name || ' opened its gates ' || o.phrase || ', after the flood.' AS truth",
      "'It did so ' || o.phrase || '.' AS truth"
    ),
    (
      "the false statement as its truth", "distractors",
      "o.prose_name || ' opened its gates ' || o.phrase || ', after the flood.' AS truth",
      "o.prose_name || ' opened its gates before the flood of 1970.' AS truth"
    ),
    (
      "a why without a subject for a truth", "distractors",
      "o.prose_name || ' opened its gates ' || o.phrase || '.' AS why",
      "'That was ' || o.phrase || '.' AS why, '' AS other"
    ),
  ]

  @Test("that break the rule are found and not asked", arguments: breaches)
  func breach(_ breach: (name: String, slot: String, old: String, new: String)) throws {
    var blueprint = SubjectBank.blueprint()
    blueprint[template: SubjectBank.template].replace(breach.old, with: breach.new, in: breach.slot)
    if breach.name.hasPrefix("a why") {
      blueprint[template: SubjectBank.template].replace(
        "o.prose_name || ' opened its gates ' || o.phrase || ', after the flood.' AS truth,",
        with: "",
        in: "distractors"
      )
    }
    let report = try SampleBanks.check(blueprint)
    #expect(report.findings.contains { $0.rule == 21 }, "\(report.findings)")
    let bank = try SampleBanks.open(blueprint)
    let items = try Self.statements(of: bank, by: ItemGenerator(bank: bank))
    #expect(!items.contains { $0.key == 1 })
  }

  /// Neighbours of the breaches that are sound.
  static let neighbours: [(name: String, old: String, new: String)] = [
    (
      "a truth that says more", "', after the flood.' AS truth",
      "', after the flood; it was the last to do so.' AS truth"
    ),
    ("the why as its truth", "', after the flood.' AS truth", "'.' AS truth"),
    (
      "no truth but a why that serves",
      "o.prose_name || ' opened its gates ' || o.phrase || ', after the flood.' AS truth,", ""
    ),
    (
      "a truth that names it by its plain name",
      "o.prose_name || ' opened its gates ' || o.phrase || ', after the flood.' AS truth",
      "o.name || ' opened its gates ' || o.phrase || ', after the flood.' AS truth"
    ),
    (
      "a truth that names it last",
      "o.prose_name || ' opened its gates ' || o.phrase || ', after the flood.' AS truth",
      "'The gates were opened ' || o.phrase || ' by ' || o.prose_name || '.' AS truth"
    ),
  ]

  @Test("that are neighbours of a breach are asked", arguments: neighbours)
  func neighbour(_ neighbour: (name: String, old: String, new: String)) throws {
    var blueprint = SubjectBank.blueprint()
    blueprint[template: SubjectBank.template]
      .replace(neighbour.old, with: neighbour.new, in: "distractors")
    let report = try SampleBanks.check(blueprint)
    #expect(!report.findings.contains { $0.rule == 21 }, "\(report.findings)")
    let bank = try SampleBanks.open(blueprint)
    #expect(try Self.statements(of: bank, by: ItemGenerator(bank: bank)).contains { $0.key == 1 })
  }

  @Test("of a template out of play are asked by its name alone, and its facts stay known")
  func outOfPlay() throws {
    var blueprint = SubjectBank.blueprint()
    blueprint[template: "seat"]["play"] = "no"
    let bank = try SampleBanks.open(blueprint)
    let seat = try #require(bank.templates.firstIndex { $0.id == "seat" })
    let all = try ItemFilter(bank: bank, topics: [], templates: [], fact: nil)
    #expect(!all.templates.contains(seat))
    let named = try ItemFilter(bank: bank, topics: [], templates: ["seat"], fact: nil)
    #expect(named.templates == [seat])
    #expect(bank.factCounts[seat] > 0)
    blueprint.setFile("facts.lock", "seat/l1000\n")
    let report = try SampleBanks.check(blueprint)
    #expect(!report.findings.contains { $0.file == "facts.lock" })
  }
}
