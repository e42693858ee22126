import QuestionBank
import QuizModel

/// Statements to be judged true or false.
///
/// Where the slot of a template's statement holds a value, a fact has a true and a false twin, which
/// differ in the value. Where it holds what the statement is about, each statement belongs to the
/// fact of that subject: the false ones say of it what holds of another.
extension ItemGenerator {
  /// A statement about what a fact tells.
  func trueFalse(_ fact: Fact, seed: UInt64) throws(BankError) -> ItemUnderTest? {
    let template = bank.templates[fact.template]
    let id = fact.itemID(.trueFalse, of: template, optionCount: 2, seed: seed)
    if fact.kind == AuthoredKind.statement {
      return try authoredStatement(fact, template: template, id: id)
    }
    if template.slotIsSubject {
      return try statement(about: fact.subject, template: fact.template, seed: seed)
    }
    guard let statement = template.statement else { return nil }
    let twins = try falseTwins(of: fact, template: template, statement: statement)
    guard twins.truthPasses, !twins.candidates.isEmpty else { return nil }
    // Half of all seeds of each fact are true, so that neither topic nor template tells.
    guard seed & 1 != parity(of: id) else {
      return try statementItem(fact, template: template, statement: statement, id: id, shown: nil)
    }
    var generator = SplitMix64(seed: StableHash(of: "\(id)").value)
    let shown = twins.candidates[generator.below(twins.candidates.count)]
    return try statementItem(fact, template: template, statement: statement, id: id, shown: shown)
  }

  private func authoredStatement(
    _ fact: Fact,
    template: Template,
    id: ItemID
  ) throws(BankError) -> ItemUnderTest? {
    guard let key = ["true", "false"].firstIndex(of: Folding.folded(fact.answer)) else {
      return nil
    }
    let why = template.explanation.rendered(fact.text)
    let options = [
      ItemOption(text: "True", answerID: "true", why: why, evidence: fact.evidence),
      ItemOption(text: "False", answerID: "false", why: why, evidence: fact.evidence),
    ]
    let item = try makeItem(
      id: id,
      fact: fact,
      template: template,
      stem: fact.stem,
      options: options,
      key: key
    )
    let tested = ItemUnderTest(item: item, fact: fact, template: template, shown: nil)
    return try rules.passes(tested) ? tested : nil
  }

  /// Which candidates make a false twin that passes every rule, worked out once for each fact.
  private func falseTwins(
    of fact: Fact,
    template: Template,
    statement: TextTemplate
  ) throws(BankError) -> FalseTwins {
    let key = FactKey(template: fact.template, position: fact.position)
    if let known = twins[key] { return known }
    let id = fact.itemID(.trueFalse, of: template, optionCount: 2, seed: 0)
    let truth = try statementItem(
      fact,
      template: template,
      statement: statement,
      id: id,
      shown: nil
    )
    var result = FalseTwins(truthPasses: try rules.passes(truth), candidates: [])
    if result.truthPasses {
      for candidate in try bank.candidates(for: fact) {
        let twin = try statementItem(
          fact,
          template: template,
          statement: statement,
          id: id,
          shown: candidate
        )
        if try rules.passes(twin) { result.candidates.append(candidate) }
      }
    }
    if twins.count >= ItemGenerator.memoryLimit { twins.removeAll() }
    twins[key] = result
    return result
  }

  /// A statement about a fact with the answer in its slot, or with what a false twin shows there.
  func statementItem(
    _ fact: Fact,
    template: Template,
    statement: TextTemplate,
    id: ItemID,
    shown: Candidate?
  ) throws(BankError) -> ItemUnderTest {
    let stem = statement.rendered { name in
      name == "answer" ? shown?.text ?? fact.answer : fact.text(name)
    }
    let explanation = template.explanation.rendered(fact.text)
    let options = [
      ItemOption(
        text: "True",
        answerID: "true",
        why: shown?.why.sentenceCased ?? explanation,
        evidence: shown?.evidence ?? fact.evidence
      ),
      ItemOption(text: "False", answerID: "false", why: explanation, evidence: fact.evidence),
    ]
    let item = try makeItem(
      id: id,
      fact: fact,
      template: template,
      stem: stem,
      options: options,
      key: shown == nil ? 0 : 1,
      subject: template.slotIsSubject ? fact.subject : nil
    )
    return ItemUnderTest(item: item, fact: fact, template: template, shown: shown)
  }

  // MARK: - What stands in the slot

