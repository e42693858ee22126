import Classroom
import QuizModel

extension ClassFolder {
  /// The results of an activity.
  ///
  /// - Parameters:
  ///   - activity: What was done.
  ///   - schoolClass: Who was to do it; `nil` where teams played.
  ///   - ledger: Where the answers stand.
  ///   - sitting: Which sitting of a paper; the latest where it is `nil`.
  ///   - onTime: Whether late tries of a homework are left out.
  /// - Returns: Who was taken off the list since stands among those who sat, but not among the
  ///   absent.
  /// - Throws: What the log throws.
  func results(
    of activity: ClassActivity,
    schoolClass: SchoolClass?,
    ledger: ClassLedger,
    sitting: Int? = nil,
    onTime: Bool = false
  ) throws -> ClassResults {
    let isOfTeams = !activity.participants.isEmpty
    let people =
      isOfTeams ? activity.participants : (schoolClass?.everybody ?? []).map(\.participant)
    return ClassResults(
      activity: activity,
      participants: people,
      former: Set(isOfTeams ? [] : (schoolClass?.former ?? []).map(\.id)),
      answers: try ledger.answers(in: activity, by: people.map(\.id)),
      sitting: sitting,
      onTime: onTime
    )
  }
}

extension Pupil {
  /// The pupil as one who takes part.
  var participant: Participant { Participant(id: id, number: number, name: name) }
}
