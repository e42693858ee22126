package import QuizModel

extension LogState {
  /// One sitting.
  package struct Session: Hashable, Sendable {
    /// How it began.
    package let opening: SessionOpening
    /// When it began.
    package let opened: Instant
    /// How it ended; `nil` if it was cut off or still goes on.
    package let closing: SessionClosing?
    /// The answers given in it, in order, also those that were taken back.
    package let answers: [RecordID]
  }

  /// Every sitting, the first one first.
  ///
  /// - Complexity: O(answers · log answers).
  package var sessions: [Session] {
    let answers = Dictionary(grouping: answers.values, by: \.content.session)
    return openings.values.sorted { $0.place < $1.place }.map { said in
      let session = said.content.session
      return Session(
        opening: said.content,
        opened: said.place.instant,
        closing: closings[session]?.content,
        answers: (answers[session] ?? []).sorted { $0.place < $1.place }.map(\.id)
      )
    }
  }

  /// Every note about an item, the first one first.
  package var notes: [ItemFlag] {
    flags.values.sorted { $0.place < $1.place }.map(\.content)
  }

  /// Everybody that asked to be forgotten.
  package var forgottenLearners: Set<LearnerID> { forgotten }
}

extension LogState: Equatable {
  /// Whether two states read alike.
  package static func == (left: LogState, right: LogState) -> Bool {
    left.learners == right.learners && left.sessions == right.sessions
      && left.notes == right.notes && left.forgotten == right.forgotten
      && left.retractedAnswers == right.retractedAnswers
  }
}
