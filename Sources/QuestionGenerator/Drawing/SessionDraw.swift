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
  private var subjects: [Int: [FactID]] = [:]
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
      let isTrueFalse = form == .trueFalse || form == .mixed && random.below(3) == 0
      let first: Form =
        form == .typed ? .typed : isTrueFalse ? .trueFalse : .multipleChoice
      guard let target = try target(at: place, form: first) else { continue }
      let seed = random.next() >> 33
      guard !used.contains(target.id) else { continue }
      var made = try item(target, form: first, seed: seed)
      if made == nil, form == .mixed {
        made = try item(target, form: isTrueFalse ? .multipleChoice : .trueFalse, seed: seed)
      }
      guard let item = made, !used.contains(item.fact) else { continue }
      if keepsApart {
        let isPolite = attempt < SessionDraw.politeTries
        guard try isIndependent(item, isPolite: isPolite) else { continue }
        shown.take(item)
      }
      used.insert(item.fact)
      return item
    }
    return try keepsApart ? lastResort() : nil
  }

  /// Draws one of what is asked in a form.
  private mutating func target(
    at place: ItemFilter.Place,
    form: Form
  ) throws(BankError) -> ItemTarget? {
    let number = place.template
    if form == .trueFalse, filter.bank.templates[number].slotIsSubject {
      if subjects[number] == nil { subjects[number] = try filter.subjects(of: number) }
      let known = subjects[number] ?? []
      return known.isEmpty
        ? nil : .subject(known[random.below(known.count)], template: number)
    }
    let position =
      place.positions.map { $0[random.below($0.count)] }
      ?? random.below(filter.bank.factCounts[number]) + 1
    guard let fact = try filter.bank.fact(template: number, position: position),
      filter.includes(fact)
    else { return nil }
    return .fact(fact)
  }

  /// Goes over everything that is left, where chance has found nothing.
  private mutating func lastResort() throws(BankError) -> Item? {
    let bank = filter.bank
    guard filter.templates.reduce(0, { $0 + bank.factCounts[$1] }) < 10_000 else { return nil }
    var found: Item?
    let used = used
    let seed = random.next() >> 33
    for form in form.forms where found == nil {
      try filter.forEachTarget(form) { target throws(BankError) in
        guard let item = try item(target, form: form, seed: seed), !used.contains(item.fact),
          try isIndependent(item, isPolite: false)
        else { return true }
        found = item
        return false
      }
    }
    guard let found else { return nil }
    self.used.insert(found.fact)
    shown.take(found)
    return found
  }

  private func item(_ target: ItemTarget, form: Form, seed: UInt64) throws(BankError) -> Item? {
    try generator.item(for: target, form: form, optionCount: optionCount, seed: seed)
  }

  private func isIndependent(_ item: Item, isPolite: Bool) throws(BankError) -> Bool {
    try shown.admit(item, bank: filter.bank, isPolite: isPolite)
  }
}
