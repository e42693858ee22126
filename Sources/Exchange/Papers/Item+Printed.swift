import QuizModel

extension Item {
  /// The lines of the stem; of a statement with the question that it stands under.
  var printedStem: [String] {
    let lines = PrintedText.lines(stem)
    guard form == .trueFalse, let first = lines.first else { return lines }
    return ["\(PaperWords.trueOrFalse) \(first)"] + lines.dropFirst()
  }
}
