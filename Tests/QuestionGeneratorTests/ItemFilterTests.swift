import QuestionBank
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

@Suite("The filter of facts")
struct ItemFilterTests {
  private func bank() throws -> QuestionBank {
    var blueprint = LandsBank.blueprint(count: 12)
    blueprint.properties["attache:topics"] =
      #"[{"id": "basics", "title": "B"}, {"id": "towns", "title": "T"}, {"id": "empty", "title": "E"}]"#
    blueprint[template: "seat"]["topic"] = "towns"
    return try SampleBanks.open(blueprint)
  }

  private func facts(_ filter: ItemFilter) throws -> [String] {
    var ids: [String] = []
    try filter.forEachFact { fact throws(BankError) in
      ids.append(fact.id.description)
      return true
    }
    return ids
  }

  @Test(
    "lets through what is wanted",
    arguments: [
      ([], [], nil, 36), (["basics"], [], nil, 24), (["towns"], [], nil, 12),
      (["basics", "towns"], [], nil, 36), ([], ["opened-year"], nil, 12),
      (["towns"], ["opened-year"], nil, 0), ([], [], "opened/l1003", 2),
      ([], [], "seat/l1003", 1), ([], ["opened-land"], "opened/l1003", 1), (["empty"], [], nil, 0),
      ([], [], "opened/l9999", 0),
    ] as [([String], [String], String?, Int)]
  )
  func wanted(_ topics: [String], _ templates: [String], _ fact: String?, _ count: Int) throws {
    let filter = try ItemFilter(bank: try bank(), topics: topics, templates: templates, fact: fact)
    #expect(try facts(filter).count == count)
  }

  /// The same bank, but four of its twelve seats are on another topic.
  private func mixedBank() throws -> QuestionBank {
    var blueprint = LandsBank.blueprint(count: 12)
    blueprint.properties["attache:topics"] =
      #"[{"id": "basics", "title": "B"}, {"id": "towns", "title": "T"}, {"id": "empty", "title": "E"}]"#
    blueprint[template: "seat"].replace(
      "o.land AS about",
      with: "o.land AS about, CASE o.number % 3 WHEN 0 THEN 'towns' ELSE 'basics' END AS topic",
      in: "facts"
    )
    return try SampleBanks.open(blueprint)
  }

  @Test(
    "goes by the topics of facts, not of their templates",
    arguments: [
      ([], 36), (["basics"], 32), (["towns"], 4), (["towns", "basics"], 36), (["empty"], 0),
    ]
      as [([String], Int)]
  )
  func topicsOfFacts(_ topics: [String], _ count: Int) throws {
    let bank = try mixedBank()
    let filter = try ItemFilter(bank: bank, topics: topics, templates: [], fact: nil)
    #expect(try facts(filter).count == count)
    #expect(filter.templates.isEmpty == (count == 0))
    let places = filter.places.joined()
    let counts = places.map { $0.positions?.count ?? bank.factCounts[$0.template] }
    #expect(counts.reduce(0, +) == count)
    for place in places {
      for position in place.positions ?? [] {
        let fact = try #require(try bank.fact(template: place.template, position: position))
        #expect(filter.includes(fact))
      }
    }
  }

  @Test("stops when it is told to")
  func stops() throws {
    let filter = try ItemFilter(bank: try bank(), topics: [], templates: [], fact: nil)
    var count = 0
    try filter.forEachFact { _ throws(BankError) in
      count += 1
      return count < 5
    }
    #expect(count == 5)
  }

  @Test("goes through facts by template and place")
  func order() throws {
    let filter = try ItemFilter(bank: try bank(), topics: [], templates: ["seat"], fact: nil)
    #expect(try facts(filter) == (1_000..<1_012).map { "seat/l\($0)" })
  }

  @Test("refuses names that the bank does not have")
  func unknownNames() throws {
    let bank = try bank()
    #expect(throws: ItemFilter.Problem.noSuchTopic("x", known: ["basics", "towns", "empty"])) {
      try ItemFilter(bank: bank, topics: ["basics", "x"], templates: [], fact: nil)
    }
    #expect(
      throws: ItemFilter.Problem.noSuchTemplate("x", known: ["opened-land", "opened-year", "seat"])
    ) { try ItemFilter(bank: bank, topics: [], templates: ["x"], fact: nil) }
    for fact in ["x", "none/l1003", "/", ""] {
      #expect(throws: ItemFilter.Problem.noSuchFact(fact)) {
        try ItemFilter(bank: bank, topics: [], templates: [], fact: fact)
      }
    }
  }
}
