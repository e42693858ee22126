import QuestionBank
import QuizModel

/// Rules about how stems and options are worded.
enum WordingRules {
  /// Rule 8: articles fit what follows, and names in running text take theirs.
  static func grammarIsNoClue(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    let end = tested.stem.words.last.map { Array($0) }
    if end == [0x61] || end == [0x61, 0x6e] {
      return "the stem ends in an article, which gives the key away"
    }
    if let slip = ArticleCheck.wrongIndefinite(in: tested.stem) {
      return "\"\(slip)\" in the stem"
    }
    let texts =
      [tested.item.stem, tested.item.explanation]
      + (tested.isMultipleChoice ? tested.item.distractors.map(\.why) : [])
    for text in texts {
      if let name = context.articles.missing(in: text) {
        return "\"\(name)\" without \"the\""
      }
    }
    return nil
  }

  private static let stopWords: Set<ArraySlice<UInt8>> = Set(
    [
      "the", "republic", "states", "state", "united", "relations", "embassy", "democratic",
      "people's", "peoples", "korea", "korean", "north", "dprk", "diplomatic", "with", "which",
      "what", "these", "from", "that", "this", "were", "their", "about", "between", "into", "when",
    ].map { Array($0.utf8)[...] }
  )

  /// Rule 9: no word of the stem stands in the key and in no distractor.
  static func noSharedWord(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    guard tested.isMultipleChoice else { return nil }
    let stemRoots = roots(tested.stem)
    let shared = roots(tested.options[tested.item.key]).intersection(stemRoots)
    guard !shared.isEmpty else { return nil }
    let isShared = tested.distractorPlaces.contains { place in
      !roots(tested.options[place]).isDisjoint(with: stemRoots)
    }
    guard !isShared else { return nil }
    let words = shared.map { String(decoding: $0, as: UTF8.self) }.sorted().joined(separator: ", ")
    return "\"\(words)\" is in stem and key alone"
  }

  private static func roots(_ text: FoldedText) -> Set<ArraySlice<UInt8>> {
    Set(text.words.filter { $0.count >= 4 && !stopWords.contains($0) }.map { $0.prefix(5) })
  }

  private static let absolutes: [FoldedText] = [
    "always", "never", "only", "all", "often", "usually", "some", "recently", "sometimes",
    "generally", "frequently", "rarely",
  ]

  /// Rule 11: a statement holds no absolute or vague word, unless the fact's row has it.
  static func noAbsolutes(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    guard tested.isStatement, tested.fact.kind != AuthoredKind.statement else { return nil }
    for word in absolutes where tested.stem.containsWords(word) {
      if !tested.fact.says(word) { return "\"\(word)\" in a statement" }
    }
    return nil
  }

  private static let negations: Set<ArraySlice<UInt8>> = Set(
    ["not", "except", "neither", "nor"].map { Array($0.utf8)[...] }
  )

  /// Rule 12: a stem is positive, or says NOT in capitals.
  static func positiveStem(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    let negatives = tested.stem.words.count { word in
      negations.contains(word) || word.ends(with: "n't")
    }
    if negatives > 1 { return "a double negative" }
    guard negatives == 1, !tested.isStatement else { return nil }
    return tested.item.stem.contains("NOT") ? nil : "a negative that is not in capitals"
  }

  /// The longest stem, in words.
  private static let stemLimit = 25

  /// Rule 13: a stem asks one thing, shortly.
  static func focusedStem(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    let count = tested.stem.spacedWordCount
    if count > stemLimit { return "\(count) words" }
    guard !tested.isStatement else { return nil }
    return tested.item.stem.hasSuffix("?") ? nil : "the stem is no question"
  }

  private static let subordinators: [FoldedText] = [
    ", which", ", who", " although ", " because ", " while ", " whereas ", ", when", " whose ",
    " after which", " so that ",
  ]

  /// Rule 14: at most one subordinate clause.
  static func noWindowDressing(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    let clauses = subordinators.count { tested.stem.contains($0) }
    return clauses > 1 ? "\(clauses) subordinate clauses" : nil
  }
}

extension Fact {
  /// Whether a column of the row has a word, as the fact's own wording.
  fileprivate func says(_ word: FoldedText) -> Bool {
    wording.contains { FoldedText($0).containsWords(word) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { self.suffix($0.count).elementsEqual($0) }
  }
}
