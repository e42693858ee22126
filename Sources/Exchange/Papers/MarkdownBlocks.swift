import Classroom

/// What Markdown files are made of.
enum MarkdownBlocks {
  /// Blocks as a file.
  static func document(_ blocks: [String]) -> String { blocks.joined(separator: "\n\n") + "\n" }

  /// Which paper it is, and which part of it.
  static func identity(of activity: ClassActivity, part: String) -> String {
    "**\(part)** · \(PaperWords.paper(activity.id.description))"
  }

  /// Lines of their own within one entry of a list.
  static func entry(_ lines: [String], mark: String) -> String {
    mark + broken(lines, indent: String(repeating: " ", count: mark.count))
  }

  /// Lines of their own within one paragraph; two blanks break a line in every dialect.
  static func broken(_ lines: [String], indent: String = "") -> String {
    lines.joined(separator: "  \n" + indent)
  }

  /// A list.
  static func list(_ entries: [String]) -> String {
    entries.map { "- \($0)" }.joined(separator: "\n")
  }
}
