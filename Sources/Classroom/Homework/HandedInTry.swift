import QuizModel

/// What a try says, as far as a log can tell it from another one.
struct HandedInTry {
  /// How a try stands to what is in the log.
  enum Verdict: Hashable {
    /// It says the same, as far as both say anything.
    case agrees
    /// It says something else and counts: it has more answers, or as many and was begun first.
    case replaces
    /// It says something else and does not count.
    case isWorse
  }

  private let homework: ClassActivity
  private let answers: [FactID: HandIn.GivenAnswer]

  /// A try whose questions and options are in the homework.
  init(_ attempt: HandIn.Attempt, of homework: ClassActivity) {
    self.homework = homework
    answers = Dictionary(
      attempt.answers.map { (homework.questions[$0.question].fact, $0) }
    ) { first, _ in first }
  }

  /// Whether an answer of the log is one of it.
  func says(_ known: SittingAnswer) -> Bool {
    guard let answer = answers[known.fact] else { return false }
    return known.says(answer.given, to: homework.questions[answer.question].item)
      && known.instant == answer.shownAt.instant
  }

  /// How it stands to answers of the log, none of them taken back.
  func verdict(over standing: [SittingAnswer]) -> Verdict {
    let about = standing.filter { answers[$0.fact] != nil }
    // One that has nothing in common with what stands was begun on another machine.
    if standing.isEmpty || !about.isEmpty && about.allSatisfy(says) { return .agrees }
    let rival = rival(among: standing)
    guard answers.count == rival.count else {
      return answers.count > rival.count ? .replaces : .isWorse
    }
    return order(of: answers.mapValues { ($0.shownAt.instant, $0.option) })
      .lexicographicallyPrecedes(order(of: rival)) ? .replaces : .isWorse
  }

  /// What stands instead of it: by question when it was answered, and with which option.
  private func rival(among standing: [SittingAnswer]) -> [FactID: (Instant, Int?)] {
    let others = standing.filter { !says($0) }
    let own = Set(standing.filter(says).map(\.fact))
    // Where two machines have collected different files, all of both stands once they unite.
    let areUnited = others.contains { own.contains($0.fact) }
    var rival: [FactID: (Instant, Int?)] = [:]
    for question in homework.questions {
      let answer = (areUnited ? others : standing).first { $0.fact == question.fact }
      if let answer { rival[question.fact] = (answer.instant, question.option(of: answer)) }
    }
    return rival
  }

  /// What decides between two of as many answers: when they were begun, or else anything that does
  /// not depend on which of them came in first.
  private func order(of answers: [FactID: (instant: Instant, option: Int?)]) -> [Int64] {
    let begun = answers.values.map(\.instant.milliseconds).min() ?? 0
    return [begun]
      + homework.questions.flatMap { question -> [Int64] in
        guard let answer = answers[question.fact] else { return [.max, .max] }
        return [answer.instant.milliseconds, Int64(answer.option ?? -1)]
      }
  }
}

extension HandIn.GivenAnswer {
  /// What was done.
  var given: ActivityRecords.Given { option.map { .option($0) } ?? .nothing }
}