  /// A statement about what stands in its slot.
  ///
  /// - Parameters:
  ///   - subject: The fact of what is shown.
  ///   - number: The number of the template.
  ///   - seed: Its parity decides about truth where both can be stated.
  /// - Returns: `nil` where the template states nothing of it.
  /// - Throws: What the bank throws.
  func statement(
    about subject: FactID,
    template number: Int,
    seed: UInt64
  ) throws(BankError) -> ItemUnderTest? {
    let known = try bank.statements(of: number).statements(about: subject)
    let (truths, others) = (known.filter(\.isTrue), known.filter { !$0.isTrue })
    let id = ItemID(
      template: bank.templates[number].id,
      row: subject.row,
      form: .trueFalse,
      optionCount: 2,
      seed: seed
    )
    let isTrue = others.isEmpty || !truths.isEmpty && seed & 1 != parity(of: id)
    let pool = isTrue ? truths : others
    guard !pool.isEmpty else { return nil }
    var random = SplitMix64(seed: StableHash(of: "\(id)").value)
    let chosen = pool[random.below(pool.count)]
    guard let fact = try bank.fact(template: number, position: chosen.position) else { return nil }
    guard let shown = chosen.shown else { return try truth(of: fact, id: id) }
    guard let candidate = try bank.candidates(for: fact).first(where: { $0.answerID == shown })
    else { return nil }
    return try falsehood(showing: candidate, in: fact, id: id)
  }

  /// Every statement about its slot that a template can make and no rule bars.
  func subjectStatements(of number: Int) throws(BankError) -> [SubjectStatement] {
    let template = bank.templates[number]
    guard template.slotIsSubject, template.statement != nil else { return [] }
    var statements: [SubjectStatement] = []
    for position in 1..<(bank.factCounts[number] + 1) {
      guard let fact = try bank.fact(template: number, position: position) else { continue }
      for (tested, shown) in try everyStatement(of: fact) where try rules.passes(tested) {
        statements.append(
          SubjectStatement(
            template: number,
            subject: tested.item.fact,
            position: position,
            shown: shown
          )
        )
      }
    }
    return statements
  }

  /// The true statement of a fact of such a template, and a false one for each distractor that has a
  /// fact of its own, with the answer id that it shows.
  func everyStatement(
    of fact: Fact
  ) throws(BankError) -> [(tested: ItemUnderTest, shown: String?)] {
    func id(_ subject: FactID) -> ItemID {
      ItemID(
        template: bank.templates[fact.template].id,
        row: subject.row,
        form: .trueFalse,
        optionCount: 2,
        seed: 0
      )
    }
    var statements: [(tested: ItemUnderTest, shown: String?)] = []
    if let truth = try truth(of: fact, id: id(fact.subject)) { statements.append((truth, nil)) }
    for candidate in try bank.candidates(for: fact) {
      guard let subject = candidate.subject,
        let tested = try falsehood(showing: candidate, in: fact, id: id(subject))
      else { continue }
      statements.append((tested, candidate.answerID))
    }
    return statements
  }

  /// Those among some ids of which a text says a name.
  private func named(_ ids: [String], in text: String) throws(BankError) -> [String] {
    let folded = FoldedText(text)
    var found: [String] = []
    for id in ids {
      let names = try bank.names(of: id)
      if names.contains(where: { folded.containsWords(FoldedText($0)) }) { found.append(id) }
    }
    return found
  }

  /// Half of a row's seeds make true statements, which half is not to follow from the row.
  private func parity(of id: ItemID) -> UInt64 {
    StableHash(of: "\(id.template)/\(id.row)").value & 1
  }

  private func truth(of fact: Fact, id: ItemID) throws(BankError) -> ItemUnderTest? {
    let template = bank.templates[fact.template]
    guard let statement = template.statement else { return nil }
    if fact.subject != fact.id {
      guard try telling(fact.subject, in: fact.template) != nil else { return nil }
    }
    return try statementItem(
      fact,
      template: template,
      statement: statement,
      id: id,
      shown: nil
    )
  }

  /// A false statement: it belongs to the fact of what it shows, whose truth is told first.
  private func falsehood(
    showing candidate: Candidate,
    in fact: Fact,
    id: ItemID
  ) throws(BankError) -> ItemUnderTest? {
    let template = bank.templates[fact.template]
    // What no template tells of could be neither explained nor remembered.
    guard let statement = template.statement, let subject = candidate.subject,
      let telling = try telling(subject, in: fact.template)
    else { return nil }
    let stem = statement.rendered { $0 == "answer" ? candidate.text : fact.text($0) }
    let truth = candidate.truth.sentenceCased
    let others = try named(fact.about, in: stem)
    let options = [
      ItemOption(text: "True", answerID: "true", why: truth, evidence: candidate.evidence),
      ItemOption(text: "False", answerID: "false", why: truth, evidence: candidate.evidence),
    ]
    let item = try makeItem(
      id: id,
      fact: telling,
      template: template,
      stem: stem,
      options: options,
      key: 1,
      subject: subject,
      answer: options[1].text,
      explanation: truth,
      isAbout: others,
      restingOn: others.isEmpty ? [] : fact.sources
    )
    return ItemUnderTest(item: item, fact: fact, template: template, shown: candidate)
  }
}

/// What was worked out of a fact's statement.
struct FalseTwins {
  let truthPasses: Bool
  var candidates: [Candidate]
}
