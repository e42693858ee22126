import QuizModel

/// Phrases of stems that ask for one of several things in view.
package enum StemPhrase {
  private static let phrases: [FoldedText] = [
    "of these", "which of", "of the following", "these states", "of those",
  ]

  /// The phrase by which a stem asks for one of the options: without them many answers may be right.
  ///
  /// - Returns: `nil` where there is none.
  package static func amongOptions(in stem: String) -> String? {
    let folded = FoldedText(stem)
    return phrases.first { folded.containsWords($0) }?.description
  }
}
