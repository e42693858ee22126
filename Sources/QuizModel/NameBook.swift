/// Every name that a bank knows, looked up by spelling.
package struct NameBook: Hashable, Sendable {
  /// One name, and what bears it.
  package struct Entry: Hashable, Sendable {
    /// The name as the bank writes it.
    package let name: String
    /// The id of what bears it.
    package let id: String
    /// What its spelling comes down to.
    package let spelling: Spelling

    /// An entry; names without letters or digits make none.
    init?(name: String, id: String) {
      self.name = name
      self.id = id
      spelling = Spelling(name)
      if spelling.isEmpty { return nil }
    }
  }

  /// The names, in the order given.
  package let entries: [Entry]
  /// The places in ``entries`` by joined spelling.
  private let places: [[Unicode.Scalar]: [Int]]

  /// A book of names.
  ///
  /// - Parameter names: Each name with an id that bears it; an id may have several names, and a
  ///   name several ids.
  package init(_ names: [(name: String, id: String)]) {
    let entries = names.compactMap { Entry(name: $0.name, id: $0.id) }
    self.entries = entries
    places = Dictionary(grouping: entries.indices) { entries[$0].spelling.joined }
  }

  /// The names that are spelt exactly like this.
  package func named(_ spelling: Spelling) -> [Entry] {
    (places[spelling.joined] ?? []).map { entries[$0] }
  }

  /// The names that are spelt like this but for one slip at most.
  package func nearly(_ spelling: Spelling) -> [Entry] {
    entries.filter { SpellingSlip.isWithinOne($0.spelling.joined, spelling.joined) }
  }

  /// The ids of an entry's namesakes that are the same thing under another id.
  ///
  /// A row is taken for the same thing if two of its names at least, and all of them, are names
  /// of the other: one name alone may be shared by chance, as "Congo" is.
  package func ids(sameAs id: String) -> Set<String> {
    let own = spellings(of: id)
    let namesakes = Set(own.flatMap { places[$0] ?? [] }.map { entries[$0].id })
    return namesakes.filter { other in
      let names = other == id ? own : spellings(of: other)
      let shared = names.intersection(own)
      return other == id || shared.count >= 2 && (shared == names || shared == own)
    }
  }

  private func spellings(of id: String) -> Set<[Unicode.Scalar]> {
    Set(entries.filter { $0.id == id }.map(\.spelling.joined))
  }
}
