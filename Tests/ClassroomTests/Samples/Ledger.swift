import Classroom
import Foundation
import QuizModel
import ScoreStore

/// A log of one machine, to which a class's records are written as the program does.
struct Ledger {
  let log: ScoreLog

  /// A log in memory, or in a folder.
  init(in folder: URL? = nil) throws {
    // Later than anything that tests write, so that nothing comes from the future.
    let now: @Sendable () -> Instant = { Instant(milliseconds: 1_890_000_000_000) }
    log =
      if let folder {
        try ScoreLog(folder: folder, now: now, makeUUID: { UUID() })
      } else {
        try ScoreLog(inMemoryWith: now, makeUUID: { UUID() })
      }
  }

  /// Everything that is in the log of some people in an activity.
  func answers(in activity: ClassActivity, by people: [LearnerID]) throws -> [SittingAnswer] {
    try log.sittingAnswers(in: activity.sessions(of: people))
  }

  /// Marks a file of answers.
  ///
  /// - Returns: How many records were new, and the lines that were left out.
  @discardableResult
  func mark(
    _ bytes: [UInt8],
    of paper: ClassActivity,
    by schoolClass: SchoolClass,
    at moment: LocalInstant = SampleActivity.moment
  ) throws -> (new: Int, problems: [MarkingProblem]) {
    let reader = AnswerSheetReader(schoolClass: schoolClass, paper: paper)
    let (sheets, _, problems) = reader.read(bytes)
    let known = try answers(in: paper, by: sheets.map(\.pupil.id))
    let maker = MarkingRecords(paper: paper, moment: moment, known: known)
    return (try log.insert(sheets.flatMap(maker.records)).added, problems)
  }

  /// What stands in the log of an activity: by sitting and fact, what was done.
  func standing(
    in activity: ClassActivity,
    by people: [LearnerID]
  ) throws -> [SessionID: [FactID: [Standing]]] {
    let answers = try answers(in: activity, by: people).filter { !$0.isRetracted }
    return Dictionary(grouping: answers, by: \.session).mapValues { ofSitting in
      Dictionary(grouping: ofSitting, by: \.fact).mapValues { $0.map(Standing.init) }
    }
  }
}

/// What somebody did with a question, whichever record says so.
enum Standing: Hashable {
  case right(points: Int)
  case wrong(String?)
  case blank

  init(_ answer: SittingAnswer) {
    if answer.isRight {
      self = .right(points: answer.points)
    } else {
      self = answer.isUnanswered ? .blank : .wrong(answer.chosen)
    }
  }
}
