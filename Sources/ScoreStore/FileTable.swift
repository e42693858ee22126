import FoundationEssentials
import GRDB
import QuizModel

/// The table in which a backup holds the files beside the log.
///
/// A log has none: there the files are files.
enum FileTable {
  /// Lays the table, and fills it from a data folder.
  ///
  /// - Parameters:
  ///   - folder: The data folder.
  ///   - db: A backup that is being written.
  /// - Throws: ``DiskError`` or SQLite's error.
  static func fill(from folder: URL, in db: Database) throws {
    try lay(in: db)
    try KeptFiles.forEach(in: folder) { path, bytes in try insert(path, bytes, in: db) }
  }

  /// The files that a backup holds.
  ///
  /// - Returns: Them, and the paths of those that are not as they were written; `nil` for a backup
  ///   of version 1.0.0, which held the log alone.
  /// - Throws: SQLite's error.
  static func files(in db: Database) throws -> (sound: KeptFiles, damaged: [String])? {
    guard try db.tableExists("files") else { return nil }
    var (files, damaged) = (KeptFiles(), [String]())
    let rows = try Row.fetchCursor(db, sql: "SELECT path, bytes, checksum FROM files ORDER BY path")
    while let row = try rows.next() {
      let path: String = try row.required("path")
      let bytes: Data = try row.required("bytes")
      let checksum: Int64 = try row.required("checksum")
      guard KeptFiles.isPath(path), checksum == self.checksum(path, Array(bytes)) else {
        damaged.append(path)
        continue
      }
      files.files[path] = Array(bytes)
    }
    return (files, damaged)
  }

  /// Puts other files in the place of those that a backup holds.
  static func replace(with files: KeptFiles, in db: Database) throws {
    try db.execute(sql: "DROP TABLE IF EXISTS files")
    try lay(in: db)
    for (path, bytes) in files.files.sorted(by: { $0.key < $1.key }) {
      try insert(path, bytes, in: db)
    }
  }

  private static func lay(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE files (
          path TEXT PRIMARY KEY NOT NULL,
          bytes BLOB NOT NULL,
          checksum INTEGER NOT NULL
        ) STRICT
        """
    )
  }

  private static func insert(_ path: String, _ bytes: [UInt8], in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO files (path, bytes, checksum) VALUES (?, ?, ?)",
      arguments: [path, Data(bytes), checksum(path, bytes)]
    )
  }

  private static func checksum(_ path: String, _ bytes: [UInt8]) -> Int64 {
    Int64(bitPattern: KeptFiles.checksum(path, bytes).value)
  }
}
