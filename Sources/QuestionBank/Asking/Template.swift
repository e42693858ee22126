/// A rule that turns rows of a bank into items.
package struct Template: Hashable, Sendable {
  /// How the options of a template stand.
  package enum Order: String, Hashable, Sendable, CaseIterable {
    /// By number, or by text where they are no numbers.
    case ascending
    /// In an order that the seed decides.
    case shuffled
  }

  /// The lasting name.
  package let id: String
  /// The family of its facts.
  package let family: String
  /// The topic; a column `topic` of a fact overrides it.
  package let topic: String
  /// What the answer is; a column `kind` of a fact overrides it.
  package let kind: String
  /// -2 easy to 2 hard, before anybody has answered.
  package let difficulty: Int
  /// Whether what it asks can change.
  package let changes: Bool
  /// How much of the rows it uses.
  package let precision: Precision
  /// The query whose rows are facts.
  package let facts: String
  /// The query whose rows are distractors for one fact, if it has any.
  package let distractors: String?
  /// The question.
  package let stem: TextTemplate
  /// The statement, where the fact may be asked true/false.
  package let statement: TextTemplate?
  /// The corrected sentence.
  package let explanation: TextTemplate
  /// Whether what stands in the slot of the statement is what it is about, each distractor naming
  /// the fact of its own that a false statement belongs to; else the slot holds a mere value.
  package var slotIsSubject = false
  /// Whether it is asked in games; else its facts and sentences are only told.
  package let isPlayed: Bool
  /// How the options stand.
  package let order: Order
  /// Whether its facts may be asked without options, the answer being typed; a column `typed` of a
  /// fact, 0 or 1, overrides it.
  package let isTyped: Bool
  /// The column that names the state to show on a map.
  package let map: String?
  /// Where the template stands: its file.
  package let file: String
  /// The line of each key in its file.
  package let lines: [String: Int]

  /// Whether its answer tells something of its facts; else it names what they are about.
  package var tellsByAnswer: Bool { !slotIsSubject }
}
