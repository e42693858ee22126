import QuizModel

/// Looks for articles that do not fit.
enum ArticleCheck {
  /// Words that sound otherwise than they are spelt.
  private static let consonantSounds = ["un ", "us ", "eu", "uni", "use", "usu", "one", "uk"]
  private static let vowelSounds = ["hour", "honou", "honor", "heir", "npt", "fao", "mp", "s "]

  /// "a" before a vowel, or "an" before a consonant; `nil` where there is neither.
  static func wrongIndefinite(in stem: FoldedText) -> String? {
    guard stem.contains(" a ") || stem.contains(" an ") else { return nil }
    let words = stem.description.split(separator: " ")
    for (article, next) in zip(words, words.dropFirst()) where article == "a" || article == "an" {
      guard let first = next.utf8.first, (0x61...0x7a).contains(first) else { continue }
      let spaced = next + " "
      let soundsVowel =
        "aeiou".utf8.contains(first)
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
  ///   - text: Running text, not folded.
  ///   - names: The names that take an article, without it and not folded.
  /// - Returns: The name, without its article.
  static func missingDefinite(in text: FoldedText, names: [FoldedText]) -> FoldedText? {
    names.first { name in
      var start = 0
      while let place = text.place(of: name, from: start) {
        let end = place + name.bytes.count
        if isBare(before: text.bytes[..<place], after: text.bytes[end...]) { return true }
        start = place + 1
      }
      return false
    }
  }

  private static func isBare(before: ArraySlice<UInt8>, after: ArraySlice<UInt8>) -> Bool {
    // A letter or hyphen on either side makes it part of another name, a colon a headword.
    if let next = after.first, isLetter(next) || ":-'".utf8.contains(next) { return false }
    if let previous = before.last, previous != 0x20 { return false }
    let lead = word(before.split(separator: 0x20).last)
    let isLed = lead.map { leads.contains($0) || $0.hasSuffix(".") } ?? true
    let follow = after.first == 0x20 ? word(after.split(separator: 0x20).first) : nil
    return isLed && (follow.map { follows.contains($0) } ?? true)
  }

  private static func word(_ bytes: ArraySlice<UInt8>?) -> String? {
    bytes.map { Folding.folded(String(decoding: $0, as: UTF8.self)) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte >= 0x80
  }
}
