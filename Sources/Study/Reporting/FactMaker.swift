import LearningModel
import QuestionBank
import QuizModel

/// Gathers everything about one fact.
package struct FactMaker {
  private let desk: StudyDesk
  private let records: any AnswerRecords
  private let wording: FactWording

  /// How many answers are read at most.
  private static let answers = 1_000
  /// How many siblings are named.
  private static let siblings = 5

  /// A maker of reports for one learner.
  ///
  /// - Parameters:
  ///   - desk: Learner, bank and history.
  ///   - records: The learner's answers.
  package init(desk: StudyDesk, records: any AnswerRecords) {
    self.desk = desk
    self.records = records
    wording = FactWording(bank: desk.bank, catalogue: desk.catalogue)
  }

  /// The report of a fact.
  ///
  /// - Parameter number: Its number in the desk's catalogue.
  /// - Returns: Everything that is shown.
  /// - Throws: What the bank throws, and what keeps the answers.
  package func report(of number: Int) throws -> FactReport {
    let rows = try wording.rows(of: number)
    let entry = desk.catalogue.entries[number]
    let changed = Set(desk.changed)
    let forecast = FactForecast(desk: desk, number: number, hasChanged: changed.contains(number))
    let facts = rows.map(\.fact)
    var report = FactReport(
      id: entry.id.description,
      // Where templates differ the doubt counts.
      confidence: facts.map(\.confidence).max { $0.doubt < $1.doubt } ?? .contested,
      next: forecast.next
    )
    let titles = Dictionary(desk.bank.description.topics.map { ($0.id, $0.title) }) { $1 }
    report.topics = entry.topics.map { titles[$0] ?? $0 }
    report.sentences = try wording.sentences(of: number)
    report.asOf = facts.map(\.asOf).first { !$0.isEmpty } ?? ""
    report.sources = try sources(of: facts)
    report.hasChanged = changed.contains(number)
    report.memory = forecast.memory
    report.chanceUnasked = forecast.chanceUnasked
    let answers = try Confusions(desk: desk, records: records)
      .answers(to: number, limit: FactMaker.answers)
    report.answers = answers.map { answer($0.given, $0.answer) }
    report.takenFor = Confusions.among(answers.map(\.answer))
    let siblings = siblings(of: number)
    report.siblingCount = siblings.count
    report.siblings = try siblings.prefix(FactMaker.siblings).map { sibling in
      FactReport.Mention(
        id: desk.catalogue.entries[sibling].id.description,
        sentence: try wording.sentence(of: sibling)
      )
    }
    return report
  }

  private func sources(of facts: [Fact]) throws -> [Source] {
    var seen: Set<String> = []
    return try facts.flatMap(\.sources).filter { seen.insert($0).inserted }
      .map { try desk.bank.source($0) }
  }

  private func answer(_ given: Instant, _ answer: Answer) -> FactReport.Answer {
    let moment = LocalInstant(
      instant: given,
      zone: answer.shownAt.zone,
      offset: answer.shownAt.offset
    )
    // Of a statement it is told whether it holds.
    let keys = answer.item.options
    let key =
      answer.item.form == .trueFalse && keys.indices.contains(answer.item.key)
      ? keys[answer.item.key] : answer.correctAnswer
    return FactReport.Answer(
      day: CalendarDay(moment).description,
      form: answer.item.form.rawValue,
      question: answer.item.stem,
      isRight: answer.isRight,
      chosen: answer.chosenText,
      correctAnswer: key,
      seconds: Double(max(0, answer.taken)) / 1000,
      isFromTheFuture: given > desk.now.instant
    )
  }

  /// The facts that share an id with this one, first those that are about it before all else.
  private func siblings(of number: Int) -> [Int] {
    let about = desk.catalogue.entries[number].about
    return desk.catalogue.entries.enumerated()
      .compactMap { other, entry -> (number: Int, distance: Int)? in
        guard other != number else { return nil }
        // What is named first is what a fact is about; the rest is what it is compared with.
        let distances = about.enumerated().compactMap { place, id in
          entry.about.firstIndex(of: id).map { $0 + place }
        }
        return distances.min().map { (other, $0) }
      }
      .sorted { ($0.distance, $0.number) < ($1.distance, $1.number) }
      .map(\.number)
  }
}

extension Confidence {
  /// How much it leaves in doubt, from 0 on.
  fileprivate var doubt: Int {
    switch self {
    case .high: 0
    case .medium: 1
    case .contested: 2
    }
  }
}
