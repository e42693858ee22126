import QuestionBank
import QuizModel

/// Rules about answers that are typed.
enum TypedRules {
  /// Rule 21: the stem has one answer even without options, that answer has a fixed spelling, and
  /// no spelling of it is a name of something else.
  static func oneSpelling(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    guard let key = tested.item.typed else { return nil }
    if let phrase = StemPhrase.amongOptions(in: tested.item.stem) {
      return "typed, but the stem says \"\(phrase)\""
    }
    if tested.fact.confidence == .contested { return "typed, but the fact is contested" }
    let answers = try context.bank.answerIDs(sharingStemOf: tested.fact)
    if answers.count > 1 { return "typed, but \(answers.count) answers share the stem" }
    if let name = key.spellings.first(where: { tested.stem.containsWords(FoldedText($0)) }) {
      return "typed, but the stem holds \"\(name)\""
    }
    guard let names = key.names else {
      return key.match(tested.item.answer) == .right
        ? nil : "typed, but \"\(tested.item.answer)\" is no year of four digits"
    }
    if key.spellings.isEmpty {
      return "typed, but no table names the answer, so its spelling is not fixed"
    }
    return namesake(of: key, in: names)
  }

  private static func namesake(of key: TypedKey, in names: NameBook) -> String? {
    let same = names.ids(sameAs: key.answerID)
    for spelling in key.spellings {
      let others = names.named(Spelling(spelling)).filter { !same.contains($0.id) }
      if let other = others.first {
        return "typed, but \"\(spelling)\" is a name of \(other.id) too"
      }
    }
    return nil
  }
}
