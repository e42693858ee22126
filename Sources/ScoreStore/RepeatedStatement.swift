import FoundationEssentials
import GRDB
import GRDBSQLite

/// A statement that is run for each of many rows, its values bound by their place, from 1 on.
///
/// GRDB's arguments would cost several times what SQLite does.
struct RepeatedStatement {
  private let statement: Statement
  private let handle: OpaquePointer

  /// Prepares a statement, or takes the one that was prepared before.
  init(_ db: Database, sql: String) throws {
    statement = try db.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  /// Binds a number.
  func bind(_ number: Int64, at place: Int32) {
    sqlite3_bind_int64(handle, place, number)
  }

  /// Binds a number, or nothing.
  func bind(_ number: Int64?, at place: Int32) {
    if let number { bind(number, at: place) } else { sqlite3_bind_null(handle, place) }
  }

  /// Binds a text, or nothing.
  func bind(_ text: String?, at place: Int32) {
    guard var text else {
      sqlite3_bind_null(handle, place)
      return
    }
    text.withUTF8 { bytes in
      // An empty buffer may have no address, which would bind NULL.
      let start = UnsafeRawPointer(bytes.baseAddress ?? UnsafePointer(bitPattern: 1))
      sqlite3_bind_text(
        handle,
        place,
        start?.assumingMemoryBound(to: CChar.self),
        Int32(clamping: bytes.count),
        RepeatedStatement.copied
      )
    }
  }

  /// Binds the sixteen bytes of a UUID.
  func bind(_ uuid: UUID, at place: Int32) {
    withUnsafeBytes(of: uuid.uuid) { bytes in
      _ = sqlite3_bind_blob(
        handle,
        place,
        bytes.baseAddress,
        Int32(bytes.count),
        RepeatedStatement.copied
      )
    }
  }

  /// Runs the statement with what is bound.
  ///
  /// - Returns: The first column of its first row as a number; `nil` if there is no row.
  @discardableResult
  func run() throws -> Int64? {
    let code = sqlite3_step(handle)
    let value = code == SQLITE_ROW ? sqlite3_column_int64(handle, 0) : nil
    let end = sqlite3_reset(handle)
    guard end == SQLITE_OK else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: end),
        message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
      )
    }
    return value
  }

  /// Runs the statement with what is bound.
  ///
  /// - Returns: The first column of its first row as a text; `nil` if there is no row.
  func text() throws -> String? {
    defer { sqlite3_reset(handle) }
    guard sqlite3_step(handle) == SQLITE_ROW, let start = sqlite3_column_text(handle, 0) else {
      return nil
    }
    let count = Int(sqlite3_column_bytes(handle, 0))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// SQLITE_TRANSIENT, a macro that Swift does not see: SQLite copies what is bound.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
