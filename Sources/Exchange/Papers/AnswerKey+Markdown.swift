import Classroom
import QuizModel

extension AnswerKey {
  /// The key as Markdown, closed by a line feed; its tables are those of GitHub's dialect.
  package var markdown: String {
    var blocks = [
      "# \(Markdown.text(activity.title))",
      MarkdownBlocks.identity(of: activity, part: PaperWords.answerKey),
    ]
    for sheets in tables {
      blocks += [PaperWords.answersCaption(sheets.map(\.letter)), AnswerKey.markdown(sheets)]
    }
    for section in sections {
      if let form = section.form { blocks.append("## \(PaperWords.form(form))") }
      blocks += section.answers.flatMap(AnswerKey.markdown)
    }
    blocks += ["---", Markdown.text(activity.imprint(imprint))]
    return MarkdownBlocks.document(blocks)
  }

  private static func markdown(_ sheets: [PaperSheet]) -> String {
    func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    let rows = rows(of: sheets).enumerated().map { row(["\($0 + 1)"] + $1) }
    let head = [row([PaperWords.question] + sheets.map(\.letter))]
    return (head + [row(["---:"] + sheets.map { _ in ":-:" })] + rows).joined(separator: "\n")
  }

  private static func markdown(_ answer: Answer) -> [String] {
    let item = answer.item
    let explanation = Markdown.text(item.explanation)
    let right = "\(PaperWords.rightAnswer) **\(Markdown.text(answer.right))**"
    let places = "**\(PaperWords.standing(answer.places))**"
    var blocks = [
      MarkdownBlocks.broken([places] + item.printedStem.map(Markdown.text)),
      MarkdownBlocks.broken([right] + (explanation.isEmpty ? [] : [explanation])),
    ]
    if !answer.others.isEmpty {
      blocks.append(MarkdownBlocks.list(answer.others.map(Markdown.text)))
    }
    if !item.sources.isEmpty {
      blocks += [PaperWords.sources, MarkdownBlocks.list(item.sources.map(cited))]
    }
    return blocks
  }

  private static func cited(_ source: Source) -> String {
    let words = Markdown.text(PaperWords.cited(source))
    return source.url.isEmpty ? words : "\(words) \(Markdown.link(source.url))"
  }
}
