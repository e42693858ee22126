import Classroom
import QuizModel

extension ClassFolder {
  /// The results of an activity.
  ///
  /// - Parameters:
  ///   - activity: What was done.
  ///   - schoolClass: Who was to do it; `nil` where teams played.
  ///   - ledger: Where the answers stand.
  /// - Returns: Who was taken off the list since stands among those who sat, but not among the
  ///   absent.
  /// - Throws: What the log throws.
  func results(
    of activity: ClassActivity,
    schoolClass: SchoolClass?,
    ledger: ClassLedger
  ) throws -> ClassResults {
    let people: [Participant]
    if activity.participants.isEmpty {
      let pupils = schoolClass?.pupils ?? []
      let all = schoolClass?.everybody ?? []
      let answers = try ledger.answers(in: activity, by: all.map(\.id))
      let sat = Set(answers.filter { !$0.isRetracted }.map(\.session))
      let former = (schoolClass?.former ?? []).filter { pupil in
        !sat.isDisjoint(with: activity.sessions(of: [pupil.id]))
      }
      people = (pupils + former).map(\.participant).sorted { $0.number < $1.number }
      return ClassResults(
        activity: activity,
        participants: people,
        answers: answers
      )
    }
    people = activity.participants
    return ClassResults(
      activity: activity,
      participants: people,
      answers: try ledger.answers(in: activity, by: people.map(\.id))
    )
  }
}

extension Pupil {
  /// The pupil as one who takes part.
  var participant: Participant { Participant(id: id, number: number, name: name) }
}
