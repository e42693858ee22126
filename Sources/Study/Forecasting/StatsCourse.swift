import LearningModel
import QuizModel

/// Foretells what will be known in the coming weeks, as things stand and if the plan is kept.
struct StatsCourse {
  private let desk: StudyDesk
  private let numbers: [Int]
  private let planned: [Int]

  /// The course of what is known of some facts.
  ///
  /// - Parameters:
  ///   - desk: Learner, bank and history.
  ///   - numbers: The facts told of.
  init(desk: StudyDesk, over numbers: [Int]) {
    self.desk = desk
    self.numbers = numbers
    planned = desk.plannedNumbers()
  }

  /// What will be known after some weeks, and on the day of departure.
  ///
  /// - Parameter weeks: How many, ascending.
  /// - Returns: In the order of the days.
  func prospects(_ weeks: [Int]) -> [StatsReport.Prospect] {
    let stand = desk.planner(over: numbers)
    let kept = keptCourse(weeks)
    var prospects = weeks.enumerated().map { place, week in
      let day = desk.moment + Double(week * 7)
      return StatsReport.Prospect(
        day: desk.today.advanced(byDays: week * 7).description,
        daysAhead: week * 7,
        isDeparture: false,
        asThingsStand: .init(stand.forecast(at: day).all),
        ifKept: kept.weeks.indices.contains(place) ? kept.weeks[place] : nil
      )
    }
    if let departure = desk.departure,
      let day = desk.plan?.departure.flatMap({ CalendarDay($0) })
    {
      prospects.append(
        StatsReport.Prospect(
          day: day.description,
          daysAhead: desk.today.days(until: day),
          isDeparture: true,
          asThingsStand: .init(stand.forecast(at: departure.days).all),
          ifKept: kept.departure
        )
      )
    }
    return prospects.sorted { $0.daysAhead < $1.daysAhead }
  }

  /// The shares if the plan is kept: of the weeks before departure, and of that day.
  ///
  /// Where facts are told of that are not planned, nothing can be said of them all.
  private func keptCourse(_ weeks: [Int]) -> (weeks: [Double], departure: Double?) {
    let places = Dictionary(planned.enumerated().map { ($1, $0) }) { first, _ in first }
    let group = numbers.compactMap { places[$0] }
    guard group.count == numbers.count else { return ([], nil) }
    let planner = desk.planner(over: planned)
    let askedToday = desk.history.days.answers(on: desk.today.number) >= desk.perDay
    let start = askedToday ? desk.moment + 1 : desk.moment
    let departure = desk.departure?.days
    let days = weeks.map { desk.moment + Double($0 * 7) }.filter { day in
      departure.map { day <= $0 } ?? true
    }
    let course = planner.courseIfKept(
      at: days,
      from: desk.moment,
      by: planner.approach(at: start),
      of: group,
      askedToday: askedToday
    )
    let onTheDay = departure.map { departure in
      planner.forecastIfKept(
        at: departure,
        from: desk.moment,
        groups: [group],
        askedToday: askedToday
      )
    }
    return (course, onTheDay?.groups.first?.share)
  }
}
