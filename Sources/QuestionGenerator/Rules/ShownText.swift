package import QuizModel

/// What has been read of an item once it is answered, for rule 18.
package struct ShownText: Sendable {
  /// The ids of what the item is about.
  package let about: [String]
  private let text: FoldedText

  /// What an item shows: its stem, options, explanation and what is true of each option.
  package init(_ item: Item) {
    about = item.about
    text = FoldedText(
      ([item.stem, item.explanation] + item.options.map(\.why)).joined(separator: "\n")
    )
  }

  /// Rule 18: whether this text holds another item's answer and all that it is about.
  ///
  /// - Parameters:
  ///   - item: The item that would be asked later.
  ///   - aboutNames: For each id that it is about, what that is called.
  /// - Returns: Whether the later item must not be asked in the same session.
  package func givesAway(_ item: Item, aboutNames: [[String]]) -> Bool {
    // What corrects a false statement about its slot may be told by whatever names its subject.
    let isCorrection = item.form == .trueFalse && item.answer == item.keyOption.text
    guard !item.about.isEmpty, isCorrection || text.containsWords(FoldedText(item.answer))
    else { return false }
    return zip(item.about, aboutNames).allSatisfy { id, names in
      about.contains(id)
        || names.contains { text.containsWords(FoldedText($0)) }
    }
  }
}
