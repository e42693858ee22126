package import QuizModel

/// What is worked out of a whole bank once its tables are compiled: it takes every item, and so is
/// kept in the compiled copy.
package struct BankVerdicts: Sendable {
  /// The statements that may be made of what stands in their slot.
  package var statements: [SubjectStatement] = []
  /// The templates that are never asked in a form.
  package var barred: [BarredForm] = []

  /// Nothing.
  package init() {}
}

/// A statement about what stands in its slot: one that a template's fact and one of its distractors,
/// or its answer, make.
package struct SubjectStatement: Hashable, Sendable {
  /// The number of the template.
  package let template: Int
  /// The fact of what stands in the slot.
  package let subject: FactID
  /// The place of the template's fact that fills the rest of the statement, from 1 on.
  package let position: Int
  /// The answer id of the distractor that is shown; `nil` where the statement is true.
  package let shown: String?

  /// A statement from its parts.
  package init(template: Int, subject: FactID, position: Int, shown: String?) {
    self.template = template
    self.subject = subject
    self.position = position
    self.shown = shown
  }

  /// Whether the statement holds.
  package var isTrue: Bool { shown == nil }
}

/// A template that is never asked in a form, since its items break a rule as a set.
package struct BarredForm: Hashable, Sendable {
  /// The number of the template.
  package let template: Int
  /// The form.
  package let form: Form
  /// The number of the rule.
  package let rule: Int
  /// What was found, in words.
  package let reason: String

  /// A barred form from its parts.
  package init(template: Int, form: Form, rule: Int, reason: String) {
    self.template = template
    self.form = form
    self.rule = rule
    self.reason = reason
  }
}
