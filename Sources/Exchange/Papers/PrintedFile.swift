import Classroom

/// A whole HTML file, with what every file to print has.
struct PrintedFile {
  /// What its window is called.
  let title: String
  /// A style sheet of our own.
  let style: String
  /// What it shows.
  let body: [Markup]

  /// The text of the file.
  var html: String {
    let head = Markup.tag(
      "head",
      [:],
      [
        .tag("meta", ["charset": "utf-8"]),
        .tag("meta", ["name": "viewport", "content": "width=device-width"]),
        .tag("title", text: PrintedText.line(title)),
        .style(style),
      ]
    )
    let root = Markup.tag(
      "html",
      ["lang": PaperWords.language],
      [head, .tag("body", [:], body)]
    )
    return MarkupWriter(.html).document(root)
  }

  /// A text of one line, kept apart from what stands around it, whichever way it runs.
  static func text(_ text: String) -> Markup { .tag("bdi", text: PrintedText.line(text)) }

  /// The same of a text of several lines.
  static func text(lines text: String) -> Markup {
    .tag("bdi", text: PrintedText.lines(text).joined(separator: "\n"))
  }

  /// The small print at the end.
  static func imprint(of activity: ClassActivity, _ imprint: PaperImprint) -> Markup {
    .tag("p", ["class": "imprint"], [text(activity.imprint(imprint))])
  }
}

extension ClassActivity {
  /// The small print of its papers, on one line.
  func imprint(_ imprint: PaperImprint) -> String {
    PrintedText.line(PaperWords.imprint(bankTitle, version: bankVersion, imprint: imprint))
  }
}
