import DurableFiles
import FoundationEssentials
import GRDB
import QuizModel

extension ScoreLog {
  /// Pages that the write-ahead log takes before a commit writes it back, which costs two more
  /// syncs: more than any game needs, so that an answer costs one.
  private static let pagesBeforeCheckpoint = 4_000

  /// Opens a file that was judged to be a log.
  static func connect(
    to url: URL,
    busyTimeout: Duration
  ) throws(ScoreStoreError) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busyTimeout / .seconds(1))
    configuration.foreignKeysEnabled = true
    do {
      let queue = try DatabaseQueue(path: url.path, configuration: configuration)
      try queue.inDatabase { db in try prepare(db) }
      return queue
    } catch {
      throw ScoreStoreError(wrapping: error, path: url.path)
    }
  }

  /// Settles how a connection treats its file.
  ///
  /// WAL is set here and not through GRDB, which would also lower `synchronous` to NORMAL and
  /// write to the file whenever it is opened.
  private static func prepare(_ db: Database) throws {
    if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" {
      try db.execute(sql: "PRAGMA journal_mode = WAL")
    }
    try db.execute(
      sql: """
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA cell_size_check = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -131072;
        PRAGMA wal_autocheckpoint = \(pagesBeforeCheckpoint);
        """
    )
  }

  /// Brings a file of an earlier version up to date, after a backup.
  func migrate() throws(ScoreStoreError) {
    // The write-ahead log may hold a later header than the file's first bytes.
    let version = try attempt { try queue.inDatabase(ScoreLog.version(of:)) }
    guard version <= schema.version else { throw .newer(path: path, version: version) }
    guard version < schema.version else { return }
    _ = try writeBackup(.migration)
    try attempt {
      do {
        try schema.migrator.migrate(queue)
      } catch {
        // Another process may have been first; GRDB does not look again within its transaction.
        guard try queue.inDatabase(ScoreLog.version(of:)) == schema.version else { throw error }
      }
    }
  }

  /// The version of a file's schema.
  static func version(of db: Database) throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "PRAGMA user_version")) ?? 0
  }

  /// Makes an empty log under a temporary name and publishes it whole.
  ///
  /// So no process and no crash ever leaves half a log. If another process was first, its log
  /// stays.
  static func create(
    at location: LogLocation,
    schema: LogSchema,
    makeUUID: () -> UUID
  ) throws(ScoreStoreError) {
    // SQLite would play it back into the new, unrelated file.
    if let head = try? Disk.head(of: location.writeAheadLog, count: 1), !head.isEmpty {
      throw .damaged(path: location.log.path, detail: "log.sqlite-wal is there without it")
    }
    do {
      try Disk.makeFolder(location.folder)
      let made = try Draft(.privateFile, in: location.folder)
      defer { made.discard() }
      let draft = made.url
      let queue = try DatabaseQueue(path: draft.path)
      try lay(schema, in: queue, makeUUID: makeUUID)
      try queue.inDatabase { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
      try queue.close()
      _ = try Disk.publish(draft, as: location.log)
      try Disk.synchronise(location.folder)
    } catch {
      throw ScoreStoreError(wrapping: error, path: location.log.path)
    }
  }

  /// Lays the tables in an empty database and names the device.
  static func lay(
    _ schema: LogSchema,
    in queue: DatabaseQueue,
    makeUUID: () -> UUID
  ) throws {
    try schema.migrator.migrate(queue)
    try queue.write { db in
      try db.execute(
        sql: "INSERT INTO device (number, device, next_sequence) VALUES (1, ?, 1)",
        arguments: [makeUUID().text]
      )
    }
  }
}
