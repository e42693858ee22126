/// What a typed answer is compared with.
package struct TypedKey: Hashable, Sendable {
  /// The id of the answer.
  package let answerID: String
  /// Every spelling that is right, each as the bank writes it, the answer itself first.
  package let spellings: [String]
  /// Every name of the bank, so that one name is never taken for a slip of another; `nil` where
  /// the answer is a year.
  package let names: NameBook?
  /// Wrong answers of which the bank knows what is true.
  package let wrongAnswers: [ItemOption]

  /// A key from its parts.
  package init(
    answerID: String,
    spellings: [String],
    names: NameBook?,
    wrongAnswers: [ItemOption]
  ) {
    self.answerID = answerID
    self.spellings = spellings
    self.names = names
    self.wrongAnswers = wrongAnswers
  }

  /// Whether the answer is a year.
  package var isYear: Bool { names == nil }
}

/// How a typed text stands to the answer.
package enum TypedMatch: Hashable, Sendable {
  /// It is the answer under one of its names.
  case right
  /// It is the answer but for one slip; here is how that is spelt.
  case nearlyRight(spelling: String)
  /// It is something else that the bank knows by this name, or another year.
  case other(id: String)
  /// It is only a part of one or several names.
  case part
  /// It is nothing that the bank knows, or no year.
  case unknown
}

extension TypedKey {
  /// The shortest word in which a slip is forgiven, in letters.
  private static let shortestForgiven = 6
  /// Years that can be meant.
  private static let years = 1900...2099

  /// Compares a typed text with the answer.
  ///
  /// Names match in any spelling that the bank has, whatever their capitals, accents and hyphens,
  /// and with one slip in a word of six letters or more. A text that is another name of the bank is
  /// never a slip, nor is one that is as near to another name. A year matches digit for digit.
  package func match(_ text: String) -> TypedMatch {
    guard let names else { return yearMatch(text) }
    let typed = Spelling(TypedText.kept(text))
    guard !typed.isEmpty else { return .unknown }
    let right = spellings.map { Spelling($0) }
    if right.contains(where: { $0.joined == typed.joined }) { return .right }
    if let other = names.named(typed).map(\.id).min(by: { $0.precedesInBytes($1) }) {
      return .other(id: other)
    }
    if names.entries.contains(where: { typed.isPart(of: $0.spelling) }) { return .part }
    guard let place = right.indices.first(where: { TypedKey.isSlip(typed, of: right[$0]) }) else {
      return .unknown
    }
    let own = Set(right.map(\.joined))
    let isBetween = names.nearly(typed).contains { !own.contains($0.spelling.joined) }
    return isBetween ? .unknown : .nearlyRight(spelling: spellings[place])
  }

  private func yearMatch(_ text: String) -> TypedMatch {
    let typed = Spelling(TypedText.kept(text))
    let digits = String(String.UnicodeScalarView(typed.joined))
    guard typed.words.count == 1, digits.utf8.count == 4,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(digits),
      TypedKey.years.contains(year)
    else { return .unknown }
    return spellings.contains(digits) ? .right : .other(id: digits)
  }

  /// Whether one long word differs by one slip, and nothing else.
  private static func isSlip(_ typed: Spelling, of name: Spelling) -> Bool {
    guard typed.words.count == name.words.count else { return false }
    let differing = name.words.indices.filter { typed.words[$0] != name.words[$0] }
    guard differing.count == 1, let place = differing.first else { return false }
    let (word, meant) = (typed.words[place], name.words[place])
    return meant.count >= shortestForgiven
      && !(word + meant).contains { $0.properties.numericType != nil }
      && SpellingSlip.isWithinOne(word, meant)
  }
}
