package import QuestionBank

/// A list of names as a teacher has it: a text with one name a line, or a table of a spreadsheet
/// whose first column holds the names.
package enum ClassListFile {
  /// A name and where it stands.
  package struct Entry: Hashable, Sendable {
    /// The line, from 1 on.
    package let line: Int
    /// The name as it stands there.
    package let name: String
  }

  /// Words that head a column of names.
  private static let headings: Set<String> = ["name", "names", "pupil", "pupils", "student"]

  /// The names of a file.
  ///
  /// - Parameter bytes: In UTF-8; cells are separated by commas, semicolons or tabs.
  /// - Returns: The names in the order of the file, without blank lines and a heading, and what is
  ///   wrong with lines that cannot be read.
  package static func entries(_ bytes: [UInt8]) -> (names: [Entry], problems: [BankProblem]) {
    var names: [Entry] = []
    var problems: [BankProblem] = []
    for (place, row) in TeacherTable(bytes).entries.enumerated() {
      if let problem = row.problem { problems.append(problem) }
      guard let name = row.cells.first, !name.isEmpty else { continue }
      if place == 0, headings.contains(name.lowercased()) { continue }
      names.append(Entry(line: row.line, name: name))
    }
    return (names, problems)
  }
}
