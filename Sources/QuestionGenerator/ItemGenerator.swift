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
  /// What was worked out of each fact's statement.
  var twins: [FactKey: FalseTwins] = [:]
  private var tellings: [FactID: Fact?] = [:]
  private var names: NameBook?

  private struct PlaceKey: Hashable {
    let template: Int
    let optionCount: Int
  }

  /// A template's fact, by numbers.
  struct FactKey: Hashable {
    let template: Int
    let position: Int
  }

  /// How many facts are remembered.
  static let memoryLimit = 50_000

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

  /// Makes one item of whatever is asked in a form.
  ///
  /// - Parameters:
  ///   - target: What is asked, as ``ItemFilter/forEachTarget(_:_:)`` names it for that form.
  ///   - form: How.
  ///   - optionCount: 3 to 5 options for multiple choice; without meaning in other forms.
  ///   - seed: Any number.
  /// - Returns: `nil` where it cannot be asked in this form without breaking a rule.
  /// - Throws: What the bank throws.
  package func item(
    for target: ItemTarget,
    form: Form,
    optionCount: Int,
    seed: UInt64
  ) throws(BankError) -> Item? {
    switch target {
    case .fact(let fact):
      return try item(for: fact, form: form, optionCount: optionCount, seed: seed)
    case .subject(let subject, let template):
      guard form == .trueFalse else { return nil }
      return try statement(about: subject, template: template, seed: seed)?.item
    }
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
    guard fact.kind != AuthoredKind.statement, !isBarred(fact.template, in: .multipleChoice) else {
      return nil
    }
    let template = bank.templates[fact.template]
    let candidates = try bank.candidates(for: fact)
    guard candidates.count >= 2 else { return nil }
    let id = fact.itemID(.multipleChoice, of: template, optionCount: optionCount, seed: seed)
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

  private func keyPlaces(_ template: Int, optionCount: Int) throws(BankError) -> KeyPlaces {
    let key = PlaceKey(template: template, optionCount: optionCount)
    if let known = places[key] { return known }
    let computed = KeyPlaces(sides: try bank.sides(of: template), optionCount: optionCount)
    places[key] = computed
    return computed
  }

  /// Whether a template's items of a form break a rule as a set.
  private func isBarred(_ template: Int, in form: Form) -> Bool {
    bank.barredForms[template]?.contains { $0.form == form } ?? false
  }

  /// The row by which the bank tells a fact; see ``QuestionBank/telling(_:preferring:)``.
  func telling(_ id: FactID, in template: Int) throws(BankError) -> Fact? {
    if let known = tellings[id] { return known }
    let found = try bank.telling(id, preferring: template)
    if tellings.count >= ItemGenerator.memoryLimit { tellings.removeAll() }
    tellings[id] = .some(found)
    return found
  }

  /// Every name of the bank, read once.
  func nameBook() throws(BankError) -> NameBook {
    if let names { return names }
    let book = NameBook(try bank.allNames())
    names = book
    return book
  }

  /// An item from what was drawn.
  ///
  /// - Parameters:
  ///   - id: Its name.
  ///   - fact: What it belongs to: topic, sources, date, map and what it is about are the fact's.
  ///   - template: The template.
  ///   - stem: The stem or statement.
  ///   - options: In the order in which they are shown.
  ///   - key: The place of the right one.
  ///   - typed: What a typed answer is compared with.
  ///   - subject: The id of the fact that it is credited to, where that is not `fact`'s own.
  ///   - answer: What is right, in words; the fact's where it is not given.
  ///   - explanation: What is said afterwards; the template's where it is not given.
  ///   - others: Ids besides the fact's own that it is about.
  ///   - more: Sources besides the fact's own.
  /// - Returns: The item.
  /// - Throws: What the bank throws.
  func makeItem(
    id: ItemID,
    fact: Fact,
    template: Template,
    stem: String,
    options: [ItemOption],
    key: Int,
    typed: TypedKey? = nil,
    subject: FactID? = nil,
    answer: String? = nil,
    explanation: String? = nil,
    isAbout others: [String] = [],
    restingOn more: [String] = []
  ) throws(BankError) -> Item {
    var sources: [Source] = []
    let rests = fact.sources + more.filter { !fact.sources.contains($0) }
    for source in rests { sources.append(try bank.source(source)) }
    let map = bank.templates[fact.template].map.map { fact.text($0) }
    return Item(
      id: id,
      bank: bank.description.name,
      bankVersion: bank.description.version,
      fact: subject ?? fact.id,
      topic: fact.topic,
      kind: fact.kind,
      stem: stem,
      options: options,
      key: key,
      answer: answer ?? fact.answer,
      explanation: explanation ?? template.explanation.rendered(fact.text),
      sources: SourceOrder.ordered(
        sources,
        changes: template.changes,
        asOf: fact.asOf,
        year: fact.text("year")
      ),
      asOf: fact.asOf.isEmpty ? bank.description.asOf : fact.asOf,
      confidence: fact.confidence,
      about: fact.about + others.filter { !fact.about.contains($0) },
      changes: template.changes,
      difficulty: template.difficulty,
      map: map.flatMap { $0.isEmpty ? nil : $0 },
      typed: typed,
      knowledgeDigest: try bank.knowledgeDigest(of: subject ?? fact.id)
    )
  }
}

extension Fact {
  /// The name of an item that asks this fact.
  func itemID(_ form: Form, of template: Template, optionCount: Int, seed: UInt64) -> ItemID {
    ItemID(template: template.id, row: id.row, form: form, optionCount: optionCount, seed: seed)
  }
}

/// The kinds that authored items have beyond those of templates.
package enum AuthoredKind {
  /// A statement that a person wrote, to be judged true or false.
  package static let statement = "true-false"
}
