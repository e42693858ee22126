import LearningModel
import QuestionBank
import QuizModel

/// Makes a catalogue of what may be planned from what a bank holds.
enum CatalogueMaker {
  /// Of an enormous bank only so many questions are planned.
  private static let limit = 50_000

  /// The facts of a bank with the templates that ask each.
  ///
  /// - Parameter bank: The bank.
  /// - Returns: New facts come topic by turn and, within a topic, the easier ones first.
  /// - Throws: What the bank throws.
  static func catalogue(of bank: QuestionBank) throws(BankError) -> FactCatalogue {
    var drafts: [FactID: Draft] = [:]
    var order: [FactID] = []
    for fact in try bank.census(limit: limit) {
      let template = bank.templates[fact.template]
      if drafts[fact.id] == nil { order.append(fact.id) }
      drafts[fact.id, default: Draft()].take(fact, template: template)
    }
    let entries = order.compactMap { id in drafts[id]?.entry(id) }
    var renamed: [FactID: FactID] = [:]
    for pair in try bank.renamedFacts() {
      if let old = FactID(pair.old), let new = FactID(pair.new) { renamed[old] = new }
    }
    return FactCatalogue(
      entries: takingTurns(entries, topics: bank.description.topics.map(\.id)),
      renamed: renamed
    )
  }

  private static func takingTurns(
    _ entries: [FactCatalogue.Entry],
    topics: [String]
  ) -> [FactCatalogue.Entry] {
    let byTopic = Dictionary(grouping: entries) { $0.topics.first ?? "" }
    let others = byTopic.keys.filter { !topics.contains($0) }.sorted()
    let queues = (topics + others).compactMap { byTopic[$0] }.map { queue in
      queue.enumerated().sorted { left, right in
        (left.element.difficulty, left.offset) < (right.element.difficulty, right.offset)
      }.map(\.element)
    }
    let longest = queues.map(\.count).max() ?? 0
    // A long topic is spread over the whole, so that no topic is left for the end alone.
    let placed = queues.enumerated().flatMap { number, queue in
      queue.enumerated().map { place, entry in
        (Double(place) * Double(longest) / Double(queue.count), number, entry)
      }
    }
    return placed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { $0.2 }
  }

  /// What is gathered of one fact.
  private struct Draft {
    private var topics: [String] = []
    private var about: [String] = []
    private var difficulties: [Int] = []
    private var digests: [String: String] = [:]

    mutating func take(_ fact: FactSummary, template: Template) {
      if !topics.contains(fact.topic) { topics.append(fact.topic) }
      for id in fact.about where !about.contains(id) { about.append(id) }
      difficulties.append(template.difficulty)
      digests[template.id] = fact.digest
    }

    func entry(_ id: FactID) -> FactCatalogue.Entry {
      FactCatalogue.Entry(
        id: id,
        topics: topics,
        about: about,
        difficulty: Double(difficulties.reduce(0, +)) / Double(max(1, difficulties.count)),
        digests: digests
      )
    }
  }
}
