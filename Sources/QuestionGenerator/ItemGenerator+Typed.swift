import QuestionBank
import QuizModel

/// Items whose answer is typed.
extension ItemGenerator {
  /// The kind whose answers are numbers of four digits.
  static let yearKind = "year"

  /// Makes a typed item; `nil` where the fact is not asked like this, or breaks a rule.
  func typed(_ fact: Fact, seed: UInt64) throws(BankError) -> ItemUnderTest? {
    guard fact.isTyped else { return nil }
    let tested = try typedItem(fact, seed: seed)
    return try rules.passes(tested) ? tested : nil
  }

  /// A typed item, whatever rules it breaks.
  func typedItem(_ fact: Fact, seed: UInt64) throws(BankError) -> ItemUnderTest {
    let template = bank.templates[fact.template]
    let key = ItemOption(
      text: fact.answer,
      answerID: fact.answerID,
      why: "",
      evidence: fact.evidence
    )
    let item = try makeItem(
      id: fact.itemID(.typed, of: template, optionCount: 0, seed: seed),
      fact: fact,
      template: template,
      stem: fact.stem,
      options: [key],
      key: 0,
      typed: try typedKey(of: fact)
    )
    return ItemUnderTest(item: item, fact: fact, template: template, shown: nil)
  }

  private func typedKey(of fact: Fact) throws(BankError) -> TypedKey {
    guard fact.kind != ItemGenerator.yearKind else {
      return TypedKey(
        answerID: fact.answerID,
        spellings: [fact.answer],
        names: nil,
        wrongAnswers: []
      )
    }
    return TypedKey(
      answerID: fact.answerID,
      spellings: try spellings(of: fact),
      names: try nameBook(),
      wrongAnswers: try bank.candidates(for: fact).map(OptionDraw.option)
    )
  }

  /// The names of the answer, each spelling once, the answer first; none unless it is one of them.
  private func spellings(of fact: Fact) throws(BankError) -> [String] {
    let names = try bank.names(of: fact.answerID)
    var seen: Set<Spelling> = []
    let all = ([fact.answer] + names).filter { seen.insert(Spelling($0)).inserted }
    let known = Set(names.map { Spelling($0) })
    return known.contains(Spelling(fact.answer)) ? all : []
  }
}
