import LearningModel
import QuestionBank
import QuizModel
import ScoreStore
import TerminalUI

/// Gathers everything about one fact.
struct FactMaker {
  private let desk: StudyDesk
  private let wording: FactWording

  /// How many answers are read at most.
  private static let answers = 1_000
  /// How many siblings are named.
  private static let siblings = 5

  /// - Parameter desk: Learner, bank and history.
  init(desk: StudyDesk) {
    self.desk = desk
    wording = FactWording(bank: desk.bank, catalogue: desk.catalogue)
  }

  /// The report of a fact.
  ///
  /// - Parameter number: Its number in the desk's catalogue.
  /// - Returns: Everything that is shown.
  /// - Throws: What bank and log throw.
  func report(of number: Int) throws -> FactReport {
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
    let answers = try Confusions(desk: desk).answers(to: number, limit: FactMaker.answers)
    report.answers = answers.map(answer)
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

  private func answer(_ entry: AnswerEntry) -> FactReport.Answer {
    let answer = entry.answer
    let given = LocalInstant(
      instant: entry.instant,
      zone: answer.shownAt.zone,
      offset: answer.shownAt.offset
    )
    // Of a statement it is told whether it holds.
    let keys = answer.item.options
    let key =
      answer.item.form == .trueFalse && keys.indices.contains(answer.item.key)
      ? keys[answer.item.key] : answer.correctAnswer
    return FactReport.Answer(
      day: CalendarDay(given).description,
      form: answer.item.form.rawValue,
      question: answer.item.stem,
      isRight: answer.isRight,
      chosen: answer.chosenText,
      correctAnswer: key,
      seconds: Double(max(0, answer.taken)) / 1000,
      isFromTheFuture: entry.instant > desk.now.instant
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
