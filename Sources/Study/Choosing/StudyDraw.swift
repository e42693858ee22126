import LearningModel
import QuestionBank
package import QuestionGenerator
package import QuizModel

/// Draws the items of a study session from the facts of a plan.
///
/// Siblings stay apart, a pair that the learner confuses is asked side by side once it is known,
/// and the fact that is likeliest known comes last: a session ends on a good note.
package struct StudyDraw {
  private let desk: StudyDesk
  private let choice: ItemChoice
  private let curve: ForgettingCurve
  private let drillsMixUps: Bool
  private var queue: [Int]
  private var last: Int?
  private var end: Item?
  private var left: Int
  private var shown = ShownItems()
  private var random: SplitMix64

  /// How many other facts may come first because a sibling has just been asked.
  private static let patience = 12
  /// From how many questions before the last one on its siblings stay away.
  private static let nearEnd = 2

  /// A draw.
  ///
  /// - Parameters:
  ///   - plan: What is to be asked.
  ///   - desk: Learner, bank and history.
  ///   - generator: Makes the items.
  ///   - seed: The seed of the session.
  package init(plan: StudyPlan, desk: StudyDesk, generator: ItemGenerator, seed: UInt64) {
    self.desk = desk
    choice = ItemChoice(generator: generator)
    curve = plan.planner.belief.middle
    drillsMixUps = plan.isOfMixUps
    left = plan.count
    random = SplitMix64(seed: seed)
    let last = StudyDraw.closing(plan, desk: desk)
    self.last = last
    queue = plan.numbers.filter { $0 != last }
  }

  /// The fact that is likeliest known, new ones as the learner's others suggest.
  private static func closing(_ plan: StudyPlan, desk: StudyDesk) -> Int? {
    guard plan.count > 1 else { return nil }
    let wanted = Set(plan.numbers.prefix(plan.count)).subtracting(plan.changed)
    let prospect = plan.planner.prospect
    let chances = plan.planner.facts.filter { wanted.contains($0.number) }
      .map { (number: $0.number, chance: prospect.recall($0, at: desk.moment)) }
    return chances.max { ($0.chance, $1.number) < ($1.chance, $0.number) }?.number
  }

  /// The next item; `nil` when nothing is left that may be asked.
  ///
  /// - Throws: What the bank throws.
  package mutating func next() throws -> Item? {
    guard left > 0 else { return nil }
    // The last one is made first, so that nothing before it gives it away.
    if last != nil { try prepareEnd() }
    left -= 1
    if left == 0, let item = takeEnd() { return item }
    for isPolite in [true, false] {
      for place in queue.indices.prefix(isPolite ? StudyDraw.patience : queue.count) {
        guard let item = try item(of: queue[place], isPolite: isPolite) else { continue }
        queue.remove(at: place)
        return take(item)
      }
    }
    return takeEnd()
  }

  private mutating func prepareEnd() throws {
    guard let number = last else { return }
    last = nil
    end = try item(of: number, isPolite: false)
    if let end { shown.take(end) }
  }

  private mutating func takeEnd() -> Item? {
    defer { end = nil }
    return end
  }

  private mutating func take(_ item: Item) -> Item {
    shown.take(item)
    return item
  }

  /// Whether an item may be asked now, next to what was asked and, near the end, to what will be.
  private func admits(_ item: Item, isPolite: Bool) throws -> Bool {
    if isPolite, left <= StudyDraw.nearEnd, let end, !Set(item.about).isDisjoint(with: end.about) {
      return false
    }
    return try shown.admit(item, bank: desk.bank, isPolite: isPolite)
  }

  private mutating func item(of number: Int, isPolite: Bool) throws -> Item? {
    let entry = desk.catalogue.entries[number]
    let trail = desk.history.trails[number]
    let lasts = desk.history.memory.memory(of: number).map {
      curve.interval(stability: $0.stability, retention: StudyDesk.usualRetention)
    }
    let turn = random.next() >> 33
    // What has changed is asked by what it has changed in; another question might not touch it.
    let changed = trail?.changed ?? []
    let askings = choice.askings(of: entry)
    let ways = [
      askings.filter { changed.contains($0.template) },
      askings.filter { !changed.contains($0.template) },
    ].flatMap { AskingWays.ways($0, lasts: lasts ?? 0, trail: trail, turn: turn) }
    let mixUps = trail.map(MixUps.standing) ?? []
    if drillsMixUps {
      for way in ways {
        let seed = random.next() >> 33
        guard let item = try choice.pair(entry.id, way: way, confused: mixUps, seed: seed),
          try admits(item, isPolite: isPolite)
        else { continue }
        return item
      }
    }
    // Who has just missed a fact has to learn it before telling it from another.
    let confused = (trail?.run ?? 0) > 0 ? mixUps : []
    for way in ways {
      let seed = random.next() >> 33
      guard let item = try choice.item(entry.id, way: way, confused: confused, seed: seed),
        try admits(item, isPolite: isPolite)
      else { continue }
      return item
    }
    return nil
  }
}
