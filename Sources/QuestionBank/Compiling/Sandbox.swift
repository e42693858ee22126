import GRDB
import GRDBSQLite
import Glibc

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
    /// The moment of the monotonic clock at which a query is stopped, in nanoseconds.
    var deadline: UInt64 = 0
  }

  /// The functions that a query may call: all of them functions of their arguments alone.
  ///
  /// `printf` and `format` are left out: one call can fill a width of two thousand millions, and
  /// SQLite can stop a query between calls only.
  static let functions: Set<String> = [
    "abs", "avg", "char", "coalesce", "count", "dense_rank", "first_value", "glob",
    "group_concat", "hex", "ifnull", "iif", "instr", "lag", "last_value", "lead", "length", "like",
    "lower", "ltrim", "max", "min", "nth_value", "ntile", "nullif", "quote", "rank",
    "replace", "round", "row_number", "rtrim", "sign", "substr", "substring", "sum", "total",
    "trim", "typeof", "unicode", "upper",
  ]

  /// Steps of SQLite's virtual machine between two calls of the progress handler.
  private static let stride = 100
  /// Seconds that all queries of one compilation may take.
  private static let compilationSeconds: UInt64 = 120

  private let state: UnsafeMutablePointer<State>
  private var lastDeadline: UInt64?
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
    sqlite3_limit(connection, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200)
    sqlite3_progress_handler(
      connection,
      Int32(Sandbox.stride),
      { context in
        guard let state = context?.assumingMemoryBound(to: State.self) else { return 1 }
        state.pointee.budget -= 1
        guard state.pointee.isClosed else { return 0 }
        // Steps alone are no bound: one of them may build a text of a megabyte.
        return state.pointee.budget < 0 || Sandbox.nanoseconds() > state.pointee.deadline ? 1 : 0
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
  /// - Parameter limit: How much may be run until it is opened.
  func close(_ limit: QueryLimit) {
    let end = Sandbox.nanoseconds() + limit.seconds * 1_000_000_000
    state.pointee = State(
      isClosed: true,
      budget: limit.steps / Sandbox.stride,
      deadline: lastDeadline.map { min($0, end) } ?? end
    )
  }

  /// Bounds what all queries from now on may take together, as a compilation wants it.
  func beginCompilation() {
    lastDeadline = Sandbox.nanoseconds() + Sandbox.compilationSeconds * 1_000_000_000
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

  private static func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
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

/// How much one query of a bank may run.
struct QueryLimit {
  /// Steps of SQLite's virtual machine: the same on every machine.
  let steps: Int
  /// Seconds, for steps that are long, such as the search for one long text in another.
  let seconds: UInt64

  /// A view, or all facts of a template.
  static let whole = QueryLimit(steps: 300_000_000, seconds: 30)
  /// The distractors of one fact.
  static let single = QueryLimit(steps: 30_000_000, seconds: 5)
}
