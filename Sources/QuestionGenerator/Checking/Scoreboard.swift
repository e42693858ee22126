import QuestionBank
package import QuizModel

/// How a player who knows nothing did over a bank.
package struct PlayerScore: Hashable, Sendable, Codable {
  /// What the player does, such as "longest option".
  package let player: String
  /// The form of the items.
  package let form: Form
  /// The number of options.
  package let optionCount: Int
  /// How many items were played.
  package let items: Int
  /// The share that was right, 0 to 1, ties broken at random.
  package let share: Double
  /// The most that chance and error allow.
  package let limit: Double
}

/// Lets players who know nothing play every item.
struct Scoreboard {
  /// Players whose success only warns: rule 10 is a warning for the bank.
  private static let lenientPlayers: Set<String> = ["closest to the others"]

  private struct Key: Hashable {
    let player: String
    let form: Form
    let optionCount: Int
  }

  private struct Sum {
    var items = 0
    var hits = 0.0
    /// The sum over the present fact of what was scored above chance.
    var surplus = 0.0
    /// The sum of the squares of the facts before.
    var squares = 0.0
  }

  private var sums: [Key: Sum] = [:]

  /// Lets all players answer one item.
  mutating func play(_ tested: ItemUnderTest) {
    let count = tested.item.options.count
    for (player, choices) in KnowNothing.choices(tested) {
      let key = Key(player: player, form: tested.item.form, optionCount: count)
      let hit = choices.contains(tested.item.key) ? 1 / Double(choices.count) : 0
      var sum = sums[key] ?? Sum()
      sum.items += 1
      sum.hits += hit
      sum.surplus += hit - 1 / Double(count)
      sums[key] = sum
    }
  }

  /// Closes a fact: its items count as one draw in the standard error.
  mutating func endFact() {
    for key in sums.keys {
      let surplus = sums[key]?.surplus ?? 0
      sums[key]?.squares += surplus * surplus
      sums[key]?.surplus = 0
    }
  }

  /// The scores, by player, form and number of options.
  var scores: [PlayerScore] {
    sums.map { key, sum in
      let chance = 1 / Double(key.optionCount)
      let error = sum.squares.squareRoot() / Double(sum.items)
      return PlayerScore(
        player: key.player,
        form: key.form,
        optionCount: key.optionCount,
        items: sum.items,
        share: sum.hits / Double(sum.items),
        limit: chance + max(0.02, 3 * error)
      )
    }.sorted {
      ($0.form.rawValue, $0.optionCount, $0.player) < ($1.form.rawValue, $1.optionCount, $1.player)
    }
  }

  /// The players who did better than they may.
  var findings: [CheckFinding] {
    scores.filter { $0.share > $0.limit }.map { score in
      CheckFinding(
        file: "templates",
        line: 1,
        rule: score.form == .trueFalse ? 19 : score.player.contains("others") ? 10 : 7,
        severity: Scoreboard.lenientPlayers.contains(score.player) ? .warning : .hard,
        message: """
          who knows nothing but takes "\(score.player)" is right in \
          \(Percent.text(score.share)) of \(score.items) \(score.form.rawValue) items with \
          \(score.optionCount) options; at most \(Percent.text(score.limit)) is chance
          """,
        fact: nil,
        count: 1
      )
    }
  }
}

/// Shares as people read them.
enum Percent {
  /// `33.4 %`.
  static func text(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}

/// The players: what each would take, several places where they cannot decide.
enum KnowNothing {
  /// The places that each player would take.
  static func choices(_ tested: ItemUnderTest) -> [(player: String, places: [Int])] {
    guard tested.isMultipleChoice else { return [("always True", [0])] }
    let options = tested.options
    let lengths = options.map(\.bytes.count)
    let stemWords = Set(tested.stem.words)
    let words = options.map { Set($0.words) }
    let stemShares = words.map { $0.intersection(stemWords).count }
    let otherShares = words.indices.map { place in
      words.indices.filter { $0 != place }
        .reduce(0) { $0 + words[place].intersection(words[$1]).count }
    }
    let sorted = options.indices.sorted { left, right in
      OptionOrder.precedes(options[left].description, options[right].description)
    }
    let middle =
      options.count.isMultiple(of: 2)
      ? [sorted[options.count / 2 - 1], sorted[options.count / 2]] : [sorted[options.count / 2]]
    return [
      ("first", [0]), ("last", [options.count - 1]), ("middle of the sorted list", middle),
      ("longest option", best(lengths)), ("shortest option", best(lengths.map { -$0 })),
      ("most words of the stem", best(stemShares)), ("closest to the others", best(otherShares)),
    ]
  }

  private static func best(_ scores: [Int]) -> [Int] {
    let most = scores.max() ?? 0
    return scores.indices.filter { scores[$0] == most }
  }
}
