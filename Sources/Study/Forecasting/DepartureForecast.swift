package import LearningModel
import QuestionBank
import QuizModel

/// What will be known on the day of departure, and what to change where the days do not suffice.
package struct DepartureForecast {
  private let desk: StudyDesk
  private let departure: Double
  private let numbers: [Int]
  private let topics: [(id: String, places: [Int])]

  /// Below this share the days do not suffice.
  private static let enough = 0.8
  /// How many of the coming days are told.
  private static let week = 7
  /// The daily numbers that are tried.
  private static let paces = [15, 20, 30, 40, 60, 80, 100]
  /// A topic is worth dropping if the others gain so much of what is known of them.
  private static let worthwhile = 0.01
  /// How many topics are named at most.
  private static let namedTopics = 3

  /// A forecast for a learner.
  ///
  /// - Returns: `nil` without a day of departure, or where that day has passed.
  package init?(desk: StudyDesk) {
    guard let departure = desk.departure else { return nil }
    self.desk = desk
    self.departure = departure.days
    let numbers = desk.plannedNumbers()
    self.numbers = numbers
    let wanted = desk.plan?.topics ?? []
    topics = desk.bank.description.topics.compactMap { topic in
      // A fact of a wanted topic may be asked by another one too.
      guard wanted.isEmpty || wanted.contains(topic.id) else { return nil }
      let places = numbers.indices.filter {
        desk.catalogue.entries[numbers[$0]].topics.contains(topic.id)
      }
      return places.isEmpty ? nil : (topic.id, places)
    }
  }

  /// Questions are asked today until the day's number is reached.
  private var askedToday: Bool { desk.leftToday == 0 }

  /// The share that is known on the day if nothing more is asked, 0 to 1.
  package var asThingsStand: Double {
    desk.planner(over: numbers).forecast(at: departure).all.share
  }

  /// The share that is known on the day if the daily questions are kept up.
  ///
  /// - Parameter approach: How questions are chosen, where that has been worked out already.
  /// - Returns: 0 to 1.
  package func ifKept(by approach: Approach? = nil) -> Double {
    desk.planner(over: numbers).forecastIfKept(
      at: departure,
      from: desk.moment,
      askedToday: askedToday,
      by: approach
    ).all.share
  }

  /// Everything that a plan's screen shows.
  package var forecast: PlanForecast {
    let planner = desk.planner(over: numbers)
    let groups = topics.map(\.places)
    let approach = planner.approach(at: desk.moment)
    let stand = planner.forecast(at: departure, groups: groups)
    let kept = planner.forecastIfKept(
      at: departure,
      from: desk.moment,
      groups: groups,
      askedToday: askedToday,
      by: approach
    )
    return PlanForecast(
      facts: numbers.count,
      asThingsStand: .init(stand.all),
      ifKept: .init(kept.all),
      topics: topics.indices.map { place in
        PlanForecast.Topic(
          id: topics[place].id,
          facts: topics[place].places.count,
          asThingsStand: .init(stand.groups[place]),
          ifKept: .init(kept.groups[place])
        )
      },
      advice: advice(ifKept: kept.all, by: approach),
      days: comingDays(planner, by: approach)
    )
  }

  /// A week of days as they would be, the plan being kept; what is done today is left out.
  private func comingDays(
    _ planner: Planner,
    by approach: Approach
  ) -> [PlanForecast.Day] {
    let first = askedToday ? 1 : 0
    let start = desk.moment + Double(first)
    guard start < departure else { return [] }
    return planner.days(DepartureForecast.week, from: start, by: approach)
      .enumerated().map { place, day in
        PlanForecast.Day(
          date: desk.today.advanced(byDays: first + place).description,
          known: day.known,
          new: day.new
        )
      }
  }

  private func advice(ifKept kept: Forecast, by approach: Approach) -> [PlanForecast.Advice] {
    guard kept.share < DepartureForecast.enough, let days = desk.daysToDeparture, days > 0 else {
      return []
    }
    func expected(_ numbers: [Int], perDay: Int? = nil) -> Double {
      desk.planner(over: numbers, perDay: perDay)
        .expectedIfKept(at: departure, from: desk.moment, by: approach, askedToday: askedToday)
    }
    let suffices = leastPace { expected(numbers, perDay: $0) >= DepartureForecast.enough }
    let most = DepartureForecast.paces.last ?? 0
    let pace =
      suffices.map { PlanForecast.Advice.suffices(perDay: $0) }
      ?? (desk.perDay < most ? .nothingSuffices : nil)
    // What is played once comes out a little otherwise than what the screen shows above it.
    let difference = kept.share - expected(numbers)
    return [.tooFewDays(days, perDay: desk.perDay)] + (pace.map { [$0] } ?? [])
      + dropping(from: kept.share) { min(1, expected($0) + difference) }
  }

  /// The least pace above the learner's own that suffices, found by halving: more never knows less.
  private func leastPace(_ suffices: (Int) -> Bool) -> Int? {
    var paces = DepartureForecast.paces.filter { $0 > desk.perDay }[...]
    var found: Int?
    while !paces.isEmpty {
      let middle = paces.startIndex + paces.count / 2
      if suffices(paces[middle]) {
        found = paces[middle]
        paces = paces[..<middle]
      } else {
        paces = paces[(middle + 1)...]
      }
    }
    return found
  }

  /// What the rest gains if a topic is dropped, the most first.
  private func dropping(
    from share: Double,
    expected: ([Int]) -> Double
  ) -> [PlanForecast.Advice] {
    guard topics.count > 1 else { return [] }
    let titles = Dictionary(desk.bank.description.topics.map { ($0.id, $0.title) }) { $1 }
    let gains = topics.compactMap { topic -> (title: String, share: Double)? in
      let dropped = Set(topic.places)
      let rest = numbers.indices.filter { !dropped.contains($0) }.map { numbers[$0] }
      return rest.isEmpty ? nil : (titles[topic.id] ?? topic.id, expected(rest))
    }
    return gains.filter { $0.share >= share + DepartureForecast.worthwhile }
      .sorted { ($1.share, $0.title) < ($0.share, $1.title) }
      .prefix(DepartureForecast.namedTopics)
      .map { .dropping(topic: $0.title, from: share, to: $0.share) }
  }
}

extension PlanForecast.Share {
  /// A forecast as screens show it.
  init(_ forecast: Forecast) {
    self.init(expected: forecast.share, low: forecast.low, high: forecast.high)
  }
}
