import GRDB
import GRDBSQLite

/// Keeps the queries of a bank from a stranger within their bounds.
///
/// A class, because SQLite calls back into its state for as long as the connection lives. While it
/// is closed, a connection prepares nothing but SELECT from ordinary tables with the functions
/// listed here, which know no clock and no chance, and a query that runs too long is stopped.
final class Sandbox {
  /// What the callbacks see.
  struct State {
    /// Whether queries are confined.
    var isClosed = false
    /// How many more times the progress handler may be called.
    var budget = 0
  }

  /// The functions that a query may call: all of them functions of their arguments alone.
  static let functions: Set<String> = [
    "abs", "avg", "char", "coalesce", "count", "dense_rank", "first_value", "format", "glob",
    "group_concat", "hex", "ifnull", "iif", "instr", "lag", "last_value", "lead", "length", "like",
    "lower", "ltrim", "max", "min", "nth_value", "ntile", "nullif", "printf", "quote", "rank",
    "replace", "round", "row_number", "rtrim", "sign", "substr", "substring", "sum", "total",
    "trim", "typeof", "unicode", "upper",
  ]

  /// Steps of SQLite's virtual machine between two calls of the progress handler.
  private static let stride = 10_000

  private let state: UnsafeMutablePointer<State>
  private let connection: OpaquePointer?

  /// Confines a connection; it is open until ``close()``.
  init(_ database: Database) {
    state = .allocate(capacity: 1)
    state.initialize(to: State())
    connection = database.sqliteConnection
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 1 << 20)
    sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, 64 << 10)
    sqlite3_limit(connection, SQLITE_LIMIT_COMPOUND_SELECT, 50)
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_limit(connection, SQLITE_LIMIT_EXPR_DEPTH, 100)
    sqlite3_progress_handler(
      connection,
      Int32(Sandbox.stride),
      { context in
        guard let state = context?.assumingMemoryBound(to: State.self) else { return 1 }
        state.pointee.budget -= 1
        return state.pointee.isClosed && state.pointee.budget < 0 ? 1 : 0
      },
      state
    )
    // GRDB's own authorizer, which this replaces, only observes what statements write.
    sqlite3_set_authorizer(
      connection,
      { context, action, first, second, _, _ in
        guard let state = context?.assumingMemoryBound(to: State.self) else { return SQLITE_DENY }
        guard state.pointee.isClosed else { return SQLITE_OK }
        return Sandbox.verdict(action, first, second)
      },
      state
    )
  }

  /// Takes the callbacks off, for a connection that outlives its sandbox.
  func detach() {
    sqlite3_progress_handler(connection, 0, nil, nil)
    sqlite3_set_authorizer(connection, nil, nil)
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Confines what is prepared and run from now on.
  ///
  /// - Parameter steps: How many steps of the virtual machine may be run until it is opened.
  func close(steps: Int) {
    state.pointee = State(isClosed: true, budget: steps / Sandbox.stride)
  }

  /// Lets the engine's own statements pass again.
  func open() {
    state.pointee.isClosed = false
  }

  /// Where in its text the last statement that could not be prepared went wrong, in bytes.
  var errorOffset: Int? {
    let offset = Int(sqlite3_error_offset(connection))
    return offset < 0 ? nil : offset
  }

  private static func verdict(
    _ action: CInt,
    _ first: UnsafePointer<CChar>?,
    _ second: UnsafePointer<CChar>?
  ) -> CInt {
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE:
      return SQLITE_OK
    case SQLITE_READ:
      let table = first.map { String(cString: $0).lowercased() } ?? ""
      let isInternal = ["sqlite_", "pragma_", "attache_", "dbstat", "json_", "fts", "rtree"]
        .contains { table.hasPrefix($0) }
      return isInternal ? SQLITE_DENY : SQLITE_OK
    case SQLITE_FUNCTION:
      let name = second.map { String(cString: $0).lowercased() } ?? ""
      return functions.contains(name) ? SQLITE_OK : SQLITE_DENY
    default:
      return SQLITE_DENY
    }
  }
}
