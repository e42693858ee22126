/// A way of choosing what is asked, best first.
package enum Approach: Hashable, Sendable {
  /// What raises recall on the day most, a second spent.
  case raise
  /// Whatever has fallen below this chance of recall first, then new facts, until the last part of
  /// the days left, which goes to what raises recall on the day most.
  case keep(Double)
  /// Whatever has fallen below this chance of recall first, then new facts, for as long as one
  /// likes: there is no day.
  case maintain(Double)

  /// The share of the days left that ``keep(_:)`` leaves to ``raise``.
  package static let lastPart = 0.15
  /// How many days ahead gains are weighed where there is no day.
  package static let horizon = 30.0

  /// What was answered less than so many days ago is no repeat yet.
  private static let sameSitting = 0.4

  /// The ways between which the planner chooses where there is a day.
  static let withDay: [Approach] = [.raise, .keep(0.6), .keep(0.75)]

  /// Picks facts for the questions at one moment, each once.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - facts: All facts, in the order in which new ones come.
  ///   - prospect: What asking brings.
  ///   - now: The moment.
  ///   - day: The day aimed at.
  ///   - switches: When ``keep(_:)`` turns to ``raise``.
  ///   - repeats: How many of them have to be repeats, as far as there are any.
  /// - Returns: Places in `facts`, the best first.
  func picks(
    _ count: Int,
    of facts: [PlannedFact],
    prospect: Prospect,
    now: Double,
    day: Double,
    switches: Double,
    repeats: Int = 0
  ) -> [Int] {
    switch self {
    case .raise:
      return raising(count, facts, prospect, now, day, repeats)
    case .keep(let retention) where now < switches:
      return keeping(retention, count, facts, prospect, now, day, fills: true)
    case .keep:
      return raising(count, facts, prospect, now, day, repeats)
    case .maintain(let retention):
      return keeping(retention, count, facts, prospect, now, now + Approach.horizon, fills: false)
    }
  }

  private func raising(
    _ count: Int,
    _ facts: [PlannedFact],
    _ prospect: Prospect,
    _ now: Double,
    _ day: Double,
    _ repeats: Int
  ) -> [Int] {
    let ranked = Ranking(facts.indices) { prospect.gain(facts[$0], asked: now, for: day) }
    guard repeats > 0 else { return ranked.best(count) }
    // What is nearly forgotten tells most of how the learner forgets.
    let known = facts.indices.filter {
      facts[$0].memory.map { $0.elapsed(until: now) >= Approach.sameSitting } ?? false
    }
    let first = Ranking(known) { -prospect.recall(facts[$0], at: now) }.best(repeats)
    let taken = Set(first)
    return first + ranked.best(count - first.count) { !taken.contains($0) }
  }

  private func keeping(
    _ retention: Double,
    _ count: Int,
    _ facts: [PlannedFact],
    _ prospect: Prospect,
    _ now: Double,
    _ day: Double,
    fills: Bool
  ) -> [Int] {
    let due = facts.indices.filter {
      facts[$0].memory != nil && prospect.recall(facts[$0], at: now) < retention
    }
    var picks = Ranking(due) { prospect.gain(facts[$0], asked: now, for: day) }.best(count)
    picks += facts.indices.lazy.filter { facts[$0].memory == nil }
      .prefix(max(0, count - picks.count))
    guard fills, picks.count < count else { return picks }
    let taken = Set(picks)
    let rest = facts.indices.filter { !taken.contains($0) }
    return picks
      + Ranking(rest) { prospect.gain(facts[$0], asked: now, for: day) }.best(count - picks.count)
  }
}

/// Places with their scores, of which mostly a few of the best are wanted.
private struct Ranking {
  private let scored: [(place: Int, score: Double)]

  /// - Parameters:
  ///   - places: Ascending.
  ///   - score: The higher, the better.
  init(_ places: some Sequence<Int>, score: (Int) -> Double) {
    scored = places.map { ($0, score($0)) }
  }

  /// The best, the highest first, equal ones in their own order.
  ///
  /// Only so many are kept in order while all are passed: sorting them all would take longer than
  /// scoring them.
  func best(_ count: Int, where isWanted: (Int) -> Bool = { _ in true }) -> [Int] {
    guard count > 0 else { return [] }
    var top: [(place: Int, score: Double)] = []
    for candidate in scored where isWanted(candidate.place) {
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
