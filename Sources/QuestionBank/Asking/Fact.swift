import GRDB
package import QuizModel

/// One row of a template's facts.
package struct Fact: Sendable {
  /// The lasting name.
  package let id: FactID
  /// The place of the template in ``QuestionBank/templates``.
  package let template: Int
  /// The row's place among the template's facts, from 1 on.
  package let position: Int
  /// The rendered stem.
  package let stem: String
  /// The right answer in words.
  package let answer: String
  /// The entity or value behind the answer.
  package let answerID: String
  /// The ids of its sources, or for authored items what the author wrote.
  package let sources: [String]
  /// How well the sources agree.
  package let confidence: Confidence
  /// The partial date up to which it was checked.
  package let asOf: String
  /// The ids of what it is about.
  package let about: [String]
  /// Its topic.
  package let topic: String
  /// The kind of its answer.
  package let kind: String
  /// Whether it may be asked without options, as far as the template and its row say.
  package let isTyped: Bool
  /// The row that it rests on, as `table/key`.
  package let evidence: String
  /// The fact of what its statement is about: its own, or what a column `subject_fact` names.
  package let subject: FactID
  /// All columns, with the storage class they came with.
  let columns: [String: DatabaseValue]

  /// A column as text; empty for NULL and for one that is not there.
  package func text(_ column: String) -> String {
    switch columns[column]?.storage {
    case .string(let text): text
    case .int64(let number): String(number)
    case .double(let number): String(number)
    default: ""
    }
  }

  /// The texts of all columns, in no order that matters.
  package var wording: [String] { columns.keys.map(text) }
}

/// A possible distractor, as the template's query returns it.
package struct Candidate: Hashable, Sendable {
  /// What is read.
  package let text: String
  /// The entity or value behind the text.
  package let answerID: String
  /// What is true of it.
  package let why: String
  /// The row that makes it false.
  package let evidence: String
  /// The fact of what is shown, where a statement that shows it would be about it; `nil` where it is
  /// a mere value.
  package let subject: FactID?
  /// The sentence that is true of what is shown, and corrects a statement that shows it.
  package let truth: String

  /// A candidate from its columns.
  ///
  /// - Parameters:
  ///   - text: What is read.
  ///   - answerID: The entity or value behind the text.
  ///   - why: What is true of it.
  ///   - evidence: The row that makes it false.
  ///   - subject: The fact of what is shown, if a statement would be about it.
  ///   - truth: What is told of it as a correction; `why` where it is empty.
  package init(
    text: String,
    answerID: String,
    why: String,
    evidence: String,
    subject: FactID? = nil,
    truth: String = ""
  ) {
    self.text = text
    self.answerID = answerID
    self.why = why
    self.evidence = evidence
    self.subject = subject
    self.truth = truth.isEmpty ? why : truth
  }
}
