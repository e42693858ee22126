import GRDB
import GRDBSQLite
import QuizModel

/// Loads one table of a bank into SQLite, checking each cell against the schema.
///
/// A row's rowid is the line on which it begins, so that later checks can say where it stands.
struct TableLoader {
  /// The largest table that is read, in rows.
  static let rowLimit = 2_000_000
  /// How many problems of one table are told.
  static let problemLimit = 100

  private let schema: TableSchema
  private let database: Database
  private(set) var problems: [BankProblem] = []
  /// The partial dates that the table holds.
  private(set) var dates: Set<String> = []

  init(schema: TableSchema, database: Database) {
    self.schema = schema
    self.database = database
  }

  /// Creates the table, and one for each list column.
  func create() throws {
    var parts = schema.fields.map { field in
      field.name.sqlName + (field.kind == .integer ? " INTEGER" : " TEXT")
        + (field.isUnique ? " UNIQUE" : "")
    }
    if !schema.key.isEmpty {
      parts.append("UNIQUE (\(schema.key.map(\.sqlName).joined(separator: ", ")))")
    }
    try database.execute(
      sql: "CREATE TABLE \(schema.name.sqlName) (\(parts.joined(separator: ", "))) STRICT"
    )
    for field in schema.fields where field.list != nil {
      let name = listName(field)
      try database.execute(
        sql: "CREATE TABLE \(name.sqlName) (id TEXT, position INTEGER, value TEXT) STRICT"
      )
    }
  }

  /// Makes the indexes of the columns that refer to other tables; quicker once the rows are in.
  func index() throws {
    for reference in schema.references where schema.key.first != reference.field {
      try database.execute(
        sql: """
          CREATE INDEX \("\(schema.name) \(reference.field)".sqlName)
          ON \(schema.name.sqlName) (\(reference.field.sqlName))
          """
      )
    }
  }

  /// Reads the file.
  ///
  /// - Parameter bytes: The file's bytes.
  /// - Throws: What SQLite throws but for a key that stands twice, which is a problem.
  mutating func load(_ bytes: [UInt8]) throws {
    guard bytes.withUnsafeBytes({ isUTF8($0) }) else {
      return problems.append(BankFolder.notUTF8(bytes, in: schema.path))
    }
    var reader = CSVReader(bytes, separator: schema.separator)
    var row = CSVRow()
    do {
      guard try reader.read(into: &row) else {
        return report(.wrongHeader(found: "", expected: header), line: 1)
      }
      guard row.texts == schema.fields.map(\.name) else {
        return report(
          .wrongHeader(found: row.texts.joined(separator: ","), expected: header),
          line: row.line
        )
      }
      let marks = Array(repeating: "?", count: schema.fields.count + 1).joined(separator: ", ")
      let names = ["rowid"] + schema.fields.map(\.name.sqlName)
      let insertion = try database.makeStatement(
        sql: """
          INSERT INTO \(schema.name.sqlName) (\(names.joined(separator: ", "))) VALUES (\(marks))
          """
      )
      let lists = try ListWriter.make(for: schema, in: database, name: listName)
      var count = 0
      while try reader.read(into: &row), problems.count < TableLoader.problemLimit {
        count += 1
        guard count <= TableLoader.rowLimit else {
          return report(.tooManyRows(limit: TableLoader.rowLimit), line: row.line)
        }
        guard check(row) else { continue }
        try insert(row, with: insertion)
        for list in lists { try list.write(row) }
      }
    } catch let problem as BankProblem {
      problems.append(
        BankProblem(
          file: schema.path,
          line: problem.line,
          column: problem.column,
          issue: problem.issue
        )
      )
    }
  }

  private var header: String { schema.fields.map(\.name).joined(separator: ",") }

  private func listName(_ field: TableField) -> String { "\(schema.name)_\(field.name)" }

  private func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  private mutating func report(_ issue: BankIssue, line: Int, column: Int? = nil) {
    problems.append(BankProblem(file: schema.path, line: line, column: column, issue: issue))
  }

