package import FoundationEssentials
import Glibc
import SystemPackage

/// A file or folder that is being made beside the place that it will take.
///
/// Its maker holds a lock on it, which the system drops when the process ends, however it ends. So
/// a draft that nobody holds is known to be left over at once, whatever clocks and process numbers
/// say.
package struct Draft {
  /// What the names of all drafts begin with.
  package static let prefix = ".draft-"

  /// What SQLite adds to the name of a file for those that it keeps beside it.
  private static let suffixes = ["-wal", "-shm", "-journal"]

  /// Where it stands.
  package let url: URL
  /// The open file; of a folder, the folder.
  let descriptor: FileDescriptor

  /// What is made.
  package enum Kind: Hashable, Sendable {
    /// An empty file, for this user alone.
    case privateFile
    /// An empty file, for whom the user's mask lets in.
    case file
    /// An empty folder, for this user alone.
    case folder
  }

  /// Makes an empty draft in a folder.
  ///
  /// - Throws: Why it cannot be made.
  package init(_ kind: Kind, in folder: URL) throws(DiskError) {
    var number = 1
    while true {
      let url = folder.appendingPathComponent("\(Draft.prefix)\(getpid())-\(number)")
      if let draft = try Draft.make(kind, at: url) {
        self = draft
        return
      }
      number += 1
    }
  }

  private init(url: URL, descriptor: FileDescriptor) {
    self.url = url
    self.descriptor = descriptor
  }

  /// Lets go of it, and removes it if it still stands under its first name.
  package func discard() {
    Draft.remove(url)
    try? descriptor.close()
  }

  /// Removes the drafts that processes left when they were killed, as far as that is possible.
  ///
  /// - Parameter folder: Where they were made.
  package static func sweep(_ folder: URL) {
    for url in all(in: folder) {
      guard let descriptor = try? held(url) else { continue }
      remove(url)
      try? descriptor.close()
    }
  }

  /// The drafts in a folder, whoever holds them.
  package static func all(in folder: URL) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { name in
      guard name.hasPrefix(prefix) || isOfFirstVersion(name) else { return false }
      // What SQLite keeps beside a draft belongs to who holds that one.
      let whole = suffixes.first(where: name.hasSuffix).map { String(name.dropLast($0.count)) }
      return whole.map { !names.contains($0) } ?? true
    }.map(folder.appendingPathComponent)
  }

  /// Version 1.0.0 called a draft `NAME.draft-` and the number of its process, and held nothing.
  private static func isOfFirstVersion(_ name: String) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard let process = parts.last.flatMap({ Int32($0) }),
      parts.dropLast().joined(separator: "-").hasSuffix(".draft")
    else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  /// - Returns: `nil` if the name is taken, or was swept away before it was held.
  private static func make(_ kind: Kind, at url: URL) throws(DiskError) -> Draft? {
    do {
      switch kind {
      case .folder:
        guard mkdir(url.path, 0o700) == 0 else { throw Errno(rawValue: errno) }
        return try held(url).map { Draft(url: url, descriptor: $0) }
      case .privateFile, .file:
        let descriptor = try FileDescriptor.open(
          FilePath(url.path),
          .readWrite,
          options: [.create, .exclusiveCreate, .closeOnExec],
          permissions: kind == .file ? FilePermissions(rawValue: 0o666) : .ownerReadWrite
        )
        guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0, stands(descriptor, at: url)
        else {
          try descriptor.close()
          return nil
        }
        return Draft(url: url, descriptor: descriptor)
      }
    } catch {
      let code = error as? Errno ?? .ioError
      if code == .fileExists { return nil }
      throw DiskError(path: url.path, code: code)
    }
  }

  /// Takes hold of what stands somewhere; `nil` if another process holds it, or it is gone.
  private static func held(_ url: URL) throws -> FileDescriptor? {
    let descriptor = try FileDescriptor.open(
      FilePath(url.path),
      .readOnly,
      options: [.closeOnExec, .noFollow, .nonBlocking]
    )
    guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0, stands(descriptor, at: url) else {
      try descriptor.close()
      return nil
    }
    return descriptor
  }

  private static func stands(_ descriptor: FileDescriptor, at url: URL) -> Bool {
    var status = stat()
    guard fstat(descriptor.rawValue, &status) == 0 else { return false }
    let identity = FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    return Disk.identity(of: url) == identity
  }

  private static func remove(_ url: URL) {
    for suffix in suffixes + [""] {
      try? FileManager.default.removeItem(atPath: url.path + suffix)
    }
  }
}
