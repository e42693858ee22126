import QuizModel

/// Looks for articles that do not fit.
enum ArticleCheck {
  /// Words that sound otherwise than they are spelt.
  private static let consonantSounds = ["un ", "us ", "eu", "uni", "use", "usu", "one", "uk"]
  private static let vowelSounds = ["hour", "honou", "honor", "heir", "npt", "fao", "mp", "s "]

  /// "a" before a vowel, or "an" before a consonant; `nil` where there is neither.
  static func wrongIndefinite(in folded: String) -> String? {
    let words = folded.split(separator: " ")
    for (article, next) in zip(words, words.dropFirst()) where article == "a" || article == "an" {
      guard let first = next.first, first.isLetter else { continue }
      let spaced = next + " "
      let isVowel = "aeiou".contains(first)
      let soundsVowel =
        isVowel
        ? !consonantSounds.contains { spaced.hasPrefix($0) }
        : vowelSounds.contains { spaced.hasPrefix($0) }
      if soundsVowel != (article == "an") { return "\(article) \(next)" }
    }
    return nil
  }

  /// Words before a name that show it to be a noun of its own, not part of a compound.
  private static let leads: Set<String> = [
    "in", "of", "with", "by", "from", "to", "and", "between", "for", "at", "against", "that",
    "as", "than", "or", "towards", "into", "on",
  ]
  /// Words after it that do.
  private static let follows: Set<String> = [
    "established", "did", "and", "has", "had", "was", "is", "were", "have", "on", "in", "with",
    "to", "until", "from", "never", "severed", "restored", "joined", "opened", "closed", "or",
    "suspended", "as", "for", "by", "at", "acts", "acted", "broke", "cut", "signed", "kept",
  ]

  /// A name that stands in running text without its article; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - text: Running text.
  ///   - names: The names that take an article, without it.
  static func missingDefinite(in text: String, names: [String]) -> String? {
    names.first { name in
      var rest = Substring(text)
      while let range = rest.firstRange(of: name) {
        rest = rest[range.upperBound...]
        if isBare(before: text[..<range.lowerBound], after: rest) { return true }
      }
      return false
    }
  }

  private static func isBare(before: Substring, after: Substring) -> Bool {
    // A letter or hyphen on either side makes it part of another name.
    if let next = after.first, next.isLetter || next == "-" || next == "'" { return false }
    if let previous = before.last, previous != " " { return false }
    let lead = before.split(separator: " ").last.map { $0.lowercased() }
    let isLed = lead.map { leads.contains($0) || $0.hasSuffix(".") } ?? true
    let follow = after.split(separator: " ", maxSplits: 1).first.map { $0.lowercased() }
    let isFollowed =
      after.first.map { $0 != " " } ?? true || follow.map { follows.contains($0) } ?? true
    return isLed && isFollowed
  }
}
