import QuestionBank

/// The rules about the items of a template as a set, as players tell who know none of its facts.
enum SetRules {
  /// Their numbers.
  static let numbers: Set<Int> = [22, 23]
  /// Templates with more facts are not looked at when a bank is compiled: to read the topics of a
  /// million facts takes longer than anybody waits.
  static let factLimit = 5_000

  /// What they find in a template's questions.
  ///
  /// - Parameters:
  ///   - number: The template.
  ///   - generator: Makes its items.
  /// - Returns: Findings; those that are hard bar its questions with options.
  /// - Throws: What the bank throws.
  static func findings(
    in number: Int,
    by generator: ItemGenerator
  ) throws(BankError) -> [RuleFinding] {
    let bank = generator.bank
    guard bank.templates[number].isPlayed, bank.factCounts[number] <= factLimit else { return [] }
    let pool = try ItemPool(of: number, by: generator)
    let topics = try TopicPlayer.topics(of: number, in: bank)
    let findings = [
      TopicPlayer.finding(over: pool, topics: topics), SightingPlayer.finding(over: pool),
    ].compactMap(\.self)
    // Who wrote each question is told, and decides.
    guard bank.description.isAuthored else { return findings }
    return findings.map {
      RuleFinding(rule: $0.rule, severity: .warning, message: $0.message)
    }
  }
}
