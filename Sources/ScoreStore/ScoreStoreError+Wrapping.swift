import DurableFiles
import GRDB

extension ScoreStoreError {
  /// Tells what an error of SQLite, of the disk or of this module means for a file.
  ///
  /// - Parameters:
  ///   - error: What was thrown; an error of this type stays as it is.
  ///   - path: The file at hand.
  init(wrapping error: any Error, path: String) {
    switch error {
    case let error as ScoreStoreError: self = error
    case let error as DatabaseError: self.init(error, path: path)
    case let error as DiskError: self.init(error)
    case let error as IntakeError: self = .notTakenIn(error)
    case let error as RecordProblem: self = .notWritten(error)
    default: self = .failed(path: path, code: 0, detail: String(describing: error))
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? String(describing: error.resultCode)
    switch (error.resultCode, error.extendedResultCode) {
    case (_, .SQLITE_READONLY_DBMOVED): self = .moved(path: path)
    // The wal-index could not grow: SQLite's name for a full disk under shared memory.
    case (.SQLITE_FULL, _), (_, .SQLITE_IOERR_SHMSIZE): self = .full(path: path)
    case (.SQLITE_READONLY, _): self = .readOnly(path: path)
    case (.SQLITE_BUSY, _), (.SQLITE_LOCKED, _): self = .locked(path: path)
    case (.SQLITE_CORRUPT, _), (.SQLITE_NOTADB, _): self = .damaged(path: path, detail: detail)
    case (.SQLITE_CANTOPEN, _): self = .cannotOpen(path: path, reason: detail)
    default:
      self = .failed(path: path, code: Int(error.extendedResultCode.rawValue), detail: detail)
    }
  }

  private init(_ error: DiskError) {
    switch error.kind {
    case .notWritable: self = .readOnly(path: error.path)
    case .full: self = .full(path: error.path)
    case .held: self = .locked(path: error.path)
    case .other: self = .cannotCreate(path: error.path, reason: error.reason)
    }
  }
}
