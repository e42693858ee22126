import FoundationEssentials
import GRDB
package import QuizModel

/// How far a learner's traces are gone.
package struct ErasureReport: Hashable, Sendable {
  /// Backups that were rewritten without the learner.
  package var rewritten: [String] = []
  /// Paths of files that may still hold the learner: damaged or unreadable ones, and drafts that
  /// another process is writing.
  package var untouched: [String] = []
  /// Whether the file itself is clean.
  ///
  /// It is not yet while another process reads it; it will be once the last one has closed it.
  package var isClean = true
}

extension ScoreLog {
  /// Erases everything of a person, from the log and from the automatic backups.
  ///
  /// A tombstone for each of the person's ids stays and wins in every merge.
  ///
  /// - Throws: `unknownLearner` if nobody has that id.
  @discardableResult
  package func forget(_ learner: LearnerID) throws(ScoreStoreError) -> ErasureReport {
    let members = try writing { db in
      let members = try self.members(of: learner, in: db)
      for member in members {
        _ = try add(.forgotten(member), in: db)
        try ScoreLog.erase(member, in: db)
      }
      var caches = LogCaches(db, coder: RecordCoder())
      caches.noteErasure()
      try caches.finish()
      return members
    }
    return try finishErasure(of: members)
  }

  /// Erases everything of people who have no name in the log, as pupils have none, from the log and
  /// from the automatic backups.
  ///
  /// A tombstone for each of them stays and wins in every merge.
  ///
  /// - Parameter learners: Also those of whom there is nothing.
  /// - Returns: How far their traces are gone.
  /// - Throws: What ``append(_:)`` throws.
  @discardableResult
  package func forget(nameless learners: [LearnerID]) throws(ScoreStoreError) -> ErasureReport {
    let erased = try changingFiles { db, change in
      let erased = try Set(learners).sorted().filter { try !isForgotten($0, in: db) }
      for learner in erased {
        _ = try add(.forgotten(learner), in: db)
        try ScoreLog.erase(learner, in: db)
      }
      var caches = LogCaches(db, coder: RecordCoder())
      caches.noteErasure()
      try caches.finish()
      _ = try change { $0 }
      return erased
    }
    return try finishErasure(of: erased)
  }

  /// All ids of a person, by their bytes.
  ///
  /// - Throws: `unknownLearner` if nobody has that id.
  package func ids(of learner: LearnerID) throws(ScoreStoreError) -> [LearnerID] {
    try reading { db in try members(of: learner, in: db) }
  }

  /// Those of some people who are forgotten, whose records are not let in any more.
  package func forgotten(among people: [LearnerID]) throws(ScoreStoreError) -> Set<LearnerID> {
    try reading { db in Set(try people.filter { try isForgotten($0, in: db) }) }
  }

  private func members(of learner: LearnerID, in db: Database) throws -> [LearnerID] {
    let ids = try String.fetchAll(
      db,
      sql: """
        SELECT learner FROM learners WHERE person = (SELECT person FROM learners WHERE learner = ?)
        ORDER BY learner
        """,
      arguments: [learner.uuid.text]
    )
    guard !ids.isEmpty else {
      throw ScoreStoreError.unknownLearner(name: learner.description)
    }
    return try ids.map { LearnerID(try UUID(stored: $0)) }
  }

  /// Deletes a learner's records but the tombstone; the tables that repeat them follow.
  static func erase(_ learner: LearnerID, in db: Database) throws {
    let id = learner.uuid.text
    let number = try Labels.number(of: id, in: db)
    // A closing names its session only.
    try db.execute(
      sql: """
        DELETE FROM records WHERE number IN (
          SELECT c.record FROM closings c JOIN sessions s ON s.session = c.session
          WHERE s.learner = ?)
        """,
      arguments: [number]
    )
    try db.execute(
      sql: """
        DELETE FROM checkpoints WHERE person = ifnull(
          (SELECT person_number FROM learners WHERE number = ?1), ?1)
        """,
      arguments: [number]
    )
    try db.execute(
      sql: "DELETE FROM records WHERE learner = ? AND kind <> 'forgotten'",
      arguments: [id]
    )
    try db.execute(sql: "DELETE FROM tallies WHERE learner = ?", arguments: [number])
    try db.execute(sql: "DELETE FROM preferences WHERE value = ?", arguments: [id])
  }

  /// Removes what deleting leaves in the file, and reaches the backups.
  func finishErasure(of learners: [LearnerID]) throws(ScoreStoreError) -> ErasureReport {
    var report = ErasureReport()
    report.isClean = location == nil || compact()
    guard let location else { return report }
    report.untouched = Leftovers(location: location).sweepAll()
    let tombstones = try tombstones()
    for backup in BackupFolder(location.backups, at: now()).everything {
      do {
        if try rewrite(backup, with: tombstones) { report.rewritten.append(backup.path) }
      } catch {
        report.untouched.append(backup.path)
      }
    }
    return report
  }

  private func tombstones() throws(ScoreStoreError) -> [StoredRecord] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(StoredRecord.columns) FROM records
          WHERE \(LogSchema.learnerKinds) AND kind = 'forgotten' ORDER BY number
          """
      ).map(StoredRecord.init(row:))
    }
  }

  /// Rewrites the file without its free space and empties the write-ahead log.
  ///
  /// `secure_delete` zeroes what is deleted, but moving rows about can leave copies in pages.
  ///
  /// - Returns: `false` if that was not possible, mostly because another process still reads an
  ///   older state; the records themselves are gone by then.
  private func compact() -> Bool {
    do {
      try queue.writeWithoutTransaction { db in try db.execute(sql: "VACUUM") }
      let busy = try queue.writeWithoutTransaction { db in
        try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      return busy == 0
    } catch {
      return false
    }
  }

  /// Rewrites a backup with tombstones, in a copy that then takes its place.
  ///
  /// - Returns: Whether there was anything to erase.
  private func rewrite(
    _ backup: URL,
    with tombstones: [StoredRecord]
  ) throws(ScoreStoreError) -> Bool {
    try withCopy(of: backup) { copy throws(ScoreStoreError) in
      let before = try copy.recordCount()
      let merged = try copy.insert(tombstones)
      let isStruck = try copy.strikeFiles()
      let after = try copy.recordCount()
      guard isStruck || after != before + merged.added else { return false }
      try copy.writeCopy(to: backup, withFilesOf: nil, replacing: true, toleratesChanges: true)
      return true
    }
  }
}
