import DurableFiles
package import FoundationEssentials
import GRDB
package import QuizModel

/// The append-only log of everything that is known of learners, in one SQLite file.
///
/// A value that stands for one open connection; its copies share it. Several processes may have
/// the same file open. Every record is committed and on the disk when ``append(_:)`` returns.
package struct ScoreLog: Sendable {
  /// Where it lies; `nil` for a log in memory, which keeps nothing and has no backups.
  package let location: LogLocation?
  let queue: DatabaseQueue
  let now: @Sendable () -> Instant
  let makeUUID: @Sendable () -> UUID
  let schema: LogSchema
  let identity: FileIdentity?
  /// What becomes of the files beside it where they meet others, or people are erased.
  let rules: KeptFileRules

  /// Opens the log of a folder; makes both, readable by this user alone, where they are missing.
  ///
  /// A file of an earlier version is backed up and brought up to date first.
  ///
  /// - Parameters:
  ///   - folder: Such as `$XDG_DATA_HOME/attache`.
  ///   - busyTimeout: How long to wait for another process that is writing.
  ///   - rules: What becomes of the files beside it.
  ///   - now: Tells the time at which a record is written.
  ///   - makeUUID: Makes ids for records, learners and this device.
  /// - Throws: `readOnly`, `full`, `locked`, `damaged`, `newer`, `notALog`, `cannotCreate` or
  ///   `cannotOpen`; the file is then as it was.
  package init(
    folder: URL,
    busyTimeout: Duration = .seconds(5),
    rules: KeptFileRules = .opaque,
    now: @escaping @Sendable () -> Instant,
    makeUUID: @escaping @Sendable () -> UUID
  ) throws(ScoreStoreError) {
    try self.init(
      folder: folder,
      busyTimeout: busyTimeout,
      schema: .current,
      rules: rules,
      now: now,
      makeUUID: makeUUID
    )
  }

  /// Opens the log of a folder under a schema of one's own, as a test of migrations does.
  init(
    folder: URL,
    busyTimeout: Duration = .seconds(5),
    schema: LogSchema,
    rules: KeptFileRules = .opaque,
    now: @escaping @Sendable () -> Instant,
    makeUUID: @escaping @Sendable () -> UUID
  ) throws(ScoreStoreError) {
    let location = LogLocation(folder: folder)
    if try LogHeader.read(location.log, latest: schema.version) == nil {
      try ScoreLog.create(at: location, schema: schema, makeUUID: makeUUID)
      _ = try LogHeader.read(location.log, latest: schema.version)
    }
    for url in [location.folder, location.log] where Disk.obstacleToWriting(url) != nil {
      throw .readOnly(path: url.path)
    }
    queue = try ScoreLog.connect(to: location.log, busyTimeout: busyTimeout)
    self.location = location
    self.schema = schema
    self.rules = rules
    identity = Disk.identity(of: location.log)
    self.now = now
    self.makeUUID = makeUUID
    Leftovers(location: location).sweep(at: now)
    try migrate()
  }

  /// A log in memory, for a game that is not to be kept.
  ///
  /// - Parameters:
  ///   - now: Tells the time at which a record is written.
  ///   - makeUUID: Makes ids for records, learners and this device.
  /// - Throws: `failed` if SQLite has no memory left.
  package init(
    inMemoryWith now: @escaping @Sendable () -> Instant,
    makeUUID: @escaping @Sendable () -> UUID
  ) throws(ScoreStoreError) {
    do {
      queue = try DatabaseQueue()
      try ScoreLog.lay(.current, in: queue, makeUUID: makeUUID)
    } catch {
      throw ScoreStoreError(wrapping: error, path: ":memory:")
    }
    location = nil
    schema = .current
    rules = .opaque
    identity = nil
    self.now = now
    self.makeUUID = makeUUID
  }

  /// Closes the file; the last process to do so writes the write-ahead log back.
  ///
  /// Not needed for safety: a process may end at any moment.
  package func close() throws(ScoreStoreError) {
    try attempt { try queue.close() }
  }

  /// The file's path for errors.
  var path: String { location?.log.path ?? ":memory:" }

  /// Does something and tells its errors in this module's terms.
  func attempt<Result>(_ work: () throws -> Result) throws(ScoreStoreError) -> Result {
    do {
      return try work()
    } catch {
      throw ScoreStoreError(wrapping: error, path: path)
    }
  }

  /// Reads one state of the file.
  func reading<Result>(_ work: (Database) throws -> Result) throws(ScoreStoreError) -> Result {
    try attempt { try queue.read(work) }
  }

  /// Writes in one transaction, which holds the file from its beginning.
  ///
  /// - Parameters:
  ///   - isTrial: Whether all of it is taken back in the end.
  ///   - work: What to do.
  /// - Returns: What the work returns.
  /// - Throws: `moved`, `newer`, or what the work throws; then nothing was written.
  func writing<Result>(
    isTrial: Bool = false,
    _ work: (Database) throws -> Result
  ) throws(ScoreStoreError) -> Result {
    // SQLite would go on writing into a file that has no name any more.
    if let location, Disk.identity(of: location.log) != identity { throw .moved(path: path) }
    return try attempt {
      var result: Result?
      try queue.inTransaction(.immediate) { db in
        // A later program may have migrated the file while it was open here.
        let version = try ScoreLog.version(of: db)
        guard version == schema.version else {
          throw ScoreStoreError.newer(path: path, version: version)
        }
        result = try work(db)
        return isTrial ? .rollback : .commit
      }
      guard let result else { throw ScoreStoreError.locked(path: path) }
      return result
    }
  }
}
