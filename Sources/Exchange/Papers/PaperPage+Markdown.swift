import Classroom
import QuizModel

extension PaperPage {
  /// The form as Markdown, closed by a line feed.
  package var markdown: String {
    let blanks = [(PaperWords.name, 30), (PaperWords.group, 10), (PaperWords.date, 10)]
    var blocks = [
      "# \(Markdown.text(activity.title))",
      MarkdownBlocks.identity(of: activity, part: PaperWords.form(sheet.letter)),
      TextBlocks.blanks(blanks),
      PaperWords.instructions,
    ]
    blocks += sheet.entries.map(PaperPage.markdown)
    blocks += ["---", Markdown.text(activity.imprint(imprint))]
    return MarkdownBlocks.document(blocks)
  }

  private static func markdown(_ entry: PaperSheet.Entry) -> String {
    let options = zip(entry.labels, entry.item.options).map { label, option in
      "\(label)) \(Markdown.text(option.text))"
    }
    return MarkdownBlocks.entry(
      entry.item.printedStem.map(Markdown.text) + options,
      mark: "\(entry.number). "
    )
  }
}
