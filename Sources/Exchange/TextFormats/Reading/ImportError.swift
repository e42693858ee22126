package import QuestionBank

/// Why a file cannot be read; nothing of it is imported then.
package struct ImportError: Error, Hashable, Sendable {
  /// The line, from 1 on, where there is one.
  package let line: Int?
  /// The column from 1 on, where there is one: in characters, in a table in cells.
  package let column: Int?
  /// What is wrong.
  package let issue: ImportIssue

  /// A problem at a place.
  package init(line: Int? = nil, column: Int? = nil, _ issue: ImportIssue) {
    self.line = line
    self.column = column
    self.issue = issue
  }
}

/// What can be wrong with a file that is imported.
package enum ImportIssue: Hashable, Sendable {
  /// The file is larger than is read, in bytes.
  case tooLarge(limit: Int)
  /// The file is a zip archive, such as a package or a workbook.
  case archive
  /// The file is text in UTF-16 or UTF-32.
  case wideText
  /// A byte that is not UTF-8.
  case notUTF8
  /// More items than are read.
  case tooManyItems(limit: Int)

  /// A document type or an entity is declared, which could make the file grow without end.
  case documentType
  /// The XML declaration names another encoding than UTF-8.
  case otherEncoding(name: String)
  /// Elements stand in each other deeper than is read.
  case nestedTooDeeply(limit: Int)
  /// The XML is not well formed.
  case malformedXML(XMLFault)
  /// The document is of another kind; empty where it has no element.
  case unexpectedRoot(name: String)

  /// A brace of GIFT without its partner.
  case unbalancedBrace

  /// A line that is not the JSON object of an item.
  case malformedJSON
  /// A property or a column that is missing.
  case missingField(name: String)
  /// A column that is none of the format's.
  case unknownColumn(name: String, allowed: [String])
  /// A column that stands twice.
  case repeatedColumn(name: String)
  /// A row with too few or too many cells.
  case wrongCellCount(found: Int, expected: Int)
  /// A value that is none of those allowed.
  case wrongValue(found: String, field: String)
  /// The comma-separated values are not well formed, or a bank's tables are not.
  case malformedTable(BankIssue)

  /// An option of Aiken's before its question, or a line that is neither option nor answer.
  case misplacedLine(found: String)
  /// An answer of Aiken's that is not the letter of an option.
  case unknownAnswer(found: String)
  /// A question of Aiken's without its answer.
  case missingAnswer
}

/// What is not well formed in XML.
package enum XMLFault: Hashable, Sendable {
  /// A tag, comment or section that is cut off, or is none that there is.
  case unknownMarkup
  /// An ampersand that begins no reference that XML has; empty where no name follows.
  case unknownReference(name: String)
  /// An attribute that an element has twice.
  case repeatedAttribute(name: String)
  /// The end of an element that is not the one open.
  case unexpectedEnd(name: String)
  /// An element that never ends.
  case openElement(name: String)
  /// Text or an element after the end of the outermost element.
  case secondRoot
}
