import QuestionBank
import QuizModel
import TestSupport
import Testing

@testable import QuestionGenerator

@Suite("The rules about a template's items as a set")
struct SetRulesTests {
  /// Items of so many facts: what stands beside each key, and the topic shown.
  private static func pool(
    _ count: Int,
    topic: (Int) -> String = { _ in "t" },
    distractors: (Int, Int) -> [String]
  ) -> ItemPool {
    ItemPool(
      facts: (0..<count).map { fact in
        (0..<4).map { seed in
          let wrong = distractors(fact, seed)
          var options = wrong
          options.insert("k\(fact)", at: (fact + seed) % (wrong.count + 1))
          return ItemPool.Sighting(
            options: options,
            key: (fact + seed) % (wrong.count + 1),
            topic: topic(fact)
          )
        }
      }
    )
  }

  /// Option sets that tell: what is wrong once is wrong always, or nearly so.
  static let tellingSets: [(name: String, distractors: @Sendable (Int, Int) -> [String])] = [
    ("two that are always wrong", { _, _ in ["w1", "w2"] }),
    (
      "eight that are always wrong",
      { fact, seed in ["w\((fact + seed) % 8)", "w\((fact + seed + 3) % 8)"] }
    ),
    ("four in a fixed pair", { fact, _ in fact % 2 == 0 ? ["w1", "w2"] : ["w3", "w4"] }),
    ("three of four always wrong", { fact, seed in ["w1", "w\(2 + (fact + seed) % 3)"] }),
    ("always wrong, in five options", { _, _ in ["w1", "w2", "w3", "w4"] }),
  ]

