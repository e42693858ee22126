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

  /// The ways of a template's facts: statements about their slot go by subject, not by fact.
  private static func ways(
    of template: Template
  ) -> [(form: Form, optionCount: Int, seeds: Range<UInt64>)] {
    ways.filter { $0.form != .trueFalse || !template.slotIsSubject }
  }

  /// Each form with a number of options and the seeds that it is tried with; no seed changes what a
  /// typed item asks.
  private static let ways: [(form: Form, optionCount: Int, seeds: Range<UInt64>)] = [
    (.multipleChoice, 3, seeds), (.multipleChoice, 4, seeds), (.multipleChoice, 5, seeds),
    (.trueFalse, 2, seeds), (.typed, 0, 1..<2),
  ]

  private let generator: ItemGenerator
  private let bank: QuestionBank
  private var tally: FindingTally
  private var scoreboard = Scoreboard()
  private var coverage = Coverage()
  private var digests: [UInt64] = []
  private var itemCount = 0

  /// A check of a bank.
  package init(generator: ItemGenerator) {
    self.generator = generator
    bank = generator.bank
    tally = FindingTally(reporting: generator.bank.description.reportedRules)
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
      var sets = ItemSets(template: template)
      for position in 1..<(bank.factCounts[number] + 1) {
        guard let fact = try bank.fact(template: number, position: position) else { continue }
        coverage.add(fact, isPlayed: template.isPlayed)
        guard template.isPlayed else { continue }
        sets.add(fact)
        try check(fact, template: template, sets: &sets)
        scoreboard.endFact()
      }
      if template.isPlayed { try checkSubjects(of: number, sets: &sets) }
      // What is barred makes no items any more that could be looked at.
      for barred in bank.barredForms[number] ?? [] {
        tally.add(
          RuleFinding(rule: barred.rule, severity: .hard, message: barred.reason),
          template: template
        )
      }
      for finding in try SetRules.findings(in: number, by: generator) {
        tally.add(finding, template: template)
      }
      for finding in sets.findings { tally.add(finding, template: template) }
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
    sets: inout ItemSets
  ) throws(BankError) {
    try auditCandidates(of: fact, template: template)
    // Statements about the slot are gone over by subject.
    var isAsked = template.slotIsSubject
    var refusals: [RuleFinding] = []
    for (form, optionCount, seeds) in BankCheck.ways(of: template) {
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
        sets.add(made.item)
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

  /// Goes over the statements whose slot holds what they are about, by that subject, and over those
  /// that a rule has barred.
  private mutating func checkSubjects(
    of number: Int,
    sets: inout ItemSets
  ) throws(BankError) {
    let template = bank.templates[number]
    guard template.slotIsSubject, template.statement != nil else { return }
    for position in 1..<(bank.factCounts[number] + 1) {
      guard let fact = try bank.fact(template: number, position: position) else { continue }
      for (tested, _) in try generator.everyStatement(of: fact) {
        for finding in try generator.rules.findings(tested) where finding.severity == .hard {
          let message = "not stated: \(finding.message)"
          tally.add(
            RuleFinding(rule: finding.rule, severity: .warning, message: message),
            fact: fact,
            template: template
          )
        }
      }
    }
    for subject in try bank.statements(of: number).subjects {
      guard let telling = try bank.telling(subject, preferring: number) else { continue }
      coverage.add(telling, form: .trueFalse)
      for seed in BankCheck.seeds {
        let made = try generator.statement(about: subject, template: number, seed: seed)
        digests.append(made.map { $0.item.digest } ?? 0)
        guard let made else { break }
        itemCount += 1
        for finding in try generator.rules.warnings(made) {
          tally.add(finding, fact: telling, template: template)
        }
        scoreboard.play(made)
        sets.add(made.item)
      }
      scoreboard.endFact()
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

  private mutating func compare(with reversed: ItemGenerator) throws(BankError) {
    var expected = digests[...]
    for (number, template) in bank.templates.enumerated() where template.isPlayed {
      for position in 1..<(bank.factCounts[number] + 1) {
        let fact = try reversed.bank.fact(template: number, position: position)
        for (form, optionCount, seeds) in BankCheck.ways(of: template) {
          for seed in seeds {
            let made =
              if let fact {
                try reversed.item(
                  for: fact,
                  form: form,
                  optionCount: optionCount,
                  seed: seed
                )
              } else { Item?.none }
            if !compare(made, with: expected.popFirst(), of: template) { break }
          }
        }
      }
      for subject in try bank.statements(of: number).subjects {
        for seed in BankCheck.seeds {
          let made = try reversed.statement(about: subject, template: number, seed: seed)?.item
          if !compare(made, with: expected.popFirst(), of: template) { break }
        }
      }
    }
  }

  /// Holds an item against the digest of what it should be; returns whether there is one.
  private mutating func compare(
    _ made: Item?,
    with expected: UInt64?,
    of template: Template
  ) -> Bool {
    let digest = made?.digest ?? 0
    if digest != expected ?? 0 {
      tally.add(
        RuleFinding(
          rule: 0,
          severity: .hard,
          message: "the order of rows decides what is asked; give each row an id or rank of its own"
        ),
        template: template
      )
    }
    return digest != 0
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
