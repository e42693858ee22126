package import QuestionBank
package import QuizModel

/// Draws the items of one session, one after another, so that none gives another away (rule 18).
package struct SessionDraw {
  /// How often another item is drawn before the wish to keep neighbours apart is dropped, and
  /// before the session is over.
  private static let politeTries = 60
  private static let tries = 400

  private let generator: ItemGenerator
  private let filter: ItemFilter
  private let form: FormChoice
  private let optionCount: Int
  private let keepsApart: Bool
  private var random: SplitMix64
  private var used: Set<FactID> = []
  private var shown = ShownItems()
  private let places: [[ItemFilter.Place]]

  /// A draw.
  ///
  /// - Parameters:
  ///   - generator: Makes the items.
  ///   - filter: Which facts may come.
  ///   - form: How they are asked.
  ///   - optionCount: 3 to 5.
  ///   - seed: The seed of the session.
  ///   - keepsApart: Whether items of one session are independent; a mere listing need not be.
  package init(
    generator: ItemGenerator,
    filter: ItemFilter,
    form: FormChoice,
    optionCount: Int,
    seed: UInt64,
    keepsApart: Bool = true
  ) {
    self.generator = generator
    self.filter = filter
    self.form = form
    self.optionCount = optionCount
    self.keepsApart = keepsApart
    random = SplitMix64(seed: seed)
    places =
      form != .typed
      ? filter.places
      : filter.places.map { $0.filter { filter.bank.templates[$0.template].isTyped } }
        .filter { !$0.isEmpty }
  }

  /// The next item; `nil` when nothing is left that may be asked.
  package mutating func next() throws(BankError) -> Item? {
    guard !places.isEmpty else { return nil }
    for attempt in 0..<SessionDraw.tries {
      let topic = places[random.below(places.count)]
      let place = topic[random.below(topic.count)]
      let number = place.template
      let position =
        place.positions.map { $0[random.below($0.count)] }
        ?? random.below(filter.bank.factCounts[number]) + 1
      let isTrueFalse = form == .trueFalse || form == .mixed && random.below(3) == 0
      let seed = random.next() >> 33
      guard let fact = try filter.bank.fact(template: number, position: position),
        filter.includes(fact), !used.contains(fact.id)
      else { continue }
      let first: Form =
        form == .typed ? .typed : isTrueFalse ? .trueFalse : .multipleChoice
      var made = try item(fact, form: first, seed: seed)
      if made == nil, form == .mixed {
        made = try item(fact, form: isTrueFalse ? .multipleChoice : .trueFalse, seed: seed)
      }
      guard let item = made else { continue }
      if keepsApart {
        let isPolite = attempt < SessionDraw.politeTries
        guard try isIndependent(item, isPolite: isPolite) else { continue }
        shown.take(item)
      }
      used.insert(fact.id)
      return item
    }
    return try keepsApart ? lastResort() : nil
  }

  /// Goes over everything that is left, where chance has found nothing.
  private mutating func lastResort() throws(BankError) -> Item? {
    let bank = filter.bank
    guard filter.templates.reduce(0, { $0 + bank.factCounts[$1] }) < 10_000 else { return nil }
    var found: Item?
    let used = used
    let seed = random.next() >> 33
    try filter.forEachFact { fact throws(BankError) in
      guard !used.contains(fact.id) else { return true }
      for form in form.forms {
        guard let item = try item(fact, form: form, seed: seed),
          try isIndependent(item, isPolite: false)
        else { continue }
        found = item
        return false
      }
      return true
    }
    guard let found else { return nil }
    self.used.insert(found.fact)
    shown.take(found)
    return found
  }

  private func item(_ fact: Fact, form: Form, seed: UInt64) throws(BankError) -> Item? {
    try generator.item(for: fact, form: form, optionCount: optionCount, seed: seed)
  }

  private func isIndependent(_ item: Item, isPolite: Bool) throws(BankError) -> Bool {
    try shown.admit(item, bank: filter.bank, isPolite: isPolite)
  }
}
