package import QuizModel

/// The statements of one template whose slot holds what they are about, by that subject.
package struct SubjectStatements: Sendable {
  /// The subjects, by their bytes.
  package let subjects: [FactID]
  private let bySubject: [FactID: [SubjectStatement]]

  /// Gathers statements that are ordered by subject.
  init(_ statements: [SubjectStatement]) {
    bySubject = Dictionary(grouping: statements, by: \.subject)
    subjects = bySubject.keys.sorted()
  }

  /// What may be stated of a subject; nothing where it is none of this template.
  package func statements(about subject: FactID) -> [SubjectStatement] {
    bySubject[subject] ?? []
  }
}
