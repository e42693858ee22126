import DurableFiles
package import FoundationEssentials
import GRDB
package import QuizModel

/// What restoring a backup did.
package struct RestoreReport: Hashable, Sendable {
  /// Records that the log holds now.
  package let records: Int
  /// The backup of what the log held before; `nil` if there was no log that could be read.
  package let previous: URL?
  /// Where a log that could not be read was put.
  package let setAside: URL?
  /// What was left out of the backup, since it was not sound.
  package var leftOut = LeftOutRecords()
}

extension ScoreLog {
  /// Makes a log hold what a backup holds, while other processes may have it open.
  ///
  /// The backup is checked first, and what the log held is backed up. A log that cannot be read is
  /// set aside, whole. Tombstones of the present log stay: who was forgotten does not come back.
  ///
  /// - Parameters:
  ///   - backup: A backup or another log; it is only read.
  ///   - folder: The folder of the log, which need not exist.
  ///   - agreed: What may come over those who are here.
  ///   - busyTimeout: How long to wait for another process that is writing.
  ///   - rules: What becomes of the files beside the log.
  ///   - now: Tells the time.
  ///   - makeUUID: Makes ids.
  /// - Returns: How many records the log holds now, and where what it held before is.
  /// - Throws: `notAgreed` if something else than what was agreed to would come over those who are
  ///   here; `backupNotFound`, or `damaged`, `newer` or `notALog` with the backup's path, or what
  ///   opening the log throws, except for a log that is damaged or none.
  package static func restore(
    from backup: URL,
    into folder: URL,
    agreed: IntakeEffects? = nil,
    busyTimeout: Duration = .seconds(5),
    rules: KeptFileRules = .opaque,
    now: @escaping @Sendable () -> Instant,
    makeUUID: @escaping @Sendable () -> UUID
  ) throws(ScoreStoreError) -> RestoreReport {
    guard try LogHeader.read(backup, latest: LogSchema.current.version) != nil else {
      throw .backupNotFound(path: backup.path)
    }
    let open = { () throws(ScoreStoreError) in
      try ScoreLog(
        folder: folder,
        busyTimeout: busyTimeout,
        rules: rules,
        now: now,
        makeUUID: makeUUID
      )
    }
    // In the log's own folder, where erasing somebody finds them if they are left.
    do {
      return try IncomingFile.with(backup, isExport: false, folder: folder) { file in
        do throws(ScoreStoreError) {
          return try open().replaceRecords(with: file, agreed: agreed)
        } catch {
          switch error {
          case .damaged(LogLocation(folder: folder).log.path, _), .notALog: break
          default: throw error
          }
        }
        let aside = try setAside(LogLocation(folder: folder), at: now())
        let report = try open().replaceRecords(with: file, agreed: nil)
        return RestoreReport(
          records: report.records,
          previous: nil,
          setAside: aside,
          leftOut: report.leftOut
        )
      }
    } catch {
      throw ScoreStoreError(wrapping: error, path: backup.path).ofBackup
    }
  }

  /// Replaces the records in one transaction, after a backup.
  ///
  /// The device and its sequence stay, so that no place is given twice.
  private func replaceRecords(
    with file: IncomingFile,
    agreed: IntakeEffects?
  ) throws(ScoreStoreError) -> RestoreReport {
    var previous: URL?
    let hasFiles = try keepsFiles()
    let count = try recordCount()
    if hasFiles || count > 0 {
      // Tried out first, so that a backup is made only of what is going to be replaced.
      _ = try replacing(with: file, agreed: agreed, isTrial: true)
      previous = try writeBackup(.restore)
    }
    let intake = try replacing(with: file, agreed: agreed, isTrial: false)
    let report = try finish(intake)
    return RestoreReport(
      records: try recordCount(),
      previous: previous,
      setAside: nil,
      leftOut: report.leftOut
    )
  }

