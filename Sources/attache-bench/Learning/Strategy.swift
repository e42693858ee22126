import Glibc
import LearningModel
import QuizModel

/// What decides which fact is asked next, of those that were not yet asked that day.
protocol Strategy {
  /// The facts of a day, best first; at most so many, fewer where the strategy has enough.
  ///
  /// - Parameters:
  ///   - day: The day's number, from 0 on.
  ///   - count: The questions of a day.
  mutating func choose(day: Int, count: Int) -> [Int]
  /// Takes in an answer.
  mutating func note(_ fact: Int, isRight: Bool, day: Int)
}

/// What is practised, and for how long.
struct LearningCell {
  let facts: Int
  let days: Int
  let perDay: Int
  var options = 3

  /// The hour of practice, as a share of a day.
  static let practice = 0.79
  /// The moment that counts: noon of the day after the last.
  var exam: Double { Double(days) + 0.5 }
  /// When the questions of a day are asked.
  func time(_ day: Int) -> Double { Double(day) + LearningCell.practice }
  var guess: Double { options == 0 ? 0 : 1 / Double(options) }
  var name: String { "\(facts)/\(days)/\(perDay)" }
}

/// Any fact, any time.
struct RandomOrder: Strategy {
  let cell: LearningCell
  var random: SplitMix64

  mutating func choose(day: Int, count: Int) -> [Int] {
    Array(random.shuffled(Array(0..<cell.facts)).prefix(count))
  }
  mutating func note(_ fact: Int, isRight: Bool, day: Int) {}
}

/// Leitner's boxes, asked after 1, 2, 4, 8 and 16 days; due facts first, then new ones.
struct Leitner: Strategy {
  private let cell: LearningCell
  private var boxes: [(box: Int, due: Int)?]
  private var fresh = 0

  init(cell: LearningCell) {
    self.cell = cell
    boxes = Array(repeating: nil, count: cell.facts)
  }

  mutating func choose(day: Int, count: Int) -> [Int] {
    let due = boxes.indices.filter { boxes[$0].map { $0.due <= day } ?? false }
      .sorted { (boxes[$0]!.due, boxes[$0]!.box, $0) < (boxes[$1]!.due, boxes[$1]!.box, $1) }
    let new = boxes.indices.filter { boxes[$0] == nil }.prefix(max(0, count - due.count))
    return Array((due + new).prefix(count))
  }
  mutating func note(_ fact: Int, isRight: Bool, day: Int) {
    let box = isRight ? min(4, (boxes[fact]?.box ?? -1) + 1) : 0
    boxes[fact] = (box, day + (1 << box))
  }
}

/// FSRS-6 with the published weights, guesses taken as known.
struct DueFirst: Strategy {
  enum Order { case lowestRecall, dueDate }
  let cell: LearningCell
  let retention: Double
  var order = Order.lowestRecall
  /// New facts a day at most.
  var newLimit = Int.max
  /// The interval is at most this share of the days left.
  var cap: Double?
  /// Before this day nothing is asked.
  var begins = 0
  /// Asks what is weakest, once nothing is due.
  private let model = FSRS()
  private var memories: [FactMemory?]
  private var due: [Double]

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
    var scored: [(Double, Int)] = []
    for fact in memories.indices {
      guard let memory = memories[fact], due[fact] <= now + 0.01 else { continue }
      let key =
        switch order {
        case .lowestRecall:
          model.retrievability(stability: memory.stability, elapsed: now - memory.lastAnswered)
        case .dueDate: due[fact]
        }
      scored.append((key, fact))
    }
    scored.sort { $0 < $1 }
    let reviews = scored.prefix(count).map(\.1)
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
    var interval = max(
      1,
      model.interval(stability: memory.stability, retention: retention).rounded()
    )
    if let cap { interval = max(1, min(interval, ((cell.exam - now) * cap).rounded(.down))) }
    due[fact] = now + interval
  }
}
