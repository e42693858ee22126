import LearningModel
import QuizModel

/// Facts and learners for the planner to plan for.
enum PlannedFacts {
  /// The moment at which planning starts.
  static let now = 20_000.79

  /// A learner who practised for some days, and their facts; those from `met` on are new.
  static func learner(
    days: Int = 6,
    new: Int = 6,
    facts count: Int = 60,
    seed: UInt64 = 1
  ) -> (memory: LearnerMemory, facts: [PlannedFact]) {
    var learner = SimulatedLearner(scale: 1, guess: 1.0 / 3, seed: seed)
    for day in 0..<days {
      learner.practise(repeats: 10, new: new, on: now - Double(days - day))
    }
    let memory = learner.memory
    let facts = (0..<max(count, learner.met)).map { memory.planned($0, group: 0, difficulty: 0) }
    return (memory, facts)
  }

  /// A planner for that learner.
  static func planner(
    _ goal: Planner.Goal,
    perDay: Int = 12,
    days: Int = 6,
    facts count: Int = 60,
    seed: UInt64 = 1
  ) -> Planner {
    let (memory, facts) = learner(days: days, facts: count, seed: seed)
    return Planner(facts: facts, memory: memory, goal: goal, perDay: perDay)
  }
}
