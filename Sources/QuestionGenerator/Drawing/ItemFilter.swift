package import QuestionBank
package import QuizModel

/// What an item is made of.
package enum ItemTarget: Sendable {
  /// A template's fact.
  case fact(Fact)
  /// What a statement of a template is about; the template has statements of it.
  case subject(FactID, template: Int)

  /// The fact that an item of it is credited to, in a form.
  package var id: FactID {
    switch self {
    case .fact(let fact): fact.id
    case .subject(let id, _): id
    }
  }
}

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

  /// Where wanted facts of a template stand.
  package struct Place: Hashable, Sendable {
    /// The number of the template.
    package let template: Int
    /// The places of the facts, ascending; `nil` for all of them.
    package let positions: [Int]?
  }

  /// The bank.
  package let bank: QuestionBank
  /// The numbers of the templates that are wanted, ascending.
  package let templates: [Int]
  /// The topics that are wanted; empty for all.
  package let topics: Set<String>
  /// Where the wanted facts stand: for each topic with any, in the bank's order, its templates
  /// ascending.
  package let places: [[Place]]
  /// The one fact that is wanted, if it is one.
  package let fact: FactID?

  /// A filter.
  ///
  /// - Parameters:
  ///   - bank: The bank.
  ///   - topics: Topics; empty for all.
  ///   - templates: Templates; empty for all.
  ///   - fact: A fact, as printed.
  ///   - difficulties: The difficulties of templates that are wanted, within -2...2.
  /// - Throws: ``Problem`` for a name that the bank does not have, or what the bank throws.
  package init(
    bank: QuestionBank,
    topics: [String],
    templates: [String],
    fact: String?,
    difficulties: ClosedRange<Int> = -2...2
  ) throws {
    self.bank = bank
    for topic in topics where !bank.description.topics.contains(where: { $0.id == topic }) {
      throw Problem.noSuchTopic(topic, known: bank.description.topics.map(\.id))
    }
    for template in templates where !bank.templates.contains(where: { $0.id == template }) {
      throw Problem.noSuchTemplate(template, known: bank.templates.map(\.id))
    }
    let id = fact.flatMap { FactID($0) }
    if let fact, id == nil { throw Problem.noSuchFact(fact) }
    let wanted = Set(topics)
    let possible = bank.templates.indices.filter { number in
      let template = bank.templates[number]
      // What is only told is asked by whoever names it.
      let isWanted = templates.isEmpty && id == nil ? template.isPlayed : true
      return bank.factCounts[number] > 0 && isWanted && difficulties.contains(template.difficulty)
        && (templates.isEmpty || templates.contains(template.id))
        && (id == nil || id?.family == template.family)
    }
    places = try ItemFilter.places(of: possible, in: bank, on: wanted)
    self.topics = wanted
    self.fact = id
    self.templates = Set(places.joined().map(\.template)).sorted()
    if let fact, self.templates.isEmpty { throw Problem.noSuchFact(fact) }
  }

  private static func places(
    of templates: [Int],
    in bank: QuestionBank,
    on wanted: Set<String>
  ) throws(BankError) -> [[Place]] {
    let topics = bank.description.topics.map(\.id)
    var places: [[Place]] = []
    if wanted.isEmpty {
      // Here a template counts by its own topic, whatever its facts are about.
      let groups = topics.map { topic in templates.filter { bank.templates[$0].topic == topic } }
      let others = templates.filter { !topics.contains(bank.templates[$0].topic) }
      places = (groups + [others]).map { $0.map { Place(template: $0, positions: nil) } }
    } else {
      for topic in topics where wanted.contains(topic) {
        var ofTopic: [Place] = []
        for number in templates {
          let positions = try bank.positions(template: number, on: [topic])
          if positions != [] { ofTopic.append(Place(template: number, positions: positions)) }
        }
        places.append(ofTopic)
      }
    }
    return places.filter { !$0.isEmpty }
  }

  /// Calls a function with everything that is asked in a form: each fact that is wanted, and for
  /// statements about what stands in their slot each subject, by template and place.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - body: Returns whether to go on.
  /// - Throws: What the bank or the function throws.
  package func forEachTarget(
    _ form: Form,
    _ body: (ItemTarget) throws(BankError) -> Bool
  ) throws(BankError) {
    for number in templates {
      guard form == .trueFalse, bank.templates[number].slotIsSubject else {
        guard
          try forEachFact(of: number, { fact throws(BankError) in try body(.fact(fact)) })
        else { return }
        continue
      }
      for subject in try subjects(of: number) where try !body(.subject(subject, template: number)) {
        return
      }
    }
  }

  /// The wanted subjects of a template's statements, by their bytes.
  func subjects(of template: Int) throws(BankError) -> [FactID] {
    let all = try bank.statements(of: template).subjects
    guard !topics.isEmpty || fact != nil else { return all }
    var wanted: [FactID] = []
    for subject in all where fact == nil || fact == subject {
      guard let telling = try bank.telling(subject, preferring: template) else { continue }
      if topics.isEmpty || topics.contains(telling.topic) { wanted.append(subject) }
    }
    return wanted
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
    for number in templates where try !forEachFact(of: number, body) { return }
  }

  /// Calls a function with each wanted fact of a template; returns whether to go on.
  private func forEachFact(
    of number: Int,
    _ body: (Fact) throws(BankError) -> Bool
  ) throws(BankError) -> Bool {
    if let fact {
      guard let found = try bank.fact(template: number, row: fact.row), includes(found) else {
        return true
      }
      return try body(found)
    }
    for position in 1..<(bank.factCounts[number] + 1) {
      guard let found = try bank.fact(template: number, position: position), includes(found)
      else { continue }
      if try !body(found) { return false }
    }
    return true
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
