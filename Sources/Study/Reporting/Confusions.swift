import LearningModel
import QuestionBank
import QuizModel

/// What facts were taken for, in the words that were read.
struct Confusions {
  private let desk: StudyDesk
  private let records: any AnswerRecords
  /// The names under which each fact was answered.
  private let names: [Int: [FactID]]

  /// The confusions of a learner.
  ///
  /// - Parameters:
  ///   - desk: Learner, bank and history.
  ///   - records: The learner's answers.
  /// - Throws: What keeps the answers throws.
  init(desk: StudyDesk, records: any AnswerRecords) throws {
    self.desk = desk
    self.records = records
    var names: [Int: [FactID]] = [:]
    let answered = try records.factsAnswered(
      by: desk.learner.id,
      in: desk.bank.description.id
    )
    for fact in answered.sorted() {
      if let number = desk.catalogue.number(of: fact) { names[number, default: []].append(fact) }
    }
    self.names = names
  }

  /// The answers to a fact, the first one first.
  ///
  /// - Parameters:
  ///   - number: The fact's number.
  ///   - limit: How many at most; the latest are told.
  /// - Returns: Under whatever name it had.
  /// - Throws: What keeps the answers throws.
  func answers(to number: Int, limit: Int) throws -> [(given: Instant, answer: Answer)] {
    try records.latestAnswers(
      of: desk.learner.id,
      to: names[number] ?? [],
      in: desk.bank.description.id,
      limit: limit
    )
  }

  /// What a fact was taken for, the most frequent first.
  ///
  /// - Parameters:
  ///   - number: The fact's number.
  ///   - limit: How many answers are read at most; the latest tell.
  /// - Returns: Only wrong things that have an id.
  /// - Throws: What keeps the answers throws.
  func of(_ number: Int, limit: Int) throws -> [StatsReport.Confusion] {
    Confusions.among(try answers(to: number, limit: limit).map(\.answer))
  }

  /// What was taken for the right answer, the most frequent first.
  ///
  /// A statement taken to be true or false is not taken for another thing.
  static func among(_ answers: [Answer]) -> [StatsReport.Confusion] {
    var texts: [String: String] = [:]
    var times: [String: Int] = [:]
    for answer in answers where !answer.isRight {
      guard answer.item.form != .trueFalse, let id = answer.chosenAnswerID else { continue }
      // What stood there reads better than what was typed.
      if answer.item.form != .typed || texts[id] == nil { texts[id] = answer.chosenText }
      times[id, default: 0] += 1
    }
    return times.keys.sorted { (times[$1] ?? 0, $0) < (times[$0] ?? 0, $1) }
      .map { StatsReport.Confusion(id: $0, text: texts[$0] ?? $0, times: times[$0] ?? 0) }
  }
}
