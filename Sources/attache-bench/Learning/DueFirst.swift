import LearningModel

/// FSRS-6 with the published weights, every right answer taken as known: due facts first, then new
/// ones.
struct DueFirst: Strategy {
  /// In which order due facts come.
  enum Order {
    /// The weakest first.
    case lowestRecall
    /// The longest overdue first.
    case dueDate
  }

  private let cell: LearningCell
  private let retention: Double
  private let order: Order
  private let newLimit: Int
  private let cap: Double?
  private let begins: Int
  private let model = FSRS()
  private var memories: [FactMemory?]
  private var due: [Double]

  /// A strategy.
  ///
  /// - Parameters:
  ///   - cell: What is practised.
  ///   - retention: A fact is due when its chance of recall falls to this.
  ///   - order: In which order due facts come.
  ///   - newLimit: New facts a day at most.
  ///   - cap: An interval is at most this share of the days left.
  ///   - begins: Before this day nothing is asked.
  init(
    cell: LearningCell,
    retention: Double,
    order: Order = .lowestRecall,
    newLimit: Int = .max,
    cap: Double? = nil,
    begins: Int = 0
  ) {
    self.cell = cell
    self.retention = retention
    self.order = order
    self.newLimit = newLimit
    self.cap = cap
    self.begins = begins
    memories = Array(repeating: nil, count: cell.facts)
    due = Array(repeating: 0, count: cell.facts)
  }

  mutating func choose(day: Int, count: Int) -> [Int] {
    guard day >= begins else { return [] }
    let now = cell.time(day)
    let reviews = memories.enumerated().compactMap { fact, memory -> (Double, Int)? in
      guard let memory, due[fact] <= now + 0.01 else { return nil }
      switch order {
      case .lowestRecall:
        let elapsed = memory.elapsed(until: now)
        return (model.retrievability(stability: memory.stability, elapsed: elapsed), fact)
      case .dueDate: return (due[fact], fact)
      }
    }
    .sorted { $0 < $1 }.prefix(count).map(\.1)
    let new = memories.indices.filter { memories[$0] == nil }
      .prefix(min(newLimit, count - reviews.count))
    return reviews + new
  }

  mutating func note(_ fact: Int, isRight: Bool, day: Int) {
    let now = cell.time(day)
    let rating = isRight ? Rating.good : .again
    let memory =
      memories[fact].map { model.next($0, rating: rating, on: now) }
      ?? model.first(rating, on: now)
    memories[fact] = memory
    let wanted = model.interval(stability: memory.stability, retention: retention).rounded()
    let longest = cap.map { ((cell.exam - now) * $0).rounded(.down) } ?? .infinity
    due[fact] = now + max(1, min(wanted, longest))
  }
}
