package import QuestionBank
import QuizModel

/// One line of what a check found.
package struct CheckFinding: Hashable, Sendable, Codable {
  /// The file, relative to the bank's folder.
  package let file: String
  /// The line, from 1 on.
  package let line: Int
  /// The number of the rule; 0 for what is no rule of items.
  package let rule: Int
  /// How much it weighs.
  package let severity: Severity
  /// What is wrong.
  package let message: String
  /// The first fact that shows it, if it is about facts.
  package let fact: String?
  /// How many facts show it.
  package let count: Int
}

/// What a check looked at and found.
package struct CheckReport: Hashable, Sendable, Codable {
  /// How much of a topic is asked.
  package struct TopicCount: Hashable, Sendable, Codable {
    /// The topic's short name.
    package let topic: String
    /// Its templates.
    package let templates: Int
    /// Its facts, each counted once.
    package let facts: Int
    /// Its pairs of fact and template.
    package let pairs: Int
    /// Pairs that are asked as multiple choice.
    package let multipleChoice: Int
    /// Pairs that are asked true/false.
    package let trueFalse: Int
    /// Pairs that are asked typed.
    package let typed: Int
  }

  /// By topic, in the bank's order.
  package let topics: [TopicCount]
  /// How many items were made.
  package let items: Int
  /// What was found, hard first.
  package let findings: [CheckFinding]
  /// How players who know nothing did.
  package let players: [PlayerScore]

  /// The number of findings that bar items.
  package var hardCount: Int { findings.count { $0.severity == .hard } }
}

