import FoundationEssentials
import GRDB
import QuizModel

/// A backup that is read back, before it takes its name and before an older one goes.
struct BackupProof {
  /// What SQLite says of the file.
  private let faults: [String]
  /// Records that are not what was written.
  private let changed: LeftOutRecords

  /// Opens a file as somebody would who restores it, and reads all of it.
  ///
  /// - Throws: SQLite's error.
  init(of url: URL) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: url.path, configuration: configuration)
    (faults, changed) = try queue.read { db in
      let faults = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      guard faults.isEmpty else { return (faults, LeftOutRecords()) }
      return (faults, try BackupProof.changed(in: db))
    }
    try queue.close()
  }

  private static func changed(in db: Database) throws -> LeftOutRecords {
    var changed = LeftOutRecords()
    // Files of earlier versions have nothing to be held against.
    guard try ScoreLog.version(of: db) >= LogSchema.firstWithChecksums else { return changed }
    let steps = try StatementSteps(db, sql: "SELECT \(StoredRecord.checkedColumns) FROM records")
    while try steps.next() {
      if let record = StoredRow.changed(steps) { changed.add(record) }
    }
    return changed
  }

  /// - Parameters:
  ///   - path: The log that it is a backup of.
  ///   - toleratesChanges: Whether records that are not what was written are let pass.
  /// - Throws: `damaged` with the log's path if it is not sound.
  func hold(path: String, toleratesChanges: Bool) throws(ScoreStoreError) {
    if let fault = faults.first { throw .damaged(path: path, detail: "a backup of it: \(fault)") }
    guard !toleratesChanges, let record = changed.first.first else { return }
    let id = record.id.map { " \($0.uuid)" } ?? ""
    throw .damaged(path: path, detail: "the record\(id) is not what was written")
  }
}
