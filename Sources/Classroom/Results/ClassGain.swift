package import ItemStatistics
import QuizModel

/// What a class gained from one activity to another, on the facts that both asked.
package struct ClassGain: Hashable, Sendable {
  /// One who sat both times.
  package struct Pair: Hashable, Sendable {
    /// What they are called.
    package let name: String
    /// The share that was right before, 0 to 1.
    package let before: Double
    /// The share that was right after, 0 to 1.
    package let after: Double
  }

  /// How many facts both asked.
  package let facts: Int
  /// Who sat both times, by number.
  package let pairs: [Pair]
  /// The mean difference of the shares, with its interval.
  package let gain: PairedGain

  /// A comparison.
  ///
  /// - Parameters:
  ///   - before: The earlier results.
  ///   - after: The later ones.
  package init(before: ClassResults, after: ClassResults) {
    let earlier = Dictionary(
      before.rows.map { ($0.participant.id, $0) }
    ) { first, _ in first }
    let shared = Set(before.activity.questions.map(\.fact))
      .intersection(after.activity.questions.map(\.fact))
    facts = shared.count
    pairs = after.rows.compactMap { row in
      guard let first = earlier[row.participant.id] else { return nil }
      // Of parallel forms a pupil met a part of the facts each time.
      let both = shared.intersection(before.facts(of: first))
        .intersection(after.facts(of: row))
      guard !both.isEmpty else { return nil }
      return Pair(
        name: row.participant.name,
        before: before.share(of: first, on: both),
        after: after.share(of: row, on: both)
      )
    }
    gain = PairedGain(before: pairs.map(\.before), after: pairs.map(\.after))
  }
}

extension ClassResults {
  fileprivate func facts(of row: Row) -> Set<FactID> {
    Set(row.asked.map { activity.questions[$0].fact })
  }

  fileprivate func share(of row: Row, on facts: Set<FactID>) -> Double {
    let places = row.asked.filter { facts.contains(activity.questions[$0].fact) }
    let right = places.count { row.choices[$0] == activity.questions[$0].key }
    return Double(right) / Double(max(places.count, 1))
  }
}
