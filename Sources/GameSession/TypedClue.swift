package import QuizModel

/// What a hint tells of an answer that is typed: its first letter, and how many each word has.
package struct TypedClue: Hashable, Sendable {
  /// The first letter, as the answer is written.
  package let firstLetter: String
  /// The number of letters of each word, 1 or more.
  package let wordLengths: [Int]

  /// The fewest letters of an answer of which one may be told.
  private static let fewestLetters = 4

  /// The clue to an item; `nil` where it would give the answer away, as the first three digits of a
  /// year would, or where nothing is typed.
  package init?(_ item: Item) {
    guard let typed = item.typed, !typed.isYear else { return nil }
    let words = item.answer.split { $0 == " " || $0 == "-" }.drop { $0 == "the" }
      .map { word in word.filter { $0.isLetter || $0.isNumber } }.filter { !$0.isEmpty }
    guard let first = words.first?.first,
      words.reduce(0, { $0 + $1.count }) >= TypedClue.fewestLetters
    else { return nil }
    firstLetter = String(first)
    wordLengths = words.map(\.count)
  }
}
