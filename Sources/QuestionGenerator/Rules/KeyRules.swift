import QuestionBank
import QuizModel

/// Rules about what makes the key right and the rest wrong.
enum KeyRules {
  /// Rule 1: no option but the key answers the same stem, or looks like it.
  static func exactlyOneKey(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    let answers = try context.bank.answerIDs(sharingStemOf: tested.fact)
      .union([tested.fact.answerID])
    for wrong in tested.wrongAnswers where answers.contains(wrong.id) {
      return "\"\(wrong.id)\" answers the same stem"
    }
    let key = Likeness(of: tested.fact.answer)
    for text in tested.shownWrongTexts where Likeness(of: text) == key {
      return "\"\(text)\" cannot be told from the key"
    }
    let keyNames = context.names.ids(of: tested.answer)
    for text in tested.wrongTexts where !context.names.ids(of: text).isDisjoint(with: keyNames) {
      return "\"\(text)\" is another name of the key"
    }
    return nil
  }

  /// Rule 2: every distractor rests on a row that may be asked.
  static func distractorsProvablyFalse(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    for wrong in tested.wrongAnswers {
      guard let precision = try context.bank.precision(of: wrong.evidence) else {
        return "the evidence \(wrong.evidence) does not exist or may not be asked"
      }
      guard precision >= tested.template.precision else {
        return "the evidence \(wrong.evidence) is known to the \(precision.rawValue) only"
      }
    }
    return nil
  }

  private static let asOf: FoldedText = "as of "

  /// Rule 3: the fact may be asked at the precision used, and what can change says "as of".
  static func neitherContestedNorStale(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    let evidence = tested.fact.evidence
    guard !evidence.isEmpty else { return "the fact names no evidence" }
    guard let precision = try context.bank.precision(of: evidence) else {
      return "the fact rests on \(evidence), which does not exist or may not be asked"
    }
    guard precision >= tested.template.precision else {
      return "the fact rests on \(evidence), known to the \(precision.rawValue) only"
    }
    guard tested.template.changes else { return nil }
    return tested.stem.contains(asOf) ? nil : "what it asks can change, and no \"as of\" is in it"
  }
}
