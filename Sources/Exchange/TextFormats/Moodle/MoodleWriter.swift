import QuizModel

/// Writes Moodle XML as Moodle's importer reads it (`question/format/xml/format.php`).
///
/// All texts are `plain_text`: Moodle shows them with their line ends, and takes neither markup nor
/// formulas in them for anything but characters.
enum MoodleWriter {
  /// The whole document.
  ///
  /// - Parameter items: Cleaned.
  /// - Returns: The text of the file.
  static func text(_ items: [PortableItem]) -> String {
    let writer = MarkupWriter(.xml)
    var questions: [String] = []
    var topic = ""
    for item in items {
      if item.topic != topic {
        topic = item.topic
        questions.append(writer.text(category(topic)))
      }
      questions.append(writer.text(question(item)))
    }
    let lines = questions.map { "  \($0)\n" }.joined()
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n\(lines)</quiz>\n"
  }

  private static func category(_ topic: String) -> Markup {
    .tag(
      "question",
      ["type": "category"],
      [.tag("category", [:], [.tag("text", text: CategoryPath.text(of: topic))])]
    )
  }

  private static func question(_ item: PortableItem) -> Markup {
    let isStatement = item.form == .trueFalse
    let head: [Markup] = [
      .tag("name", [:], [.tag("text", text: item.id.isEmpty ? item.stem : item.id)]),
      text("questiontext", item.stem),
      text("generalfeedback", FeedbackText(of: item).text),
      .tag("defaultgrade", text: "1"),
      .tag("penalty", text: isStatement ? "1" : "0.3333333"),
      .tag("hidden", text: "0"),
      .tag("idnumber", text: item.id),
    ]
    let choice: [Markup] = [
      .tag("single", text: "true"), .tag("shuffleanswers", text: "true"),
      .tag("answernumbering", text: "abc"),
    ]
    let answers = item.options.enumerated().map { place, option in
      answer(
        isStatement ? (place == 0 ? "true" : "false") : option.text,
        format: isStatement ? "moodle_auto_format" : "plain_text",
        why: option.why,
        isRight: place == item.key
      )
    }
    let parts = head + (isStatement ? [] : choice) + answers
    return .tag(
      "question",
      ["type": isStatement ? "truefalse" : "multichoice"],
      parts.flatMap { ["\n    ", $0] } + ["\n  "]
    )
  }

  private static func answer(
    _ text: String,
    format: String,
    why: String,
    isRight: Bool
  ) -> Markup {
    .tag(
      "answer",
      ["fraction": isRight ? "100" : "0", "format": format],
      [.tag("text", text: text), self.text("feedback", why)]
    )
  }

  private static func text(_ name: String, _ text: String) -> Markup {
    .tag(name, ["format": "plain_text"], [.tag("text", text: text)])
  }
}
