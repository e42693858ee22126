import DurableFiles
import Foundation
import QuizModel
import SystemPackage
import Testing

@testable import ScoreStore

/// A small file system of its own, where the system lets us have one.
///
/// A class, because its end takes the file system away.
private final class Volume: Sendable {
  let url: URL

  init?(size: String) {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("score-store-volume-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    guard Volume.run("mount", "-t", "tmpfs", "-o", "size=\(size)", "none", url.path) else {
      try? FileManager.default.removeItem(at: url)
      return nil
    }
  }

  deinit {
    _ = Volume.run("umount", url.path)
    try? FileManager.default.removeItem(at: url)
  }

  func makeReadOnly() -> Bool {
    Volume.run("mount", "-o", "remount,ro", url.path)
  }

  private static func run(_ command: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  static let canMount = Volume(size: "64k") != nil
}

@Suite("A disk in trouble", .serialized)
struct DiskTests {
  private let learner = LearnerID(UUID())

  private func open(_ folder: URL) throws(ScoreStoreError) -> ScoreLog {
    try ScoreLog(folder: folder, now: { SteppingClock.start }, makeUUID: { UUID() })
  }

  @Test(
    "that is full is told, and no answer that was confirmed is lost",
    .enabled(if: Volume.canMount)
  )
  func fullDisk() throws {
    let volume = try #require(Volume(size: "512k"))
    let folder = volume.url.appendingPathComponent("attache")
    let log = try open(folder)
    var ids: [RecordID] = []
    var failure: ScoreStoreError?
    while failure == nil, ids.count < 5_000 {
      do throws(ScoreStoreError) {
        ids.append(try log.append(.answered(Samples.answer(by: learner, fact: "\(ids.count)"))).id)
      } catch {
        failure = error
      }
    }
    #expect(failure == .full(path: folder.appendingPathComponent("log.sqlite").path))
    #expect(!ids.isEmpty)
    #expect(try log.records().map(\.id) == ids)
    try? log.close()
    #expect(try open(folder).records().map(\.id) == ids)
  }

  @Test(
    "that is full from the start is told, and nothing half-made stays",
    .enabled(if: Volume.canMount)
  )
  func fullFromTheStart() throws {
    let volume = try #require(Volume(size: "16k"))
    #expect {
      try open(volume.url.appendingPathComponent("attache"))
    } throws: { error in
      if case ScoreStoreError.full = error { true } else { false }
    }
    let folder = volume.url.appendingPathComponent("attache").path
    #expect(((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).isEmpty)
  }

  @Test("that is read-only is told, with and without a log", .enabled(if: Volume.canMount))
  func readOnlyDisk() throws {
    let volume = try #require(Volume(size: "2m"))
    let folder = volume.url.appendingPathComponent("attache")
    let log = try open(folder)
    _ = try log.currentLearner(loginName: "ada")
    try log.close()
    let file = folder.appendingPathComponent("log.sqlite")
    let before = try Data(contentsOf: file)
    #expect(volume.makeReadOnly())
    #expect(throws: ScoreStoreError.readOnly(path: folder.path)) { try open(folder) }
    let other = volume.url.appendingPathComponent("other")
    #expect(throws: ScoreStoreError.readOnly(path: other.path)) { try open(other) }
    #expect(try Data(contentsOf: file) == before)
  }

  @Test("whose folder or file this user may not write is told", .enabled(if: geteuid() != 0))
  func noPermission() throws {
    let folder = try TemporaryFolder()
    try open(folder.data).close()
    let files = FileManager.default
    for (url, path, mode) in [(folder.data, folder.data, 0o500), (folder.log, folder.log, 0o400)] {
      try files.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path)
      #expect(throws: ScoreStoreError.readOnly(path: path.path)) { try open(folder.data) }
      try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: url.path)
    }
  }

  @Test("that lets nobody make a folder is told, for every user")
  func nothingCanBeMade() {
    // No folder can be made there, not even by root.
    let folder = URL(fileURLWithPath: "/proc/attache")
    #expect { try open(folder) } throws: { error in
      switch error as? ScoreStoreError {
      case .cannotCreate, .readOnly: true
      default: false
      }
    }
  }

  @Test(
    "gives system calls' errors their meaning",
    arguments: [
      (EROFS, ScoreStoreError.readOnly(path: "p")), (EACCES, .readOnly(path: "p")),
      (EPERM, .readOnly(path: "p")), (ENOSPC, .full(path: "p")), (EDQUOT, .full(path: "p")),
      (ENOTDIR, .cannotCreate(path: "p", reason: "Not a directory")),
    ]
  )
  func mapping(code: Int32, expected: ScoreStoreError) {
    let error = DiskError(path: "p", code: Errno(rawValue: code))
    #expect(ScoreStoreError(wrapping: error, path: "q") == expected)
  }
}
