package import QuestionBank

/// One rule that one item breaks.
package struct RuleFinding: Hashable, Sendable {
  /// The number of the rule.
  package let rule: Int
  /// How much it weighs.
  package let severity: Severity
  /// What is wrong, in words.
  package let message: String
}

/// The rules that every single item obeys; rules about a whole bank are in ``BankCheck``.
package struct ItemRules {
  private let context: RuleContext
  private let rules: [ItemRule]
  private let severities: [Int: Severity]

  /// The rules over a bank.
  package init(bank: QuestionBank) throws(BankError) {
    let names = try NameIndex(bank: bank)
    context = RuleContext(
      bank: bank,
      names: names,
      articles: ArticleMemory(names: names.articled)
    )
    rules = ItemRules.all
    let reported = bank.description.reportedRules
    let isAuthored = bank.description.isAuthored
    severities = Dictionary(
      ItemRules.all.map { rule in
        let isLenient = rule.isLenientForAuthored && isAuthored || reported.contains(rule.number)
        return (rule.number, isLenient ? .warning : rule.severity)
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private static let all: [ItemRule] = [
    ItemRule(1, .hard, KeyRules.exactlyOneKey),
    ItemRule(2, .hard, lenientForAuthored: true, KeyRules.distractorsProvablyFalse),
    ItemRule(3, .hard, lenientForAuthored: true, KeyRules.neitherContestedNorStale),
    ItemRule(4, .hard, OptionRules.noCatchAll),
    ItemRule(5, .hard, lenientForAuthored: true, OptionRules.homogeneous),
    ItemRule(6, .warning, OptionRules.plausible),
    ItemRule(7, .warning, OptionRules.lengthIsNoClue),
    ItemRule(8, .hard, WordingRules.grammarIsNoClue),
    ItemRule(9, .hard, WordingRules.noSharedWord),
    ItemRule(11, .hard, WordingRules.noAbsolutes),
    ItemRule(12, .warning, WordingRules.positiveStem),
    ItemRule(13, .warning, WordingRules.focusedStem),
    ItemRule(14, .warning, WordingRules.noWindowDressing),
    ItemRule(15, .hard, OptionRules.ordered),
    ItemRule(16, .hard, OptionRules.different),
    ItemRule(17, .hard, OptionRules.enough),
    ItemRule(19, .hard, StatementRules.oneProposition),
    ItemRule(20, .hard, lenientForAuthored: true, StatementRules.explained),
    ItemRule(21, .hard, SubjectRules.belongs),
    ItemRule(29, .hard, TypedRules.oneSpelling),
  ]

  /// Whether an item breaks no rule that would bar it.
  func passes(_ item: ItemUnderTest) throws(BankError) -> Bool {
    for rule in rules where severity(of: rule) == .hard {
      if try rule.finding(item, context) != nil { return false }
    }
    return true
  }

  /// Every rule that an item breaks, by number.
  func findings(_ item: ItemUnderTest) throws(BankError) -> [RuleFinding] {
    try findings(item, of: rules)
  }

  /// The rules that only warn, and that an item breaks.
  func warnings(_ item: ItemUnderTest) throws(BankError) -> [RuleFinding] {
    try findings(item, of: rules.filter { severity(of: $0) == .warning })
  }

  /// Every rule that a distractor breaks by itself, whatever stands beside it.
  func findings(ofCandidate pair: ItemUnderTest) throws(BankError) -> [RuleFinding] {
    try findings(
      pair,
      of: rules.filter { [1, 2, 4, 5, 16].contains($0.number) && severity(of: $0) == .hard }
    )
  }

  private func findings(
    _ item: ItemUnderTest,
    of rules: [ItemRule]
  ) throws(BankError) -> [RuleFinding] {
    var findings: [RuleFinding] = []
    for rule in rules {
      if let message = try rule.finding(item, context) {
        findings.append(
          RuleFinding(rule: rule.number, severity: severity(of: rule), message: message)
        )
      }
    }
    return findings
  }

  private func severity(of rule: ItemRule) -> Severity {
    severities[rule.number] ?? rule.severity
  }
}
