import QuizModel

/// Whether two names may be one person's.
enum NameLikeness {
  /// Whether names are alike: but for capitals, accents, blanks and signs, a letter or two in longer
  /// names, or further words ("Ada", "Ada L.").
  static func areAlike(_ name: String, _ other: String) -> Bool {
    let (left, right) = (words(name), words(other))
    guard let first = left.first, let second = right.first else { return name == other }
    if first == second, left.count == 1 || right.count == 1 { return true }
    let (whole, otherWhole) = (left.flatMap { $0 }, right.flatMap { $0 })
    let tolerated = min(whole.count, otherWhole.count) / 4
    return distance(whole, otherWhole) <= min(2, tolerated)
  }

  /// The words of a name: runs of letters and digits, folded.
  private static func words(_ name: String) -> [[Unicode.Scalar]] {
    Folding.folded(name).unicodeScalars
      .split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
      .map(Array.init)
  }

  /// Letters to be put in, left out or replaced (Levenshtein 1966).
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, other) in right.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(replaced, row[place] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
