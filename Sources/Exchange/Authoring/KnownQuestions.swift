import QuizModel

/// The questions that a bank holds, to find among them those that a file brings again.
struct KnownQuestions {
  /// A question of the bank.
  private struct Known {
    let id: String
    let identity: QuestionIdentity
    let wrong: Set<Likeness>
  }

  /// A question of the file.
  struct Asked {
    /// The item, cleaned, with a right option.
    let item: PortableItem
    /// What it is known by.
    let identity: QuestionIdentity
    /// Its wrong options; of a statement none.
    let wrong: Set<Likeness>
    /// What the file calls it.
    let name: QuestionName

    /// A cleaned item with a right option.
    init(_ item: PortableItem) {
      self.item = item
      identity = QuestionIdentity(item)
      name = QuestionName(of: item)
      let others = item.options.indices.filter { $0 != item.key }.map { item.options[$0].text }
      wrong = item.form == .trueFalse ? [] : Set(others.map { Likeness(of: $0) })
    }
  }

  private let known: [Known]
  private let taken: Set<String>

  /// The questions of a bank's tables.
  init(items: AuthoredTable, options: AuthoredTable) {
    var wrong: [String: Set<Likeness>] = [:]
    for row in options.rows {
      wrong[options.cell("item", in: row), default: []]
        .insert(Likeness(of: options.cell("text", in: row)))
    }
    known = items.rows.map { row in
      let id = items.cell("id", in: row)
      let kind = Folding.folded(items.cell("kind", in: row).withoutOuterBlanks)
      let identity = QuestionIdentity(
        isStatement: kind == AuthoredText.statement,
        stem: items.cell("stem", in: row),
        key: items.cell("key", in: row)
      )
      return Known(id: id, identity: identity, wrong: (wrong[id] ?? []).subtracting([identity.key]))
    }
    taken = Set(known.map(\.id))
  }

  /// The ids of a file's questions: of the one that the bank holds already, else a new one.
  ///
  /// A question is known by its type, stem and key, best with the same wrong options. Else it is the
  /// one of the same stem and the same options, whose key was corrected; or the one of the same key
  /// that asks the same in other words under the same name, if that is a name of its own.
  ///
  /// - Parameter asked: No two alike in identity and options.
  /// - Returns: An id for each, no two alike.
  func ids(of asked: [Asked]) -> [String] {
    var matching = Matching(asked: asked, known: known)
    matching.match(by: { [$0.identity] }, and: { [$0.identity] }) { $0.wrong == $1.wrong }
    matching.match(by: { [$0.identity] }, and: { [$0.identity] }) { _, _ in true }
    matching.match(by: { [$0.identity.stem] }, and: { [$0.identity.stem] }) { asked, known in
      guard asked.identity.isStatement == known.identity.isStatement else { return false }
      return asked.identity.isStatement
        || asked.wrong.union([asked.identity.key]) == known.wrong.union([known.identity.key])
    }
    let counts = Dictionary(grouping: asked) { $0.name.slug }.mapValues(\.count)
    matching.match(
      by: { counts[$0.name.slug] == 1 ? $0.name.bases : [] },
      and: { QuestionName.bases(of: $0.id) }
    ) { $0.identity.isReworded($1.identity) }
    return named(asked, matching.ids)
  }

  /// Finds for each question of a file one of the bank that no other has found.
  private struct Matching {
    let asked: [Asked]
    let known: [Known]
    private(set) var ids: [String?]
    private var isFree: [Bool]

    init(asked: [Asked], known: [Known]) {
      self.asked = asked
      self.known = known
      ids = Array(repeating: nil, count: asked.count)
      isFree = Array(repeating: true, count: known.count)
    }

    mutating func match<Key: Hashable>(
      by askedKeys: (Asked) -> [Key],
      and knownKeys: (Known) -> [Key],
      where isSame: (Asked, Known) -> Bool
    ) {
      var places: [Key: [Int]] = [:]
      for place in known.indices where isFree[place] {
        for key in knownKeys(known[place]) { places[key, default: []].append(place) }
      }
      for (number, question) in asked.enumerated() where ids[number] == nil {
        let found = askedKeys(question).flatMap { places[$0] ?? [] }
          .first { isFree[$0] && isSame(question, known[$0]) }
        guard let found else { continue }
        isFree[found] = false
        ids[number] = known[found].id
      }
    }
  }

  private func named(_ asked: [Asked], _ ids: [String?]) -> [String] {
    var taken = taken
    return zip(asked, ids).map { asked, id in
      if let id { return id }
      let plain = asked.name.id(asked.identity, stem: asked.item.stem)
      let own = asked.name.id(asked.identity, with: asked.wrong, stem: asked.item.stem)
      let id = taken.insert(plain).inserted ? plain : own
      taken.insert(id)
      return id
    }
  }
}
