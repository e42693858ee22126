import QuizModel

/// A player who knows nothing but remembers which options were right and which were wrong (rule 23).
///
/// Before each question the player has seen ten other facts' items of the template, and takes the
/// option that was right most often, less how often it was wrong.
enum SightingPlayer {
  /// How many questions are played.
  static let draws = 200
  /// How many other facts' items are seen before.
  static let others = 10
  /// Of fewer facts the share only warns.
  static let leastFacts = 12
  /// The share right above which option sets tell.
  static let limit = 0.60
  /// How far the share may lie above what the most frequent key gets.
  static let margin = 0.15

  /// The shares of right answers, 0 to 1: of this player, and of one who always takes the key that
  /// is the most frequent among what was seen; ties count as chance.
  ///
  /// - Returns: `nil` of fewer than two facts.
  static func shares(over pool: ItemPool) -> (sightings: Double, frequent: Double)? {
    guard pool.facts.count >= 2 else { return nil }
    var random = SplitMix64(seed: 23)
    var (sightings, frequent) = (0.0, 0.0)
    for _ in 0..<draws {
      let order = random.shuffled(Array(pool.facts.indices))
      var (balance, keys): ([String: Int], [String: Int]) = ([:], [:])
      for place in order.dropFirst().prefix(others) {
        let seen = pool.facts[place][random.below(pool.facts[place].count)]
        for (option, id) in seen.options.enumerated() {
          balance[id, default: 0] += option == seen.key ? 1 : -1
        }
        keys[seen.options[seen.key], default: 0] += 1
      }
      let asked = pool.facts[order[0]][random.below(pool.facts[order[0]].count)]
      sightings += chance(of: asked) { balance[$0] ?? 0 }
      frequent += chance(of: asked) { keys[$0] ?? 0 }
    }
    return (sightings / Double(draws), frequent / Double(draws))
  }

  /// The chance of taking the key by the highest score.
  private static func chance(
    of asked: ItemPool.Sighting,
    by score: (String) -> Int
  ) -> Double {
    let scores = asked.options.map(score)
    let best = scores.indices.filter { scores[$0] == scores.max() }
    return best.contains(asked.key) ? 1 / Double(best.count) : 0
  }

  /// What rule 23 says of a template.
  static func finding(over pool: ItemPool) -> RuleFinding? {
    guard let shares = shares(over: pool), shares.sightings > limit,
      shares.sightings > shares.frequent + margin
    else { return nil }
    return RuleFinding(
      rule: 23,
      severity: pool.facts.count < leastFacts ? .warning : .hard,
      message: """
        who only remembers which options were right is right in \
        \(Percent.text(shares.sightings)) of unseen questions; at most \
        \(Percent.text(limit)) is allowed
        """
    )
  }
}
