import DurableFiles
package import FoundationEssentials
import GRDB
package import QuizModel

extension ScoreLog {
  private static let week: Int64 = 7 * 24 * 60 * 60 * 1_000

  /// Makes a backup if there are answers and the newest one is older than a week.
  ///
  /// Cheap to call after each game: it lists one folder. Backups from the future, made when the
  /// clock was wrong, do not count.
  ///
  /// - Returns: The new backup, `nil` if none was due.
  /// - Throws: `readOnly`, `full`, `locked` or `damaged`, also where the new one is not sound; older
  ///   backups stay.
  @discardableResult
  package func backUpIfDue(now: Instant) throws(ScoreStoreError) -> URL? {
    guard let location else { return nil }
    if let newest = BackupFolder(location.backups, at: now).newestStamp,
      newest > BackupName.stamp(now.advanced(byMilliseconds: -ScoreLog.week))
    {
      return nil
    }
    let hasAnswers = try reading { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM answers)") ?? false
    }
    let hasFiles = try keepsFiles()
    return hasAnswers || hasFiles ? try writeBackup(.weekly) : nil
  }

  /// Whether there are files of classes or banks beside it.
  func keepsFiles() throws(ScoreStoreError) -> Bool {
    guard let location else { return false }
    return try attempt { try KeptFiles.isAnything(in: location.folder) }
  }

  /// Writes the log, as it is now, to a new file of the user's choice, and reads it back.
  ///
  /// - Throws: `backupExists` rather than write over a file, `damaged` rather than keep a backup that
  ///   is not sound.
  package func backUp(to url: URL) throws(ScoreStoreError) {
    guard !FileManager.default.fileExists(atPath: url.path) else {
      throw .backupExists(path: url.path)
    }
    try writeCopy(to: url, withFilesOf: location?.folder)
  }

  /// The backups that were made without being asked for, the oldest first.
  package var automaticBackups: [URL] {
    location.map { BackupFolder($0.backups, at: now()).everything } ?? []
  }

  /// Writes a backup among the automatic ones and removes the oldest of them.
  func writeBackup(_ reason: BackupReason) throws(ScoreStoreError) -> URL? {
    guard let location else { return nil }
    try attempt { try Disk.makeFolder(location.backups) }
    let folder = BackupFolder(location.backups, at: now())
    var url = folder.free(reason)
    while true {
      do throws(ScoreStoreError) {
        try writeCopy(
          to: url,
          withFilesOf: location.folder,
          toleratesChanges: !reason.isRotated
        )
        break
      } catch {
        // Another process was there first, within the same second. Its weekly one will do.
        guard case .backupExists = error else { throw error }
        if reason == .weekly { return nil }
        url = BackupFolder(location.backups, at: now()).free(reason)
      }
    }
    folder.rotate()
    Leftovers(location: location).sweep(at: now)
    return url
  }

  /// Writes a copy of the whole file, which appears under its name only when it is complete, on the
  /// disk, and was read back.
  ///
  /// - Parameters:
  ///   - url: Where.
  ///   - folder: The data folder whose files the copy is to hold too; `nil` for none.
  ///   - replacing: Whether a file may stand there.
  ///   - toleratesChanges: Whether records that are not what was written may be copied as they are.
  /// - Throws: `damaged` with the log's path if what was read back is not sound.
  func writeCopy(
    to url: URL,
    withFilesOf folder: URL?,
    replacing: Bool = false,
    toleratesChanges: Bool = false
  ) throws(ScoreStoreError) {
    do {
      // VACUUM INTO takes an empty file, which is made here so that nobody else can read it.
      let made = try Draft(.privateFile, in: url.deletingLastPathComponent())
      defer { made.discard() }
      let draft = made.url
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM INTO ?", arguments: [draft.path])
      }
      if let folder {
        let copy = try DatabaseQueue(path: draft.path)
        try copy.write { db in try FileTable.fill(from: folder, in: db) }
        try copy.close()
      }
      try Disk.synchronise(draft)
      try BackupProof(of: draft).hold(path: path, toleratesChanges: toleratesChanges)
      if replacing {
        try Disk.replace(url, with: draft)
      } else if try !Disk.publish(draft, as: url) {
        throw ScoreStoreError.backupExists(path: url.path)
      }
      try Disk.synchronise(url.deletingLastPathComponent())
    } catch {
      let error = ScoreStoreError(wrapping: error, path: url.path)
      // What cannot be read is the log, not the copy.
      if case .damaged(_, let detail) = error { throw .damaged(path: path, detail: detail) }
      throw error
    }
  }
}
