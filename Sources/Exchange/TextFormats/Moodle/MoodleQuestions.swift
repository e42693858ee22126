/// The questions of one document, one after another.
struct MoodleQuestions {
  /// What came of them so far.
  private(set) var imported = ImportedItems()
  private var topic = ""

  /// Takes in a question, or the category of those after it.
  ///
  /// - Throws: ``ImportIssue/tooManyItems(limit:)``.
  mutating func take(_ question: MoodleElement) throws(ImportError) {
    let type = PlainText.line(question.attributes["type"] ?? "")
    guard type != "category" else {
      topic = CategoryPath.topic(of: question.text(of: "category"))
      return
    }
    var draft = draft(of: question)
    let result =
      switch type {
      case "multichoice": multipleChoice(question, &draft)
      case "truefalse": statement(question, draft)
      default: draft.leftOut(.otherType(name: type))
      }
    try imported.take(result, line: question.line)
  }

  private func draft(of question: MoodleElement) -> ItemDraft {
    var draft = ItemDraft(line: question.line)
    let number = PlainText.line(question.text(of: "idnumber"))
    draft.id = number.isEmpty ? PlainText.line(question.text(of: "name")) : number
    draft.topic = topic
    if let stem = question.first("questiontext") {
      let plain = stem.markup(else: .html).plain(stem.text)
      draft.stem = plain.text
      draft.hasMedium = plain.hasMedium || question.first("image_base64") != nil
      // A name made of the stem, as of a question without any, says nothing more.
      if number.isEmpty, draft.id == PlainText.line(draft.stem) { draft.id = "" }
    }
    draft.feedback = FeedbackText(feedback(question.first("generalfeedback"), in: question))
    return draft
  }

  private func feedback(_ element: MoodleElement?, in question: MoodleElement) -> String {
    element?.markup(else: standard(in: question)).plain(element?.text ?? "").text ?? ""
  }

  private func standard(in question: MoodleElement) -> TextMarkup {
    question.first("questiontext")?.markup(else: .html) ?? .html
  }

  private func multipleChoice(
    _ question: MoodleElement,
    _ draft: inout ItemDraft
  ) -> Result<PortableItem, LeftOutItem> {
    let single = PlainText.line(question.text(of: "single"))
    if single == "false" || single == "0" { return draft.leftOut(.severalRightOptions) }
    for answer in question.children where answer.name == "answer" {
      let plain = answer.markup(else: standard(in: question)).plain(answer.text)
      draft.hasMedium = draft.hasMedium || plain.hasMedium
      draft.options.append(
        ItemDraft.Option(
          text: plain.text,
          why: feedback(answer.first("feedback"), in: question),
          credit: MoodleQuestions.credit(of: answer)
        )
      )
    }
    return draft.multipleChoice()
  }

  private func statement(
    _ question: MoodleElement,
    _ draft: ItemDraft
  ) -> Result<PortableItem, LeftOutItem> {
    var draft = draft
    // Files name the answers in the language of their course, in either order.
    draft.options = question.children.filter { $0.name == "answer" }.map { answer in
      ItemDraft.Option(
        text: answer.text,
        why: feedback(answer.first("feedback"), in: question),
        credit: MoodleQuestions.credit(of: answer)
      )
    }
    return draft.statement()
  }

  private static func credit(of answer: MoodleElement) -> Double {
    (Double(PlainText.line(answer.attributes["fraction"] ?? "")) ?? 0) / 100
  }
}
