import Foundation
import Glibc
import SystemPackage
import Testing

@testable import DurableFiles

/// A folder of a test, gone with it.
final class TestFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("durable-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The names of all that stands in it, hidden or not.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }

  func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  func text(_ name: String) throws -> String {
    try String(contentsOf: file(name), encoding: .utf8)
  }
}

@Suite("A file that is written")
struct AtomicFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.file(name).path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test("holds what was written, old or new, and no draft stays")
  func writes() throws {
    for text in ["one", "two"] {
      try AtomicFile.write(Array(text.utf8), to: folder.file("a"))
      #expect(try folder.text("a") == text)
    }
    #expect(try folder.names == ["a"])
  }

  @Test("follows a link, also a chain of them and one that leads nowhere yet")
  func links() throws {
    let files = FileManager.default
    try files.createDirectory(at: folder.file("real"), withIntermediateDirectories: false)
    try files.createSymbolicLink(atPath: folder.file("b").path, withDestinationPath: "a")
    try files.createSymbolicLink(atPath: folder.file("a").path, withDestinationPath: "real/file")
    for text in ["one", "two"] {
      try AtomicFile.write(Array(text.utf8), to: folder.file("b"))
      #expect(try folder.text("real/file") == text)
    }
    #expect(try files.destinationOfSymbolicLink(atPath: folder.file("b").path) == "a")
    #expect(try files.destinationOfSymbolicLink(atPath: folder.file("a").path) == "real/file")
  }

  @Test("goes straight to a pipe, and to what another process has open")
  func openElsewhere() throws {
    let pipe = Pipe()
    let name = "/proc/self/fd/\(pipe.fileHandleForWriting.fileDescriptor)"
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("out").path,
      withDestinationPath: name
    )
    try AtomicFile.write(Array("one".utf8), to: folder.file("out"))
    #expect(pipe.fileHandleForReading.availableData == Data("one".utf8))
    #expect(FileManager.default.createFile(atPath: folder.file("file").path, contents: nil))
    let file = try FileHandle(forWritingTo: folder.file("file"))
    try AtomicFile.write(
      Array("two".utf8),
      to: URL(fileURLWithPath: "/dev/fd/\(file.fileDescriptor)")
    )
    #expect(try folder.text("file") == "two")
    #expect(
      Disk.identity(of: folder.file("file"))
        == Disk.identity(of: URL(fileURLWithPath: "/dev/fd/\(file.fileDescriptor)"))
    )
  }

  @Test("is refused where links lead in a circle")
  func circle() throws {
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder.file("a").path, withDestinationPath: "b")
    try files.createSymbolicLink(atPath: folder.file("b").path, withDestinationPath: "a")
    let path = folder.file("a").path
    #expect(throws: DiskError(path: path, code: .tooManySymbolicLinkLevels)) {
      try AtomicFile.write([1], to: folder.file("a"))
    }
  }

  @Test("keeps its permissions, and a private one is nobody else's")
  func permissions() throws {
    try AtomicFile.write([1], to: folder.file("own"), isPrivate: true)
    #expect(try mode("own") == 0o600)
    try AtomicFile.write([1], to: folder.file("a"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640],
      ofItemAtPath: folder.file("a").path
    )
    try AtomicFile.write([2], to: folder.file("a"))
    #expect(try mode("a") == 0o640)
    try AtomicFile.write([3], to: folder.file("a"), isPrivate: true)
    #expect(try mode("a") == 0o600)
  }

  @Test("is as it was where it cannot be written, and no draft stays")
  func failure() throws {
    try FileManager.default.createDirectory(at: folder.file("a"), withIntermediateDirectories: true)
    let path = folder.file("a").path
    #expect(throws: DiskError(path: path, code: .isDirectory)) {
      try AtomicFile.write([1], to: folder.file("a"))
    }
    let missing = folder.file("none/b")
    #expect(throws: DiskError(path: missing.path, code: .noSuchFileOrDirectory)) {
      try AtomicFile.write([1], to: missing)
    }
    #expect(try folder.names == ["a"])
  }
}

@Suite("A draft")
struct DraftTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test(
    "of a process that is gone is swept at once, one that is held stays",
    arguments: [
      Draft.Kind.file, .privateFile, .folder,
    ]
  )
  func sweeping(kind: Draft.Kind) throws {
    let held = try Draft(kind, in: folder.url)
    let left = try Draft(kind, in: folder.url)
    // As the system does at the end of a process.
    try left.descriptor.close()
    Draft.sweep(folder.url)
    #expect(try folder.names == [held.url.lastPathComponent])
    held.discard()
    #expect(try folder.names.isEmpty)
  }

  @Test("of version 1.0.0 is swept when its process is gone, and nothing else is")
  func firstVersion() throws {
    let gone = Process()
    gone.executableURL = URL(fileURLWithPath: "/bin/true")
    try gone.run()
    gone.waitUntilExit()
    let names = [
      "7b.class.json.draft-\(gone.processIdentifier)", "7b.class.json.draft-\(getpid())",
      "my.draft-copy", "first.draft", "list.draft-",
    ]
    for name in names { try Data().write(to: folder.file(name)) }
    Draft.sweep(folder.url)
    #expect(try folder.names == names.dropFirst().sorted())
  }

  @Test("is never two processes' at once")
  func names() throws {
    let drafts = try (0..<20).map { _ in try Draft(.file, in: folder.url) }
    #expect(Set(drafts.map(\.url)).count == 20)
  }
}

@Suite("The lock of a folder")
struct FolderLockTests {
  @Test("lets one in at a time, and the next when it is let go")
  func exclusive() async throws {
    let folder = try TestFolder()
    let url = folder.url
    let counter = folder.file("counter")
    try Data("0".utf8).write(to: counter)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<20 {
            try FolderLock.held(on: url) {
              let number = try Int(String(contentsOf: counter, encoding: .utf8)) ?? 0
              try Data("\(number + 1)".utf8).write(to: counter)
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try folder.text("counter") == "160")
  }

  @Test("is refused to those who lose patience, as held by another")
  func patience() throws {
    let folder = try TestFolder()
    try FolderLock.held(on: folder.url) {
      #expect {
        _ = try FolderLock.held(on: folder.url, patience: 30) {}
      } throws: { error in
        (error as? DiskError)?.kind == .held
      }
    }
    try FolderLock.held(on: folder.url, patience: 30) {}
  }
}
