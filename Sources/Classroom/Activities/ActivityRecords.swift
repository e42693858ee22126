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

    /// What stands for it in the ids of records; they outlive every renaming in the program.
    fileprivate var name: String {
      switch self {
      case .option(let place): "option \(place)"
      case .nothing: "nothing"
      }
    }
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
  ///   - attempt: Its number among ``ClassActivity/sittingNumbers``.
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
  ///   - attempt: Its number among ``ClassActivity/sittingNumbers``.
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
      step: 1
    )
  }

  /// That the sitting ended, everything having been asked.
  package func closing() -> Record {
    record(
      .sessionClosed(SessionClosing(session: session, reason: .finished)),
      name: ["closed"],
      step: 2
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
      name: ["answered", "\(question)", "\(revision)", given.name, "\(points)", "\(taken)"]
        + item.options.map(\.answerID),
      step: step(question: question, revision: revision, isRetraction: false)
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
      // Another machine may have counted other answers before it, and so places it elsewhere.
      name: ["retracted", record.uuid.uuidString, "\(revision)"],
      step: step(question: question, revision: revision, isRetraction: true)
    )
  }

  /// Bits of a sequence that tell apart what two machines wrote in the same place.
  private static let tieBits: Int64 = 20

  private func step(question: Int, revision: Int, isRetraction: Bool) -> Int64 {
    let round = Int64(min(revision, 1 << 20)) * 2 + (isRetraction ? 1 : 0)
    return 3 + round * Int64(activity.questions.count) + Int64(question)
  }

  /// A record at a step of the sitting, 1 or more.
  private func record(_ body: RecordBody, name: [String], step: Int64) -> Record {
    let zone = ["\(moment.instant.milliseconds)", moment.zone, "\(moment.offset)"]
    let place = [activity.bankVersion, session.uuid.uuidString]
    let id = UUID(derivedFrom: name + zone + place)
    // All machines write a sitting as one device, which gives no place to two records.
    let tie = Int64(
      StableHash(of: id.uuidString).value & UInt64((1 << ActivityRecords.tieBits) - 1)
    )
    return Record(
      id: RecordID(id),
      device: device,
      sequence: step << ActivityRecords.tieBits | tie,
      instant: moment.instant,
      body: body
    )
  }
}
