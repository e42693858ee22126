import Classroom
import QuizModel

extension AnswerKey {
  /// A whole HTML file that needs nothing else; its only addresses are those of sources, as links.
  package var html: String {
    let id = activity.id.description
    var body: [Markup] = [
      .tag("h1", [:], [PrintedFile.text(activity.title)]),
      .tag("p", text: "\(PaperWords.answerKey), \(PaperWords.paper(id))"),
    ]
    body += tables.map(AnswerKey.table)
    for section in sections {
      if let form = section.form { body.append(.tag("h2", text: PaperWords.form(form))) }
      body += section.answers.map(AnswerKey.block)
    }
    body.append(PrintedFile.imprint(of: activity, imprint))
    return PrintedFile(
      title: PaperWords.windowTitle(activity.title, part: PaperWords.answerKey, id: id),
      style: PaperStyle.key(of: id),
      body: body
    ).html
  }

  private static func table(_ sheets: [PaperSheet]) -> Markup {
    let letters = sheets.map(\.letter)
    let head = ([PaperWords.question] + letters).map {
      Markup.tag("th", ["scope": "col"], text: $0)
    }
    let rows = rows(of: sheets).enumerated().map { place, labels in
      Markup.tag(
        "tr",
        [:],
        [.tag("th", ["scope": "row"], text: "\(place + 1)")] + labels.map { .tag("td", text: $0) }
      )
    }
    return .tag(
      "table",
      [:],
      [
        .tag("caption", text: PaperWords.answersCaption(letters)),
        .tag("thead", [:], [.tag("tr", [:], head)]),
        .tag("tbody", [:], rows),
      ]
    )
  }

  private static func block(_ answer: Answer) -> Markup {
    let item = answer.item
    var stem: [Markup] = [PrintedFile.text(lines: item.stem)]
    if item.form == .trueFalse { stem.insert(.text("\(PaperWords.trueOrFalse) "), at: 0) }
    var content: [Markup] = [
      .tag("p", ["class": "places"], text: PaperWords.standing(answer.places)),
      .tag("p", ["class": "stem"], stem),
      .tag(
        "p",
        [:],
        [
          .text("\(PaperWords.rightAnswer) "),
          .tag("strong", [:], [PrintedFile.text(answer.right)]),
        ]
      ),
    ]
    if !item.explanation.isEmpty {
      content.append(.tag("p", [:], [PrintedFile.text(item.explanation)]))
    }
    if !answer.others.isEmpty {
      let others = answer.others.map { Markup.tag("li", [:], [PrintedFile.text($0)]) }
      content.append(.tag("ul", ["class": "others"], others))
    }
    if !item.sources.isEmpty {
      let sources = item.sources.map { Markup.tag("li", [:], cited($0)) }
      content.append(.tag("ul", ["class": "sources", "role": "list"], sources))
    }
    return .tag("div", ["class": "answer"], content)
  }

  private static func cited(_ source: Source) -> [Markup] {
    let words = Markup.tag("bdi", text: PaperWords.cited(source))
    let address = PrintedText.line(source.url)
    guard !address.isEmpty else { return [words] }
    let shown = Markup.tag("bdi", text: address)
    return [words, " ", WebAddress.isOne(address) ? .tag("a", ["href": address], [shown]) : shown]
  }
}
