import LearningModel
import QuestionBank
import QuestionGenerator
import QuizModel

/// Draws the items of a study session from facts that a planner has chosen.
///
/// Siblings stay apart, and a pair that the learner confuses is asked side by side once it is known.
struct StudyDraw: ItemSource {
  private let desk: StudyDesk
  private let generator: ItemGenerator
  private let prospect: Prospect
  private var queue: [Int]
  private var last: Int?
  private var left: Int
  private var shown = ShownItems()
  private var random: SplitMix64

  /// How many other facts may come first because a sibling has just been asked.
  private static let patience = 12
  /// How many seeds are tried for an item that holds a certain distractor.
  private static let seeds = 40

  /// A draw.
  ///
  /// - Parameters:
  ///   - desk: Learner, bank and history.
  ///   - generator: Makes the items.
  ///   - planner: What the facts were chosen by.
  ///   - numbers: The facts, the most wanted first; more than `count`, so that one may be left out.
  ///   - count: How many items are wanted.
  ///   - seed: The seed of the session.
  init(
    desk: StudyDesk,
    generator: ItemGenerator,
    planner: Planner,
    numbers: [Int],
    count: Int,
    seed: UInt64
  ) {
    self.desk = desk
    self.generator = generator
    prospect = planner.prospect
    queue = numbers
    left = count
    random = SplitMix64(seed: seed)
    last = closing(among: Array(numbers.prefix(count)))
    if let last { queue.removeAll { $0 == last } }
  }

  /// The fact that is likeliest known, which is kept for the end: a session ends on a good note.
  private func closing(among numbers: [Int]) -> Int? {
    guard numbers.count > 1 else { return nil }
    let known = numbers.compactMap { number in
      desk.history.memory.memory(of: number).map { memory in
        (
          number,
          prospect.curve.recall(
            stability: memory.stability,
            elapsed: memory.elapsed(until: desk.moment)
          )
        )
      }
    }
    return known.max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
  }

  mutating func next() throws -> Item? {
    guard left > 0 else { return nil }
    left -= 1
    if left == 0, let last, let item = try item(of: last, isPolite: false) { return take(item) }
    for isPolite in [true, false] {
      for place in queue.indices.prefix(isPolite ? StudyDraw.patience : queue.count) {
        guard let item = try item(of: queue[place], isPolite: isPolite) else { continue }
        queue.remove(at: place)
        return take(item)
      }
    }
    guard let last else { return nil }
    self.last = nil
    return try item(of: last, isPolite: false).map { take($0) }
  }

  private mutating func take(_ item: Item) -> Item {
    shown.take(item)
    return item
  }

  private mutating func item(of number: Int, isPolite: Bool) throws -> Item? {
    let entry = desk.catalogue.entries[number]
    let trail = desk.history.trails[number]
    let lasts = desk.history.memory.memory(of: number).map {
      prospect.curve.interval(stability: $0.stability, retention: StudyDesk.usualRetention)
    }
    let ways = AskingWays.ways(
      templates: entry.templates.compactMap { id in
        desk.bank.templates.first { $0.id == id }.map { (id, $0.difficulty) }
      },
      lasts: lasts ?? 0,
      trail: trail,
      turn: random.next() >> 33
    )
    for way in ways {
      guard let item = try item(entry.id, way: way, trail: trail),
        try shown.admit(item, bank: desk.bank, isPolite: isPolite)
      else { continue }
      return item
    }
    return nil
  }

  private mutating func item(
    _ id: FactID,
    way: AskingWays.Way,
    trail: FactTrail?
  ) throws -> Item? {
    guard let template = desk.bank.templates.firstIndex(where: { $0.id == way.template }),
      let fact = try desk.bank.fact(template: template, row: id.row)
    else { return nil }
    let seed = random.next() >> 33
    func made(_ seed: UInt64) throws -> Item? {
      try generator.item(for: fact, form: way.form, optionCount: way.options, seed: seed)
    }
    guard let first = try made(seed) else { return nil }
    let confused = StudyDraw.confused(trail)
    guard way.form == .multipleChoice, !confused.isEmpty else { return first }
    // An item depends on its seed alone; one with the pair in it is searched for among seeds.
    for offset in 0..<UInt64(StudyDraw.seeds) {
      guard let item = try made(seed &+ offset) else { break }
      if item.distractors.contains(where: { confused.contains($0.answerID) }) { return item }
    }
    return first
  }

  /// What is taken for the right answer, once the fact is known well enough to tell them apart.
  private static func confused(_ trail: FactTrail?) -> Set<String> {
    guard let trail, trail.run > 0 else { return [] }
    return Set(trail.confusions.keys)
  }
}
