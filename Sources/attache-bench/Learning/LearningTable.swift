import LearningModel
import QuizModel

/// The planner against other ways of studying, per truth and cell.
struct LearningTable {
  /// Learners a cell.
  let learners: Int

  /// A way of studying by its name.
  private struct Rival {
    let name: String
    let make: @Sendable (LearningCell, Int) -> any Strategy
  }

  private static let due90 = "due first, 0.90"

  private static let rivals: [Rival] =
    [
      Rival(name: "random") { cell, learner in
        RandomOrder(cell: cell, random: SplitMix64(seed: UInt64(learner) &+ 77))
      },
      Rival(name: "Leitner") { cell, _ in Leitner(cell: cell) },
      Rival(name: "reviews first") { cell, _ in
        DueFirst(cell: cell, retention: 0.9, order: .dueDate, newLimit: 20)
      },
      Rival(name: "capped interval") { cell, _ in
        DueFirst(cell: cell, retention: 0.9, cap: 0.5)
      },
      Rival(name: "last two days") { cell, _ in
        DueFirst(cell: cell, retention: 0.9, begins: cell.days - 2)
      },
    ]
    + [0.70, 0.75, 0.80, 0.85, 0.90, 0.95].map { retention in
      Rival(name: "due first, 0.\(Int(retention * 100))") { cell, _ in
        DueFirst(cell: cell, retention: retention)
      }
    }

  /// Plays every cell under every truth.
  func run() -> [LearningFigures] {
    TruthKind.allCases.flatMap { truth in
      LearningCell.all.map { cell in figures(truth: truth, cell: cell) }
    }
  }

  private func figures(truth: TruthKind, cell: LearningCell) -> LearningFigures {
    func played(_ make: @escaping @Sendable (LearningCell, Int) -> any Strategy) -> LearningMeans {
      LearningMeans(
        inParallel(learners) { learner in
          LearningSimulation(truth: truth, cell: cell, learner: learner).run(make(cell, learner))
        }
      )
    }
    let rivals = LearningTable.rivals.map { ($0.name, played($0.make)) }
    let own = played { cell, _ in PlannerStrategy(cell: cell) }
    let best = rivals.max { $0.1.known < $1.1.known }
    let due = rivals.first { $0.0 == LearningTable.due90 }?.1.known ?? 0
    return LearningFigures(
      truth: truth.rawValue,
      cell: cell.name,
      own: own,
      bestRival: best?.0 ?? "",
      bestKnown: best?.1.known ?? 0,
      ratioToBest: own.known / (best?.1.known ?? 1),
      ratioToDueFirst: own.known / due,
      rivals: Dictionary(
        rivals.map { ($0.0, LearningFigures.Rival(known: $0.1.known, asked: $0.1.asked)) }
      ) { $1 }
    )
  }
}

/// What came of one cell under one truth.
struct LearningFigures: Encodable {
  /// What came of a rival.
  struct Rival: Encodable {
    let known: Double
    let asked: Double
  }

  let truth: String
  let cell: String
  let own: LearningMeans
  let bestRival: String
  let bestKnown: Double
  let ratioToBest: Double
  let ratioToDueFirst: Double
  let rivals: [String: Rival]
}

/// Means over learners.
struct LearningMeans: Encodable {
  /// The share truly known on the day.
  let known: Double
  /// Questions asked.
  let asked: Double
  /// Forecast less truth, after the last questions.
  let forecastError: Double
  /// Its mean absolute value.
  let forecastDistance: Double
  /// How often the band held the share recalled.
  let coverage: Double
  /// Forecast less truth, at half-time.
  let halfwayError: Double
  /// How often the band of half-time held the share recalled.
  let halfwayCoverage: Double

  init(_ outcomes: [LearningSimulation.Outcome]) {
    let count = Double(max(1, outcomes.count))
    func mean(_ value: (LearningSimulation.Outcome) -> Double) -> Double {
      outcomes.reduce(0) { $0 + value($1) } / count
    }
    func holds(_ forecast: Forecast?, _ outcome: LearningSimulation.Outcome) -> Double {
      forecast.map { ($0.low...$0.high).contains(outcome.recalled) ? 1 : 0 } ?? 0
    }
    known = mean(\.known)
    asked = mean { Double($0.asked) }
    forecastError = mean { ($0.forecast?.share ?? $0.known) - $0.known }
    forecastDistance = mean { abs(($0.forecast?.share ?? $0.known) - $0.known) }
    coverage = mean { holds($0.forecast, $0) }
    halfwayError = mean { ($0.halfway?.share ?? $0.known) - $0.known }
    halfwayCoverage = mean { holds($0.halfway, $0) }
  }
}
