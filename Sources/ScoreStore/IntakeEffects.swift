package import QuizModel

/// What taking a file in would change for those who are here: what has to be agreed to first.
package struct IntakeEffects: Hashable, Sendable {
  /// Somebody who is here, and how many answers are concerned.
  package struct Person: Hashable, Sendable {
    /// Who; a name is missing where nobody of that id has one, as pupils have none.
    package let id: LearnerID
    /// What they are called here.
    package let name: String?
    /// How many answers: all that there are, or those that would not count any more.
    package let answers: Int
  }

  /// Somebody who would go by another name.
  package struct Renaming: Hashable, Sendable {
    /// Who, under the name of now.
    package let learner: Learner
    /// The name that they would have.
    package let name: String
  }

  /// Somebody who would be one person with others.
  package struct Union: Hashable, Sendable {
    /// Who, under the name of now.
    package let learner: Learner
    /// The others, by their names, or ids where they have none.
    package let others: [String]
  }

  /// Who would be erased, from the log and from the automatic backups.
  package internal(set) var erased: [Person] = []
  /// Who would go by another name.
  package internal(set) var renamed: [Renaming] = []
  /// Who would be one person with somebody else.
  package internal(set) var united: [Union] = []
  /// Whose answers would not count any more: taken back, or not in the backup.
  package internal(set) var losing: [Person] = []
  /// How many records are here and not in the backup, those of the erased not counted.
  package internal(set) var gone = 0
  /// The files of classes and banks that are here and not in the backup, by their paths.
  package internal(set) var files: [String] = []

  /// Whether nobody who is here is concerned.
  package var isEmpty: Bool {
    erased.isEmpty && renamed.isEmpty && united.isEmpty && losing.isEmpty && gone == 0
      && files.isEmpty
  }
}

extension IntakeEffects {
  /// Goes on only if nothing would change for anybody, or just this was agreed to.
  ///
  /// - Throws: `notAgreed`.
  func hold(_ agreed: IntakeEffects?) throws(ScoreStoreError) {
    guard isEmpty || self == agreed else { throw .notAgreed(self) }
  }
}
