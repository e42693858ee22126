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
    var likenesses: Set<Likeness> = []
    for option in options {
      let text = PlainText.cleaned(option.text)
      if text.isEmpty { return hasMedium ? leftOut(.medium) : leftOut(.emptyOption) }
      if !likenesses.insert(Likeness(of: text)).inserted {
        return leftOut(.sameOptions(text: text))
      }
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

  /// The two options as the answers to a statement, whichever of them means true.
  ///
  /// - Returns: The item, or why there is none: with options whose words tell nothing it is left out
  ///   rather than their order guessed.
  func statement() -> Result<PortableItem, LeftOutItem> {
    guard options.count == 2 else { return leftOut(.tooFewOptions(count: options.count)) }
    let words = options.map { TextMarkup.html.plain($0.text).text }
    guard let isFirst = TruthWords.firstMeansTrue(words[0], words[1]) else {
      return leftOut(.unclearStatement(first: words[0], second: words[1]))
    }
    let (yes, no) = isFirst ? (options[0], options[1]) : (options[1], options[0])
    guard (yes.credit >= 1) != (no.credit >= 1) else {
      return leftOut(yes.credit >= 1 ? .severalRightOptions : .noRightOption)
    }
    return statement(yes.credit >= 1, whyTrue: yes.why, whyFalse: no.why)
  }

  /// The question as a statement whose key is the place of one of its two options.
  ///
  /// - Parameter keyPlace: 0 or 1; where no option has a text, the first means true.
  /// - Returns: The item, or why there is none.
  func statement(keyPlace: Int) -> Result<PortableItem, LeftOutItem> {
    guard options.contains(where: { !PlainText.cleaned($0.text).isEmpty }) else {
      return statement(keyPlace == 0, whyTrue: why(of: 0), whyFalse: why(of: 1))
    }
    var draft = self
    for place in draft.options.indices { draft.options[place].credit = place == keyPlace ? 1 : 0 }
    return draft.statement()
  }

  /// The question as a statement whose key is a word.
  ///
  /// - Parameter key: Such as `TRUE` or, from another country's spreadsheet, `WAHR`.
  /// - Returns: The item, or why there is none.
  func statement(key: String) -> Result<PortableItem, LeftOutItem> {
    guard let isTrue = TruthWords.meaning(of: key) else {
      return leftOut(.noTruthValue(key: String(PlainText.line(key).prefix(80))))
    }
    let words = options.map(\.text)
    let isFirst = words.count == 2 ? TruthWords.firstMeansTrue(words[0], words[1]) ?? true : true
    return statement(isTrue, whyTrue: why(of: isFirst ? 0 : 1), whyFalse: why(of: isFirst ? 1 : 0))
  }

  private func why(of place: Int) -> String {
    options.indices.contains(place) ? options[place].why : ""
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
