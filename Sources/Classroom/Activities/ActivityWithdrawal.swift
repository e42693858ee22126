package import QuizModel

/// Takes back everything that pupils answered in an activity, as one that was marked by mistake.
package struct ActivityWithdrawal {
  private let activity: ClassActivity
  private let sitting: Int?
  private let moment: LocalInstant

  /// A withdrawal.
  ///
  /// - Parameters:
  ///   - activity: What was done.
  ///   - sitting: Only this one; all of them where it is `nil`.
  ///   - moment: When it is taken back.
  package init(activity: ClassActivity, sitting: Int? = nil, moment: LocalInstant) {
    self.activity = activity
    self.sitting = sitting
    self.moment = moment
  }

  /// The records that take answers back.
  ///
  /// - Parameters:
  ///   - people: Who may have answered.
  ///   - answers: What is in the log of it.
  /// - Returns: One for each answer that stands.
  package func records(of people: [LearnerID], answers: [SittingAnswer]) -> [Record] {
    let bySession = Dictionary(grouping: answers, by: \.session)
    return people.flatMap { person in
      (sitting.map { [$0] } ?? activity.sittingNumbers).flatMap { attempt -> [Record] in
        let maker = ActivityRecords(
          activity: activity,
          participant: person,
          attempt: attempt,
          moment: moment
        )
        return retractions(of: bySession[maker.session] ?? [], by: maker)
      }
    }
  }

  private func retractions(of answers: [SittingAnswer], by maker: ActivityRecords) -> [Record] {
    activity.questions.enumerated().flatMap { place, question in
      answers.filter { $0.fact == question.fact }.enumerated()
        .filter { !$0.element.isRetracted }.map { revision, answer in
          maker.retraction(of: answer.record, question: place, revision: revision)
        }
    }
  }
}
