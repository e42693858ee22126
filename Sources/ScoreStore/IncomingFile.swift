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
    case log(DatabaseQueue, version: Int)
    case lines(ByteLines)
  }

  /// The path by which the user knows it.
  let path: String
  private let content: Content
  private let coder = RecordCoder()

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
      let (queue, version) = try openCopy(of: url, path: path, in: copies.url)
      let content = Content.log(queue, version: version)
      let result = try work(IncomingFile(path: path, content: content))
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
    let lines = ByteLines(url, longest: StoredRecord.longestLine)
    return IncomingFile(path: path, content: .lines(lines))
  }

  private static func openCopy(
    of url: URL,
    path: String,
    in folder: URL
  ) throws -> (DatabaseQueue, version: Int) {
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
      let (version, findings) = try queue.read { db in
        let version = try ScoreLog.version(of: db)
        guard version <= LogSchema.current.version else {
          throw IntakeError(path: path, problem: .newer(version: version))
        }
        return (version, try String.fetchAll(db, sql: "PRAGMA integrity_check(records)"))
      }
      guard findings == ["ok"] else {
        throw IntakeError(path: path, problem: .damaged(detail: findings.first ?? "no records"))
      }
      return (queue, version)
    } catch let error as DatabaseError {
      throw IntakeError(
        path: path,
        problem: .damaged(detail: error.message ?? "\(error.resultCode)")
      )
    }
  }

  /// The files beside the log that it holds.
  ///
  /// - Returns: Them, and the paths of those that are not as they were written; `nil` for a backup
  ///   that knows nothing of them, as those of version 1.0.0.
  /// - Throws: ``IntakeError``.
  func keptFiles() throws -> (sound: KeptFiles, damaged: [String])? {
    switch content {
    case .log(let queue, _):
      do {
        return try queue.read(FileTable.files(in:))
      } catch let error as DatabaseError {
        let detail = error.message ?? "\(error.resultCode)"
        throw IntakeError(path: path, problem: .damaged(detail: detail))
      }
    case .lines(let lines):
      var files = FileLines()
      try lines.forEach { _, line in
        if let line, FileLines.isFile(line) { files.take(line) }
      }
      files.finish()
      return (files.files, files.damaged)
    }
  }

  /// Goes through all that stands in it, judged, in any order; may be called again.
  ///
  /// - Throws: ``IntakeError``, or what the body throws.
  func forEach(_ body: (Incoming) throws -> Void) throws {
    switch content {
    case .lines(let lines):
      do {
        try forEach(in: lines, body)
      } catch let error as DiskError {
        throw IntakeError(path: path, problem: .unreadable(reason: error.reason))
      }
    case .log(let queue, let version):
      try queue.read { db in
        let isChecked = version >= LogSchema.firstWithChecksums
        let columns = StoredRecord.columns(ofVersion: version)
        let steps = try StatementSteps(db, sql: "SELECT \(columns) FROM records ORDER BY number")
        while try next(steps) {
          try body(Incoming(StoredRow(steps, isChecked: isChecked, coder: coder), line: nil))
        }
      }
    }
  }

  private func forEach(in lines: ByteLines, _ body: (Incoming) throws -> Void) throws {
    var count = ExportCount()
    try lines.forEach { number, line in
      guard let line else {
        throw IntakeError(path: path, line: number, problem: .record(.tooLong, nil))
      }
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
      if FileLines.isFile(line) { return }
      if let mark = ExportMark(line) {
        if case .begin(let format) = mark, format > ExportMark.format {
          throw IntakeError(path: path, line: number, problem: .newer(version: format))
        }
        if let short = count.take(mark) { try body(.short(short)) }
        return
      }
      count.take()
      try body(incoming(line, at: number))
    }
    if let short = count.end { try body(.short(short)) }
  }

  private func incoming(_ line: [UInt8], at number: Int) -> Incoming {
    do throws(RecordProblem) {
      let record = try RecordLine.record(line)
      return Incoming(StoredRow(record, line: number, coder: coder), line: number)
    } catch {
      return .unsound(
        LeftOutRecord(line: number, id: nil, kind: nil, reason: .problem(error))
      )
    }
  }

  // Errors of the copy must not be taken for errors of the log that is written meanwhile.
  private func next(_ steps: StatementSteps) throws -> Bool {
    do {
      return try steps.next()
    } catch let error as DatabaseError {
      let detail = error.message ?? "\(error.resultCode)"
      throw IntakeError(path: path, problem: .damaged(detail: detail))
    }
  }
}

/// What a file holds, piece by piece.
enum Incoming {
  /// A record, what it says, and its line; nothing is said by a kind of a later version.
  case record(StoredRecord, QuizModel.Record?, line: Int?)
  /// Something in the place of a record.
  case unsound(LeftOutRecord)
  /// That records are missing.
  case short(ShortExport)

  /// A row that was judged.
  init(_ row: StoredRow, line: Int?) {
    switch row {
    case .sound(let stored, let record): self = .record(stored, record, line: line)
    case .unsound(let record): self = .unsound(record)
    }
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
