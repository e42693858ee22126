import QuestionBank

extension AuthoredBankFiles {
  /// Takes in what another machine's copy of the bank asks and this one does not.
  ///
  /// A question that both have stays as it is here: it was perhaps corrected.
  ///
  /// - Parameter other: The other copy.
  /// - Returns: How many questions are new.
  @discardableResult
  package mutating func take(_ other: AuthoredBankFiles) -> Int {
    let known = Set(items.rows.map { items.cell("id", in: $0) })
    let new = other.items.rows.filter { !known.contains(other.items.cell("id", in: $0)) }
    let ids = Set(new.map { other.items.cell("id", in: $0) })
    for row in new { items.rows.append(items.row(other.items.cells(of: row))) }
    for row in other.options.rows where ids.contains(other.options.cell("item", in: row)) {
      options.rows.append(options.row(other.options.cells(of: row)))
    }
    let listed = Set(topics.map(\.id))
    let wanted = Set(new.map { other.items.cell("topic", in: $0) })
    add(other.topics.filter { wanted.contains($0.id) && !listed.contains($0.id) })
    return new.count
  }
}

extension AuthoredTable {
  /// The cells of a row by column.
  fileprivate func cells(of row: [String]) -> [String: String] {
    Dictionary(zip(header, row)) { first, _ in first }
  }
}
