import Classroom

/// How many had each score, in as many steps as can be told apart.
struct ScoreBins {
  /// A step: the scores from one to another, and how many had one of them.
  struct Bin: Hashable {
    /// The lowest score in it.
    let first: Int
    /// The highest score in it.
    let last: Int
    /// How many had one of them.
    var count: Int

    /// The scores in words, such as `7` or `10–19`.
    var label: String { first == last ? "\(first)" : "\(first)–\(last)" }
  }

  /// The most steps that a chart has room for.
  private static let most = 41

  /// In order, without gaps.
  let bins: [Bin]
  /// Whether the scores are per cent, as not everybody had as many questions.
  let isPercent: Bool

  /// The steps from the lowest to the highest score that somebody had.
  var occupied: ArraySlice<Bin> {
    guard let first = bins.firstIndex(where: { $0.count > 0 }),
      let last = bins.lastIndex(where: { $0.count > 0 })
    else { return [] }
    return bins[first...last]
  }

  /// Counts the scores of people, each given as right answers of questions asked.
  init(_ scores: [(right: Int, asked: Int)]) {
    let asked = Set(scores.map(\.asked))
    isPercent = asked.count > 1
    let highest = isPercent ? 100 : asked.first ?? 0
    let width = isPercent ? 10 : highest / ScoreBins.most + 1
    var bins = stride(from: 0, through: max(highest, 0), by: width).map { first in
      Bin(first: first, last: min(first + width - 1, highest), count: 0)
    }
    // All right stands with what is nearly so, not alone.
    if isPercent, bins.count > 1 {
      bins.removeLast()
      bins[bins.count - 1] = Bin(first: 90, last: 100, count: 0)
    }
    for score in scores {
      let value = isPercent ? score.right * 100 / max(score.asked, 1) : score.right
      let place = min(max(value / width, 0), bins.count - 1)
      if bins.indices.contains(place) { bins[place].count += 1 }
    }
    self.bins = bins
  }
}
