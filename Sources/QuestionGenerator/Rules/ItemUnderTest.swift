import QuestionBank
import QuizModel

/// An item with what the rules look at, folded once.
struct ItemUnderTest {
  let item: Item
  let fact: Fact
  let template: Template
  /// What a false statement says in place of the answer.
  let shown: Candidate?
  /// The stem or statement, folded.
  let stem: FoldedText
  /// The options' texts, folded.
  let options: [FoldedText]
  /// The explanation, folded.
  let explanation: FoldedText
  /// The answer of the fact, folded.
  let answer: FoldedText

  init(item: Item, fact: Fact, template: Template, shown: Candidate?) {
    self.item = item
    self.fact = fact
    self.template = template
    self.shown = shown
    stem = FoldedText(item.stem)
    options = item.options.map { FoldedText($0.text) }
    explanation = FoldedText(item.explanation)
    answer = FoldedText(fact.answer)
  }

  /// What a false statement shows, where that is what it is about.
  var shownSubject: FactID? { isStatement ? shown?.subject : nil }

  /// Whether it is asked as multiple choice.
  var isMultipleChoice: Bool { item.form == .multipleChoice }

  /// Whether it is a statement to be judged.
  var isStatement: Bool { item.form == .trueFalse }

  /// The places of the distractors.
  var distractorPlaces: [Int] { item.options.indices.filter { $0 != item.key } }

  /// The wrong answers that the item shows, folded: distractors, or what fills a false statement.
  var wrongTexts: [FoldedText] {
    isMultipleChoice
      ? distractorPlaces.map { options[$0] } : shown.map { [FoldedText($0.text)] } ?? []
  }

  /// The wrong answers that the item shows, as they are read.
  var shownWrongTexts: [String] {
    isMultipleChoice ? item.distractors.map(\.text) : shown.map { [$0.text] } ?? []
  }

  /// Ids and evidence of the wrong answers that the item shows.
  var wrongAnswers: [(id: String, evidence: String)] {
    isMultipleChoice
      ? item.distractors.map { ($0.answerID, $0.evidence) }
      : shown.map { [($0.answerID, $0.evidence)] } ?? []
  }
}

/// How much it weighs that a rule is broken.
package enum Severity: String, Hashable, Sendable, Codable {
  /// The item is never asked.
  case hard
  /// Reported, and counted against the bank.
  case warning
}

/// One rule about single items.
struct ItemRule: Sendable {
  /// Its number in ITEM-RULES.
  let number: Int
  let severity: Severity
  /// Whether it only warns in a bank whose items a person wrote.
  let isLenientForAuthored: Bool
  /// What is wrong with an item; `nil` where nothing is.
  let finding: @Sendable (ItemUnderTest, RuleContext) throws(BankError) -> String?

  init(
    _ number: Int,
    _ severity: Severity,
    lenientForAuthored: Bool = false,
    _ finding: @escaping @Sendable (ItemUnderTest, RuleContext) throws(BankError) -> String?
  ) {
    self.number = number
    self.severity = severity
    isLenientForAuthored = lenientForAuthored
    self.finding = finding
  }
}

/// What the rules know beyond the item: the bank, its names, and the texts read before.
struct RuleContext {
  let bank: QuestionBank
  let names: NameIndex
  let articles: ArticleMemory
}
