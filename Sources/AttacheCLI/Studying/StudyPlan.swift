import LearningModel
import QuizModel

/// What is to be studied at one moment.
struct StudyPlan {
  /// The facts, the most wanted first, with some to spare.
  let numbers: [Int]
  /// How many questions there are to be.
  let count: Int
  /// How many of these facts were answered before.
  let known: Int
  /// What the facts were chosen by.
  let planner: Planner

  /// How many facts more than questions are chosen, for those that cannot be asked now.
  private static let spare = 40

  /// Chooses facts: changed ones first, then as the planner has it.
  ///
  /// - Parameters:
  ///   - desk: Learner, bank and history.
  ///   - count: How many questions.
  ///   - topics: Only these; as planned where it is not given.
  ///   - moment: When, in days since 1970-01-01 00:00 UTC.
  init(desk: StudyDesk, count: Int, topics: [String]? = nil, at moment: Double) {
    let numbers = desk.plannedNumbers(topics: topics)
    let planner = desk.planner(over: numbers)
    let wanted = Set(numbers)
    let changed = desk.changed.filter(wanted.contains)
    let places = planner.next(
      count,
      spare: StudyPlan.spare,
      at: moment,
      by: planner.approach(at: moment)
    )
    let chosen = places.map { numbers[$0] }
    self.planner = planner
    let isChanged = Set(changed)
    self.numbers = changed + chosen.filter { !isChanged.contains($0) }
    self.count = min(count, self.numbers.count)
    known = self.numbers.prefix(self.count).count { desk.history.trails[$0] != nil }
  }
}
