/// The facts that may be asked at one moment, and what asking them brings.
struct QuestionChoice {
  /// All facts, in the order in which new ones come.
  let facts: [PlannedFact]
  /// What asking brings.
  let prospect: Prospect
  /// The moment, in days since 1970-01-01 00:00 UTC.
  let now: Double

  /// What was answered less than so many days ago is no repeat yet.
  private static let sameSitting = 0.4

  /// The facts that raise recall on a day most, a second spent.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - day: When recall counts.
  ///   - taken: Places that are not wanted any more.
  /// - Returns: Places, the best first.
  func best(_ count: Int, for day: Double, without taken: [Int]) -> [Int] {
    guard count > 0 else { return [] }
    let taken = Set(taken)
    return Ranking.best(count, of: facts.indices.filter { !taken.contains($0) }) {
      prospect.gain(facts[$0], asked: now, for: day)
    }
  }

  /// The facts nearest to being forgotten, which tell most of how the learner forgets.
  func nearlyForgotten(_ count: Int) -> [Int] {
    let known = facts.indices.filter {
      facts[$0].memory.map { $0.elapsed(until: now) >= QuestionChoice.sameSitting } ?? false
    }
    return Ranking.best(count, of: known) { -prospect.recall(facts[$0], at: now) }
  }

  /// What has fallen below a chance of recall, the best first, then facts never asked.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - retention: The chance of recall.
  ///   - day: For which the best are the best.
  /// - Returns: Places.
  func keeping(_ count: Int, above retention: Double, for day: Double) -> [Int] {
    let fallen = facts.indices.filter {
      facts[$0].memory != nil && prospect.recall(facts[$0], at: now) < retention
    }
    let due = Ranking.best(count, of: fallen) {
      prospect.gain(facts[$0], asked: now, for: day)
    }
    let new = facts.indices.lazy.filter { facts[$0].memory == nil }
    return due + new.prefix(max(0, count - due.count))
  }
}

/// Places by score.
private enum Ranking {
  /// The best, the highest score first, equal ones in their own order.
  ///
  /// Only so many are kept in order while all are passed: sorting them all would take longer than
  /// scoring them.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - places: Ascending.
  ///   - score: The higher, the better.
  /// - Returns: Places.
  static func best(
    _ count: Int,
    of places: [Int],
    score: (Int) -> Double
  ) -> [Int] {
    guard count > 0 else { return [] }
    var top: [(place: Int, score: Double)] = []
    for place in places {
      let candidate = (place: place, score: score(place))
      if top.count == count {
        guard let worst = top.last, candidate.score > worst.score else { continue }
        top.removeLast()
      }
      var (low, high) = (0, top.count)
      while low < high {
        let middle = (low + high) / 2
        if top[middle].score >= candidate.score { low = middle + 1 } else { high = middle }
      }
      top.insert(candidate, at: low)
    }
    return top.map(\.place)
  }
}
