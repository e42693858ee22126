/// The people with the highest and with the lowest scores, 27 % each.
///
/// T. L. Kelley, "The selection of upper and lower groups for the validation of test items", Journal
/// of Educational Psychology 30 (1939), 17–24, shows that 27 % tells the most. Each group is 0.27 n
/// people large, which need not be a whole number. People above the score at the boundary count
/// fully; those at that score count equally, each with the fraction that fills the group. Who
/// belongs to a group so depends on scores alone, never on the order in which people come.
struct ScoreGroups {
  /// The score of which only a fraction of people belongs to a group.
  struct Boundary {
    let score: Int
    /// How much each person at that score counts, above 0, up to 1.
    let weight: Double
  }

  /// 0.27 n.
  let size: Double
  let upper: Boundary
  let lower: Boundary

  /// The groups; `nil` if everybody has the same score.
  ///
  /// - Parameters:
  ///   - scores: By person, 0 to `highest`.
  ///   - highest: The number of questions.
  init?(scores: [Int], highest: Int) {
    guard let first = scores.first, scores.contains(where: { $0 != first }) else { return nil }
    var counts = Array(repeating: 0, count: highest + 1)
    for score in scores { counts[score] += 1 }
    let (rising, people) = (Array(counts.indices), scores.count)
    guard
      let upper = Self.boundary(of: rising.reversed(), counts: counts, people: people),
      let lower = Self.boundary(of: rising, counts: counts, people: people)
    else { return nil }
    size = Double(27 * people) / 100
    self.upper = upper
    self.lower = lower
  }

  /// Fills a group with people, score by score.
  private static func boundary(of scores: [Int], counts: [Int], people: Int) -> Boundary? {
    // In hundredths of a person, so that it stays exact.
    var room = 27 * people
    for score in scores {
      let offered = 100 * counts[score]
      if offered >= room && offered > 0 {
        return Boundary(score: score, weight: Double(room) / Double(offered))
      }
      room -= offered
    }
    return nil
  }
}
