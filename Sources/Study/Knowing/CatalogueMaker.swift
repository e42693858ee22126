package import LearningModel
package import QuestionBank
import QuizModel

/// Makes a catalogue of what may be planned from what a bank holds.
package enum CatalogueMaker {
  /// Of an enormous bank only so many questions are planned.
  private static let limit = 50_000

  /// The facts of a bank with the templates that ask each.
  ///
  /// - Parameter bank: The bank.
  /// - Returns: New facts come topic by turn and, within a topic, the easier ones first; of equal
  ///   ones in no order that tells anything, since that of the tables is mostly the alphabet's. An
  ///   author's order stays.
  /// - Throws: What the bank throws.
  package static func catalogue(of bank: QuestionBank) throws(BankError) -> FactCatalogue {
    var drafts: [FactID: Draft] = [:]
    var order: [FactID] = []
    for fact in try bank.census(limit: limit) {
      let template = bank.templates[fact.template]
      if drafts[fact.id] == nil { order.append(fact.id) }
      drafts[fact.id, default: Draft()].take(fact, template: template)
    }
    for (subject, templates) in try bank.statedSubjects() {
      for number in templates where bank.templates[number].isPlayed {
        drafts[subject]?.stating.append(bank.templates[number].id)
      }
    }
    let isAuthored = bank.description.isAuthored
    let ranked = order.enumerated().compactMap { place, id in
      drafts[id].flatMap { $0.isAsked ? $0 : nil }.map { draft in
        Ranked(
          entry: draft.entry(id),
          easiest: draft.easiest,
          turn: isAuthored ? UInt64(place) : StableHash(of: id.description).value
        )
      }
    }
    var renamed: [FactID: FactID] = [:]
    for fact in try bank.renamedFacts() { renamed[fact.old] = fact.new }
    return FactCatalogue(
      entries: takingTurns(ranked, topics: bank.description.topics.map(\.id)),
      renamed: renamed,
      misattributed: bank.description.misattributed
    )
  }

  private static func takingTurns(
    _ entries: [Ranked],
    topics: [String]
  ) -> [FactCatalogue.Entry] {
    let byTopic = Dictionary(grouping: entries) { $0.entry.topics.first ?? "" }
    let others = byTopic.keys.filter { !topics.contains($0) }.sorted()
    let queues = (topics + others).compactMap { byTopic[$0] }.map { queue in
      queue.sorted { $0.rank < $1.rank }.map(\.entry)
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

  /// A fact, and when it comes within its topic.
  private struct Ranked {
    let entry: FactCatalogue.Entry
    /// The difficulty of the template that asks a fact first.
    let easiest: Int
    let turn: UInt64

    var rank: (Int, Double, UInt64) { (easiest, entry.difficulty, turn) }
  }

  /// What is gathered of one fact.
  private struct Draft {
    private var topics: [String] = []
    private var about: [String] = []
    /// What templates that compare name; it counts where nothing else does.
    private var comparedWith: [String] = []
    private var difficulties: [Int] = []
    private var answers: [String: String] = [:]
    private var templates: [String] = []
    /// The templates that state something of it.
    var stating: [String] = []

    /// Whether a template in play asks it; else it is only told.
    var isAsked: Bool { !templates.isEmpty }

    var easiest: Int { difficulties.min() ?? 0 }

    mutating func take(_ fact: FactSummary, template: Template) {
      answers[template.id] = fact.answer
      guard template.isPlayed else { return }
      templates.append(template.id)
      if !topics.contains(fact.topic) { topics.append(fact.topic) }
      if template.tellsByAnswer {
        for id in fact.about where !about.contains(id) { about.append(id) }
      } else if comparedWith.isEmpty {
        comparedWith = fact.about
      }
      difficulties.append(template.difficulty)
    }

    func entry(_ id: FactID) -> FactCatalogue.Entry {
      FactCatalogue.Entry(
        id: id,
        topics: topics,
        about: about.isEmpty ? comparedWith : about,
        difficulty: Double(difficulties.reduce(0, +)) / Double(max(1, difficulties.count)),
        answers: answers,
        templates: templates.sorted(),
        statingTemplates: stating.filter { !templates.contains($0) }.sorted()
      )
    }
  }
}
