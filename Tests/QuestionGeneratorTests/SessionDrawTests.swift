import QuestionBank
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

@Suite("The draw of a session")
struct SessionDrawTests {
  private func draw(
    _ bank: QuestionBank,
    form: FormChoice = .mixed,
    seed: UInt64 = 1,
    topics: [String] = [],
    keepsApart: Bool = true,
    limit: Int = 1_000
  ) throws -> [Item] {
    let filter = try ItemFilter(bank: bank, topics: topics, templates: [], fact: nil)
    var draw = SessionDraw(
      generator: try ItemGenerator(bank: bank),
      filter: filter,
      form: form,
      optionCount: 3,
      seed: seed,
      keepsApart: keepsApart
    )
    var items: [Item] = []
    while items.count < limit, let item = try draw.next() { items.append(item) }
    return items
  }

  @Test("ends, and never asks a fact twice", arguments: FormChoice.allCases)
  func ends(_ form: FormChoice) throws {
    let blueprint =
      form == .typed ? TypedItemTests.blueprint(count: 24) : LandsBank.blueprint(count: 24)
    let bank = try SampleBanks.open(blueprint)
    let items = try draw(bank, form: form, limit: 200)
    #expect(items.count <= 48, "two families of 24")
    #expect(items.count >= 24)
    #expect(Set(items.map(\.fact)).count == items.count)
    #expect(items.allSatisfy { form.forms.contains($0.form) })
  }

