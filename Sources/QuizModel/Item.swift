/// One choice under a stem.
package struct ItemOption: Codable, Hashable, Sendable {
  /// What is read.
  package let text: String
  /// The entity or value behind the text; options of one item differ in it.
  package let answerID: String
  /// What is true of this option: one sentence, shown after the answer.
  package let why: String
  /// The row that makes a distractor false, as `table/key` or `table@complete`.
  package let evidence: String

  /// An option from its parts.
  package init(text: String, answerID: String, why: String, evidence: String) {
    self.text = text
    self.answerID = answerID
    self.why = why
    self.evidence = evidence
  }
}

/// One concrete question: stem, options, key, explanation and sources.
///
/// A true/false item has the options True and False, in this order, and its statement as the stem.
/// A typed item has one option, its key, which is not shown.
package struct Item: Hashable, Sendable {
  /// What rebuilds the item.
  package let id: ItemID
  /// The name of the bank's folder.
  package let bank: String
  /// The version of the bank.
  package let bankVersion: String
  /// The fact that is asked.
  package let fact: FactID
  /// The topic, one of the bank's.
  package let topic: String
  /// The kind of the answer, such as `year` or `state`.
  package let kind: String
  /// The question, or the statement of a true/false item.
  package let stem: String
  /// In the order in which they are shown.
  package let options: [ItemOption]
  /// The place of the right option in ``options``.
  package let key: Int
  /// The right answer in words; for true/false what fills the statement rightly.
  package let answer: String
  /// The corrected sentence, in full.
  package let explanation: String
  /// What the fact rests on, at least one.
  package let sources: [Source]
  /// The day or month up to which the fact was checked, as a partial date.
  package let asOf: String
  /// How well the sources agree.
  package let confidence: Confidence
  /// The ids of what the item is about.
  package let about: [String]
  /// Whether the answer can change after ``asOf``.
  package let changes: Bool
  /// -2 easy to 2 hard, before anybody has answered.
  package let difficulty: Int
  /// The state to show where a map is shown.
  package let map: String?
  /// What a typed answer is compared with; `nil` in the other forms.
  package let typed: TypedKey?
  /// Tells what the bank said of the whole fact (see ``KnowledgeDigest``); empty where that is not
  /// known.
  package let knowledgeDigest: String

  /// An item from its parts.
  package init(
    id: ItemID,
    bank: String,
    bankVersion: String,
    fact: FactID,
    topic: String,
    kind: String,
    stem: String,
    options: [ItemOption],
    key: Int,
    answer: String,
    explanation: String,
    sources: [Source],
    asOf: String,
    confidence: Confidence,
    about: [String],
    changes: Bool,
    difficulty: Int,
    map: String?,
    typed: TypedKey? = nil,
    knowledgeDigest: String = ""
  ) {
    self.id = id
    self.bank = bank
    self.bankVersion = bankVersion
    self.fact = fact
    self.topic = topic
    self.kind = kind
    self.stem = stem
    self.options = options
    self.key = key
    self.answer = answer
    self.explanation = explanation
    self.sources = sources
    self.asOf = asOf
    self.confidence = confidence
    self.about = about
    self.changes = changes
    self.difficulty = difficulty
    self.map = map
    self.typed = typed
    self.knowledgeDigest = knowledgeDigest
  }

  /// How the item is asked.
  package var form: Form { id.form }

  /// The option that is right.
  package var keyOption: ItemOption { options[key] }

  /// Every option but the key, in their order.
  package var distractors: [ItemOption] {
    options.indices.filter { $0 != key }.map { options[$0] }
  }
}
