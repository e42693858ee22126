package import LearningModel
package import QuestionBank
import QuizModel

/// Finds the facts that somebody means.
package struct FactSearch {
  /// A fact that was found.
  package struct Hit: Hashable {
    /// Its number in the catalogue.
    package let number: Int
    /// Its id, and what the bank says of it.
    package let mention: FactReport.Mention
  }

  /// Why nothing was found.
  package enum Problem: Error, Hashable {
    /// Nothing that could be looked for was typed.
    case noWords
    /// There is no fact of this name, but there are others of its family.
    case noSuchFact(String, nearest: [String])
    /// No fact has these words.
    case noHit(String, found: [Word], nearest: [String])

    /// A word, and how many facts it is in.
    package struct Word: Hashable, Sendable {
      /// The word, folded.
      package let text: String
      /// How many facts have it, 0 or more.
      package let facts: Int
    }
  }

  /// How much of what was typed is looked at, in characters and in words.
  private static let longest = 200
  private static let mostWords = 12
  /// How many sentences of an enormous bank are read.
  private static let limit = 50_000
  /// How many names are offered where nothing was found.
  private static let offered = 3

  /// Words that questions are made of, which tell nothing where other words do.
  private static let fillers: Set<String> = [
    "a", "an", "and", "did", "do", "does", "had", "has", "have", "in", "is", "of", "on", "the",
    "to", "was", "were", "what", "when", "where", "which", "who", "with",
  ]

  private let bank: QuestionBank
  private let catalogue: FactCatalogue

  /// A search.
  ///
  /// - Parameters:
  ///   - bank: The bank.
  ///   - catalogue: Its facts.
  package init(bank: QuestionBank, catalogue: FactCatalogue) {
    self.bank = bank
    self.catalogue = catalogue
  }

  /// The facts that a text means: the one of this id, also an old one, or those in which all its
  /// words begin a word of the id, of the sentences, or of the names of what they are about.
  ///
  /// - Parameter text: As typed.
  /// - Returns: One or more, the best first.
  /// - Throws: ``Problem``, or what the bank throws.
  package func facts(_ text: String) throws -> [Hit] {
    let text = String(text.prefix(FactSearch.longest)).trimmed
    if let id = FactID(text) {
      if let number = catalogue.number(of: id) {
        return [hit(number, sentence: try wording.sentence(of: number))]
      }
      let nearest = nearestIDs(to: id)
      if !nearest.isEmpty { throw Problem.noSuchFact(text, nearest: nearest) }
    }
    let words = FactSearch.words(of: text)
    guard !words.isEmpty else { throw Problem.noWords }
    let names = try NamesByID(bank)
    let pages = try pages(names: names)
    let hits = pages.indices.compactMap { number in
      pages[number].score(of: words).map { (number, $0) }
    }
    guard !hits.isEmpty else {
      let found = words.map { word in
        Problem.Word(
          text: word.description,
          facts: pages.count { $0.score(of: [word]) != nil }
        )
      }
      let missing = words.filter { word in
        found.contains { $0.text == word.description && $0.facts == 0 }
      }
      throw Problem.noHit(
        text,
        found: found.filter { $0.facts > 0 },
        nearest: names.nearest(to: missing, limit: FactSearch.offered)
      )
    }
    return hits.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      .map { hit($0.0, sentence: pages[$0.0].sentence(for: words)) }
  }

  private func hit(_ number: Int, sentence: String) -> Hit {
    let id = catalogue.entries[number].id.description
    return Hit(number: number, mention: FactReport.Mention(id: id, sentence: sentence))
  }

  private var wording: FactWording { FactWording(bank: bank, catalogue: catalogue) }

  private static func words(of text: String) -> [FoldedText] {
    let words = FoldedText(text).words.prefix(mostWords).compactMap { bytes -> FoldedText? in
      var word = String(decoding: bytes, as: UTF8.self)
      if word.hasSuffix("'s") { word.removeLast(2) }
      return word.contains { $0 != "'" } ? FoldedText(word) : nil
    }
    let telling = words.filter { !fillers.contains($0.description) }
    return telling.isEmpty ? words : telling
  }

  private func nearestIDs(to id: FactID) -> [String] {
    catalogue.entries.lazy.map(\.id).filter { $0.family == id.family }
      .map { ($0.description, EditDistance.between(id.row, $0.row)) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      .prefix(FactSearch.offered).map(\.0)
  }

  /// Everything that is searched of each fact, by number.
  private func pages(names: NamesByID) throws -> [FactPage] {
    var pages = catalogue.entries.map { entry in
      FactPage(id: entry.id, names: entry.about.map { names[$0] })
    }
    let all = try bank.sentences(limit: FactSearch.limit).sorted { left, right in
      FactWording.rank(bank.templates[left.template], left.text)
        < FactWording.rank(bank.templates[right.template], right.text)
    }
    let told = Set(all.lazy.filter { bank.templates[$0.template].tellsByAnswer }.map(\.id))
    // What compares a fact with others is found by its own names, not by theirs.
    for sentence in all
    where bank.templates[sentence.template].tellsByAnswer || !told.contains(sentence.id) {
      if let number = catalogue.number(of: sentence.id) { pages[number].take(sentence) }
    }
    return pages
  }
}

/// The names of a bank by what bears them.
struct NamesByID {
  private let all: [(name: String, id: String)]
  private let byID: [String: [String]]

  /// The names of a bank.
  ///
  /// - Throws: What the bank throws.
  init(_ bank: QuestionBank) throws(BankError) {
    all = try bank.allNames()
    byID = Dictionary(grouping: all) { $0.id }.mapValues { $0.map(\.name) }
  }

  /// What an id is called.
  subscript(id: String) -> [String] { byID[id] ?? [] }

  /// The names that words with a few mistakes in them may have meant.
  func nearest(to words: [FoldedText], limit: Int) -> [String] {
    let texts = words.map(\.description).filter { $0.count > 2 }
    guard !texts.isEmpty else { return [] }
    let whole = texts.joined(separator: " ")
    var seen: Set<String> = []
    return all.compactMap { name, _ -> (String, Int)? in
      let folded = Folding.folded(name)
      // A name of another length is another name.
      let close = (texts + [whole]).compactMap { text -> Int? in
        let most = max(1, min(text.utf8.count, 30) / 4)
        guard abs(folded.utf8.count - text.utf8.count) <= most else { return nil }
        let distance = EditDistance.between(text, folded)
        return distance <= most ? distance : nil
      }.min()
      return close.map { (name, $0) }
    }
    .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    .map(\.0)
    .filter { seen.insert($0).inserted }
    .prefix(limit).map { $0 }
  }
}

/// What is searched of one fact.
private struct FactPage {
  private let id: FactID
  /// The names of what it is about before all else, and of what else it names.
  private let names: (first: FoldedText, others: FoldedText)
  private var sentences: [(text: String, folded: FoldedText)] = []

  init(id: FactID, names: [[String]]) {
    self.id = id
    self.names = (
      FoldedText((names.first ?? []).joined(separator: " | ")),
      FoldedText(names.dropFirst().joined().joined(separator: " | "))
    )
  }

  mutating func take(_ said: FactSentence) {
    sentences.append((said.text, FoldedText("\(said.text) | \(said.answer)")))
  }

  /// How well all words fit, `nil` if one is missing.
  ///
  /// Names count for more, most of all those of what the fact is about; so do whole words, and one
  /// sentence that has all of them.
  func score(of words: [FoldedText]) -> Int? {
    let title = FoldedText(id.description)
    var sum = 0
    for word in words {
      let fits = [
        names.first.fit(of: word).map { $0 + 3 }, names.others.fit(of: word).map { $0 + 1 },
        title.fit(of: word).map { $0 + 1 }, sentences.compactMap { $0.folded.fit(of: word) }.max(),
      ]
      guard let best = fits.compactMap({ $0 }).max() else { return nil }
      sum += best
    }
    return sum + (sentences.contains { FactPage.hits($0.folded, words) == words.count } ? 1 : 0)
  }

  /// The sentence that has most of the words; the id where there is none.
  func sentence(for words: [FoldedText]) -> String {
    let scored = sentences.map { ($0.text, FactPage.hits($0.folded, words)) }
    let most = scored.map(\.1).max()
    return scored.first { $0.1 == most }?.0 ?? id.description
  }

  private static func hits(_ text: FoldedText, _ words: [FoldedText]) -> Int {
    words.count { text.fit(of: $0) != nil }
  }
}

extension FoldedText {
  /// 2 where a text stands in it as a whole word, 1 where one begins so, `nil` elsewhere.
  fileprivate func fit(of word: FoldedText) -> Int? {
    var start = 0
    var found: Int?
    while let place = place(of: word, from: start) {
      if place == 0 || !FoldedText.isLetter(bytes[place - 1]) {
        let end = place + word.bytes.count
        if end == bytes.count || !FoldedText.isLetter(bytes[end]) { return 2 }
        found = 1
      }
      start = place + 1
    }
    return found
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte) || byte >= 0x80
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
