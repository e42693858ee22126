import QuestionBank
import QuizModel

/// Rules about statements, and about what is said afterwards.
enum StatementRules {
  /// Rule 19: a statement is one proposition, whose twins differ in one slot.
  static func oneProposition(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    guard tested.isStatement, let statement = tested.template.statement else { return nil }
    let slots = statement.placeholders.count { $0 == "answer" }
    if slots != 1 { return "the answer stands in \(slots) slots" }
    guard tested.item.stem.hasSuffix(".") else {
      return "the statement does not end in a full stop"
    }
    if tested.stem.contains("; ") { return "two propositions" }
    if tested.shown != nil, tested.stem.containsWords(tested.answer) {
      return "the false twin still holds the answer"
    }
    return nil
  }

  /// Rule 20: the explanation holds the key, and no wrong option as if it were true; each
  /// distractor says what is true of it; there is a source.
  static func explained(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    if tested.fact.kind != AuthoredKind.statement, tested.shownSubject == nil,
      !tested.explanation.containsWords(tested.answer)
    {
      return "the explanation does not hold the key"
    }
    for (wrong, why) in wrongWhys(tested) where why.isEmpty {
      return "nothing is said of \"\(wrong)\""
    }
    guard tested.item.sources.contains(where: { !$0.title.isEmpty }) else { return "no source" }
    // Of what a false statement is about its explanation has to speak.
    guard tested.shownSubject == nil else { return nil }
    let rest = tested.explanation.removing(tested.answer)
    for wrong in tested.wrongTexts where rest.containsWords(wrong) {
      return "the explanation holds the wrong option \"\(wrong)\""
    }
    return nil
  }

  private static func wrongWhys(_ tested: ItemUnderTest) -> [(String, String)] {
    tested.isMultipleChoice
      ? tested.item.distractors.map { ($0.text, $0.why) }
      : tested.shown.map { [($0.text, $0.why)] } ?? []
  }
}
