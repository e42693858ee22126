import GRDB
import GRDBSQLite
import QuizModel

/// Copies the rows of a template's facts into their table, with a number for each rendered stem.
///
/// Values go from statement to statement within SQLite: making a Swift value of each cell would
/// take most of the time that a bank of a million facts takes to compile.
struct FactCopy {
  /// The column by which a row says whether it may be asked without options: 0 or 1.
  static let typedColumn = "typed"

  let template: Template
  let topics: Set<String>
  private let query: Statement
  private let insertion: Statement
  private let columns: [String: Int32]

  /// - Parameters:
  ///   - template: The template.
  ///   - topics: The topics that the bank lists.
  ///   - query: Its facts, ordered; none of its arguments are open.
  ///   - insertion: Takes the stem, then each column.
  init(template: Template, topics: Set<String>, query: Statement, insertion: Statement) {
    self.template = template
    self.topics = topics
    self.query = query
    self.insertion = insertion
    columns = Dictionary(
      query.columnNames.enumerated().map { ($1, Int32($0)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Copies all rows.
  ///
  /// - Parameter report: Told of each row that cannot be asked: its id, and why.
  /// - Returns: The number of rows.
  /// - Throws: What SQLite says where a query fails or runs too long.
  func run(report: (String, String) -> Void) throws -> Int {
    let source = query.sqliteStatement
    let target = insertion.sqliteStatement
    sqlite3_reset(source)
    defer { sqlite3_reset(source) }
    var count = 0
    var problems = 0
    while true {
      let code = sqlite3_step(source)
      guard code == SQLITE_ROW else {
        guard code == SQLITE_DONE else {
          throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
        return count
      }
      count += 1
      if let reason = reasonAgainst(source) {
        report(text("id", in: source), reason)
        problems += 1
        if problems >= TableLoader.problemLimit { return count }
      }
      let stem = template.stem.rendered { text($0, in: source) }
      sqlite3_bind_int64(target, 1, FactCopy.number(ofStem: stem))
      for column in 0..<Int32(query.columnNames.count) {
        sqlite3_bind_value(target, column + 2, sqlite3_column_value(source, column))
      }
      sqlite3_step(target)
      let inserted = sqlite3_reset(target)
      guard inserted == SQLITE_OK else {
        throw DatabaseError(resultCode: ResultCode(rawValue: inserted))
      }
    }
  }

  /// What stands for a stem in the index: facts with one number are taken to share their stem.
  ///
  /// Should two stems ever meet in 64 bits, a distractor too many is left out, which does no harm.
  static func number(ofStem stem: String) -> Int64 {
    Int64(bitPattern: StableHash(of: stem).value)
  }

  private func reasonAgainst(_ row: OpaquePointer?) -> String? {
    for name in ["id", "answer", "answer_id", "sources"] {
      guard let column = columns[name], sqlite3_column_type(row, column) != SQLITE_BLOB,
        sqlite3_column_bytes(row, column) > 0
      else { return "has no \(name)" }
    }
    let confidence = text("confidence", in: row)
    if Confidence(rawValue: confidence) == nil { return "has the confidence \"\(confidence)\"" }
    if columns[FactCopy.typedColumn] != nil {
      let typed = text(FactCopy.typedColumn, in: row)
      if !["0", "1"].contains(typed) { return "has \"\(typed)\" for typed; expected 0 or 1" }
    }
    guard columns["topic"] != nil else { return nil }
    let topic = text("topic", in: row)
    return topics.contains(topic)
      ? nil : "has the topic \"\(topic)\", which the bank does not list"
  }

  private func text(_ name: String, in row: OpaquePointer?) -> String {
    guard let column = columns[name], sqlite3_column_type(row, column) != SQLITE_BLOB,
      let bytes = sqlite3_column_text(row, column)
    else { return "" }
    return String(cString: bytes)
  }
}
