package import QuestionBank
package import QuizModel

/// Which facts of a bank are wanted.
package struct ItemFilter {
  /// What a filter names that the bank does not have.
  package enum Problem: Error, Hashable {
    /// A topic.
    case noSuchTopic(String, known: [String])
    /// A template.
    case noSuchTemplate(String, known: [String])
    /// A fact.
    case noSuchFact(String)
  }

  /// The bank.
  package let bank: QuestionBank
  /// The numbers of the templates that are wanted, ascending.
  package let templates: [Int]
  /// The topics that are wanted; empty for all.
  package let topics: Set<String>
  /// The one fact that is wanted, if it is one.
  package let fact: FactID?

  /// A filter.
  ///
  /// - Parameters:
  ///   - bank: The bank.
  ///   - topics: Topics; empty for all.
  ///   - templates: Templates; empty for all.
  ///   - fact: A fact, as printed.
  /// - Throws: ``Problem`` for a name that the bank does not have.
  package init(
    bank: QuestionBank,
    topics: [String],
    templates: [String],
    fact: String?
  ) throws(Problem) {
    self.bank = bank
    for topic in topics where !bank.description.topics.contains(where: { $0.id == topic }) {
      throw .noSuchTopic(topic, known: bank.description.topics.map(\.id))
    }
    for template in templates where !bank.templates.contains(where: { $0.id == template }) {
      throw .noSuchTemplate(template, known: bank.templates.map(\.id))
    }
    let id = fact.flatMap { FactID($0) }
    if let fact, id == nil { throw .noSuchFact(fact) }
    self.topics = Set(topics)
    self.fact = id
    self.templates = bank.templates.indices.filter { number in
      let template = bank.templates[number]
      // Facts of authored items bring their topics with them.
      let fitsTopic =
        topics.isEmpty || topics.contains(template.topic) || template.family == "item"
      return bank.factCounts[number] > 0 && fitsTopic
        && (templates.isEmpty || templates.contains(template.id))
        && (id == nil || id?.family == template.family)
    }
    if let fact, self.templates.isEmpty { throw .noSuchFact(fact) }
  }

  /// Whether a fact is wanted.
  package func includes(_ fact: Fact) -> Bool {
    (topics.isEmpty || topics.contains(fact.topic)) && (self.fact == nil || self.fact == fact.id)
  }

  /// Calls a function with each fact that is wanted, by template and place.
  ///
  /// - Parameter body: Returns whether to go on.
  /// - Throws: What the bank or the function throws.
  package func forEachFact(
    _ body: (Fact) throws(BankError) -> Bool
  ) throws(BankError) {
    for number in templates {
      if let fact {
        guard let found = try bank.fact(template: number, row: fact.row), includes(found) else {
          continue
        }
        if try !body(found) { return }
        continue
      }
      for position in 1..<(bank.factCounts[number] + 1) {
        guard let found = try bank.fact(template: number, position: position), includes(found)
        else { continue }
        if try !body(found) { return }
      }
    }
  }

  /// The ids of all facts that are wanted, each once, by their bytes.
  package func factIDs() throws(BankError) -> [FactID] {
    var ids: Set<FactID> = []
    try forEachFact { fact throws(BankError) in
      ids.insert(fact.id)
      return true
    }
    return ids.sorted()
  }
}
