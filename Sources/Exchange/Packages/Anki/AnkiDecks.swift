import QuizModel

/// The decks of a package: one, or one for each topic below it.
struct AnkiDecks {
  private let main: Int64
  private let topics: [String: Int64]
  private let names: [Int64: String]

  /// The decks that items of some topics need.
  ///
  /// - Parameters:
  ///   - bank: The identity of the bank, on which the decks' numbers depend.
  ///   - name: The name of the deck, from the top level.
  ///   - titles: The titles of topics by their ids; topics without one stay in the deck itself, as
  ///     all do if it is empty.
  /// - Throws: ``PackageError/noName``.
  init(bank: String, name: [String], titles: [String: String]) throws(PackageError) {
    guard let mainName = AnkiText.deckName(name) else { throw .noName }
    var names: [Int64: String] = [:]
    // Anki knows decks by their names, whatever their capitals.
    var numbers: [String: Int64] = [:]
    func number(of deck: String, isMain: Bool = false) -> Int64 {
      let folded = deck.lowercased()
      if let number = numbers[folded] { return number }
      var hash = StableHash()
      hash.update(bank)
      if !isMain { hash.update(folded) }
      var number = AnkiNote.number(of: hash.value)
      while names[number] != nil { number += 1 }
      numbers[folded] = number
      names[number] = deck
      return number
    }
    main = number(of: mainName, isMain: true)
    var topics: [String: Int64] = [:]
    for topic in titles.keys.sorted() {
      guard let deck = titles[topic].flatMap({ AnkiText.deckName(name + [$0]) }) else { continue }
      topics[topic] = number(of: deck)
    }
    self.topics = topics
    self.names = names
  }

  /// The number of the deck for the items of a topic.
  func number(for topic: String) -> Int64 {
    topics[topic] ?? main
  }

  /// The decks as a collection holds them.
  ///
  /// - Parameter changed: In seconds since 1970.
  /// - Returns: Each deck once, by its number.
  func records(changed: Int64) -> [AnkiDeckRecord] {
    names.sorted { $0.key < $1.key }.map {
      AnkiDeckRecord(id: $0.key, name: $0.value, mod: changed)
    }
  }
}
