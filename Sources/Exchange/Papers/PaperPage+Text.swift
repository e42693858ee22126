import Classroom
import QuizModel

extension PaperPage {
  /// The form as plain text in lines of at most 80 columns, each closed by a line feed.
  package var plainText: String {
    var lines = TextBlocks.title(activity.title)
    lines += [
      "", TextBlocks.blanks([(PaperWords.name, 60)]),
      "", TextBlocks.blanks([(PaperWords.group, 16), (PaperWords.date, 16)]),
      "", TextBlocks.identity(of: activity, part: PaperWords.form(sheet.letter)),
      "", PaperWords.instructions, "",
    ]
    let width = "\(sheet.entries.count). ".utf8.count
    for entry in sheet.entries { lines += PaperPage.text(entry, indent: width) + [""] }
    lines += PrintedColumns.lines(activity.imprint(imprint))
    return lines.map { $0 + "\n" }.joined()
  }

  private static func text(_ entry: PaperSheet.Entry, indent: Int) -> [String] {
    let number = PrintedColumns.aligned("\(entry.number). ", to: indent)
    let blanks = String(repeating: " ", count: indent)
    var lines: [String] = []
    for (place, line) in entry.item.printedStem.enumerated() {
      lines += PrintedColumns.lines(line, first: place == 0 ? number : blanks)
    }
    for (label, option) in zip(entry.labels, entry.item.options) {
      lines += PrintedColumns.lines(PrintedText.line(option.text), first: "\(blanks)\(label)) ")
    }
    return lines
  }
}
