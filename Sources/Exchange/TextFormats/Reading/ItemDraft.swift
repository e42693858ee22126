import QuizModel

/// A question as a reader found it, before it is known whether an item can hold it.
struct ItemDraft {
  /// An option with what the file gives for choosing it.
  struct Option {
    /// What is read.
    var text: String
    /// What is said of it.
    var why = ""
    /// 1 for a right option, 0 or less for a wrong one.
    var credit: Double
  }

  /// How many options are counted.
  static let countLimit = 26

  /// The line on which it begins, from 1 on.
  var line: Int
  /// What the file calls it.
  var id = ""
  /// The title of its topic.
  var topic = ""
  /// The question.
  var stem = ""
  /// In the file's order.
  var options: [Option] = []
  /// The explanation and the sources.
  var feedback = FeedbackText()
  /// Whether it rests on a picture, a sound or a film.
  var hasMedium = false

  /// The question as one that is left out.
  func leftOut(_ reason: LeftOutReason) -> Result<PortableItem, LeftOutItem> {
    let name = PlainText.collapsed(id.isEmpty ? String(stem.prefix(200)) : id)
    return .failure(LeftOutItem(line: line, name: String(name.prefix(80)), reason: reason))
  }

  /// The question as an item with one right option.
  func multipleChoice() -> Result<PortableItem, LeftOutItem> {
    guard options.count <= PortableItem.optionLimit else {
      let count = min(options.count, ItemDraft.countLimit)
      return leftOut(.tooManyOptions(count: count, limit: PortableItem.optionLimit))
    }
    guard options.count >= 2 else { return leftOut(.tooFewOptions(count: options.count)) }
    let right = options.indices.filter { options[$0].credit >= 1 }
    guard let key = right.first else { return leftOut(.noRightOption) }
    guard right.count == 1 else { return leftOut(.severalRightOptions) }
    if let option = options.first(where: { $0.credit > 0 && $0.credit < 1 }) {
      return leftOut(.partlyRightOption(text: PlainText.collapsed(option.text)))
    }
    var texts: Set<[UInt8]> = []
    for option in options {
      let text = PlainText.cleaned(option.text)
      if text.isEmpty { return hasMedium ? leftOut(.medium) : leftOut(.emptyOption) }
      // As the bank compares them.
      let folded = text.utf8.map { (0x41...0x5a).contains($0) ? $0 + 0x20 : $0 }
      if !texts.insert(folded).inserted { return leftOut(.sameOptions(text: text)) }
    }
    return item(.multipleChoice, options: options.map { ($0.text, $0.why) }, key: key)
  }

  /// The question as a statement.
  ///
  /// - Parameters:
  ///   - isTrue: Whether the statement holds.
  ///   - whyTrue: What is said to who chose True.
  ///   - whyFalse: What is said to who chose False.
  /// - Returns: The item, or why there is none.
  func statement(
    _ isTrue: Bool,
    whyTrue: String,
    whyFalse: String
  ) -> Result<PortableItem, LeftOutItem> {
    item(.trueFalse, options: [("True", whyTrue), ("False", whyFalse)], key: isTrue ? 0 : 1)
  }

  private func item(
    _ form: Form,
    options: [(text: String, why: String)],
    key: Int
  ) -> Result<PortableItem, LeftOutItem> {
    let item = PortableItem(
      id: id,
      topic: topic,
      form: form,
      stem: stem,
      options: options.map { PortableItem.Option(text: $0.text, why: $0.why) },
      key: key,
      explanation: feedback.explanation,
      sources: feedback.sources
    ).cleaned
    if hasMedium { return leftOut(.medium) }
    guard item.byteCount <= PortableItem.byteLimit else {
      return leftOut(.tooLong(limit: PortableItem.byteLimit))
    }
    return item.stem.isEmpty ? leftOut(.emptyStem) : .success(item)
  }
}
