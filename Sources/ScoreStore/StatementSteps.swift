import FoundationEssentials
import GRDB
import GRDBSQLite
import QuizModel

/// Steps through the rows of a query and reads columns by their place.
///
/// For queries of millions of rows, where GRDB's rows would cost several times what SQLite does. A
/// value of an unexpected type is read as 0 or as nothing, never trapped on.
struct StatementSteps {
  private let statement: Statement
  private let handle: OpaquePointer

  /// Begins a query.
  init(_ db: Database, sql: String, arguments: StatementArguments = []) throws {
    statement = try db.makeStatement(sql: sql)
    if !arguments.isEmpty { try statement.setArguments(arguments) }
    handle = statement.sqliteStatement
  }

  /// Begins anew, with another number as the first argument.
  func restart(with number: Int64) {
    sqlite3_reset(handle)
    sqlite3_bind_int64(handle, 1, number)
  }

  /// Goes to the next row.
  ///
  /// - Returns: `false` after the last.
  func next() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  /// How many columns a row has.
  var columnCount: Int32 { sqlite3_column_count(handle) }

  /// Takes the type and the bytes of a column's value into a hash.
  func update(_ hash: inout StableHash, with column: Int32) {
    let type = sqlite3_column_type(handle, column)
    hash.update(byte: UInt8(truncatingIfNeeded: type))
    if type == SQLITE_INTEGER {
      let number = sqlite3_column_int64(handle, column)
      for shift in stride(from: 0, to: 64, by: 8) {
        hash.update(byte: UInt8(truncatingIfNeeded: number >> shift))
      }
    } else if let start = sqlite3_column_blob(handle, column) {
      let count = Int(sqlite3_column_bytes(handle, column))
      for byte in UnsafeRawBufferPointer(start: start, count: count) { hash.update(byte: byte) }
      hash.update(byte: 0xff)
    }
  }

  /// Whether a column holds nothing.
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// A column's number; 0 if it is none.
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// A column's text; empty if it is none.
  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Whether a column's bytes are a text in UTF-8.
  func hasValidText(_ column: Int32) -> Bool {
    guard let start = sqlite3_column_text(handle, column) else { return false }
    let count = Int(sqlite3_column_bytes(handle, column))
    let bytes = UnsafeBufferPointer(start: start, count: count)
    return String(validating: bytes, as: UTF8.self) != nil
  }

  /// A column's text as a UUID.
  ///
  /// - Throws: SQLite's error for a damaged file if it is none.
  func uuid(fromText column: Int32) throws -> UUID {
    guard let start = sqlite3_column_text(handle, column) else { return try UUID(stored: "") }
    let count = Int(sqlite3_column_bytes(handle, column))
    if let uuid = UUID(text: UnsafeBufferPointer(start: start, count: count)) { return uuid }
    return try UUID(stored: text(column))
  }

  /// A column's sixteen bytes.
  ///
  /// - Throws: SQLite's error for a damaged file if they are not sixteen.
  func uuid(_ column: Int32) throws -> UUID {
    guard let bytes = sqlite3_column_blob(handle, column),
      sqlite3_column_bytes(handle, column) == 16
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a UUID of another length") }
    return UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
  }
}