  private mutating func check(_ row: CSVRow) -> Bool {
    guard row.count == schema.fields.count else {
      report(.wrongCellCount(found: row.count, expected: schema.fields.count), line: row.line)
      return false
    }
    let before = problems.count
    for (cell, field) in schema.fields.enumerated() {
      let range = row.range(of: cell)
      if range.isEmpty {
        if field.isRequired || schema.key.contains(field.name) {
          report(.emptyCell(field: field.name), line: row.line, column: cell + 1)
        }
        continue
      }
      let needsText =
        field.kind == .integer || field.pattern != nil || field.enumeration != nil || field.isDate
      if needsText, let issue = TableLoader.issue(row.text(of: cell), of: field) {
        report(issue, line: row.line, column: cell + 1)
      }
      if field.isDate { dates.insert(row.text(of: cell)) }
    }
    return problems.count == before
  }

  private static func issue(_ text: String, of field: TableField) -> BankIssue? {
    if field.kind == .integer, Int64(text) == nil {
      return .notAnInteger(text: text, field: field.name)
    }
    if let pattern = field.pattern, !pattern.matches(text) {
      return .patternMismatch(text: text, field: field.name, pattern: pattern.text)
    }
    if let words = field.enumeration, !words.contains(text) {
      return .notInEnumeration(text: text, field: field.name, allowed: words)
    }
    if field.isDate, PartialDate(text) == nil {
      return .notADate(text: text, field: field.name)
    }
    return nil
  }

  private mutating func insert(_ row: CSVRow, with statement: Statement) throws {
    // Bound by hand: a table of a million rows would otherwise make a string of each cell.
    let handle = statement.sqliteStatement
    sqlite3_bind_int64(handle, 1, Int64(row.line))
    row.bytes.withUnsafeBytes { bytes in
      for cell in schema.fields.indices {
        let range = row.range(of: cell)
        let place = CInt(cell + 2)
        if range.isEmpty {
          sqlite3_bind_null(handle, place)
        } else if schema.fields[cell].kind == .integer {
          sqlite3_bind_int64(handle, place, Int64(row.text(of: cell)) ?? 0)
        } else if let start = bytes.baseAddress {
          sqlite3_bind_text(
            handle,
            place,
            start.advanced(by: range.lowerBound).assumingMemoryBound(to: CChar.self),
            CInt(range.count),
            nil
          )
        }
      }
      // Stepped while the bytes are borrowed, so SQLite need not copy them.
      sqlite3_step(handle)
    }
    let code = sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    guard code != SQLITE_OK else { return }
    guard code & 0xff == SQLITE_CONSTRAINT else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
    let cells = schema.key.compactMap { name in schema.fields.firstIndex { $0.name == name } }
    let text = cells.map { row.text(of: $0) }.joined(separator: "/")
    report(.duplicateKey(text: text), line: row.line, column: (cells.first ?? 0) + 1)
  }
}

/// Writes the values of one list column into its own table.
private struct ListWriter {
  let statement: Statement
  let cell: Int
  let keyCells: [Int]
  let separator: String

  static func make(
    for schema: TableSchema,
    in database: Database,
    name: (TableField) -> String
  ) throws -> [ListWriter] {
    let keyCells = schema.key.compactMap { key in
      schema.fields.firstIndex { $0.name == key }
    }
    return try schema.fields.enumerated().compactMap { cell, field in
      guard let list = field.list else { return nil }
      let statement = try database.makeStatement(
        sql: "INSERT INTO \(name(field).sqlName) VALUES (?, ?, ?)"
      )
      return ListWriter(
        statement: statement,
        cell: cell,
        keyCells: keyCells,
        separator: list.separator
      )
    }
  }

  func write(_ row: CSVRow) throws {
    guard !row.range(of: cell).isEmpty else { return }
    let id = keyCells.map { row.text(of: $0) }.joined(separator: "/")
    let values = row.text(of: cell).split(
      separator: separator,
      omittingEmptySubsequences: false
    )
    for (position, value) in values.enumerated() {
      try statement.execute(arguments: [id, position, String(value)])
    }
  }
}
