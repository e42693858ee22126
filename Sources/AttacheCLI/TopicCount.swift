import QuestionBank

/// How much a bank has on a topic.
struct TopicCount: Encodable {
  /// The short name of the topic.
  let id: String
  /// Its title.
  let title: String
  /// The templates that ask about it.
  let templates: Int
  /// The questions that they make, one for each fact.
  let questions: Int

  /// The counts of all topics, in the order of the bank.
  ///
  /// - Complexity: O(facts).
  static func counts(of bank: QuestionBank) throws(BankError) -> [TopicCount] {
    var templates: [String: Int] = [:]
    var questions: [String: Int] = [:]
    for number in bank.templates.indices {
      var seen: Set<String> = []
      for position in 1..<(bank.factCounts[number] + 1) {
        guard let fact = try bank.fact(template: number, position: position) else { continue }
        questions[fact.topic, default: 0] += 1
        seen.insert(fact.topic)
      }
      for topic in seen { templates[topic, default: 0] += 1 }
    }
    return bank.description.topics.map { topic in
      TopicCount(
        id: topic.id,
        title: topic.title,
        templates: templates[topic.id] ?? 0,
        questions: questions[topic.id] ?? 0
      )
    }
  }
}
