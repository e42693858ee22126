/// What came of a file.
package struct ImportedItems: Hashable, Sendable {
  /// The items, in the file's order.
  package var items: [PortableItem] = []
  /// What the file holds and this program cannot, in the file's order.
  package var leftOut: [LeftOutItem] = []

  /// The largest number of questions that is read from one file.
  package static let limit = 100_000

  /// Nothing yet.
  package init() {}

  /// Takes in what came of one question.
  ///
  /// - Throws: ``ImportIssue/tooManyItems(limit:)``.
  mutating func take(
    _ result: Result<PortableItem, LeftOutItem>,
    line: Int
  ) throws(ImportError) {
    guard items.count + leftOut.count < ImportedItems.limit else {
      throw ImportError(line: line, .tooManyItems(limit: ImportedItems.limit))
    }
    switch result {
    case .success(let item): items.append(item)
    case .failure(let item): leftOut.append(item)
    }
  }
}

/// A question that was not imported.
package struct LeftOutItem: Error, Hashable, Sendable {
  /// The line on which it begins, from 1 on.
  package let line: Int
  /// What the file calls it, else how it begins; may be empty.
  package let name: String
  /// Why.
  package let reason: LeftOutReason

  /// A question at a line.
  package init(line: Int, name: String, reason: LeftOutReason) {
    self.line = line
    self.name = name
    self.reason = reason
  }
}

/// Why a question cannot be held.
package enum LeftOutReason: Hashable, Sendable {
  /// It is of another type, such as `essay`; the name is the format's.
  case otherType(name: String)
  /// More than one option is right, or may be chosen.
  case severalRightOptions
  /// An option is right in part.
  case partlyRightOption(text: String)
  /// No option is right.
  case noRightOption
  /// It has no stem.
  case emptyStem
  /// An option has no text.
  case emptyOption
  /// Two options look alike; see `Likeness`.
  case sameOptions(text: String)
  /// It is a statement, and the words of its two answers do not tell which of them means true.
  case unclearStatement(first: String, second: String)
  /// It is a statement, and its key is neither true nor false.
  case noTruthValue(key: String)
  /// It has fewer options than two.
  case tooFewOptions(count: Int)
  /// It has more options than are kept; counted no further than 26.
  case tooManyOptions(count: Int, limit: Int)
  /// Its texts together are longer than is kept, in bytes.
  case tooLong(limit: Int)
  /// Its stem or an option rests on a picture, a sound or a film.
  case medium
}
