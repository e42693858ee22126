import Classroom
import Foundation
import QuizModel

/// What people chose in an activity, as values and as answers of the log.
struct Responses {
  let activity: ClassActivity
  let participants: [Participant]
  /// For each participant who sat and each question, the option; nothing where it was left blank.
  var choices: [LearnerID: [Int?]] = [:]

  /// Answers of most participants, drawn from a seed.
  static func drawn(
    in activity: ClassActivity,
    by participants: [Participant],
    seed: UInt64
  ) -> Responses {
    var random = SplitMix64(seed: seed)
    var made = Responses(activity: activity, participants: participants)
    for participant in participants where random.below(8) > 0 {
      made.choices[participant.id] = activity.questions.map { question in
        let option = random.below(question.options.count + 1)
        return option == question.options.count ? nil : option
      }
    }
    return made
  }

  /// Answers of the log, blanks written down, as marking does.
  func answers(attempt: Int = 1, at instant: Instant = SampleActivity.moment.instant)
    -> [SittingAnswer]
  {
    participants.flatMap { participant -> [SittingAnswer] in
      guard let choices = choices[participant.id] else { return [] }
      return zip(activity.questions, choices).map { question, choice in
        Responses.answer(
          choice,
          to: question,
          by: participant.id,
          in: activity,
          attempt: attempt,
          at: instant
        )
      }
    }
  }

  static func answer(
    _ choice: Int?,
    to question: ClassQuestion,
    by person: LearnerID,
    in activity: ClassActivity,
    attempt: Int = 1,
    at instant: Instant = SampleActivity.moment.instant,
    offset: Int = 7_200,
    isRetracted: Bool = false
  ) -> SittingAnswer {
    let name = [question.fact.description, person.description, "\(attempt)", "\(isRetracted)"]
    return SittingAnswer(
      record: RecordID(UUID(derivedFrom: name)),
      session: ActivityRecords.session(of: person, in: activity.id, attempt: attempt),
      fact: question.fact,
      isRight: choice == question.key,
      isUnanswered: choice == nil,
      chosen: choice.flatMap { $0 == question.key ? nil : question.options[$0].answerID },
      points: choice == question.key ? 100 : 0,
      instant: instant,
      utcOffset: offset,
      isRetracted: isRetracted
    )
  }

  /// The results that follow.
  var results: ClassResults { results(of: answers()) }

  /// The results of some answers of the same people.
  func results(of answers: [SittingAnswer]) -> ClassResults {
    ClassResults(
      activity: activity,
      participants: participants,
      answers: answers
    )
  }
}
