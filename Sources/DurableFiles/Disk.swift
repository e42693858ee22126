import CDiskShim
package import FoundationEssentials
import Glibc
package import SystemPackage

/// What makes a file the same file, whatever its name.
package struct FileIdentity: Hashable, Sendable {
  /// The file system.
  package let device: UInt64
  /// The inode on it.
  package let number: UInt64
}

/// The few system calls that Foundation has no safe form of.
package enum Disk {
  /// Makes a folder and those above it that are missing, for this user alone.
  package static func makeFolder(_ url: URL) throws(DiskError) {
    if mkdir(url.path, 0o700) == 0 { return }
    let error = DiskError(path: url.path)
    if error.code == .fileExists {
      if isFolder(url) { return }
      throw DiskError(path: url.path, code: .notDirectory)
    }
    let parent = url.deletingLastPathComponent()
    guard error.code == .noSuchFileOrDirectory, parent.path != url.path else { throw error }
    try makeFolder(parent)
    guard mkdir(url.path, 0o700) == 0 || errno == EEXIST else { throw DiskError(path: url.path) }
  }

  /// Tells why a file or folder cannot be written, `nil` if it can.
  ///
  /// `access` sees read-only file systems and immutable files too, which bind even root.
  package static func obstacleToWriting(_ url: URL) -> DiskError? {
    access(url.path, W_OK) == 0 ? nil : DiskError(path: url.path)
  }

  /// Whether a path leads to a file, rather than to a pipe, a folder or a device.
  package static func isRegular(_ url: URL) throws(DiskError) -> Bool {
    var status = stat()
    guard stat(url.path, &status) == 0 else { throw DiskError(path: url.path) }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// Who may read and write what a path leads to; `nil` if it leads nowhere.
  static func mode(of url: URL) -> mode_t? {
    var status = stat()
    return stat(url.path, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  /// Whether a path leads to a folder.
  package static func isFolder(_ url: URL) -> Bool {
    var status = stat()
    return stat(url.path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Reads a file or pipe to its end.
  ///
  /// - Parameters:
  ///   - url: The file.
  ///   - limit: The most bytes that are read.
  /// - Returns: All of them; `nil` if there are more.
  /// - Throws: Why it cannot be read.
  package static func bytes(of url: URL, limit: Int) throws(DiskError) -> [UInt8]? {
    try attempt(url) {
      try opened(url) { descriptor in
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
          let count = try buffer.withUnsafeMutableBytes { try descriptor.read(into: $0) }
          if count == 0 { return bytes }
          bytes += buffer.prefix(count)
          if bytes.count > limit { return nil }
        }
      }
    }
  }

  /// Copies what can be read of a file or pipe into a new file, for this user alone.
  package static func copy(_ url: URL, to copy: URL) throws(DiskError) {
    try attempt(url) {
      try opened(url) { source in
        try opened(copy, .writeOnly, [.create, .exclusiveCreate]) { target in
          var buffer = [UInt8](repeating: 0, count: 1 << 20)
          while true {
            let count = try attempt(url) {
              try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            }
            if count == 0 { return }
            try target.writeAll(buffer.prefix(count))
          }
        }
      }
    }
  }

  /// Which file a path leads to; `nil` if to none.
  package static func identity(of url: URL) -> FileIdentity? {
    var status = stat()
    guard stat(url.path, &status) == 0 else { return nil }
    return FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  /// The first bytes of a file, fewer if it is shorter; `nil` if it does not exist.
  package static func head(of url: URL, count: Int) throws(DiskError) -> [UInt8]? {
    do throws(DiskError) {
      return try attempt(url) {
        try opened(url) { descriptor in
          var bytes = [UInt8](repeating: 0, count: count)
          let length = try bytes.withUnsafeMutableBytes { try descriptor.read(into: $0) }
          return Array(bytes.prefix(length))
        }
      }
    } catch {
      if error.code == .noSuchFileOrDirectory { return nil }
      throw error
    }
  }

  /// Gives a finished file its name, unless that name is taken.
  ///
  /// - Returns: Whether the name was free.
  package static func publish(_ draft: URL, as url: URL) throws(DiskError) -> Bool {
    if link(draft.path, url.path) == 0 { return true }
    if errno == EEXIST { return false }
    // Some file systems know no links; there the gap between look and rename has to do.
    if access(url.path, F_OK) == 0 { return false }
    try replace(url, with: draft)
    return true
  }

  /// Gives a file another's name, in one step.
  package static func replace(_ url: URL, with draft: URL) throws(DiskError) {
    guard rename(draft.path, url.path) == 0 else { throw DiskError(path: url.path) }
  }

  /// Lets two files or folders change places, in one step.
  ///
  /// - Returns: `false` on a file system that cannot.
  package static func exchange(_ url: URL, with other: URL) throws(DiskError) -> Bool {
    if attache_exchange(other.path, url.path) == 0 { return true }
    let error = DiskError(path: url.path)
    let isUnknown = [.invalidArgument, .noFunction, .notSupported].contains(error.code)
    if isUnknown { return false }
    throw error
  }

  /// Removes a file; it may be gone already.
  package static func remove(_ url: URL) throws(DiskError) {
    guard unlink(url.path) == 0 || errno == ENOENT else { throw DiskError(path: url.path) }
  }

  /// Removes a folder in which nothing is left.
  ///
  /// - Returns: Whether it is gone.
  package static func removeEmptyFolder(_ url: URL) -> Bool { rmdir(url.path) == 0 }

  /// Waits until a file or a folder's entries have reached the disk.
  package static func synchronise(_ url: URL) throws(DiskError) {
    try attempt(url) {
      try opened(url) { descriptor in
        // Some file systems refuse to sync a folder; there is nothing more to be done on those.
        guard fsync(descriptor.rawValue) == 0 || errno == EINVAL else {
          throw Errno(rawValue: errno)
        }
      }
    }
  }

  /// Waits until the entries of the folder around a file that has just taken its place have reached
  /// the disk.
  ///
  /// - Throws: An error that says that the file stands there.
  package static func synchroniseFolder(around url: URL) throws(DiskError) {
    do {
      try synchronise(url.deletingLastPathComponent())
    } catch {
      throw DiskError(path: url.path, code: error.code, isDone: true)
    }
  }

  /// Opens a file for the time of some work.
  ///
  /// - Throws: ``DiskError`` for what the system refuses, or what the work throws.
  package static func opened<Result>(
    _ url: URL,
    _ mode: FileDescriptor.AccessMode = .readOnly,
    _ options: FileDescriptor.OpenOptions = [],
    _ work: (FileDescriptor) throws -> Result
  ) throws -> Result {
    do {
      let descriptor = try FileDescriptor.open(
        FilePath(url.path),
        mode,
        options: options.union(.closeOnExec),
        permissions: options.contains(.create) ? .ownerReadWrite : nil
      )
      return try descriptor.closeAfter { try work(descriptor) }
    } catch let error as Errno {
      throw DiskError(path: url.path, code: error)
    }
  }

  /// Does something in which nothing but the disk can fail.
  static func attempt<Result>(
    _ url: URL,
    _ work: () throws -> Result
  ) throws(DiskError) -> Result {
    do {
      return try work()
    } catch {
      throw error as? DiskError ?? DiskError(path: url.path, code: error as? Errno ?? .ioError)
    }
  }
}
