import LearningModel

/// The planner of this program.
struct PlannerStrategy: Strategy {
  private let cell: LearningCell
  private(set) var memory: LearnerMemory
  private var approach = Approach.raise

  /// A strategy for somebody of whom nothing is known.
  init(cell: LearningCell, memory: LearnerMemory = LearnerMemory()) {
    self.cell = cell
    self.memory = memory
  }

  private var planner: Planner {
    Planner(
      facts: (0..<cell.facts).map { memory.planned($0, group: 0, difficulty: 0) },
      memory: memory,
      goal: .day(cell.exam),
      perDay: cell.perDay,
      guess: cell.guess
    )
  }

  mutating func choose(day: Int, count: Int) -> [Int] {
    let now = cell.time(day)
    let planner = planner
    // The program asks itself each day; once in some days keeps the simulation quick.
    if day % max(1, cell.days / 12) == 0 { approach = planner.approach(at: now) }
    return planner.next(count, at: now, by: approach)
  }

  mutating func note(_ fact: Int, isRight: Bool, day: Int) {
    let answer = LearnerMemory.Evidence(
      fact: fact,
      group: 0,
      difficulty: 0,
      isRight: isRight,
      guess: cell.guess,
      day: cell.time(day)
    )
    memory.take(answer)
  }

  /// What will be known on the day, foretold before a day's questions, the plan being kept.
  func forecast(before day: Int) -> Forecast {
    planner.forecastIfKept(at: cell.exam, from: cell.time(day)).all
  }

  /// What will be known on the day, foretold after the last questions.
  var lastForecast: Forecast { planner.forecast(at: cell.exam).all }
}
