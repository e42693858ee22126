import QuizModel

/// What decides which facts are asked on a day; each at most once.
protocol Strategy {
  /// The facts of a day, the best first.
  ///
  /// - Parameters:
  ///   - day: The day's number, from 0 on.
  ///   - count: The questions of a day.
  /// - Returns: Fewer where the strategy has enough.
  mutating func choose(day: Int, count: Int) -> [Int]
  /// Takes in an answer.
  mutating func note(_ fact: Int, isRight: Bool, day: Int)
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
  private struct Place {
    let box: Int
    let due: Int
  }

  private var places: [Place?]

  init(cell: LearningCell) {
    places = Array(repeating: nil, count: cell.facts)
  }

  mutating func choose(day: Int, count: Int) -> [Int] {
    let due = places.enumerated().compactMap { fact, place in
      place.flatMap { $0.due <= day ? ($0.due, $0.box, fact) : nil }
    }
    .sorted { $0 < $1 }.map(\.2)
    let new = places.indices.filter { places[$0] == nil }.prefix(max(0, count - due.count))
    return Array((due + new).prefix(count))
  }

  mutating func note(_ fact: Int, isRight: Bool, day: Int) {
    let box = isRight ? min(4, (places[fact]?.box ?? -1) + 1) : 0
    places[fact] = Place(box: box, due: day + (1 << box))
  }
}
