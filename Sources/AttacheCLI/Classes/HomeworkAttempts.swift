import Classroom
import GameSession
import QuizModel
import ScoreStore

/// How far a learner is with a homework, as the learner's own log tells it.
struct HomeworkAttempts {
  private let homework: ClassActivity
  /// The id under which the learner began it: that of a person changes when two are united.
  let learner: LearnerID
  /// The answers of each try that was begun, by question; the first try first.
  private let answers: [[Int: AnswerEntry]]

  /// The tries of a pupil.
  ///
  /// - Parameters:
  ///   - homework: What is done.
  ///   - learner: Who does it, in the log.
  ///   - name: What the teacher calls the pupil.
  ///   - log: The pupil's own.
  /// - Throws: What the log throws.
  init(
    _ homework: ClassActivity,
    learner: LearnerID,
    called name: String,
    log: ScoreLog
  ) throws(ScoreStoreError) {
    self.homework = homework
    var best = (learner: learner, answers: [[Int: AnswerEntry]]())
    for id in try log.ids(of: learner) {
      let answers = try HomeworkAttempts.answers(
        to: homework,
        by: id,
        called: name,
        log: log
      )
      let isMore = answers.reduce(0) { $0 + $1.count } > best.answers.reduce(0) { $0 + $1.count }
      if isMore { best = (id, answers) }
    }
    self.learner = best.learner
    answers = best.answers
  }

  private static func answers(
    to homework: ClassActivity,
    by learner: LearnerID,
    called name: String,
    log: ScoreLog
  ) throws(ScoreStoreError) -> [[Int: AnswerEntry]] {
    var places: [FactID: Int] = [:]
    for (place, question) in homework.questions.enumerated() { places[question.fact] = place }
    var answers: [[Int: AnswerEntry]] = []
    for attempt in 1...homework.tries {
      let session = HomeworkSitting.session(
        of: learner,
        called: name,
        in: homework.id,
        attempt: attempt
      )
      var given: [Int: AnswerEntry] = [:]
      for entry in try log.answers(in: session) where !entry.isRetracted {
        if let place = places[entry.answer.fact], given[place] == nil { given[place] = entry }
      }
      guard !given.isEmpty else { break }
      answers.append(given)
    }
    return answers
  }

  /// The number of the try that is to be gone on with, or begun; `nil` if all are used up.
  var open: Int? {
    if let last = answers.last, last.count < homework.questions.count { return answers.count }
    return answers.count < homework.tries ? answers.count + 1 : nil
  }

  /// What was answered of a try so far, in the order of the questions.
  func earlier(_ attempt: Int) -> [EarlierResult] {
    let given = self.given(attempt)
    return homework.questions.enumerated().compactMap { place, question in
      given[place].map { entry in
        EarlierResult(
          item: question.item,
          isRight: entry.answer.isRight,
          points: entry.answer.countedPoints
        )
      }
    }
  }

  /// The questions that are left of a try.
  func left(_ attempt: Int) -> [Item] {
    let given = self.given(attempt)
    return homework.questions.enumerated().filter { given[$0.offset] == nil }
      .map(\.element.item)
  }

  /// All tries as they are handed in.
  var handedIn: [HandIn.Attempt] {
    answers.enumerated().map { number, given in
      HandIn.Attempt(
        number: number + 1,
        answers: given.sorted { ($0.value.instant, $0.key) < ($1.value.instant, $1.key) }
          .map { place, entry in
            HandIn.GivenAnswer(
              record: entry.record,
              question: place,
              option: entry.answer.choice.place,
              shownAt: entry.answer.shownAt,
              taken: entry.answer.countedTaken
            )
          }
      )
    }
  }

  private func given(_ attempt: Int) -> [Int: AnswerEntry] {
    answers.indices.contains(attempt - 1) ? answers[attempt - 1] : [:]
  }
}

extension Choice {
  /// The place of the option that was chosen; `nil` where none was.
  fileprivate var place: Int? {
    if case .option(let place) = self { return place }
    return nil
  }
}
