import FoundationEssentials
import GameSession
package import QuizModel

/// The records of one participant in one activity.
///
/// Everything in them follows from the activity, the participant and what was done, their ids and
/// places too. So the same answers make the same records, on whichever machine and however often,
/// and two logs that hold them unite without a conflict.
package struct ActivityRecords {
  /// What one question was answered with.
  package enum Given: Hashable, Sendable {
    /// The option at this place, as it was shown.
    case option(Int)
    /// Nothing.
    case nothing
  }

  private let activity: ClassActivity
  private let participant: LearnerID
  /// When the answers were given, with the zone in force.
  private let moment: LocalInstant
  /// Which sitting it is.
  package let session: SessionID
  private let device: UUID

  /// Records of a participant.
  ///
  /// - Parameters:
  ///   - activity: What was done.
  ///   - participant: Who did it.
  ///   - attempt: Which try of a homework it is, 1 or more.
  ///   - moment: When what is recorded was done.
  package init(
    activity: ClassActivity,
    participant: LearnerID,
    attempt: Int = 1,
    moment: LocalInstant
  ) {
    self.activity = activity
    self.participant = participant
    self.moment = moment
    session = ActivityRecords.session(of: participant, in: activity.id, attempt: attempt)
    device = UUID(derivedFrom: ["device", session.uuid.uuidString])
  }

  /// The sitting of a participant in an activity.
  ///
  /// - Parameters:
  ///   - participant: Who.
  ///   - activity: What.
  ///   - attempt: Which try of a homework it is, 1 or more.
  /// - Returns: The same on every machine.
  package static func session(
    of participant: LearnerID,
    in activity: ActivityID,
    attempt: Int = 1
  ) -> SessionID {
    let name = ["session", activity.description, participant.uuid.uuidString, "\(attempt)"]
    return SessionID(UUID(derivedFrom: name))
  }

  /// That the sitting began.
  package func opening(questions: Int) -> Record {
    record(
      .sessionOpened(
        SessionOpening(
          session: session,
          learner: participant,
          mode: .classroom,
          bank: activity.bank,
          bankVersion: activity.bankVersion,
          seed: activity.seed,
          topics: activity.topics,
          questions: questions
        )
      ),
      name: ["opened", "\(questions)"],
      sequence: 1
    )
  }

  /// That the sitting ended, everything having been asked.
  package func closing() -> Record {
    record(
      .sessionClosed(SessionClosing(session: session, reason: .finished)),
      name: ["closed"],
      sequence: 2
    )
  }

  /// An answer.
  ///
  /// - Parameters:
  ///   - given: What was done.
  ///   - item: The question, as it was shown.
  ///   - question: Its place in the activity.
  ///   - revision: How many answers to it came before, taken back since; 0 or more.
  ///   - taken: Milliseconds from showing to answering; 0 where nobody measured them.
  /// - Returns: The record.
  package func answer(
    _ given: Given,
    to item: Item,
    question: Int,
    revision: Int,
    taken: Int = 0
  ) -> Record {
    let (choice, isRight): (Choice, Bool) =
      switch given {
      case .option(let place): (.option(place), place == item.key)
      case .nothing: (.dontKnow, false)
      }
    let points = isRight ? Scoring.points(for: item, hints: 0) : 0
    let answer = Answer(
      session: session,
      learner: participant,
      item: ShownItem(item),
      fact: item.fact,
      template: item.id.template,
      topic: item.topic,
      bank: activity.bank,
      bankVersion: activity.bankVersion,
      choice: choice,
      isRight: isRight,
      hints: 0,
      points: points,
      shownAt: moment,
      taken: max(0, taken),
      correctAnswer: item.answer,
      digest: item.knowledgeDigest
    )
    return record(
      .answered(answer),
      name: ["answered", "\(question)", "\(revision)", "\(choice)", "\(points)", "\(taken)"]
        + item.options.map(\.answerID),
      sequence: sequence(question: question, revision: revision, isRetraction: false)
    )
  }

  /// That an answer was taken back.
  ///
  /// - Parameters:
  ///   - record: The record of the answer.
  ///   - question: Its question's place in the activity.
  ///   - revision: How many answers to it came before, 0 or more.
  /// - Returns: The record.
  package func retraction(of record: RecordID, question: Int, revision: Int) -> Record {
    self.record(
      .retracted(Retraction(learner: participant, answer: record)),
      name: ["retracted", record.uuid.uuidString],
      sequence: sequence(question: question, revision: revision, isRetraction: true)
    )
  }

  private func sequence(question: Int, revision: Int, isRetraction: Bool) -> Int64 {
    let round = Int64(min(revision, 1 << 20)) * 2 + (isRetraction ? 1 : 0)
    return 3 + round * Int64(activity.questions.count) + Int64(question)
  }

  private func record(_ body: RecordBody, name: [String], sequence: Int64) -> Record {
    let zone = ["\(moment.instant.milliseconds)", moment.zone, "\(moment.offset)"]
    let place = [activity.bankVersion, session.uuid.uuidString]
    return Record(
      id: RecordID(UUID(derivedFrom: name + zone + place)),
      device: device,
      sequence: sequence,
      instant: moment.instant,
      body: body
    )
  }
}
