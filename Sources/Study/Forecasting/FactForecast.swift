import LearningModel
import QuizModel

/// What is believed of the memory of one fact, and when it is asked next.
struct FactForecast {
  private let desk: StudyDesk
  private let number: Int
  private let hasChanged: Bool
  private let numbers: [Int]
  private let planner: Planner
  private let fact: PlannedFact?

  /// A forecast for one fact.
  ///
  /// - Parameters:
  ///   - desk: Learner, bank and history.
  ///   - number: The fact's number.
  ///   - hasChanged: Whether the bank tells it otherwise than when it was learnt.
  init(desk: StudyDesk, number: Int, hasChanged: Bool) {
    self.desk = desk
    self.number = number
    self.hasChanged = hasChanged
    let planned = desk.plannedNumbers()
    // A fact that is not planned is still remembered.
    numbers = planned.contains(number) ? planned : planned + [number]
    isPlanned = planned.contains(number)
    planner = desk.planner(over: numbers)
    fact = numbers.firstIndex(of: number).map { [planner] in planner.facts[$0] }
  }

  private let isPlanned: Bool

  /// What is believed of its memory; `nil` until it is answered.
  var memory: FactReport.Memory? {
    fact?.memory.map { memory in
      FactReport.Memory(
        lastsDays: planner.belief.middle.interval(stability: memory.stability, retention: 0.9),
        recallNow: planner.belief.middle.recall(
          stability: memory.stability,
          elapsed: memory.elapsed(until: desk.moment)
        ),
        difficulty: memory.difficulty
      )
    }
  }

  /// The chance that it is known although it was never asked; `nil` once it was.
  var chanceUnasked: Double? {
    fact.flatMap { $0.memory == nil ? $0.prior : nil }
  }

  /// When it is asked next.
  var next: FactReport.Next {
    guard isPlanned else { return FactReport.Next(reason: .notPlanned) }
    if hasChanged { return FactReport.Next(reason: .changed) }
    switch desk.goal {
    case .day: return beforeDeparture
    case .retention(let level):
      return fact?.memory.map { due($0, level: level) } ?? queued
    }
  }

  private func due(_ memory: FactMemory, level: Double) -> FactReport.Next {
    let ahead = desk.wait(for: memory, until: level)
    let due = desk.day(after: ahead)
    return FactReport.Next(
      reason: ahead <= 0 ? .due : .later,
      day: due.description,
      daysAhead: desk.today.days(until: due),
      level: level
    )
  }

  private var queued: FactReport.Next {
    let unasked = numbers.indices.filter { planner.facts[$0].memory == nil }
    let place = unasked.firstIndex { numbers[$0] == number }
    return FactReport.Next(reason: .new, place: place.map { $0 + 1 }, queue: unasked.count)
  }

  private var beforeDeparture: FactReport.Next {
    let departure = desk.departure?.days ?? desk.moment
    let prospect = planner.prospect
    func gain(_ fact: PlannedFact) -> Double {
      prospect.gain(fact, asked: desk.moment, for: max(desk.moment, departure))
    }
    let own = fact.map(gain) ?? 0
    let before = planner.facts.count { gain($0) > own }
    let day = desk.plan?.departure.flatMap { CalendarDay($0) }
    return FactReport.Next(
      reason: .beforeDeparture,
      day: day?.description,
      daysAhead: day.map { desk.today.days(until: $0) },
      place: before + 1,
      queue: numbers.count
    )
  }
}
