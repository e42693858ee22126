import Classroom

/// What the heads of plain text files are made of.
enum TextBlocks {
  /// A title, underlined.
  static func title(_ title: String) -> [String] {
    let lines = PrintedColumns.lines(PrintedText.line(title))
    let width = lines.map { PrintedColumns.columns(of: $0[...]) }.max() ?? 0
    return lines + [String(repeating: "=", count: width)]
  }

  /// A title of a part, underlined.
  static func heading(_ title: String) -> [String] {
    [title, String(repeating: "-", count: PrintedColumns.columns(of: title[...]))]
  }

  /// Lines to write on, each behind its name, so many columns long.
  static func blanks(_ blanks: [(name: String, width: Int)]) -> String {
    blanks.map { "\($0.name): \(String(repeating: "_", count: $0.width))" }
      .joined(separator: "   ")
  }

  /// Which paper it is, and which part of it.
  static func identity(of activity: ClassActivity, part: String) -> String {
    "\(part)   \(PaperWords.paper(activity.id.description))"
  }
}
