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

  /// Words that head a column of names, beside those that end in "name".
  private static let headings: Set<String> = ["names", "pupil", "pupils", "student", "students"]

  /// The names of a file.
  ///
  /// A name in two columns, as in `Lovelace, Ada`, is one name with a comma; several names on the
  /// only line of a file are so many names.
  ///
  /// - Parameter bytes: In UTF-8; cells are separated by commas, semicolons or tabs.
  /// - Returns: The names in the order of the file, without blank lines and a heading, and what is
  ///   wrong with lines that cannot be read.
  package static func entries(_ bytes: [UInt8]) -> (names: [Entry], problems: [BankProblem]) {
    let all = TeacherTable(bytes).entries
    let problems = all.compactMap(\.problem)
    var rows = all.filter { row in row.problem == nil && row.cells.first?.isEmpty == false }
    if rows.count == 1, rows[0].cells.count > 2 {
      let names = rows[0].cells.filter { !$0.isEmpty }
      return (names.map { Entry(line: rows[0].line, name: $0) }, problems)
    }
    var isTwoColumns = rows.allSatisfy { row in
      row.cells.count == 1 || row.cells.count == 2 && row.cells.allSatisfy(isName)
    }
    if let first = rows.first, first.line == all.first?.line, isHeading(first.cells[0]) {
      rows.removeFirst()
      isTwoColumns = first.cells.count > 1 && isHeading(first.cells[1])
    }
    let isNumbered =
      !isTwoColumns
      && rows.allSatisfy { row in
        row.cells.count > 1 && Int(row.cells[0]) != nil && isName(row.cells[1])
      }
    let names = rows.map { row in
      if isNumbered { return Entry(line: row.line, name: row.cells[1]) }
      let isWhole = !isTwoColumns || row.cells.count < 2 || row.cells[1].isEmpty
      let name = isWhole ? row.cells[0] : "\(row.cells[0]), \(row.cells[1])"
      return Entry(line: row.line, name: withoutNumber(name))
    }
    return (names, problems)
  }

  /// `Ada` of `1. Ada`, as lists are numbered by hand.
  private static func withoutNumber(_ name: String) -> String {
    let rest = name.drop { ("0"..."9").contains($0) }
    guard rest.count < name.count, rest.first == "." || rest.first == ")" else { return name }
    return String(rest.dropFirst().drop { $0 == " " })
  }

  private static func isHeading(_ text: String) -> Bool {
    let text = text.lowercased()
    return headings.contains(text) || text.hasSuffix("name")
  }

  /// Whether a text is letters, with what stands between the parts of a name.
  private static func isName(_ text: String) -> Bool {
    text.contains(where: \.isLetter) && text.allSatisfy { $0.isLetter || " -'’.".contains($0) }
  }
}
