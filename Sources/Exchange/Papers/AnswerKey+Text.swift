import Classroom
import QuizModel

extension AnswerKey {
  /// The key as plain text in lines of at most 80 columns, each closed by a line feed.
  package var plainText: String {
    var lines = TextBlocks.title(activity.title)
    lines += ["", TextBlocks.identity(of: activity, part: PaperWords.answerKey), ""]
    for sheets in tables { lines += AnswerKey.text(sheets) + [""] }
    for section in sections {
      if let form = section.form { lines += TextBlocks.heading(PaperWords.form(form)) + [""] }
      for answer in section.answers { lines += AnswerKey.text(answer) + [""] }
    }
    lines += PrintedColumns.lines(activity.imprint(imprint))
    return lines.map { $0 + "\n" }.joined()
  }

  private static func text(_ sheets: [PaperSheet]) -> [String] {
    let letters = sheets.map(\.letter)
    let first = PaperWords.question.utf8.count
    func row(_ head: String, _ cells: [String]) -> String {
      let cells = cells.map { PrintedColumns.aligned($0, to: 4) }
      var line = PrintedColumns.aligned(head, to: first) + cells.joined()
      while line.last == " " { line.removeLast() }
      return line
    }
    let rows = rows(of: sheets).enumerated().map { row("\($0 + 1)", $1) }
    return [PaperWords.answersCaption(letters), "", row(PaperWords.question, letters)] + rows
  }

  private static func text(_ answer: Answer) -> [String] {
    let item = answer.item
    var lines = PrintedColumns.lines(PaperWords.standing(answer.places))
    for line in item.printedStem { lines += PrintedColumns.lines(line, first: "  ") }
    let right = "\(PaperWords.rightAnswer) \(PrintedText.line(answer.right))"
    lines += PrintedColumns.lines(right, first: "  ")
    let explanation = PrintedText.line(item.explanation)
    if !explanation.isEmpty { lines += PrintedColumns.lines(explanation, first: "  ") }
    for other in answer.others {
      lines += PrintedColumns.lines(PrintedText.line(other), first: "  - ")
    }
    if !item.sources.isEmpty { lines.append("  " + PaperWords.sources) }
    for source in item.sources {
      let cited = "\(PaperWords.cited(source)) \(PrintedText.line(source.url))"
      lines += PrintedColumns.lines(cited, first: "  - ")
    }
    return lines
  }
}
