/// One thing that is wrong with a bank, and where.
package struct BankProblem: Error, Hashable, Sendable {
  /// The file, relative to the bank's folder.
  package let file: String
  /// The line, from 1 on, where there is one.
  package let line: Int?
  /// The column from 1 on, where there is one: in characters, in a table in cells.
  package let column: Int?
  /// What is wrong.
  package let issue: BankIssue

  /// A problem at a place.
  package init(file: String, line: Int? = nil, column: Int? = nil, issue: BankIssue) {
    self.file = file
    self.line = line
    self.column = column
    self.issue = issue
  }
}

/// What can be wrong with a bank; ``BankProblem/description`` puts it into words.
package enum BankIssue: Hashable, Sendable {
  /// The file cannot be read; the reason is the system's.
  case unreadable(reason: String)
  /// The path leaves the bank's folder.
  case outsideBank(path: String)
  /// The file is larger than the reader takes, in bytes.
  case fileTooLarge(limit: Int)
  /// A byte that is not UTF-8.
  case notUTF8
  /// A quoted cell that never ends.
  case unterminatedQuote
  /// Text between a closing quote and the next separator.
  case textAfterQuote(found: String)
  /// A cell larger than the reader takes, in bytes.
  case cellTooLong(limit: Int)
  /// A control character in a cell.
  case controlCharacter(code: Int)
  /// A row with too few or too many cells.
  case wrongCellCount(found: Int, expected: Int)
  /// A header that differs from the schema.
  case wrongHeader(found: String, expected: String)
  /// More rows than the reader takes.
  case tooManyRows(limit: Int)
  /// A required cell is empty.
  case emptyCell(field: String)
  /// A cell that is not a whole number.
  case notAnInteger(text: String, field: String)
  /// A cell that is no date of a calendar.
  case notADate(text: String, field: String)
  /// A cell that does not fit its pattern.
  case patternMismatch(text: String, field: String, pattern: String)
  /// A cell that is none of the words allowed.
  case notInEnumeration(text: String, field: String, allowed: [String])
  /// A key or unique cell that stands twice.
  case duplicateKey(text: String)
  /// A reference to a row that does not exist.
  case danglingReference(text: String, field: String, table: String)
  /// A property or key that the reader does not know.
  case unknownKey(name: String, allowed: [String])
  /// A property or key that is missing.
  case missingKey(name: String)
  /// A value of another shape than is expected.
  case wrongShape(found: String, expected: String)
  /// YAML or JSON that cannot be parsed.
  case syntax(message: String)
  /// Anchors, aliases and tags are not read.
  case anchorOrTag(text: String)
  /// SQLite refuses a query.
  case query(message: String, near: String)
  /// A query does what no bank may do.
  case forbiddenQuery(message: String, near: String)
  /// A query does not return a column that it has to.
  case missingColumn(name: String)
  /// A query returns a column twice.
  case duplicateColumn(name: String)
  /// A placeholder without a column.
  case unknownPlaceholder(name: String, known: [String])
  /// A template that may be typed although its stem asks for one of the options.
  case stemNeedsOptions(phrase: String)
  /// Two templates, tables or views of one name.
  case duplicateName(name: String)
  /// A topic that the bank does not list.
  case unknownTopic(name: String, known: [String])
  /// A fact that cannot be asked as it stands.
  case unusableFact(row: String, reason: String)
  /// An identity that the bank in another folder has too.
  case sharedIdentity(other: String)
  /// A fact of the last release that is gone without a line in renamed.csv.
  case vanishedFact(id: String)
}

/// Why a bank cannot be used.
package enum BankError: Error, Sendable {
  /// No bank of this name in any of the folders.
  case notFound(name: String, available: [String], searched: [String])
  /// A name that would leave the banks' folder.
  case unsafeName(String)
  /// Everything that is wrong with it.
  case broken(bank: String, problems: [BankProblem])
  /// The compiled bank cannot be written or read.
  case cache(path: String, reason: String)
}
