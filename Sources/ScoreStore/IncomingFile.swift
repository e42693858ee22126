import DurableFiles
import FoundationEssentials
import GRDB
import SystemPackage
import QuizModel

/// A file with records of another log: such a log, a backup of one, or an export.
///
/// It is only ever read: a log as a copy of our own, so that not even SQLite's files beside it are
/// touched.
struct IncomingFile {
  /// What the records are read from.
  private enum Content {
    case log(DatabaseQueue)
    case lines(ByteLines)
  }

  /// The path by which the user knows it.
  private let path: String
  private let content: Content

  /// Opens a file for the time of some work.
  ///
  /// - Parameters:
  ///   - url: The file; a pipe is read to its end first.
  ///   - isExport: Whether only an export is wanted.
  ///   - folder: Where copies are made; they are gone afterwards.
  ///   - work: What to do.
  /// - Returns: What the work returns.
  /// - Throws: ``IntakeError``, ``DiskError``, or what the work throws.
  static func with<Result>(
    _ url: URL,
    isExport: Bool,
    folder: URL,
    _ work: (IncomingFile) throws -> Result
  ) throws -> Result {
    try Disk.makeFolder(folder)
    let copies = try Draft(.folder, in: folder)
    defer { copies.discard() }
    let path = url.path
    var url = url
    do {
      if try !Disk.isRegular(url) {
        let copy = copies.url.appendingPathComponent("piped")
        try Disk.copy(url, to: copy)
        url = copy
      }
      let head = try Disk.head(of: url, count: 16)
      guard let head else { throw DiskError(path: path, code: .noSuchFileOrDirectory) }
      guard head == Array("SQLite format 3\0".utf8) else {
        return try work(try lines(url, path: path, head: head))
      }
      if isExport { throw IntakeError(path: path, problem: .isLog) }
      let queue = try openCopy(of: url, path: path, in: copies.url)
      let result = try work(IncomingFile(path: path, content: .log(queue)))
      try queue.close()
      return result
    } catch let error as DiskError where error.path == path || error.path == url.path {
      throw IntakeError(path: path, problem: .unreadable(reason: error.reason))
    }
  }

  private static func lines(_ url: URL, path: String, head: [UInt8]) throws -> IncomingFile {
    // Whatever begins unlike JSON is told so as a whole, rather than by its first line.
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]
    guard head.first(where: { !blanks.contains($0) }) ?? 0x7b == UInt8(ascii: "{") else {
      throw IntakeError(path: path, problem: .noLog)
    }
    let lines = ByteLines(url, longest: StoredRecord.longest)
    return IncomingFile(path: path, content: .lines(lines))
  }

  private static func openCopy(of url: URL, path: String, in folder: URL) throws -> DatabaseQueue {
    do throws(ScoreStoreError) {
      _ = try LogHeader.read(url, latest: LogSchema.current.version)
    } catch {
      throw IntakeError(path: path, problem: IntakeError.Problem(error))
    }
    let copy = folder.appendingPathComponent("log.sqlite")
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: url.path + suffix) {
      try Disk.copy(
        URL(fileURLWithPath: url.path + suffix),
        to: URL(fileURLWithPath: copy.path + suffix)
      )
    }
    do {
      let queue = try DatabaseQueue(path: copy.path)
      let findings = try queue.read { db in
        let version = try ScoreLog.version(of: db)
        guard version <= LogSchema.current.version else {
          throw IntakeError(path: path, problem: .newer(version: version))
        }
        return try String.fetchAll(db, sql: "PRAGMA integrity_check(records)")
      }
      guard findings == ["ok"] else {
        throw IntakeError(path: path, problem: .damaged(detail: findings.first ?? "no records"))
      }
      return queue
    } catch let error as DatabaseError {
      throw IntakeError(
        path: path,
        problem: .damaged(detail: error.message ?? "\(error.resultCode)")
      )
    }
  }

  /// The files beside the log that it holds.
  ///
  /// - Returns: `nil` for one that knows nothing of them, as those of version 1.0.0.
  /// - Throws: ``IntakeError`` where one is not as it was written.
  func keptFiles() throws -> KeptFiles? {
    guard case .log(let queue) = content else { return nil }
    do {
      return try queue.read(FileTable.files(in:))
    } catch let error as DatabaseError {
      throw damage(error.message ?? "\(error.resultCode)")
    }
  }

  /// Goes through all records, checked, in any order; may be called again.
  ///
  /// - Throws: ``IntakeError``, or what the body throws.
  func forEach(_ body: (StoredRecord) throws -> Void) throws {
    switch content {
    case .lines(let lines):
      do {
        try lines.forEach { number, line in try take(line, number, body) }
      } catch let error as DiskError {
        throw IntakeError(path: path, problem: .unreadable(reason: error.reason))
      }
    case .log(let queue):
      try queue.read { db in
        let steps = try StatementSteps(
          db,
          sql: "SELECT \(StoredRecord.columns) FROM records ORDER BY number"
        )
        while try next(steps) {
          let record = try read(steps)
          do throws(RecordProblem) {
            try record.check()
          } catch {
            throw IntakeError(path: path, problem: .record(error, record.id))
          }
          try hand(record, at: nil, to: body)
        }
      }
    }
  }

  private func take(
    _ line: [UInt8]?,
    _ number: Int,
    _ body: (StoredRecord) throws -> Void
  ) throws {
    guard let line else { throw failure(.tooLong, at: number) }
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
    let record: StoredRecord
    do throws(RecordProblem) {
      record = try RecordLine.record(line)
    } catch {
      throw failure(error, at: number)
    }
    try hand(record, at: number, to: body)
  }

  private func hand(
    _ record: StoredRecord,
    at line: Int?,
    to body: (StoredRecord) throws -> Void
  ) throws {
    do {
      try body(record)
    } catch let error as ConflictingRecord {
      throw IntakeError(path: path, line: line, problem: .conflict(error.id))
    }
  }

  // Errors of the copy must not be taken for errors of the log that is written meanwhile.
  private func next(_ steps: StatementSteps) throws -> Bool {
    do {
      return try steps.next()
    } catch let error as DatabaseError {
      throw damage(error.message ?? "\(error.resultCode)")
    }
  }

  private func read(_ steps: StatementSteps) throws -> StoredRecord {
    do {
      return try StoredRecord(steps: steps)
    } catch let error as DatabaseError {
      throw damage(error.message ?? "\(error.resultCode)")
    }
  }

  private func damage(_ detail: String) -> IntakeError {
    IntakeError(path: path, problem: .damaged(detail: detail))
  }

  private func failure(_ problem: RecordProblem, at line: Int) -> IntakeError {
    IntakeError(path: path, line: line, problem: .record(problem, nil))
  }
}

extension IntakeError.Problem {
  /// What an error of opening a log means for a file that is to be taken in.
  init(_ error: ScoreStoreError) {
    switch error {
    case .damaged(_, let detail): self = .damaged(detail: detail)
    case .newer(_, let version): self = .newer(version: version)
    case .notALog: self = .noLog
    case .cannotOpen(_, let reason): self = .unreadable(reason: reason)
    default: self = .unreadable(reason: String(describing: error))
    }
  }
}