/// Goes over every fact of a bank in every form with several seeds.
package struct BankCheck {
  /// The seeds of each fact and form.
  package static let seeds: Range<UInt64> = 1..<9

  /// Each form with a number of options and the seeds that it is tried with; no seed changes what a
  /// typed item asks.
  private static let ways: [(form: Form, optionCount: Int, seeds: Range<UInt64>)] = [
    (.multipleChoice, 3, seeds), (.multipleChoice, 4, seeds), (.multipleChoice, 5, seeds),
    (.trueFalse, 2, seeds), (.typed, 0, 1..<2),
  ]

  private let generator: ItemGenerator
  private let bank: QuestionBank
  private var tally = FindingTally()
  private var scoreboard = Scoreboard()
  private var coverage = Coverage()
  private var digests: [UInt64] = []
  private var itemCount = 0

  /// A check of a bank.
  package init(generator: ItemGenerator) {
    self.generator = generator
    bank = generator.bank
  }

  /// Checks everything.
  ///
  /// - Parameter reversed: The same bank with unordered selects reversed; `nil` skips the
  ///   comparison.
  /// - Returns: What was looked at and found.
  /// - Throws: What the bank throws.
  package mutating func run(
    comparingWith reversed: ItemGenerator?
  ) throws(BankError) -> CheckReport {
    let (locked, renamed) = (try bank.lockedFacts(), try bank.renamedFacts())
    for (number, template) in bank.templates.enumerated() {
      var places = PlaceTally(template: template)
      var answers: [String: Int] = [:]
      for position in 1..<(bank.factCounts[number] + 1) {
        guard let fact = try bank.fact(template: number, position: position) else { continue }
        answers[fact.answerID, default: 0] += 1
        try check(fact, template: template, places: &places)
        scoreboard.endFact()
      }
      report(places.finding, for: template)
      reportFrequentAnswer(answers, of: template)
    }
    if let reversed { try compare(with: reversed) }
    check(locked, renamed)
    tally.add(scoreboard.findings)
    return CheckReport(
      topics: coverage.topics(of: bank),
      items: itemCount,
      findings: tally.findings,
      players: scoreboard.scores
    )
  }

  private mutating func check(
    _ fact: Fact,
    template: Template,
    places: inout PlaceTally
  ) throws(BankError) {
    try auditCandidates(of: fact, template: template)
    coverage.add(fact)
    var isAsked = false
    var refusals: [RuleFinding] = []
    for (form, optionCount, seeds) in BankCheck.ways {
      for seed in seeds {
        let made = try generator.itemUnderTest(
          for: fact,
          form: form,
          optionCount: optionCount,
          seed: seed
        )
        digests.append(made.map { $0.item.digest } ?? 0)
        guard let made else {
          refusals += try generator.refusals(of: fact, form: form, optionCount: optionCount)
          break
        }
        itemCount += 1
        if seed == BankCheck.seeds.lowerBound, optionCount < 4 { coverage.add(fact, form: form) }
        isAsked = true
        for finding in try generator.rules.warnings(made) {
          tally.add(finding, fact: fact, template: template)
        }
        if form != .typed { scoreboard.play(made) }
        if optionCount == 3 { places.add(made.item) }
      }
    }
    for finding in refusals {
      // A form that a fact cannot take is no error as long as it is asked in another.
      tally.add(
        RuleFinding(
          rule: finding.rule,
          severity: isAsked ? .warning : .hard,
          message: isAsked ? "not asked in one form: \(finding.message)" : finding.message
        ),
        fact: fact,
        template: template
      )
    }
  }

  private mutating func auditCandidates(
    of fact: Fact,
    template: Template
  ) throws(BankError) {
    for candidate in try bank.offeredCandidates(for: fact) {
      let pair = try generator.pair(fact, with: candidate)
      for finding in try generator.rules.findings(ofCandidate: pair) {
        tally.add(finding, fact: fact, template: template)
      }
    }
  }

  private mutating func report(_ finding: RuleFinding?, for template: Template) {
    guard let finding else { return }
    tally.add(finding, template: template)
  }

  private mutating func reportFrequentAnswer(_ answers: [String: Int], of template: Template) {
    let total = answers.values.reduce(0, +)
    guard total >= 5, let most = answers.values.max(), Double(most) > 0.6 * Double(total) else {
      return
    }
    tally.add(
      RuleFinding(
        rule: 0,
        severity: .warning,
        message: "one answer holds for \(most) of \(total) facts; ask it the other way round"
      ),
      template: template
    )
  }

  private mutating func compare(with reversed: ItemGenerator) throws(BankError) {
    var index = 0
    for (number, template) in bank.templates.enumerated() {
      for position in 1..<(bank.factCounts[number] + 1) {
        let fact = try reversed.bank.fact(template: number, position: position)
        for (form, optionCount, seeds) in BankCheck.ways {
          for seed in seeds {
            guard index < digests.count else { return }
            let made =
              if let fact {
                try reversed.item(
                  for: fact,
                  form: form,
                  optionCount: optionCount,
                  seed: seed
                )
              } else { Item?.none }
            let digest = made?.digest ?? 0
            let isSame = digest == digests[index]
            index += 1
            if !isSame {
              tally.add(
                RuleFinding(
                  rule: 0,
                  severity: .hard,
                  message:
                    "the order of rows decides what is asked; give each row an id or rank of its own"
                ),
                template: template
              )
            }
            if digest == 0 { break }
          }
        }
      }
    }
  }

  private mutating func check(_ locked: [LockedFact], _ renamed: [RenamedFact]) {
    let known = coverage.facts
    for fact in renamed where !known.contains(fact.new.description) {
      tally.add(
        CheckFinding(
          file: "renamed.csv",
          line: fact.line,
          rule: 0,
          severity: .hard,
          message: "\(fact.old) is said to be \(fact.new) now, which is no fact",
          fact: fact.new.description,
          count: 1
        )
      )
    }
    let moved = Set(renamed.map(\.old))
    for fact in locked where !known.contains(fact.id.description) && !moved.contains(fact.id) {
      tally.add(
        CheckFinding(
          file: "facts.lock",
          line: fact.line,
          rule: 0,
          severity: .hard,
          message: BankIssue.vanishedFact(id: fact.id.description).words,
          fact: fact.id.description,
          count: 1
        )
      )
    }
  }
}

extension Item {
  /// A number that differs where anything that is shown differs.
  var digest: UInt64 {
    var hash = StableHash()
    hash.update(stem)
    for option in options {
      hash.update(option.text)
      hash.update(option.why)
      hash.update(option.evidence)
    }
    hash.update("\(key)")
    for spelling in typed?.spellings ?? [] { hash.update(spelling) }
    hash.update(explanation)
    for source in sources { hash.update(source.id) }
    return max(hash.value, 1)
  }
}