  private func replacing(
    with file: IncomingFile,
    agreed: IntakeEffects?,
    isTrial: Bool
  ) throws(ScoreStoreError) -> RecordIntake {
    let coder = RecordCoder()
    let files = try attempt { try file.keptFiles() }
    return try changingFiles(isTrial: isTrial) { db, change in
      let bystanders = try Bystanders(db, .replaced)
      // The tables that refer to records follow by themselves.
      try db.execute(sql: "DELETE FROM records WHERE kind <> 'forgotten'")
      for table in ["tallies", "learners", "checkpoints"] {
        try db.execute(sql: "DELETE FROM \(table)")
      }
      var intake = try RecordIntake(db, coder: coder)
      try intake.take(file.forEach)
      if let error = intake.report.error(path: file.path) { throw error }
      intake.leave(out: files?.damaged ?? [])
      let listed = try peopleInFiles()
      var effects = try bystanders.effects(erasing: intake.erased, listed: listed)
      if let files {
        effects.files = try change { own in
          // Where a file of the backup is damaged, the one that is here is better than none.
          KeptFiles(
            files.sound.files.merging(own.files.filter { files.damaged.contains($0.key) }) {
              sound,
              _ in sound
            }
          )
        }
      }
      try effects.hold(agreed)
      return intake
    }
  }

  private static func setAside(
    _ location: LogLocation,
    at instant: Instant
  ) throws(ScoreStoreError) -> URL {
    do {
      try Disk.makeFolder(location.backups)
      let url = BackupFolder(location.backups, at: instant).free(.damaged)
      let files = FileManager.default
      // The write-ahead log first: alone it would be played back into the next log.
      for suffix in ["-wal", "-shm", ""] where files.fileExists(atPath: location.log.path + suffix)
      {
        try files.moveItem(atPath: location.log.path + suffix, toPath: url.path + suffix)
      }
      return url
    } catch {
      throw ScoreStoreError(wrapping: error, path: location.log.path)
    }
  }

  /// Works on a private copy of a log's file, brought up to date if it is of an earlier version.
  ///
  /// - Parameters:
  ///   - url: The file; a write-ahead log beside it is part of it.
  ///   - work: What to do with the copy, which is gone afterwards.
  /// - Returns: What the work returns.
  /// - Throws: What opening throws, with the path of the file instead of the copy's.
  func withCopy<Result>(
    of url: URL,
    _ work: (ScoreLog) throws(ScoreStoreError) -> Result
  ) throws(ScoreStoreError) -> Result {
    let base = location?.folder ?? FileManager.default.temporaryDirectory
    let draft: Draft
    do {
      draft = try Draft(.folder, in: base)
    } catch {
      throw ScoreStoreError(wrapping: error, path: url.path)
    }
    defer { draft.discard() }
    let folder = draft.url
    let target = LogLocation(folder: folder)
    do {
      for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: url.path + suffix) {
        try FileManager.default.copyItem(
          atPath: url.path + suffix,
          toPath: target.log.path + suffix
        )
      }
    } catch {
      throw ScoreStoreError(wrapping: error, path: url.path)
    }
    do throws(ScoreStoreError) {
      let copy = try ScoreLog(
        folder: folder,
        schema: schema,
        rules: rules,
        now: now,
        makeUUID: makeUUID
      )
      let result = try work(copy)
      try copy.close()
      return result
    } catch {
      throw error.moved(from: target.log.path, to: url.path)
    }
  }
}

extension ScoreStoreError {
  /// What is wrong with a file, said of one that was to be restored.
  fileprivate var ofBackup: ScoreStoreError {
    guard case .notTakenIn(let error) = self else { return self }
    return switch error.problem {
    case .damaged(let detail): .damaged(path: error.path, detail: detail)
    case .record(let problem, let id):
      .damaged(path: error.path, detail: "record \(id?.uuid.text ?? ""): \(problem)")
    case .newer(let version): .newer(path: error.path, version: version)
    case .noLog: .notALog(path: error.path)
    case .unreadable(let reason): .cannotOpen(path: error.path, reason: reason)
    case .changed(let id): .damaged(path: error.path, detail: "record \(id?.uuid.text ?? "")")
    case .itself, .isLog, .conflict, .unknownLearner: self
    }
  }

  /// The same fact about another path.
  fileprivate func moved(from old: String, to new: String) -> ScoreStoreError {
    switch self {
    case .damaged(old, let detail): .damaged(path: new, detail: detail)
    case .newer(old, let version): .newer(path: new, version: version)
    case .notALog(old): .notALog(path: new)
    case .cannotOpen(old, let reason): .cannotOpen(path: new, reason: reason)
    case .failed(old, let code, let detail): .failed(path: new, code: code, detail: detail)
    default: self
    }
  }
}
