import QuizModel

/// Reads Aiken's format.
///
/// Options bear the letters A, B, C … in their order; a stem may go over several lines.
struct AikenReader {
  private var imported = ImportedItems()
  private var draft: ItemDraft?

  /// The items of a file.
  ///
  /// - Throws: ``ImportIssue/misplacedLine(found:)``, ``ImportIssue/unknownAnswer(found:)`` or
  ///   ``ImportIssue/missingAnswer``, each with its line.
  static func read(_ text: ImportedText) throws(ImportError) -> ImportedItems {
    var reader = AikenReader()
    var last = 1
    for (number, range) in TextLines(text.bytes) where !range.isEmpty {
      try reader.take(text.bytes[range], line: number)
      last = number
    }
    guard reader.draft == nil else { throw ImportError(line: last, .missingAnswer) }
    return reader.imported
  }

  private mutating func take(_ line: ArraySlice<UInt8>, line number: Int) throws(ImportError) {
    if let answer = AikenText.answer(line) { return try end(answer, line: number) }
    let count = draft?.options.count ?? 0
    // "U.S. policy" begins a stem: U is not the next letter.
    if let option = AikenText.option(line), Int(option.letter) == 0x41 + count {
      let isSpaced = option.text.first.map(TextLines.isBlank) ?? true
      if draft != nil {
        let text = String(decoding: option.text, as: UTF8.self)
        draft?.options.append(ItemDraft.Option(text: PlainText.line(text), credit: 0))
        return
      }
      guard !isSpaced else { throw misplaced(line, number) }
    }
    guard count == 0 else { throw misplaced(line, number) }
    let text = String(decoding: line, as: UTF8.self)
    if draft == nil {
      draft = ItemDraft(line: number)
      draft?.stem = AikenText.stem(PlainText.line(text))
    } else {
      draft?.stem += "\n" + PlainText.line(text)
    }
  }

  private mutating func end(_ answer: ArraySlice<UInt8>, line: Int) throws(ImportError) {
    let found = String(decoding: answer, as: UTF8.self)
    let word = PlainText.line(found).uppercased()
    guard var draft else { throw ImportError(line: line, .misplacedLine(found: "ANSWER:" + found)) }
    guard word.utf8.count == 1, let letter = word.utf8.first, (0x41...0x5a).contains(letter),
      draft.options.indices.contains(Int(letter) - 0x41)
    else { throw ImportError(line: line, .unknownAnswer(found: String(word.prefix(80)))) }
    draft.options[Int(letter) - 0x41].credit = 1
    self.draft = nil
    let isStatement = draft.options.map { PlainText.cleaned($0.text) } == ["True", "False"]
    try imported.take(
      isStatement
        ? draft.statement(letter == 0x41, whyTrue: "", whyFalse: "") : draft.multipleChoice(),
      line: draft.line
    )
  }

  private func misplaced(_ line: ArraySlice<UInt8>, _ number: Int) -> ImportError {
    let found = PlainText.line(String(decoding: line.prefix(300), as: UTF8.self))
    return ImportError(line: number, .misplacedLine(found: String(found.prefix(80))))
  }
}
