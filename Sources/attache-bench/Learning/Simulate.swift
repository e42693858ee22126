import Dispatch
import Glibc
import LearningModel
import QuizModel

/// What came of one simulated learner.
struct Outcome {
  /// The mean true chance of recall on the day.
  var known = 0.0
  /// The share recalled in one draw.
  var drawn = 0.0
  var asked = 0.0
  var forecast: Forecast?
  var halfway: Forecast?
}

package enum Simulate {
  package static func main(_ arguments: [String]) {
    let learners = arguments.dropFirst().first.flatMap { Int($0) } ?? 40
    let only = arguments.count > 2 ? arguments[2] : ""
    let cellFilter = arguments.count > 3 ? arguments[3] : ""
    let cells = [
      (150, 21, 20), (150, 21, 40), (300, 14, 30), (100, 7, 20), (200, 60, 15), (1200, 90, 25),
    ]
    .map { LearningCell(facts: $0.0, days: $0.1, perDay: $0.2) }
    for truth in TruthKind.allCases where only.isEmpty || truth.rawValue.contains(only) {
      for cell in cells where cellFilter.isEmpty || cell.name.hasPrefix(cellFilter) {
        print("\(truth.rawValue) \(cell.name)")
        var best = ("", 0.0)
        var due90 = 0.0
        for (name, make) in strategies(cell) {
          let result = mean(learners: learners) { learner in
            simulate(truth, cell, learner: learner, strategy: make(learner))
          }
          if name == "Attaché" {
            print(
              String(name) + "  " + line(result)
                + "  ratio to best \(best.0): \(round3(result.known / best.1)), to due-0.90: \(round3(result.known / due90))"
            )
          } else {
            if result.known > best.1 { best = (name, result.known) }
            if name == "due 0.90" { due90 = result.known }
            if arguments.count > 4 { print("  \(name)  \(line(result))") }
          }
        }
      }
    }
  }

  static func round3(_ x: Double) -> Double { (x * 1000).rounded() / 1000 }
  static func line(_ o: Result) -> String {
    "known \(round3(o.known)) asked \(Int(o.asked)) error \(round3(o.error)) |abs| \(round3(o.absolute)) cover \(round3(o.coverage)) half: error \(round3(o.halfError)) |abs| \(round3(o.halfAbsolute)) cover \(round3(o.halfCoverage))"
  }

  struct Result: Sendable {
    var known = 0.0, asked = 0.0, error = 0.0, absolute = 0.0, coverage = 0.0
    var halfError = 0.0, halfAbsolute = 0.0, halfCoverage = 0.0
  }

  static func mean(learners: Int, _ run: @escaping @Sendable (Int) -> Outcome) -> Result {
    nonisolated(unsafe) var results = [Outcome](repeating: Outcome(), count: learners)
    let group = DispatchGroup()
    let queue = DispatchQueue(label: "q")
    for part in 0..<2 {
      DispatchQueue.global().async(group: group) {
        for learner in stride(from: part, to: learners, by: 2) {
          let outcome = run(learner)
          queue.sync { results[learner] = outcome }
        }
      }
    }
    group.wait()
    var r = Result()
    let n = Double(learners)
    for o in results {
      r.known += o.known / n
      r.asked += o.asked / n
      if let f = o.forecast {
        r.error += (f.share - o.known) / n
        r.absolute += abs(f.share - o.known) / n
        r.coverage += (f.low <= o.drawn && o.drawn <= f.high ? 1 : 0) / n
      }
      if let f = o.halfway {
        r.halfError += (f.share - o.known) / n
        r.halfAbsolute += abs(f.share - o.known) / n
        r.halfCoverage += (f.low <= o.drawn && o.drawn <= f.high ? 1 : 0) / n
      }
    }
    return r
  }

  static func strategies(_ cell: LearningCell) -> [(String, @Sendable (Int) -> any Strategy)] {
    var list: [(String, @Sendable (Int) -> any Strategy)] = [
      ("random", { RandomOrder(cell: cell, random: SplitMix64(seed: UInt64($0) &+ 77)) }),
      ("Leitner", { _ in Leitner(cell: cell) }),
      (
        "reviews first",
        { _ in DueFirst(cell: cell, retention: 0.9, order: .dueDate, newLimit: 20) }
      ),
      ("cap", { _ in DueFirst(cell: cell, retention: 0.9, cap: 0.5) }),
      ("cram", { _ in DueFirst(cell: cell, retention: 0.9, begins: cell.days - 2) }),
    ]
    for retention in [0.7, 0.75, 0.8, 0.85, 0.9, 0.95] {
      list.append(
        (
          "due \(retention == 0.9 ? "0.90" : "\(retention)")",
          { _ in DueFirst(cell: cell, retention: retention) }
        )
      )
    }
    list.append(("Attaché", { _ in PlannerStrategy(cell: cell) }))
    return list
  }

  static func simulate(
    _ truth: TruthKind,
    _ cell: LearningCell,
    learner: Int,
    strategy: any Strategy
  ) -> Outcome {
    var random = SplitMix64(seed: UInt64(learner) &* 7919 &+ UInt64(truth.rawValue.utf8.count))
    var memory = truth.memory(facts: cell.facts, random: &random)
    var strategy = strategy
    let seed = random.next()
    var asks = [UInt64](repeating: 0, count: cell.facts)
    var outcome = Outcome()
    for day in 0..<cell.days {
      if day == cell.days / 2, let planner = strategy as? PlannerStrategy {
        outcome.halfway = planner.forecast(day: day)
      }
      let now = cell.time(day)
      for fact in strategy.choose(day: day, count: cell.perDay) {
        asks[fact] += 1
        var draw = SplitMix64(seed: seed &+ UInt64(fact) &* 1_000_003 &+ asks[fact] &* 7_368_787)
        let knew = draw.unit() < memory.recall(fact, at: now)
        let isRight = knew || draw.unit() < cell.guess
        memory.study(fact, knew: knew, at: now)
        strategy.note(fact, isRight: isRight, day: day)
        outcome.asked += 1
      }
    }
    var draw = SplitMix64(seed: seed &+ 99)
    var known = 0.0, drawn = 0.0
    for fact in 0..<cell.facts {
      let recall = memory.recall(fact, at: cell.exam)
      known += recall
      if draw.unit() < recall { drawn += 1 }
    }
    outcome.known = known / Double(cell.facts)
    outcome.drawn = drawn / Double(cell.facts)
    if let planner = strategy as? PlannerStrategy {
      outcome.forecast = planner.forecast(day: cell.days)
    }
    return outcome
  }
}
