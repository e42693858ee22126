import DurableFiles
package import FoundationEssentials
import GRDB

/// Changes of files beside the log that belong to a change of the log.
///
/// They are written into the log within its own transaction, and then carried out. Whoever opens a
/// log in which some are left, because a process was killed or a disk was full, carries them out
/// first: so both change, or none.
package struct PendingFiles {
  private static let marker = ".pending"

  private let folder: URL

  /// The changes of a data folder.
  package init(in folder: URL) {
    self.folder = folder
  }

  /// Whether any may be left, told without opening the log.
  package var isThere: Bool { Disk.identity(of: marker) != nil }

  private var marker: URL { folder.appendingPathComponent(PendingFiles.marker) }

  /// Says that changes are about to be written: before the transaction in which they are.
  func announce() throws(DiskError) {
    try AtomicFile.write([], to: marker, isPrivate: true)
  }

  /// Writes changes into a log, within a transaction.
  ///
  /// - Parameters:
  ///   - changes: What each path is to hold, `nil` for nothing.
  ///   - db: The log.
  /// - Throws: SQLite's error.
  func write(_ changes: [String: [UInt8]?], in db: Database) throws {
    try db.execute(
      sql:
        "CREATE TABLE IF NOT EXISTS pending_files (path TEXT PRIMARY KEY NOT NULL, bytes BLOB) STRICT"
    )
    for (path, bytes) in changes.sorted(by: { $0.key < $1.key }) {
      try db.execute(
        sql: "INSERT OR REPLACE INTO pending_files (path, bytes) VALUES (?, ?)",
        arguments: [path, bytes.map { Data($0) }]
      )
    }
  }

  /// Carries out what is left, and takes note of it.
  ///
  /// The folders have to be held meanwhile.
  func carryOut(in queue: DatabaseQueue) throws {
    let paths = try queue.read { db in
      try db.tableExists("pending_files")
        ? String.fetchAll(db, sql: "SELECT path FROM pending_files ORDER BY path") : nil
    }
    if let paths {
      for path in paths {
        let bytes = try queue.read { db in
          try Data.fetchOne(
            db,
            sql: "SELECT bytes FROM pending_files WHERE path = ?",
            arguments: [path]
          )
        }
        try carryOut(path, bytes.map { Array($0) })
      }
      try queue.write { db in try db.execute(sql: "DROP TABLE IF EXISTS pending_files") }
    }
    try Disk.remove(marker)
  }

  private func carryOut(_ path: String, _ bytes: [UInt8]?) throws {
    guard KeptFiles.isPath(path) else { return }
    let file = folder.appendingPathComponent(path)
    let parent = file.deletingLastPathComponent()
    guard let bytes else {
      guard Disk.identity(of: file) != nil else { return }
      try Disk.remove(file)
      try Disk.synchronise(parent)
      return removeEmptyFolders(above: path)
    }
    try Disk.makeFolder(parent)
    try AtomicFile.write(bytes, to: file, isPrivate: path.hasPrefix("classes/"))
  }

  private func removeEmptyFolders(above path: String) {
    var parts = path.split(separator: "/").dropLast()
    while parts.count > 1 {
      let url = folder.appendingPathComponent(parts.joined(separator: "/"))
      guard Disk.removeEmptyFolder(url) else { return }
      parts.removeLast()
    }
  }
}
