/// How far apart two words are.
package enum EditDistance {
  /// The edits that turn one word into another, two letters exchanged counting as one.
  ///
  /// Damerau's restricted distance (Boytsov 2011, section 2.2), in bytes of UTF-8.
  ///
  /// - Parameters:
  ///   - left: As typed; what is beyond its first 40 characters does not count.
  ///   - right: What may have been meant.
  /// - Returns: 0 for equal words.
  package static func between(_ left: String, _ right: String) -> Int {
    let one = Array(left.prefix(40).utf8)
    let two = Array(right.utf8)
    guard !one.isEmpty, !two.isEmpty else { return max(one.count, two.count) }
    var rows = [[Int]](
      repeating: [Int](repeating: 0, count: two.count + 1),
      count: one.count + 1
    )
    for place in 0...one.count { rows[place][0] = place }
    for place in 0...two.count { rows[0][place] = place }
    for row in 1...one.count {
      for column in 1...two.count {
        let cost = one[row - 1] == two[column - 1] ? 0 : 1
        var best = min(
          rows[row - 1][column] + 1,
          rows[row][column - 1] + 1,
          rows[row - 1][column - 1] + cost
        )
        if row > 1, column > 1, one[row - 1] == two[column - 2], one[row - 2] == two[column - 1] {
          best = min(best, rows[row - 2][column - 2] + 1)
        }
        rows[row][column] = best
      }
    }
    return rows[one.count][two.count]
  }
}
