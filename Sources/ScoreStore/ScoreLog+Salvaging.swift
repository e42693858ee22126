import DurableFiles
package import FoundationEssentials
import GRDB
package import QuizModel

/// What could be read of a damaged log.
package struct SalvageReport: Hashable, Sendable {
  /// Records that the new file holds.
  package let records: Int
  /// What was found and left out, since it is not sound.
  package let leftOut: LeftOutRecords
  /// Numbers of rows of which nothing was found: lost, or of learners who were forgotten, so that it
  /// is the most that can be lost before the last row that was found.
  package let missing: Int64
}

extension ScoreLog {
  /// Writes all that can be read of a damaged log to a new, sound one, which can be restored.
  ///
  /// The damaged file is only read, as a copy. It is read page by page, so that a bad page costs
  /// nothing but what stood in it.
  ///
  /// - Parameters:
  ///   - url: The damaged log, or a backup of one; a write-ahead log beside it is part of it.
  ///   - target: The new file.
  ///   - now: Tells the time.
  ///   - makeUUID: Makes ids.
  /// - Returns: What was saved, and what was not.
  /// - Throws: `backupNotFound`, `backupExists`, `damaged` if nothing can be made out at all, or what
  ///   the disk refuses.
  package static func salvage(
    _ url: URL,
    to target: URL,
    now: @escaping @Sendable () -> Instant,
    makeUUID: @escaping @Sendable () -> UUID
  ) throws(ScoreStoreError) -> SalvageReport {
    let files = FileManager.default
    guard files.fileExists(atPath: url.path) else { throw .backupNotFound(path: url.path) }
    guard !files.fileExists(atPath: target.path) else { throw .backupExists(path: target.path) }
    do {
      let draft = try Draft(.folder, in: files.temporaryDirectory)
      defer { draft.discard() }
      let (pages, isSound) = try pages(of: url, in: draft.url)
      let log = try ScoreLog(
        folder: draft.url.appendingPathComponent("new"),
        now: now,
        makeUUID: makeUUID
      )
      // In a sound file the gaps are what forgotten learners left.
      let report = try log.take(pages, hasLost: !isSound)
      guard report.records > 0 else {
        throw ScoreStoreError.damaged(path: url.path, detail: "no record can be made out in it")
      }
      try log.writeCopy(to: target, withFilesOf: nil)
      try log.close()
      return report
    } catch {
      throw ScoreStoreError(wrapping: error, path: url.path)
    }
  }

  /// The pages of a file, and those of its write-ahead log if SQLite cannot write them back; and
  /// whether SQLite finds nothing wrong with them.
  private static func pages(
    of url: URL,
    in folder: URL
  ) throws -> ([PageRecords], isSound: Bool) {
    let copy = folder.appendingPathComponent("damaged.sqlite")
    let log = URL(fileURLWithPath: copy.path + "-wal")
    try Disk.copy(url, to: copy)
    let source = URL(fileURLWithPath: url.path + "-wal")
    if FileManager.default.fileExists(atPath: source.path) { try Disk.copy(source, to: log) }
    let isSound = (try? writeBack(copy)) ?? false
    let main = PageRecords(try Data(contentsOf: copy, options: .mappedIfSafe))
    guard let rest = try? Data(contentsOf: log) else { return ([main], isSound) }
    return ([main, PageRecords(framesOf: rest)], isSound)
  }

  /// - Returns: Whether SQLite finds nothing wrong with a file once its write-ahead log is in it.
  private static func writeBack(_ copy: URL) throws -> Bool {
    let queue = try DatabaseQueue(path: copy.path)
    let findings = try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      return try String.fetchAll(db, sql: "PRAGMA integrity_check")
    }
    try queue.close()
    return findings == ["ok"]
  }

  private func take(
    _ pages: [PageRecords],
    hasLost: Bool
  ) throws(ScoreStoreError) -> SalvageReport {
    var numbers: Set<Int64> = []
    let coder = RecordCoder()
    let report = try writing { db in
      var intake = try RecordIntake(db, coder: coder)
      try intake.take { body in
        for page in pages {
          try page.forEach { found in
            if found.number > 0 { numbers.insert(found.number) }
            try body(Incoming(found.row, line: nil))
          }
        }
      }
      return intake.report
    }
    return SalvageReport(
      records: try recordCount(),
      leftOut: report.leftOut,
      missing: hasLost ? (numbers.max() ?? 0) - Int64(numbers.count) : 0
    )
  }
}
