/// A diplomatic rank, earned by points over time.
package enum Rank: Int, Codable, Hashable, Sendable, CaseIterable, Comparable {
  /// From the first point on.
  case attache = 0
  /// From 1,000 points on.
  case thirdSecretary = 1_000
  /// From 3,000 points on.
  case secondSecretary = 3_000
  /// From 7,000 points on.
  case firstSecretary = 7_000
  /// From 15,000 points on.
  case counsellor = 15_000
  /// From 30,000 points on.
  case minister = 30_000
  /// From 60,000 points on.
  case ambassador = 60_000

  /// The rank that a number of points earns.
  package init(points: Int) {
    self = Rank.allCases.last { $0.rawValue <= points } ?? .attache
  }

  /// The points from which the rank is held.
  package var points: Int { rawValue }

  /// The next rank up, if there is one.
  package var next: Rank? { Rank.allCases.first { $0 > self } }

  /// Orders by the points needed.
  package static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
}
