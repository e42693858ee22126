import QuestionBank
import QuizModel

/// What a check wants to know of items that are never asked.
extension ItemGenerator {
  /// Why a fact cannot be asked in a form: the hard rules that its first draw breaks.
  ///
  /// - Returns: Nothing where the template does not mean to ask in this form.
  func refusals(
    of fact: Fact,
    form: Form,
    optionCount: Int
  ) throws(BankError) -> [RuleFinding] {
    if form == .typed {
      return fact.isTyped ? try hardFindings(try typedItem(fact, seed: 0)) : []
    }
    let template = bank.templates[fact.template]
    let id = fact.itemID(form, of: template, optionCount: optionCount, seed: 0)
    let isStatement = fact.kind == AuthoredKind.statement
    if form == .multipleChoice, !isStatement {
      let candidates = try bank.candidates(for: fact)
      let draw = OptionDraw(fact: fact, candidates: candidates, places: nil)
      var random = SplitMix64(seed: StableHash(of: "\(id)#0").value)
      guard var (options, key) = draw.options(count: optionCount, using: &random) else {
        return [
          RuleFinding(
            rule: 17,
            severity: .warning,
            message: "\(candidates.count) plausible distractors"
          )
        ]
      }
      if template.order == .ascending {
        options.sort { OptionOrder.precedes($0.text, $1.text) }
        key = options.firstIndex { $0.answerID == fact.answerID } ?? 0
      }
      let item = try makeItem(
        id: id,
        fact: fact,
        template: template,
        stem: fact.stem,
        options: options,
        key: key
      )
      return try hardFindings(
        ItemUnderTest(item: item, fact: fact, template: template, shown: nil)
      )
    }
    guard form == .trueFalse, !isStatement, let statement = template.statement else { return [] }
    let truth = try statementItem(
      fact,
      template: template,
      statement: statement,
      id: id,
      shown: nil
    )
    let findings = try hardFindings(truth)
    guard findings.isEmpty else { return findings }
    guard let candidate = try bank.candidates(for: fact).first else {
      return [RuleFinding(rule: 17, severity: .warning, message: "no plausible false twin")]
    }
    return try hardFindings(
      try statementItem(
        fact,
        template: template,
        statement: statement,
        id: id,
        shown: candidate
      )
    )
  }

  private func hardFindings(_ tested: ItemUnderTest) throws(BankError) -> [RuleFinding] {
    let findings = try rules.findings(tested).filter { $0.severity == .hard }
    return findings
  }

  /// A fact's answer and one distractor, to see what the distractor breaks by itself.
  func pair(_ fact: Fact, with candidate: Candidate) throws(BankError) -> ItemUnderTest {
    let template = bank.templates[fact.template]
    let id = fact.itemID(.multipleChoice, of: template, optionCount: 3, seed: 0)
    let options = [
      ItemOption(text: fact.answer, answerID: fact.answerID, why: "", evidence: fact.evidence),
      ItemOption(
        text: candidate.text,
        answerID: candidate.answerID,
        why: candidate.why,
        evidence: candidate.evidence
      ),
    ]
    let item = try makeItem(
      id: id,
      fact: fact,
      template: template,
      stem: fact.stem,
      options: options,
      key: 0
    )
    return ItemUnderTest(item: item, fact: fact, template: template, shown: nil)
  }
}