  @Test("asks nothing that was given away before (rule 18)", arguments: 1...20)
  func independence(_ seed: UInt64) throws {
    let bank = try SampleBanks.open(LandsBank.blueprint(count: 24))
    let items = try draw(bank, seed: seed)
    #expect(items.count >= 10)
    for (place, later) in items.enumerated() {
      for earlier in items[..<place] {
        let names = try later.about.map { try bank.names(of: $0) }
        #expect(
          !ShownText(earlier).givesAway(later, aboutNames: names),
          "\(earlier.id) tells \(later.id)"
        )
      }
    }
  }

  @Test("finds items that give others away in a listing, which need not be independent")
  func listingsAreNotIndependent() throws {
    let bank = try SampleBanks.open(LandsBank.blueprint(count: 24))
    let items = try draw(bank, seed: 3, keepsApart: false, limit: 40)
    var pairs = 0
    for (place, later) in items.enumerated() {
      let names = try later.about.map { try bank.names(of: $0) }
      pairs += items[..<place].count { ShownText($0).givesAway(later, aboutNames: names) }
    }
    #expect(pairs > 0, "else the test of independence could not fail")
  }

  struct GivenAway: CustomTestStringConvertible, Sendable {
    let name: String
    let stem: String
    let explanation: String
    let why: String
    let expected: Bool
    var testDescription: String { name }
  }

  @Test(
    "knows what an item gives away",
    arguments: [
      GivenAway(
        name: "explanation",
        stem: "S?",
        explanation: "Kuba did in 1958.",
        why: "",
        expected: true
      ),
      GivenAway(name: "stem", stem: "Kuba in 1958?", explanation: "E.", why: "", expected: true),
      GivenAway(
        name: "reason",
        stem: "S?",
        explanation: "E.",
        why: "KUBA did in 1958.",
        expected: true
      ),
      GivenAway(name: "alias", stem: "S?", explanation: "Old Kuba: 1958.", why: "", expected: true),
      GivenAway(
        name: "key without what it is about",
        stem: "In 1958?",
        explanation: "",
        why: "",
        expected: false
      ),
      GivenAway(
        name: "what it is about without key",
        stem: "Kuba?",
        explanation: "1959",
        why: "",
        expected: false
      ),
      GivenAway(
        name: "part of a word",
        stem: "Kubania in 1958",
        explanation: "",
        why: "",
        expected: false
      ),
      GivenAway(
        name: "part of a number",
        stem: "Kuba 19580",
        explanation: "",
        why: "",
        expected: false
      ),
      GivenAway(
        name: "spread over parts",
        stem: "Kuba?",
        explanation: "No.",
        why: "In 1958.",
        expected: true
      ),
    ]
  )
  func givingAway(_ example: GivenAway) {
    let earlier = item(
      stem: example.stem,
      answer: "x",
      explanation: example.explanation,
      about: ["other"],
      why: example.why
    )
    let later = item(
      stem: "When?",
      answer: "1958",
      explanation: "Kuba: 1958.",
      about: ["kub"],
      why: ""
    )
    #expect(
      ShownText(earlier).givesAway(later, aboutNames: [["Kuba", "Old Kuba"]]) == example.expected
    )
  }

  @Test("knows what an item about the same thing gives away by its id")
  func givingAwayByID() {
    let earlier = item(stem: "S?", answer: "x", explanation: "In 1958.", about: ["kub"], why: "")
    let later = item(stem: "When?", answer: "1958", explanation: "", about: ["kub"], why: "")
    #expect(ShownText(earlier).givesAway(later, aboutNames: [[]]))
    let both = item(stem: "When?", answer: "1958", explanation: "", about: ["kub", "mal"], why: "")
    #expect(!ShownText(earlier).givesAway(both, aboutNames: [[], ["Mali"]]), "all of it")
    let nothing = item(stem: "When?", answer: "1958", explanation: "", about: [], why: "")
    #expect(!ShownText(earlier).givesAway(nothing, aboutNames: []))
  }

  private func item(stem: String, answer: String, explanation: String, about: [String], why: String)
    -> Item
  {
    Item(
      id: ItemID(template: "t", row: "r", form: .multipleChoice, optionCount: 3, seed: 0),
      bank: "b",
      bankVersion: "1",
      fact: FactID(family: "f", row: "r"),
      topic: "t",
      kind: "k",
      stem: stem,
      options: [ItemOption(text: answer, answerID: answer, why: why, evidence: "")],
      key: 0,
      answer: answer,
      explanation: explanation,
      sources: [],
      asOf: "2026",
      confidence: .high,
      about: about,
      changes: false,
      difficulty: 0,
      map: nil
    )
  }

  @Test("is the same for the same seed and another for another")
  func seeds() throws {
    let bank = try SampleBanks.open(LandsBank.blueprint(count: 24))
    let one = try draw(bank, seed: 5, limit: 10)
    let two = try draw(try SampleBanks.open(LandsBank.blueprint(count: 24)), seed: 5, limit: 10)
    let other = try draw(bank, seed: 6, limit: 10)
    #expect(one == two)
    #expect(one != other)
  }

  @Test("goes over everything where nearly nothing may be asked")
  func lastResort() throws {
    // One fact in 600 has candidates: chance alone would hardly meet it.
    var blueprint = LandsBank.blueprint(count: 600)
    blueprint.keepOnly("opened-land")
    blueprint[template: "opened-land"].replace(
      "o.year <> :year",
      with: "o.year <> :year AND :id = 'l1433'",
      in: "distractors"
    )
    let items = try draw(try SampleBanks.open(blueprint))
    #expect(items.map(\.fact.row) == ["l1433"])
  }

  @Test("has nothing to ask where no fact can be asked")
  func nothingToAsk() throws {
    var blueprint = LandsBank.blueprint(count: 12)
    blueprint.keepOnly("opened-land")
    blueprint[template: "opened-land"]["distractors"] = nil
    #expect(try draw(try SampleBanks.open(blueprint)).isEmpty)
    blueprint[template: "opened-land"].replace(
      "FROM opened",
      with: "FROM opened WHERE 0",
      in: "facts"
    )
    #expect(try draw(try SampleBanks.open(blueprint)).isEmpty)
  }

  @Test("keeps items of one land two apart where it can")
  func neighbours() throws {
    let bank = try SampleBanks.open(LandsBank.blueprint(count: 60))
    for seed in UInt64(1)...5 {
      let items = try draw(bank, seed: seed, limit: 20)
      for (place, item) in items.enumerated() {
        let before = items[max(0, place - 2)..<place].flatMap(\.about)
        #expect(Set(before).isDisjoint(with: item.about))
      }
    }
  }

  @Test("mixes forms, two questions to one statement")
  func mixture() throws {
    var blueprint = LandsBank.blueprint(count: 160)
    blueprint.keepOnly("seat")
    let items = try draw(try SampleBanks.open(blueprint), keepsApart: false, limit: 150)
    let statements = items.count { $0.form == .trueFalse }
    #expect((30...70).contains(statements), "\(statements) of \(items.count)")
  }

  @Test("asks authored items of the topic that is wanted")
  func authoredTopics() throws {
    var blueprint = AuthoredBank.blueprint(count: 6) { $0 < 3 }
    blueprint.properties["attache:topics"] =
      #"[{"id": "basics", "title": "B"}, {"id": "other", "title": "O"}]"#
    blueprint[table: "items"].set("topic", ofRow: 0, to: "other")
    blueprint[table: "items"].set("topic", ofRow: 7, to: "other")
    let items = try draw(try SampleBanks.open(blueprint), topics: ["other"])
    #expect(Set(items.map(\.fact.row)) == ["s0", "q1"])
  }
}
