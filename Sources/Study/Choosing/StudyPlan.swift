package import LearningModel
import QuizModel

/// What is to be studied at one moment.
package struct StudyPlan {
  /// The facts: ``count`` wanted ones, those that changed first, then those to come back to, then
  /// new ones; after them some to spare.
  package let numbers: [Int]
  /// How many questions there are to be.
  package let count: Int
  /// How many of the wanted facts were answered before.
  package let known: Int
  /// Those among the wanted facts that the bank tells otherwise than when they were seen.
  package let changed: [Int]
  /// Whether only what is taken for something else is asked.
  package let isOfMixUps: Bool
  /// What the facts were chosen by.
  let planner: Planner
  /// The way in which they were chosen; `nil` of mix-ups.
  package let approach: Approach?

  /// How many of the wanted facts are new.
  package var new: Int { count - known }

  /// How many facts more than questions are chosen, for those that cannot be asked now.
  private static let spare = 40
  /// What was answered less than so many days ago does not come back while there is anything else.
  private static let rest = 1.0 / 24

  /// Chooses facts.
  ///
  /// - Parameters:
  ///   - desk: Learner, bank and history.
  ///   - count: How many questions.
  ///   - topics: Only these; as planned where it is not given.
  ///   - moment: When, in days since 1970-01-01 00:00 UTC.
  package init(desk: StudyDesk, count: Int, topics: [String]? = nil, at moment: Double) {
    let numbers = desk.plannedNumbers(topics: topics)
    let planner = desk.planner(over: numbers)
    let resting = Set(
      numbers.filter { number in
        desk.history.memory.memory(of: number).map {
          $0.elapsed(until: moment) < StudyPlan.rest
        } ?? false
      }
    )
    let approach = planner.approach(at: moment)
    let chosen = planner.next(
      count,
      spare: StudyPlan.spare + resting.count,
      at: moment,
      by: approach
    ).map { numbers[$0] }
    let ordered = StudyPlan.inTurn(chosen, of: numbers, planner: planner)
    let planned = Set(numbers)
    let changed = desk.changed.filter(planned.contains)
    // A new edition of a bank may change hundreds, which are not to keep all else waiting for days.
    let first = Array(changed.prefix((count + 1) / 2))
    let isFirst = Set(first)
    let awake = ordered.filter { !resting.contains($0) && !isFirst.contains($0) }
    let isChosen = Set(awake).union(first)
    let candidates = first + awake + changed.filter { !isChosen.contains($0) }
    self.init(
      candidates.isEmpty ? ordered : candidates,
      count: count,
      changed: Set(changed),
      history: desk.history,
      planner: planner,
      approach: approach
    )
  }

  /// Of facts never asked those that are thought to be known already wait.
  private static let likelyKnown = 0.5

  /// The same number of new facts in the same places, but in the order of the catalogue: topics by
  /// turn and easier ones first, where a planner sees little difference.
  private static func inTurn(_ chosen: [Int], of numbers: [Int], planner: Planner) -> [Int] {
    let unasked = planner.facts.indices.filter { planner.facts[$0].memory == nil }
    let unknown = unasked.filter { planner.facts[$0].prior < likelyKnown }
    let known = unasked.filter { planner.facts[$0].prior >= likelyKnown }
    let isNew = Set(unasked.map { numbers[$0] })
    var waiting = (unknown + known).map { numbers[$0] }[...]
    return chosen.compactMap { isNew.contains($0) ? waiting.popFirst() : $0 }
  }

  /// Chooses facts in which one thing was taken for another.
  ///
  /// - Parameters:
  ///   - desk: Learner, bank and history.
  ///   - count: How many questions at most.
  ///   - topics: Only these; as planned where it is not given.
  package init(mixUpsOf desk: StudyDesk, count: Int, topics: [String]? = nil) {
    let numbers = desk.plannedNumbers(topics: topics)
    self.init(
      MixUps.facts(among: numbers, in: desk.history),
      count: count,
      changed: [],
      isOfMixUps: true,
      history: desk.history,
      planner: desk.planner(over: numbers)
    )
  }

  private init(
    _ candidates: [Int],
    count: Int,
    changed: Set<Int>,
    isOfMixUps: Bool = false,
    history: LearnerHistory,
    planner: Planner,
    approach: Approach? = nil
  ) {
    let wanted = candidates.prefix(count)
    let known = wanted.filter { history.trails[$0] != nil }
    self.count = wanted.count
    self.known = known.count
    self.changed = known.filter(changed.contains)
    self.isOfMixUps = isOfMixUps
    self.planner = planner
    self.approach = approach
    numbers =
      self.changed + known.filter { !changed.contains($0) }
      + wanted.filter { history.trails[$0] == nil } + candidates.dropFirst(count)
  }
}
