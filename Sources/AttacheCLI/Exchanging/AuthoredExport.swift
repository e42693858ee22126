import Exchange
import QuestionBank
import QuestionGenerator
import QuizModel

/// The questions of a bank as their author wrote them, each with all of its options, whatever a game
/// would ask of them.
struct AuthoredExport {
  /// What comes of it.
  struct Outcome {
    /// In the order of the bank's table.
    var items: [PortableItem] = []
    /// The stems of those without any wrong option that can be told from the key.
    var withoutOptions: [String] = []
    /// The stems of those that go without some of their options, which are more than are kept.
    var shortened: [String] = []
    /// The stems of those that go without an option that cannot be told from another.
    var doubled: [String] = []
  }

  /// The bank.
  let bank: QuestionBank
  /// Whether topics go by their titles, rather than by their ids.
  let namesTopics: Bool

  /// Whether a person wrote every question of a bank.
  static func suits(_ bank: QuestionBank) -> Bool {
    bank.description.isAuthored
      && zip(bank.templates, bank.factCounts).allSatisfy { $1 == 0 || AuthoredItems.holds($0) }
  }

  /// The questions that are wanted.
  ///
  /// - Parameters:
  ///   - filter: Which facts.
  ///   - forms: Which forms.
  ///   - count: The most; `nil` for all.
  ///   - seed: Decides which, and how their options stand.
  /// - Returns: The questions, and what was kept out.
  /// - Throws: What the bank throws.
  func outcome(
    _ filter: ItemFilter,
    forms: [Form],
    count: Int?,
    seed: UInt64
  ) throws(BankError) -> Outcome {
    var facts: [Fact] = []
    try filter.forEachFact { fact throws(BankError) in
      let form = fact.kind == AuthoredKind.statement ? Form.trueFalse : .multipleChoice
      if forms.contains(form) { facts.append(fact) }
      return true
    }
    if let count, facts.count > count {
      var random = SplitMix64(seed: seed)
      facts = Array(random.shuffled(facts).prefix(count))
    }
    func line(_ fact: Fact) -> Int { Int(fact.text("line")) ?? 0 }
    var outcome = Outcome()
    for fact in facts.sorted(by: { line($0) < line($1) }) {
      try add(fact, seed: seed, to: &outcome)
    }
    return outcome
  }

  private func add(
    _ fact: Fact,
    seed: UInt64,
    to outcome: inout Outcome
  ) throws(BankError) {
    guard fact.kind != AuthoredKind.statement else {
      let key = Folding.folded(fact.answer) == "true" ? 0 : 1
      outcome.items.append(try item(fact, .trueFalse, PortableItem.statementOptions(), key: key))
      return
    }
    let wrong = try bank.candidates(for: fact)
    let stem = fact.text("stem")
    if try bank.offeredCandidates(for: fact).count > wrong.count { outcome.doubled.append(stem) }
    guard !wrong.isEmpty else { return outcome.withoutOptions.append(stem) }
    if wrong.count >= PortableItem.optionLimit { outcome.shortened.append(stem) }
    let options =
      [PortableItem.Option(text: fact.answer, why: "")]
      + wrong.prefix(PortableItem.optionLimit - 1).map {
        PortableItem.Option(text: $0.text, why: $0.why)
      }
    // Else the key would come first everywhere.
    var random = SplitMix64(seed: StableHash(of: "\(fact.id)#\(seed)").value)
    let order = random.shuffled(Array(options.indices))
    outcome.items.append(
      try item(
        fact,
        .multipleChoice,
        order.map { options[$0] },
        key: order.firstIndex(of: 0) ?? 0
      )
    )
  }

  private func item(
    _ fact: Fact,
    _ form: Form,
    _ options: [PortableItem.Option],
    key: Int
  ) throws(BankError) -> PortableItem {
    var sources: [String] = []
    for source in fact.sources where source != AuthoredItems.unsourced {
      sources.append(try bank.source(source).citation)
    }
    let title = bank.description.topics.first { $0.id == fact.topic }?.title
    return PortableItem(
      id: "\(bank.templates[fact.template].id)/\(fact.id.row)/\(form.rawValue)",
      topic: namesTopics ? title ?? fact.topic : fact.topic,
      form: form,
      stem: fact.text("stem"),
      options: options,
      key: key,
      explanation: fact.text("explanation"),
      sources: sources
    )
  }
}
