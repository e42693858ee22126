import QuestionBank
import QuizModel

/// Finds the topic that somebody means.
struct TopicSearch {
  /// Why no topic was found.
  enum Problem: Error, Hashable {
    /// No topic is called so.
    case unknown(String, nearest: Topic?, known: [Topic])
    /// Several topics may be meant.
    case ambiguous(String, candidates: [Topic])
  }

  /// How much of what was typed is looked at, in characters.
  private static let longest = 200
  /// How much of it is compared with the names of topics letter by letter.
  private static let comparable = 40

  private let topics: [Topic]

  /// A search among the topics of a bank, in its order.
  init(_ topics: [Topic]) {
    self.topics = topics
  }

  /// The topic that a text means: by its number in the list, its short name, its title, the start
  /// of either, or words of either.
  ///
  /// - Throws: ``Problem``.
  func topic(_ text: String) throws(Problem) -> Topic {
    let wanted = TopicSearch.words(String(text.prefix(TopicSearch.longest)))
    guard !wanted.isEmpty else { throw .unknown(text, nearest: nil, known: topics) }
    if let number = Int(text), topics.indices.contains(number - 1) { return topics[number - 1] }
    let phrase = wanted.joined(separator: " ")
    let ways: [([String]) -> Bool] = [
      { $0.joined(separator: " ") == phrase },
      { $0.joined(separator: " ").hasPrefix(phrase) },
      { words in wanted.allSatisfy { part in words.contains { $0.hasPrefix(part) } } },
    ]
    for fits in ways {
      let found = topics.filter { topic in
        fits(TopicSearch.words(topic.id)) || fits(TopicSearch.words(topic.title))
      }
      if found.count == 1 { return found[0] }
      if found.count > 1 { throw .ambiguous(text, candidates: found) }
    }
    throw .unknown(text, nearest: nearest(phrase), known: topics)
  }

  /// The words of a text, small and without accents; a short name is written with dashes.
  private static func words(_ text: String) -> [String] {
    FoldedText(text).words.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The topic that a text with a few mistakes in it may have meant.
  private func nearest(_ phrase: String) -> Topic? {
    let limit = max(2, min(phrase.count, TopicSearch.comparable) / 3)
    return topics.compactMap { topic in
      let names = TopicSearch.words(topic.id) + TopicSearch.words(topic.title)
      let wholes = [topic.id, Folding.folded(topic.title)]
      // A short word is a few mistakes away from any other.
      let close = (wholes + names.filter { $0.count > limit + 2 })
        .map { EditDistance.between(phrase, $0) }.min()
      return close.map { (topic, $0) }
    }
    .filter { $0.1 <= limit }
    .min { $0.1 < $1.1 }?.0
  }
}
