package import QuizModel

/// Everything that follows from one learner's answers, taken in in the order of the log.
///
/// It depends on the answers and the catalogue alone, to the bit on one machine.
package struct LearnerHistory: Sendable, Codable {
  /// What is believed of the learner's memory.
  package private(set) var memory: LearnerMemory
  /// What happened with each fact, by number; `nil` until it is answered.
  package private(set) var trails: [FactTrail?]
  /// How long the learner takes.
  package private(set) var pace = Pace()
  /// How well the chance of a right answer was foretold.
  package private(set) var calibration = Calibration()
  /// The days of practice.
  package private(set) var days = PracticeDays()
  /// Answers to facts that the bank no longer has.
  package private(set) var goneAnswers = 0
  /// Answers taken in.
  package private(set) var answers = 0
  /// How the learner was believed to forget when the chances were foretold.
  private var curve = ForgettingCurve.published
  private var curveRests = 0.0

  /// The evidence has to double before the belief behind ``calibration`` is worked out anew.
  private static let renewal = 2.0
  private static let leastEvidence = 20.0

  /// No answers yet.
  ///
  /// - Parameters:
  ///   - catalogue: The facts that there are.
  ///   - update: How answers change memory.
  package init(catalogue: FactCatalogue, update: GuessAwareUpdate = GuessAwareUpdate()) {
    memory = LearnerMemory(update: update)
    trails = Array(repeating: nil, count: catalogue.entries.count)
  }

  /// Takes in an answer; one from the future is left out until its day comes.
  ///
  /// - Parameters:
  ///   - review: Not before the one taken in last, in the order of the log.
  ///   - catalogue: The same for all answers.
  package mutating func take(_ review: Review, in catalogue: FactCatalogue) {
    guard !review.isFromTheFuture else { return }
    answers += 1
    pace.note(review.form, template: review.template, milliseconds: review.taken)
    let shown = LocalInstant(instant: review.instant, zone: "", offset: review.utcOffset)
    days.note(CalendarDay(shown).number)
    guard !catalogue.isMisattributed(review) else { return }
    guard let number = catalogue.number(of: review.fact) else {
      goneAnswers += 1
      return
    }
    let entry = catalogue.entries[number]
    let evidence = LearnerMemory.Evidence(
      fact: number,
      group: catalogue.group(of: number),
      difficulty: entry.difficulty,
      isRight: review.isRight,
      guess: LearnerHistory.guess(of: review),
      day: review.instant.days
    )
    foretell(evidence)
    memory.take(evidence)
    var trail = trails[number] ?? FactTrail()
    trail.take(review, answers: entry.answers)
    trails[number] = trail
  }

  /// The chance of a lucky guess: 1/2 for true/false, one in the options left, 0 if typed.
  package static func guess(of review: Review) -> Double {
    switch review.form {
    case .typed: 0
    case .trueFalse: 0.5
    case .multipleChoice: 1 / Double(max(1, review.optionsLeft))
    }
  }

  private mutating func foretell(_ answer: LearnerMemory.Evidence) {
    // What is answered twice within a session tells nothing of a forecast.
    guard let before = memory.memory(of: answer.fact), before.elapsed(until: answer.day) >= 0.5
    else { return }
    let total = memory.evidence.total
    if total >= max(LearnerHistory.leastEvidence, curveRests * LearnerHistory.renewal) {
      curve = ForgettingBelief(memory.evidence).middle
      curveRests = total
    }
    let recall = curve.recall(
      stability: before.stability,
      elapsed: before.elapsed(until: answer.day)
    )
    calibration.note(chance: recall + (1 - recall) * answer.guess, isRight: answer.isRight)
  }
}
