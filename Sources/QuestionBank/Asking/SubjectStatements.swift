package import QuizModel

/// The statements of one template whose slot holds what they are about, by that subject.
package struct SubjectStatements: Sendable {
  /// The subjects, by their bytes.
  package let subjects: [FactID]
  private let bySubject: [FactID: [SubjectStatement]]
  private let byRow: [String: FactID]

  /// Gathers statements that are ordered by subject.
  init(_ statements: [SubjectStatement]) {
    bySubject = Dictionary(grouping: statements, by: \.subject)
    subjects = bySubject.keys.sorted()
    byRow = Dictionary(subjects.map { ($0.row, $0) }) { first, _ in first }
  }

  /// What may be stated of a subject; nothing where it is none of this template.
  package func statements(about subject: FactID) -> [SubjectStatement] {
    bySubject[subject] ?? []
  }

  /// The subject whose fact has a row, as ids of items name it.
  package func subject(row: String) -> FactID? { byRow[row] }
}
