package import QuizModel

/// A question of an activity, whole: what is needed to ask, mark and explain it without the bank.
package struct ClassQuestion: Codable, Hashable, Sendable {
  private let template: String
  private let row: String
  private let optionCount: Int
  private let seed: UInt64
  private let bank: String
  private let bankVersion: String
  /// The fact that is asked.
  package let fact: FactID
  /// The topic's id.
  package let topic: String
  private let kind: String
  /// How it is asked.
  package let form: Form
  /// The question, or the statement.
  package let stem: String
  /// In the order in which every figure counts them.
  package let options: [ItemOption]
  /// The place of the key in ``options``.
  package let key: Int
  private let answer: String
  private let explanation: String
  private let sources: [Source]
  private let asOf: String
  private let confidence: Confidence
  private let about: [String]
  private let changes: Bool
  /// -2 easy to 2 hard, before anybody has answered.
  package let difficulty: Int
  private let knowledgeDigest: String?

  /// Keeps an item; `nil` for one whose answer is typed, which nobody can mark by a letter.
  package init?(_ item: Item) {
    guard item.form != .typed, item.options.indices.contains(item.key) else { return nil }
    template = item.id.template
    row = item.id.row
    optionCount = item.id.optionCount
    seed = item.id.seed
    bank = item.bank
    bankVersion = item.bankVersion
    fact = item.fact
    topic = item.topic
    kind = item.kind
    form = item.form
    stem = item.stem
    options = item.options
    key = item.key
    answer = item.answer
    explanation = item.explanation
    sources = item.sources
    asOf = item.asOf
    confidence = item.confidence
    about = item.about
    changes = item.changes
    difficulty = item.difficulty
    knowledgeDigest = item.knowledgeDigest
  }

  /// The item as it was drawn.
  package var item: Item { item(optionOrder: Array(options.indices)) }

  /// The item with its options in another order.
  ///
  /// - Parameter optionOrder: For each place, which of ``options`` stands there; another list than
  ///   that of all places leaves the order as it is.
  /// - Returns: The item, its key at its new place.
  package func item(optionOrder: [Int]) -> Item {
    let isOrder = optionOrder.sorted() == Array(options.indices)
    let order = isOrder ? optionOrder : Array(options.indices)
    return Item(
      id: ItemID(template: template, row: row, form: form, optionCount: optionCount, seed: seed),
      bank: bank,
      bankVersion: bankVersion,
      fact: fact,
      topic: topic,
      kind: kind,
      stem: stem,
      options: order.map { options[$0] },
      key: order.firstIndex(of: key) ?? key,
      answer: answer,
      explanation: explanation,
      sources: sources,
      asOf: asOf,
      confidence: confidence,
      about: about,
      changes: changes,
      difficulty: difficulty,
      map: nil,
      // Files of the first release hold no more of the fact than the answer that was asked.
      knowledgeDigest: knowledgeDigest
        ?? KnowledgeDigest.ofOneAnswer + KnowledgeDigest.piece(template: template, answer: answer)
    )
  }

  /// Whether what was read from a file can be asked and marked: a file may hold anything.
  package var isSound: Bool {
    form != .typed && options.indices.contains(key) && (2...26).contains(options.count)
      && (form != .trueFalse || options.count == 2) && (-2...2).contains(difficulty)
      && Set(options.map(\.answerID)).count == options.count
  }
}
