/// One column of a table.
struct TableField {
  /// What a cell may hold.
  enum Kind: String, CaseIterable {
    case string
    case integer
  }

  let name: String
  let kind: Kind
  let isRequired: Bool
  let isUnique: Bool
  /// Whether cells are partial dates.
  let isDate: Bool
  let pattern: TablePattern?
  let enumeration: [String]?
  let list: TableList?
}

/// A column whose cells hold several values.
struct TableList {
  let separator: String
  /// The table that each value names a row of.
  let references: String?
}

/// A reference from a column of one table to the key of another.
struct TableReference {
  let field: String
  let table: String
  let key: String
}

/// One table of a bank, as datapackage.json describes it.
struct TableSchema {
  let name: String
  /// The CSV file, relative to the bank's folder.
  let path: String
  /// What stands between two cells.
  let separator: UInt8
  let fields: [TableField]
  /// The columns of the primary key; none where rows have no name.
  let key: [String]
  let references: [TableReference]
  /// The columns that hold a row's names, for ``QuestionBank/names(of:)``.
  let nameFields: [String]
  /// The date as of which the table lists every row that there is, if it does.
  let completeAsOf: String?
}
