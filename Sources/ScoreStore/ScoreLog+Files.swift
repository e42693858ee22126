import DurableFiles
import FoundationEssentials
import GRDB
import QuizModel

extension ScoreLog {
  /// Settles what becomes of the files beside the log, and tells the paths of those that go.
  ///
  /// Given those that are there, those that are to be.
  typealias FileChange = (_ what: (KeptFiles) throws -> KeptFiles) throws -> [String]

  /// Writes in one transaction, together with which files beside the log change, or not at all.
  ///
  /// - Parameters:
  ///   - isTrial: Whether all of it is taken back again.
  ///   - work: Takes the database, and what it may call once to change files; who is forgotten by
  ///     then is struck from them.
  /// - Returns: What the work returns.
  /// - Throws: `filesPending` where the log has changed and the files are still to follow.
  func changingFiles<Result>(
    isTrial: Bool = false,
    _ work: (Database, FileChange) throws -> Result
  ) throws(ScoreStoreError) -> Result {
    guard let location else {
      return try writing(isTrial: isTrial) { db in try work(db) { _ in [] } }
    }
    let pending = PendingFiles(in: location.folder)
    return try attempt {
      try KeptFiles.held(in: location.folder) {
        let result = try writing(isTrial: isTrial) { db in
          try work(db) { what in
            let own = try KeptFiles(in: location.folder)
            let files = try rules.strike(try what(own), try ScoreLog.forgotten(in: db))
            let changes = own.changes(to: files)
            if !isTrial, !changes.isEmpty {
              try pending.announce()
              try pending.write(changes, in: db)
            }
            return changes.filter { $0.value == nil }.keys.sorted()
          }
        }
        if pending.isThere { try carryOut(pending) }
        return result
      }
    }
  }

  /// Carries out changes of files that a process left behind, if there are any.
  ///
  /// - Throws: `filesPending` where they still cannot be made.
  package func settleFiles() throws(ScoreStoreError) {
    guard let location, PendingFiles(in: location.folder).isThere else { return }
    try attempt {
      try KeptFiles.held(in: location.folder) { try carryOut(PendingFiles(in: location.folder)) }
    }
  }

  private func carryOut(_ pending: PendingFiles) throws(ScoreStoreError) {
    do {
      try pending.carryOut(in: queue)
    } catch let error as DiskError {
      throw .filesPending(path: error.path, reason: error.reason)
    } catch {
      throw ScoreStoreError(wrapping: error, path: path)
    }
  }

  /// Strikes who is forgotten from the files that a copy of a backup holds.
  ///
  /// - Returns: Whether anybody stood there.
  func strikeFiles() throws(ScoreStoreError) -> Bool {
    try writing { db in
      guard let (files, _) = try FileTable.files(in: db) else { return false }
      let left = try rules.strike(files, try ScoreLog.forgotten(in: db))
      guard left != files else { return false }
      try FileTable.replace(with: left, in: db)
      return true
    }
  }

  /// Who stands in the files beside the log, and under which name.
  func peopleInFiles() throws -> [LearnerID: String] {
    guard let location else { return [:] }
    return rules.people(try KeptFiles(in: location.folder))
  }

  /// Everybody for whom there is a tombstone.
  static func forgotten(in db: Database) throws -> Set<LearnerID> {
    let ids = try String.fetchAll(
      db,
      sql: "SELECT learner FROM records WHERE \(LogSchema.learnerKinds) AND kind = 'forgotten'"
    )
    return Set(try ids.map { LearnerID(try UUID(stored: $0)) })
  }
}

extension KeptFiles {
  /// Does something while no other process changes what is kept.
  static func held<Result>(in folder: URL, _ work: () throws -> Result) throws -> Result {
    try held(folders[...], in: folder, work)
  }

  private static func held<Result>(
    _ names: ArraySlice<String>,
    in folder: URL,
    _ work: () throws -> Result
  ) throws -> Result {
    guard let name = names.first else { return try work() }
    return try FolderLock.held(on: folder.appendingPathComponent(name)) {
      try held(names.dropFirst(), in: folder, work)
    }
  }
}
