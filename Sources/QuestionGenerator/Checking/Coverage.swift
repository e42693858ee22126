import QuestionBank
import QuizModel

/// Counts what is asked of each topic.
struct Coverage {
  private struct Pair: Hashable {
    let template: Int
    let fact: FactID
  }

  private var byTopic: [String: Set<FactID>] = [:]
  private var templates: [String: Set<Int>] = [:]
  private var pairs: [String: Int] = [:]
  private var forms: [String: [Form: Int]] = [:]

  /// The ids of all facts, those that are only told too.
  var facts: Set<String> { Set(byTopic.values.joined().map(\.description)).union(told) }
  private var told: Set<String> = []

  /// Counts a pair of fact and template.
  ///
  /// - Parameters:
  ///   - fact: The fact.
  ///   - isPlayed: Whether the template asks it in games; else it is only told.
  mutating func add(_ fact: Fact, isPlayed: Bool) {
    guard isPlayed else {
      told.insert(fact.id.description)
      return
    }
    byTopic[fact.topic, default: []].insert(fact.id)
    templates[fact.topic, default: []].insert(fact.template)
    pairs[fact.topic, default: 0] += 1
  }

  /// Counts that a pair is asked in a form.
  mutating func add(_ fact: Fact, form: Form) {
    forms[fact.topic, default: [:]][form, default: 0] += 1
  }

  /// The counts by topic, in the bank's order.
  func topics(of bank: QuestionBank) -> [CheckReport.TopicCount] {
    bank.description.topics.map { topic in
      CheckReport.TopicCount(
        topic: topic.id,
        templates: templates[topic.id]?.count ?? 0,
        facts: byTopic[topic.id]?.count ?? 0,
        pairs: pairs[topic.id] ?? 0,
        multipleChoice: forms[topic.id]?[.multipleChoice] ?? 0,
        trueFalse: forms[topic.id]?[.trueFalse] ?? 0,
        typed: forms[topic.id]?[.typed] ?? 0
      )
    }
  }
}
