import QuestionBank
import QuizModel

/// A player who knows nothing but takes the option that fits the topic shown (rule 22).
enum TopicPlayer {
  /// The share right up to which a heading tells nothing.
  static let free = 0.45
  /// The share right above which it gives the answer away.
  static let limit = 0.60

  /// The share of right answers, 0 to 1; options that fit equally are taken at random.
  ///
  /// - Parameters:
  ///   - pool: Items of a template.
  ///   - topics: The topics of the facts whose answer an option is, by its answer id.
  /// - Returns: `nil` without items, or where topics tell nothing.
  static func share(over pool: ItemPool, topics: [String: Set<String>]) -> Double? {
    let all = pool.facts.joined()
    guard !all.isEmpty, !topics.isEmpty else { return nil }
    let right = all.reduce(0.0) { sum, asked in
      let fits = asked.options.indices.filter { place in
        topics[asked.options[place]]?.contains(asked.topic) ?? false
      }
      let taken = fits.isEmpty ? Array(asked.options.indices) : fits
      return sum + (taken.contains(asked.key) ? 1 / Double(taken.count) : 0)
    }
    return right / Double(all.count)
  }

  /// What rule 22 says of a template.
  static func finding(over pool: ItemPool, topics: [String: Set<String>]) -> RuleFinding? {
    guard let share = share(over: pool, topics: topics), share > free else { return nil }
    return RuleFinding(
      rule: 22,
      severity: share > limit ? .hard : .warning,
      message: """
        who takes the option that fits the topic is right in \(Percent.text(share)) of its \
        questions; at most \(Percent.text(free)) is chance
        """
    )
  }

  /// The topics of a template's facts by the answer ids that are right for them; none where all have
  /// one topic, which tells nothing, or where a person wrote each item.
  ///
  /// - Parameters:
  ///   - number: The template.
  ///   - bank: Its bank.
  /// - Returns: Topics by answer id.
  /// - Throws: What the bank throws.
  static func topics(
    of number: Int,
    in bank: QuestionBank
  ) throws(BankError) -> [String: Set<String>] {
    var topics: [String: Set<String>] = [:]
    guard !AuthoredItems.holds(bank.templates[number]) else { return [:] }
    for position in 1..<(bank.factCounts[number] + 1) {
      guard let fact = try bank.fact(template: number, position: position) else { continue }
      topics[fact.answerID, default: []].insert(fact.topic)
    }
    return Set(topics.values.joined()).count > 1 ? topics : [:]
  }
}
