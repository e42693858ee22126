import QuizModel

extension PortableItem {
  /// The largest number of options that an item may have.
  package static let optionLimit = 5
  /// The largest number of bytes that all texts of an item may have together.
  ///
  /// A cell of a bank's table holds 1 MB at most.
  package static let byteLimit = 200_000

  /// The number of bytes of all its texts.
  var byteCount: Int {
    ([id, topic, stem, explanation] + sources + options.flatMap { [$0.text, $0.why] })
      .reduce(0) { $0 + $1.utf8.count }
  }

  /// The item as every format carries it; writers write no other.
  ///
  /// Control characters are dropped and blanks at the ends of texts, ids and topics are single
  /// lines, a topic has no slash at its ends, and a statement is answered by True and False.
  package var cleaned: PortableItem {
    let cleaned = options.map {
      Option(text: PlainText.cleaned($0.text), why: PlainText.cleaned($0.why))
    }
    let statement =
      cleaned.count == 2
      ? PortableItem.statementOptions(whyTrue: cleaned[0].why, whyFalse: cleaned[1].why) : cleaned
    return PortableItem(
      id: PlainText.line(id),
      topic: PlainText.topic(topic),
      form: form,
      stem: PlainText.cleaned(stem),
      options: form == .trueFalse ? statement : cleaned,
      key: key,
      explanation: PlainText.cleaned(explanation),
      sources: sources.map(PlainText.line).filter { !$0.isEmpty }
    )
  }
}
