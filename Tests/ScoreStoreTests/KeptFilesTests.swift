import DurableFiles
import Foundation
import GRDB
import QuizModel
import Testing

@testable import ScoreStore

/// What lies beside the log goes where the log goes.
@Suite("Files beside the log")
struct KeptFilesTests {
  private let here: TemporaryFolder
  private let there: TemporaryFolder
  private let clock = SteppingClock()

  init() throws {
    here = try TemporaryFolder()
    there = try TemporaryFolder()
  }

  /// A stand-in for rules: lines of a text unite as sets, and the forgotten lose theirs.
  private static let rules = KeptFileRules { own, other in
    KeptFiles(
      own.files.merging(other.files) { own, other in
        let lines = Set([own, other].flatMap(KeptFilesTests.lines))
        return Array(lines.sorted().joined(separator: "\n").utf8)
      }
    )
  } strike: { files, forgotten in
    let ids = Set(forgotten.map(\.description))
    return KeptFiles(
      files.files.mapValues { bytes in
        let left = KeptFilesTests.lines(bytes).filter { !ids.contains($0) }
        return Array(left.joined(separator: "\n").utf8)
      }
    )
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func open(_ folder: TemporaryFolder) throws -> ScoreLog {
    try ScoreLog(
      folder: folder.data,
      rules: KeptFilesTests.rules,
      now: { [clock] in clock.now() },
      makeUUID: { UUID() }
    )
  }

  private func write(_ text: String, to path: String, in folder: TemporaryFolder) throws {
    let file = folder.data.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
  }

  private func files(_ folder: TemporaryFolder) throws -> [String: String] {
    try KeptFiles(in: folder.data).files.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// Restores, and agrees to whatever that takes away.
  @discardableResult
  private func restore(_ backup: URL, into folder: TemporaryFolder) throws -> RestoreReport {
    do throws(ScoreStoreError) {
      return try restore(backup, into: folder, agreed: nil)
    } catch {
      guard case .notAgreed(let effects) = error else { throw error }
      return try restore(backup, into: folder, agreed: effects)
    }
  }

  private func restore(
    _ backup: URL,
    into folder: TemporaryFolder,
    agreed: IntakeEffects?
  ) throws(ScoreStoreError) -> RestoreReport {
    try ScoreLog.restore(
      from: backup,
      into: folder.data,
      agreed: agreed,
      rules: KeptFilesTests.rules,
      now: { [clock] in clock.now() },
      makeUUID: { UUID() }
    )
  }

  private var backup: URL { here.data.appendingPathComponent("../own.sqlite").standardizedFileURL }

  @Test("are in each backup, and a backup brings back just those that it holds")
  func restoring() throws {
    let log = try open(here)
    try write("one", to: "classes/a", in: here)
    try write("two", to: "banks/b/data/items.csv", in: here)
    try write("draft", to: "classes/.draft-1-1", in: here)
    try log.backUp(to: backup)
    defer { try? FileManager.default.removeItem(at: backup) }
    let held = ["classes/a": "one", "banks/b/data/items.csv": "two"]
    try write("new", to: "classes/c", in: there)
    try write("old", to: "classes/a", in: there)
    try write("gone", to: "banks/z/datapackage.json", in: there)
    try restore(backup, into: there)
    #expect(try files(there) == held)
    #expect(Disk.identity(of: there.data.appendingPathComponent("banks/z")) == nil)
    let draft = there.data.appendingPathComponent("classes/.draft-1-1")
    #expect(Disk.identity(of: draft) == nil)
    // What was there before is in the backup that restoring made.
    try write("more", to: "classes/d", in: there)
    let log2 = try open(there)
    _ = try log2.addLearner(named: "Ada")
    try restore(backup, into: there)
    let previous = try #require(log2.automaticBackups.last)
    try restore(previous, into: there)
    #expect(try files(there) == held.merging(["classes/d": "more"]) { own, _ in own })
  }

  @Test("stay as they are where a backup of version 1.0.0 is restored")
  func oldBackup() throws {
    try write("one", to: "classes/a", in: here)
    let log = try open(here)
    try log.backUp(to: backup)
    defer { try? FileManager.default.removeItem(at: backup) }
    let queue = try DatabaseQueue(path: backup.path)
    try queue.write { db in try db.execute(sql: "DROP TABLE files") }
    try queue.close()
    try write("two", to: "classes/b", in: there)
    try restore(backup, into: there)
    #expect(try files(there) == ["classes/b": "two"])
  }

  @Test("unite, in any order and twice")
  func uniting() throws {
    try write("x\ny", to: "classes/a", in: here)
    try write("y\nz", to: "classes/a", in: there)
    try write("w", to: "classes/b", in: there)
    let (one, other) = (try open(here), try open(there))
    try other.backUp(to: backup)
    defer { try? FileManager.default.removeItem(at: backup) }
    for _ in 0..<2 {
      _ = try one.unite(with: backup)
      #expect(try files(here) == ["classes/a": "x\ny\nz", "classes/b": "w"])
    }
    let back = backup.appendingPathExtension("back")
    try one.backUp(to: back)
    defer { try? FileManager.default.removeItem(at: back) }
    _ = try other.unite(with: back)
    #expect(try files(there) == files(here))
  }

  @Test("lose who is forgotten, in backups and where an old one comes back")
  func forgetting() throws {
    let log = try open(here)
    let pupil = LearnerID(UUID())
    try write("\(pupil)\nother", to: "classes/a", in: here)
    _ = try log.append(.answered(Samples.answer(by: pupil)))
    let automatic = try #require(try log.backUpIfDue(now: clock.now()))
    try log.backUp(to: backup)
    defer { try? FileManager.default.removeItem(at: backup) }
    #expect(try log.forget(nameless: [pupil]).untouched.isEmpty)
    #expect(try files(here) == ["classes/a": "other"])
    let bytes = try Data(contentsOf: automatic)
    #expect(bytes.range(of: Data(pupil.description.utf8)) == nil)
    _ = try log.unite(with: backup)
    #expect(try files(here) == ["classes/a": "other"])
    try restore(backup, into: here)
    #expect(try files(here) == ["classes/a": "other"])
  }

  @Test("that were agreed on are written by whoever comes next, and none twice")
  func pending() throws {
    let log = try open(here)
    try write("old", to: "classes/a", in: here)
    try write("gone", to: "classes/b", in: here)
    let pending = PendingFiles(in: here.data)
    try pending.announce()
    try log.queue.write { db in
      let changes: [String: [UInt8]?] = ["classes/a": Array("new".utf8), "classes/b": nil]
      try pending.write(changes, in: db)
    }
    // Here a process was killed.
    #expect(try files(here) == ["classes/a": "old", "classes/b": "gone"])
    #expect(pending.isThere)
    try open(here).settleFiles()
    #expect(try files(here) == ["classes/a": "new"])
    #expect(!pending.isThere)
    try write("newer", to: "classes/a", in: here)
    try open(here).settleFiles()
    #expect(try files(here) == ["classes/a": "newer"])
  }

  @Test("that cannot be written are told of, and are not lost")
  func blocked() throws {
    try write("one", to: "classes/a", in: there)
    try open(there).backUp(to: backup)
    defer { try? FileManager.default.removeItem(at: backup) }
    let log = try open(here)
    // A folder stands where the file is to be.
    let place = here.data.appendingPathComponent("classes/a/inner")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let path = here.data.appendingPathComponent("classes/a").path
    #expect(throws: ScoreStoreError.filesPending(path: path, reason: "Is a directory")) {
      try log.unite(with: backup)
    }
    try FileManager.default.removeItem(at: place.deletingLastPathComponent())
    try open(here).settleFiles()
    #expect(try files(here) == ["classes/a": "one"])
  }

  @Test(
    "of a backup never leave their folders",
    arguments: [
      "../evil", "classes/../../evil", "/etc/evil", "classes", "log.sqlite", "classes//a",
      "backups/a", "classes/.lock", "classes/a\u{1b}", "classes/..", "banks/./a",
    ]
  )
  func paths(path: String) throws {
    #expect(!KeptFiles.isPath(path))
    try open(here).backUp(to: backup)
    defer { try? FileManager.default.removeItem(at: backup) }
    let queue = try DatabaseQueue(path: backup.path)
    try queue.write { db in
      try FileTable.replace(with: KeptFiles([path: [1]]), in: db)
    }
    try queue.close()
    #expect(try restore(backup, into: there).leftOut.files == [path])
    #expect(try files(there).isEmpty)
  }

  @Test("that were changed in a backup by a single byte are left out, and the one here stays")
  func damage() throws {
    try write("Ada Lee", to: "classes/a", in: here)
    try open(here).backUp(to: backup)
    defer { try? FileManager.default.removeItem(at: backup) }
    var bytes = try Data(contentsOf: backup)
    let place = try #require(bytes.range(of: Data("Ada Lee".utf8)))
    bytes[place.lowerBound] ^= 2
    try bytes.write(to: backup)
    #expect(try restore(backup, into: there).leftOut.files == ["classes/a"])
    #expect(try files(there).isEmpty)
    try write("Ada", to: "classes/a", in: there)
    #expect(try restore(backup, into: there).leftOut.files == ["classes/a"])
    #expect(try files(there) == ["classes/a": "Ada"])
  }

  @Test("that a restore would take away have to be agreed to")
  func agreeing() throws {
    try open(here).backUp(to: backup)
    defer { try? FileManager.default.removeItem(at: backup) }
    try write("one", to: "classes/a", in: there)
    #expect {
      try restore(backup, into: there, agreed: nil)
    } throws: { error in
      if case .notAgreed(let effects)? = error as? ScoreStoreError {
        effects.files == ["classes/a"]
      } else {
        false
      }
    }
    #expect(try files(there) == ["classes/a": "one"])
  }

  @Test("go through an export too, in pieces, and a piece that is damaged is told")
  func exporting() throws {
    let log = try open(here)
    let large = String(repeating: "0123456789abcdef", count: FileLines.piece / 8)
    try write("one", to: "classes/a", in: here)
    try write(large, to: "banks/b/data/items.csv", in: here)
    try write("", to: "banks/b/empty", in: here)
    var lines: [String] = []
    try log.exportRecords { lines.append($0) }
    let export = here.url.appendingPathComponent("export.jsonl")
    try Data(lines.joined().utf8).write(to: export)
    _ = try open(there).unite(with: export, isExport: true)
    #expect(try files(there) == files(here))
    let other = try TemporaryFolder()
    let cut = lines.filter { !$0.contains(#""offset":\#(FileLines.piece),"#) }
    #expect(cut.count == lines.count - 1)
    try Data(cut.joined().utf8).write(to: export)
    let report = try open(other).unite(with: export, isExport: true)
    #expect(report.records.leftOut.files == ["banks/b/data/items.csv"])
    #expect(try files(other) == ["classes/a": "one", "banks/b/empty": ""])
  }
}
