import QuizModel

/// One try that a pupil hands in, held against what is in the log of it.
struct HomeworkSittingRecords {
  /// How it stands to what is in the log.
  let verdict: HandedInTry.Verdict
  private let homework: ClassActivity
  private let pupil: Pupil
  private let attempt: HandIn.Attempt
  /// Its number among those of the homework: late tries have their own, and replace none in time.
  private let number: Int
  private let known: [SittingAnswer]

  /// A try.
  ///
  /// - Parameters:
  ///   - homework: What was to be done.
  ///   - pupil: Who did it.
  ///   - attempt: The try; its questions and options are in the homework.
  ///   - known: What is in the log of the homework, also what was taken back.
  init(
    _ homework: ClassActivity,
    of pupil: Pupil,
    attempt: HandIn.Attempt,
    known: [SessionID: [SittingAnswer]]
  ) {
    self.homework = homework
    self.pupil = pupil
    self.attempt = attempt
    let lastDay = homework.terms?.lastDay
    let isLate = attempt.isLate(after: lastDay)
    number = attempt.number + (isLate ? ClassActivity.lateNumbers : 0)
    let session = ActivityRecords.session(of: pupil.id, in: homework.id, attempt: number)
    self.known = known[session] ?? []
    let standing = self.known.filter { !$0.isRetracted }
    let handedIn = HandedInTry(attempt, of: homework)
    // Version 1.0.0 wrote late answers under the number of the try itself.
    let isOfLateTry = !isLate && standing.contains { $0.isLate(after: lastDay) }
    verdict =
      isOfLateTry && !standing.allSatisfy(handedIn.says)
      ? .replaces : handedIn.verdict(over: standing)
  }

  /// What is to be written where it counts: what stands already is not written again.
  var records: [Record] {
    guard let first = attempt.answers.first else { return [] }
    let opening = maker(first.shownAt)
    let handedIn = HandedInTry(attempt, of: homework)
    let said = Set(known.filter { !$0.isRetracted && handedIn.says($0) }.map(\.fact))
    let earlier = Dictionary(grouping: known, by: \.fact)
    var records = [opening.opening(questions: homework.questions.count)]
    if verdict == .replaces { records += retractions(by: opening, keeping: handedIn) }
    for answer in attempt.answers {
      let item = homework.questions[answer.question].item
      guard !said.contains(item.fact) else { continue }
      records.append(
        maker(answer.shownAt).answer(
          answer.given,
          to: item,
          question: answer.question,
          revision: earlier[item.fact]?.count ?? 0,
          taken: answer.taken
        )
      )
    }
    if attempt.answers.count == homework.questions.count { records.append(opening.closing()) }
    return records
  }

  private func maker(_ moment: LocalInstant) -> ActivityRecords {
    ActivityRecords(
      activity: homework,
      participant: pupil.id,
      attempt: number,
      moment: moment
    )
  }

  private func retractions(
    by maker: ActivityRecords,
    keeping handedIn: HandedInTry
  ) -> [Record] {
    let byFact = Dictionary(grouping: known, by: \.fact)
    return homework.questions.enumerated().flatMap { question, asked in
      (byFact[asked.fact] ?? []).enumerated()
        .filter { !$0.element.isRetracted && !handedIn.says($0.element) }
        .map { revision, answer in
          maker.retraction(of: answer.record, question: question, revision: revision)
        }
    }
  }
}
