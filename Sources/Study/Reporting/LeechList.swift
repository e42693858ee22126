import LearningModel
import QuizModel

/// The facts that keep failing, and what they are taken for.
struct LeechList {
  /// Learner, bank and history.
  let desk: StudyDesk
  /// The learner's answers.
  let records: any AnswerRecords

  /// How many are told of in full.
  private static let told = 25
  /// Of a fact that was answered very often the last answers tell enough.
  private static let answers = 200

  /// The leeches among some facts.
  ///
  /// - Parameter numbers: The facts.
  /// - Returns: How many there are, and the first of them, the most missed first.
  /// - Throws: What the bank throws, and what keeps the answers.
  func leeches(among numbers: [Int]) throws -> (count: Int, first: [StatsReport.Leech]) {
    let failing = numbers.compactMap { number in
      desk.history.trails[number].flatMap { $0.isLeech ? (number, $0) : nil }
    }
    guard !failing.isEmpty else { return (0, []) }
    let wording = FactWording(bank: desk.bank, catalogue: desk.catalogue)
    let confusions = try Confusions(desk: desk, records: records)
    let first = try failing.sorted { left, right in
      (left.1.lapses, right.0) > (right.1.lapses, left.0)
    }.prefix(LeechList.told).map { number, trail in
      StatsReport.Leech(
        fact: desk.catalogue.entries[number].id.description,
        sentence: try wording.sentence(of: number),
        answers: trail.answers,
        missed: trail.answers - trail.right,
        takenFor: try confusions.of(number, limit: LeechList.answers)
      )
    }
    return (failing.count, first)
  }
}