  @Test("find option sets that tell what is wrong", arguments: tellingSets)
  func telling(_ sets: (name: String, distractors: @Sendable (Int, Int) -> [String])) throws {
    let finding = try #require(
      SightingPlayer.finding(over: Self.pool(20, distractors: sets.distractors))
    )
    #expect(finding.rule == 23)
    #expect(finding.severity == .hard)
    let few = try #require(
      SightingPlayer.finding(over: Self.pool(8, distractors: sets.distractors))
    )
    #expect(few.severity == .warning, "of few facts it only warns")
  }

  /// Option sets that tell nothing.
  static let silentSets: [(name: String, distractors: @Sendable (Int, Int) -> [String])] = [
    ("the keys of the neighbours", { fact, _ in ["k\((fact + 1) % 20)", "k\((fact + 2) % 20)"] }),
    (
      "the keys of any others",
      { fact, seed in ["k\((fact + 3 + seed) % 20)", "k\((fact + 11 + seed) % 20)"] }
    ),
    (
      "one key of the neighbours, one of its own",
      { fact, _ in ["k\((fact + 1) % 20)", "own\(fact)"] }
    ),
    ("none that is seen twice", { fact, seed in ["a\(fact)-\(seed)", "b\(fact)-\(seed)"] }),
    ("the same for each fact alone", { fact, _ in ["a\(fact)", "b\(fact)"] }),
  ]

  @Test("find nothing in option sets that do not tell", arguments: silentSets)
  func silent(_ sets: (name: String, distractors: @Sendable (Int, Int) -> [String])) {
    #expect(SightingPlayer.finding(over: Self.pool(20, distractors: sets.distractors)) == nil)
  }

  /// The topics of twenty keys and of what stands beside them; three topics are shown by turn.
  private static func topicsOfOptions(
    _ wrong: (Int) -> Set<String>
  ) -> [String: Set<String>] {
    var topics: [String: Set<String>] = [:]
    for fact in 0..<20 {
      topics["k\(fact)"] = ["t\(fact % 3)"]
      topics["w\(fact)"] = wrong(fact)
    }
    return topics
  }

  private static let pairs = pool(20, topic: { "t\($0 % 3)" }) { fact, _ in
    ["w\(fact)", "w\((fact + 1) % 20)"]
  }

  /// What the wrong options are about, and how much the heading then tells.
  static let headingCases:
    [(name: String, severity: Severity?, wrong: @Sendable (Int) -> Set<String>)] = [
      ("other topics always", .hard, { _ in ["other"] }),
      ("no topic", .hard, { _ in [] }),
      ("two other topics", .hard, { ["o\($0 % 2)"] }),
      (
        "another topic of the three, mostly", .hard,
        { $0 % 7 == 0 ? ["t0", "t1", "t2"] : ["other"] }
      ),
      (
        "other topics but for every fourth", .hard,
        { $0 % 4 == 0 ? ["t0", "t1", "t2"] : ["other"] }
      ),
      ("the topic shown", nil, { _ in ["t0", "t1", "t2"] }),
      ("the topic shown among others", nil, { _ in ["t0", "t1", "t2", "other"] }),
      (
        "the topic shown, but for every tenth", nil,
        { $0 % 10 == 0 ? ["other"] : ["t0", "t1", "t2"] }
      ),
      (
        "the topic shown, but for every fourth", nil,
        { $0 % 4 == 0 ? ["other"] : ["t0", "t1", "t2"] }
      ),
      (
        "the topic shown for every second", .warning,
        { $0 % 2 == 0 ? ["other"] : ["t0", "t1", "t2"] }
      ),
    ]

  @Test("weigh how far a heading answers", arguments: headingCases)
  func headings(
    _ heading: (name: String, severity: Severity?, wrong: @Sendable (Int) -> Set<String>)
  ) {
    let finding = TopicPlayer.finding(over: Self.pairs, topics: Self.topicsOfOptions(heading.wrong))
    #expect(finding?.severity == heading.severity, "\(finding.map(\.message) ?? "nothing")")
    #expect(finding == nil || finding?.rule == 22)
  }

  @Test("find nothing where one topic is all there is")
  func oneTopic() {
    #expect(TopicPlayer.finding(over: Self.pairs, topics: [:]) == nil)
  }

  /// The bank of lands, whose towns stand beside three that are never right.
  private static func toldBank() -> BankBlueprint {
    var blueprint = LandsBank.blueprint(count: 16)
    let names = ["Abra", "Bexo", "Cilu"].map { name in
      "SELECT '\(name)' AS text, '\(name)' AS answer_id, '\(name) is the seat of nothing.' AS why, "
        + ":evidence AS evidence, 1 AS rank"
    }
    blueprint[template: "seat"]["distractors"] = names.joined(separator: " UNION ALL ")
    return blueprint
  }

  @Test("bar a template from questions with options, and from nothing else")
  func bars() throws {
    let bank = try SampleBanks.open(Self.toldBank())
    let seat = try #require(bank.templates.firstIndex { $0.id == "seat" })
    #expect(bank.barredForms[seat]?.map(\.rule) == [23])
    #expect(bank.barredForms.count == 1)
    let generator = try ItemGenerator(bank: bank)
    let fact = try #require(try bank.fact(template: seat, position: 1))
    for form in Form.allCases {
      let item = try generator.item(for: fact, form: form, optionCount: 3, seed: 1)
      #expect((item == nil) == (form != .trueFalse), "\(form)")
    }
    let report = try SampleBanks.check(Self.toldBank())
    #expect(report.findings.contains { $0.rule == 23 && $0.severity == .hard })
  }

  @Test("only report where the bank says so")
  func reports() throws {
    var blueprint = Self.toldBank()
    blueprint.properties["attache:reported-rules"] = "[22, 23]"
    let bank = try SampleBanks.open(blueprint)
    #expect(bank.barredForms.isEmpty)
    let report = try SampleBanks.check(blueprint)
    let found = report.findings.filter { $0.rule == 23 }
    #expect(found.map(\.severity) == [.warning])
  }

  @Test("bar nothing that a person wrote question by question")
  func authored() throws {
    var blueprint = AuthoredBank.blueprint(count: 2) { $0 == 0 }
    for number in 10..<26 {
      let key = "Answer \(number)"
      blueprint[table: "items"].rows.append([
        "q\(number)", "basics", "What is number \(number)?", "word", key,
        "\(key) is number \(number).", "A book, 2024",
      ])
      for wrong in ["Wrong 1", "Wrong 2"] {
        blueprint[table: "options"].rows.append(["q\(number)", wrong, "\(wrong) is another."])
      }
    }
    #expect(try SampleBanks.open(blueprint).barredForms.isEmpty)
    let found = try SampleBanks.check(blueprint).findings.filter { $0.rule == 23 }
    #expect(found.map(\.severity) == [.warning])
  }

  @Test("are no rules by another number", arguments: ["[0]", "[30]", "[\"x\"]", "[2.5]", "23"])
  func wrongNumbers(_ json: String) throws {
    var blueprint = LandsBank.blueprint(count: 12)
    blueprint.properties["attache:reported-rules"] = json
    #expect(throws: BankError.self) { try SampleBanks.open(blueprint) }
  }
}
