import LearningModel
import QuestionBank
import QuizModel

/// Gathers what a learner knows of a bank, and how they learn.
package struct StatsMaker {
  private let desk: StudyDesk
  private let records: any AnswerRecords
  private let onlyTopics: [String]
  /// The numbers of the facts told of.
  private let numbers: [Int]
  private let planner: Planner

  /// For how many weeks ahead is told what will be known.
  private static let weeks = [1, 2, 4, 8, 12]
  /// Over how many days the daily number is meant.
  private static let lately = 28

  /// A maker of the report on one learner.
  ///
  /// - Parameters:
  ///   - desk: Learner, bank and history.
  ///   - records: The learner's answers and notes.
  ///   - topics: The short names of the topics told of; `nil` for all.
  package init(desk: StudyDesk, records: any AnswerRecords, topics: [String]? = nil) {
    self.desk = desk
    self.records = records
    onlyTopics = topics ?? []
    numbers = desk.plannedNumbers(topics: topics ?? [])
    planner = desk.planner(over: numbers)
  }

  /// The report.
  ///
  /// - Parameter isNobody: Whether nobody has played yet, so that there is no name to tell.
  /// - Returns: Everything that is shown.
  /// - Throws: What the bank throws, and what keeps the answers.
  package func report(isNobody: Bool = false) throws -> StatsReport {
    let topics = topicGroups()
    let regions = try regionGroups()
    let places = (topics + regions).map(\.places)
    let known = planner.forecast(at: desk.moment, groups: places)
    var report = StatsReport(
      learner: isNobody ? nil : desk.learner.name,
      bank: desk.bank.description.title,
      today: desk.today.description,
      all: group("all", "All", Array(numbers.indices), known.all),
      practice: practice,
      forgetting: ForgettingComparison(memory: desk.history.memory, belief: planner.belief).result
    )
    let groups = zip(topics + regions, known.groups).map { named, forecast in
      group(named.id, named.title, named.places, forecast)
    }
    report.onlyTopics = onlyTopics
    report.answers = desk.history.answers
    report.topics = Array(groups.prefix(topics.count))
    report.regions = Array(groups.dropFirst(topics.count))
    report.perDay = desk.perDay
    // Before the first answer nothing is foretold from nothing.
    if desk.history.answers > 0 {
      report.prospects = StatsCourse(desk: desk, over: numbers).prospects(StatsMaker.weeks)
    }
    report.calibration = desk.history.calibration.overall.map { overall in
      .init(
        answers: Int(desk.history.calibration.bins.reduce(0) { $0 + $1.answers }),
        foretold: overall.foretold,
        right: overall.right
      )
    }
    report.calibrationByTenth = desk.history.calibration.bins.filter { $0.answers > 0 }.map { bin in
      .init(
        answers: Int(bin.answers),
        foretold: bin.foretold / bin.answers,
        right: bin.right / bin.answers
      )
    }
    report.paces = Form.allCases.compactMap { form in
      desk.history.pace.measured(for: form).map {
        .init(form: form.rawValue, answers: $0.answers, seconds: $0.seconds)
      }
    }
    try addWhatStandsOut(to: &report)
    return report
  }

  private func addWhatStandsOut(to report: inout StatsReport) throws {
    let (bank, learner) = (desk.bank.description.id, desk.learner.id)
    (report.leechCount, report.leeches) = try LeechList(desk: desk, records: records)
      .leeches(among: numbers)
    report.futureAnswers = try records.answersFromTheFuture(
      of: learner,
      in: bank,
      now: desk.now.instant
    )
    if desk.history.goneAnswers > 0 {
      report.goneFacts = try records.factsAnswered(by: learner, in: bank)
        .filter { desk.catalogue.number(of: $0) == nil }
        .sorted().map(\.description)
    }
    report.flags = try records.flags(of: learner, in: bank).map { left, flag in
      let moment = LocalInstant(instant: left, zone: desk.now.zone, offset: desk.now.offset)
      return .init(
        day: CalendarDay(moment).description,
        item: flag.item,
        fact: flag.fact.description,
        stem: flag.stem,
        note: flag.note
      )
    }
  }

  // MARK: - Groups

  private struct NamedPlaces {
    let id: String
    let title: String
    let places: [Int]
  }

  private func group(
    _ id: String,
    _ title: String,
    _ places: [Int],
    _ known: Forecast
  ) -> StatsReport.Group {
    StatsReport.Group(
      id: id,
      title: title,
      facts: places.count,
      answered: places.count { desk.history.trails[numbers[$0]] != nil },
      known: .init(known)
    )
  }

  private func topicGroups() -> [NamedPlaces] {
    let wanted = Set(onlyTopics)
    return desk.bank.description.topics.compactMap { topic in
      guard wanted.isEmpty || wanted.contains(topic.id) else { return nil }
      let places = numbers.indices.filter {
        desk.catalogue.entries[numbers[$0]].topics.contains(topic.id)
      }
      return places.isEmpty ? nil : NamedPlaces(id: topic.id, title: topic.title, places: places)
    }
  }

  private func regionGroups() throws -> [NamedPlaces] {
    let regions = try desk.bank.regions()
    var places: [String: [Int]] = [:]
    for (place, number) in numbers.enumerated() {
      let named = Set(desk.catalogue.entries[number].about.compactMap { regions[$0] })
      for region in named where !region.isEmpty { places[region, default: []].append(place) }
    }
    return places.keys.sorted().map { NamedPlaces(id: $0, title: $0, places: places[$0] ?? []) }
  }

  // MARK: - Days

  private var practice: StatsReport.Practice {
    let days = desk.history.days
    let today = desk.today.number
    let first = days.answers.keys.min() ?? today
    let span = max(1, min(StatsMaker.lately, today - first + 1))
    let answers = (0..<span).reduce(0) { $0 + days.answers(on: today - $1) }
    return StatsReport.Practice(
      days: days.answers.count,
      streak: days.streak(on: today),
      longestStreak: days.longestStreak,
      today: days.answers(on: today),
      span: span,
      perDay: Double(answers) / Double(span)
    )
  }
}
