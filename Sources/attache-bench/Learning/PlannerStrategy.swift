import Glibc
import LearningModel
import QuizModel

/// The planner of this program.
struct PlannerStrategy: Strategy {
  let cell: LearningCell
  var memory = LearnerMemory()
  var approach = Approach.raise

  init(cell: LearningCell) { self.cell = cell }

  private var planner: Planner {
    let prior = memory.prior.chance(group: 0, difficulty: 0)
    return Planner(
      facts: (0..<cell.facts).map {
        PlannedFact(number: $0, memory: memory.memory(of: $0), prior: prior)
      },
      memory: memory,
      goal: .day(cell.exam),
      perDay: cell.perDay,
      guess: cell.guess
    )
  }

  mutating func choose(day: Int, count: Int) -> [Int] {
    let now = cell.time(day)
    let planner = planner
    // Once in some days is enough, and keeps the simulation quick.
    if day % max(1, cell.days / 12) == 0 { approach = planner.approach(at: now) }
    return planner.next(count, at: now, by: approach)
  }

  mutating func note(_ fact: Int, isRight: Bool, day: Int) {
    memory.take(
      .init(
        fact: fact,
        group: 0,
        difficulty: 0,
        isRight: isRight,
        guess: cell.guess,
        day: cell.time(day)
      )
    )
  }

  func forecast(day: Int) -> Forecast {
    let planner = planner
    if day == cell.days { return planner.forecast(at: cell.exam).all }
    return planner.forecastIfKept(at: cell.exam, from: cell.time(day)).all
  }
}
