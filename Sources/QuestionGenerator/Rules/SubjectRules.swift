import QuestionBank
import QuizModel

/// Rules about what an item belongs to.
enum SubjectRules {
  /// Rule 21: a false statement is an item of the fact that it is about, and its explanation names
  /// that subject and tells what is true of it.
  static func belongs(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    guard tested.isStatement, tested.template.statement != nil, let shown = tested.shown else {
      return nil
    }
    guard let subject = tested.shownSubject else {
      guard let phrase = StemPhrase.amongOptions(in: tested.fact.stem) else { return nil }
      return "the stem asks \"\(phrase)\", so that its statement is about what it shows; "
        + "the distractors need a column subject_fact"
    }
    guard tested.item.fact == subject else {
      return "it shows \(subject) and is an item of \(tested.item.fact)"
    }
    if tested.explanation == tested.stem { return "the explanation says the false statement again" }
    var names = [FoldedText(shown.text)]
    for id in tested.item.about { names += try context.bank.names(of: id).map { FoldedText($0) } }
    guard names.contains(where: tested.explanation.containsWords) else {
      return "the explanation does not name \"\(shown.text)\""
    }
    return nil
  }
}
