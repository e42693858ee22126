package import QuestionBank
package import QuizModel

/// Makes items from facts: the same bank, template, fact, form, number of options and seed give
/// the same item byte for byte on every machine.
///
/// A class, because it remembers what it has worked out of each fact.
package final class ItemGenerator {
  /// How often an item is drawn anew before it is given up.
  static let attemptLimit = 20

  /// Where the facts come from.
  package let bank: QuestionBank
  /// The rules that an item has to pass.
  package let rules: ItemRules
  private var places: [PlaceKey: KeyPlaces] = [:]
  private var twins: [FactKey: FalseTwins] = [:]
  private var names: NameBook?

  private struct PlaceKey: Hashable {
    let template: Int
    let optionCount: Int
  }

  private struct FactKey: Hashable {
    let template: Int
    let position: Int
  }

  /// How many facts' statements are remembered.
  private static let memoryLimit = 50_000

  /// A generator over a bank.
  package init(bank: QuestionBank) throws(BankError) {
    self.bank = bank
    rules = try ItemRules(bank: bank)
  }

  /// Makes one item.
  ///
  /// - Parameters:
  ///   - fact: What is asked.
  ///   - form: How.
  ///   - optionCount: 3 to 5 options for multiple choice; without meaning in other forms.
  ///   - seed: Any number.
  /// - Returns: `nil` where the fact cannot be asked in this form without breaking a rule.
  /// - Throws: What the bank throws.
  package func item(
    for fact: Fact,
    form: Form,
    optionCount: Int,
    seed: UInt64
  ) throws(BankError) -> Item? {
    try itemUnderTest(for: fact, form: form, optionCount: optionCount, seed: seed)?.item
  }

  /// Makes one item together with what the rules want to know of it.
  func itemUnderTest(
    for fact: Fact,
    form: Form,
    optionCount: Int,
    seed: UInt64
  ) throws(BankError) -> ItemUnderTest? {
    switch form {
    case .multipleChoice: try multipleChoice(fact, optionCount: optionCount, seed: seed)
    case .trueFalse: try trueFalse(fact, seed: seed)
    case .typed: try typed(fact, seed: seed)
    }
  }

  private func multipleChoice(
    _ fact: Fact,
    optionCount: Int,
    seed: UInt64
  ) throws(BankError) -> ItemUnderTest? {
    guard fact.kind != AuthoredKind.statement else { return nil }
    let template = bank.templates[fact.template]
    let candidates = try bank.candidates(for: fact)
    guard candidates.count >= 2 else { return nil }
    let id = ItemID(
      template: template.id,
      row: fact.id.row,
      form: .multipleChoice,
      optionCount: optionCount,
      seed: seed
    )
    let draw = OptionDraw(
      fact: fact,
      candidates: candidates,
      places: template.order == .ascending
        ? try keyPlaces(fact.template, optionCount: optionCount) : nil
    )
    for attempt in 0..<ItemGenerator.attemptLimit {
      var generator = SplitMix64(seed: StableHash(of: "\(id)#\(attempt)").value)
      guard let (options, key) = draw.options(count: optionCount, using: &generator) else {
        return nil
      }
      let item = try makeItem(
        id: id,
        fact: fact,
        template: template,
        stem: fact.stem,
        options: options,
        key: key
      )
      let tested = ItemUnderTest(item: item, fact: fact, template: template, shown: nil)
      if try rules.passes(tested) { return tested }
    }
    return nil
  }

  private func trueFalse(_ fact: Fact, seed: UInt64) throws(BankError) -> ItemUnderTest? {
    let template = bank.templates[fact.template]
    let id = ItemID(
      template: template.id,
      row: fact.id.row,
      form: .trueFalse,
      optionCount: 2,
      seed: seed
    )
    if fact.kind == AuthoredKind.statement {
      return try authoredStatement(fact, template: template, id: id)
    }
    guard let statement = template.statement else { return nil }
    let twins = try falseTwins(of: fact, template: template, statement: statement)
    guard twins.truthPasses, !twins.candidates.isEmpty else { return nil }
    // Half of all seeds of each fact are true, so that neither topic nor template tells.
    let parity = StableHash(of: "\(template.id)/\(fact.id.row)").value & 1
    guard seed & 1 != parity else {
      return try statementItem(fact, template: template, statement: statement, id: id, shown: nil)
    }
    var generator = SplitMix64(seed: StableHash(of: "\(id)").value)
    let shown = twins.candidates[generator.below(twins.candidates.count)]
    return try statementItem(fact, template: template, statement: statement, id: id, shown: shown)
  }

  private func authoredStatement(
    _ fact: Fact,
    template: Template,
    id: ItemID
  ) throws(BankError) -> ItemUnderTest? {
    guard let key = ["true", "false"].firstIndex(of: Folding.folded(fact.answer)) else {
      return nil
    }
    let why = template.explanation.rendered(fact.text)
    let options = [
      ItemOption(text: "True", answerID: "true", why: why, evidence: fact.evidence),
      ItemOption(text: "False", answerID: "false", why: why, evidence: fact.evidence),
    ]
    let item = try makeItem(
      id: id,
      fact: fact,
      template: template,
      stem: fact.stem,
      options: options,
      key: key
    )
    let tested = ItemUnderTest(item: item, fact: fact, template: template, shown: nil)
    return try rules.passes(tested) ? tested : nil
  }

  /// Which candidates make a false twin that passes every rule, worked out once for each fact.
  private func falseTwins(
    of fact: Fact,
    template: Template,
    statement: TextTemplate
  ) throws(BankError) -> FalseTwins {
    let key = FactKey(template: fact.template, position: fact.position)
    if let known = twins[key] { return known }
    let id = ItemID(
      template: template.id,
      row: fact.id.row,
      form: .trueFalse,
      optionCount: 2,
      seed: 0
    )
    let truth = try statementItem(
      fact,
      template: template,
      statement: statement,
      id: id,
      shown: nil
    )
    var result = FalseTwins(truthPasses: try rules.passes(truth), candidates: [])
    if result.truthPasses {
      for candidate in try bank.candidates(for: fact) {
        let twin = try statementItem(
          fact,
          template: template,
          statement: statement,
          id: id,
          shown: candidate
        )
        if try rules.passes(twin) { result.candidates.append(candidate) }
      }
    }
    if twins.count >= ItemGenerator.memoryLimit { twins.removeAll() }
    twins[key] = result
    return result
  }

  /// A statement with the answer in its slot, or with what a false twin shows there.
  func statementItem(
    _ fact: Fact,
    template: Template,
    statement: TextTemplate,
    id: ItemID,
    shown: Candidate?
  ) throws(BankError) -> ItemUnderTest {
    let stem = statement.rendered { name in
      name == "answer" ? shown?.text ?? fact.answer : fact.text(name)
    }
    let explanation = template.explanation.rendered(fact.text)
    let options = [
      ItemOption(
        text: "True",
        answerID: "true",
        why: shown?.why.sentenceCased ?? explanation,
        evidence: shown?.evidence ?? fact.evidence
      ),
      ItemOption(text: "False", answerID: "false", why: explanation, evidence: fact.evidence),
    ]
    let item = try makeItem(
      id: id,
      fact: fact,
      template: template,
      stem: stem,
      options: options,
      key: shown == nil ? 0 : 1
    )
    return ItemUnderTest(item: item, fact: fact, template: template, shown: shown)
  }

  private func keyPlaces(_ template: Int, optionCount: Int) throws(BankError) -> KeyPlaces {
    let key = PlaceKey(template: template, optionCount: optionCount)
    if let known = places[key] { return known }
    let computed = KeyPlaces(sides: try bank.sides(of: template), optionCount: optionCount)
    places[key] = computed
    return computed
  }

  /// Every name of the bank, read once.
  func nameBook() throws(BankError) -> NameBook {
    if let names { return names }
    let book = NameBook(try bank.allNames())
    names = book
    return book
  }

  /// An item from what was drawn.
  func makeItem(
    id: ItemID,
    fact: Fact,
    template: Template,
    stem: String,
    options: [ItemOption],
    key: Int,
    typed: TypedKey? = nil
  ) throws(BankError) -> Item {
    var sources: [Source] = []
    for source in fact.sources { sources.append(try bank.source(source)) }
    return Item(
      id: id,
      bank: bank.description.name,
      bankVersion: bank.description.version,
      fact: fact.id,
      topic: fact.topic,
      kind: fact.kind,
      stem: stem,
      options: options,
      key: key,
      answer: fact.answer,
      explanation: template.explanation.rendered(fact.text),
      sources: sources,
      asOf: fact.asOf.isEmpty ? bank.description.asOf : fact.asOf,
      confidence: fact.confidence,
      about: fact.about,
      changes: template.changes,
      difficulty: template.difficulty,
      map: template.map.map { fact.text($0) }.flatMap { $0.isEmpty ? nil : $0 },
      typed: typed
    )
  }
}

/// What was worked out of a fact's statement.
private struct FalseTwins {
  let truthPasses: Bool
  var candidates: [Candidate]
}

/// The kinds that authored items have beyond those of templates.
package enum AuthoredKind {
  /// A statement that a person wrote, to be judged true or false.
  package static let statement = "true-false"
}
