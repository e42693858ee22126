package import QuizModel

/// What follows from a set of records.
///
/// It depends on the set alone: records may come in any order and more than once. Everything kept
/// here is a union, an earliest or a latest, which commute; the readings are computed from it.
package struct LogState: Sendable {
  /// Something said at a place in the order of all records.
  struct Said<Content: Sendable>: Sendable {
    /// Where the record stands.
    let place: RecordPlace
    /// The record itself.
    let id: RecordID
    /// What it says.
    let content: Content
  }

  private(set) var groups = LearnerGroups()
  private(set) var forgotten: Set<LearnerID> = []
  private(set) var names: [LearnerID: Said<String>] = [:]
  private(set) var plans: [LearnerID: Said<Plan>] = [:]
  private(set) var openings: [SessionID: Said<SessionOpening>] = [:]
  private(set) var closings: [SessionID: Said<SessionClosing>] = [:]
  private(set) var answers: [RecordID: Said<Answer>] = [:]
  private(set) var retractions: [RecordID: [RecordID: LearnerID]] = [:]
  private(set) var flags: [RecordID: Said<ItemFlag>] = [:]

  /// The state before the first record.
  package init() {}

  /// The state that follows from records, in whatever order they come.
  package init(records: some Sequence<Record>) {
    for record in records { apply(record) }
  }

  /// Takes in one more record; one that was taken in before changes nothing.
  ///
  /// - Complexity: O(1), but O(records) for `forgotten`.
  package mutating func apply(_ record: Record) {
    if case .forgotten(let learner) = record.body {
      forget(learner)
      return
    }
    if let owner = record.body.owner, forgotten.contains(owner) { return }
    let place = RecordPlace(record)
    switch record.body {
    case .learnerCreated(let learner), .learnerRenamed(let learner):
      keepLatest(LearnerName.shown(learner.name), of: record, at: place, in: &names[learner.id])
    case .learnersAreOne(let learners): groups.unite(learners)
    case .sessionOpened(let opening):
      if let known = openings[opening.session], known.place <= place { return }
      openings[opening.session] = Said(place: place, id: record.id, content: opening)
    case .sessionClosed(let closing):
      keepLatest(closing, of: record, at: place, in: &closings[closing.session])
    case .answered(let answer):
      answers[record.id] = Said(place: place, id: record.id, content: answer)
    case .retracted(let retraction):
      retractions[retraction.answer, default: [:]][record.id] = retraction.learner
    case .flagged(let flag): flags[record.id] = Said(place: place, id: record.id, content: flag)
    case .planSet(let plan):
      keepLatest(plan, of: record, at: place, in: &plans[plan.learner])
    case .forgotten: break
    }
  }

  private func keepLatest<Content>(
    _ content: Content,
    of record: Record,
    at place: RecordPlace,
    in said: inout Said<Content>?
  ) {
    if let known = said, known.place >= place { return }
    said = Said(place: place, id: record.id, content: content)
  }

  private mutating func forget(_ learner: LearnerID) {
    forgotten.insert(learner)
    names[learner] = nil
    plans[learner] = nil
    openings = openings.filter { $0.value.content.learner != learner }
    answers = answers.filter { $0.value.content.learner != learner }
    flags = flags.filter { $0.value.content.learner != learner }
    retractions = retractions.mapValues { $0.filter { $0.value != learner } }
      .filter { !$0.value.isEmpty }
  }
}
