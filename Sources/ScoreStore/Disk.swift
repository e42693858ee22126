import FoundationEssentials
import Glibc

/// A system call on a file that failed.
struct DiskError: Error {
  /// What a caller can act on.
  enum Kind {
    /// No permission, or a file system that is read-only.
    case notWritable
    /// No space, or no more of it for this user.
    case full
    /// Anything else.
    case other
  }

  /// The file at hand.
  let path: String
  /// The `errno` of the call.
  let code: Int32

  /// What the code means to a caller.
  var kind: Kind {
    switch code {
    case EACCES, EPERM, EROFS: .notWritable
    case ENOSPC, EDQUOT: .full
    default: .other
    }
  }

  /// The system's words for the code.
  var reason: String { String(cString: strerror(code)) }
}

/// What makes a file the same file, whatever its name.
struct FileIdentity: Hashable, Sendable {
  /// The file system.
  let device: UInt64
  /// The inode on it.
  let number: UInt64
}

/// The few system calls that Foundation has no safe form of.
enum Disk {
  /// Makes a folder and those above it that are missing, for this user alone.
  static func makeFolder(_ url: URL) throws(DiskError) {
    if mkdir(url.path, 0o700) == 0 { return }
    let code = errno
    if code == EEXIST {
      var status = stat()
      if stat(url.path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
      throw DiskError(path: url.path, code: ENOTDIR)
    }
    let parent = url.deletingLastPathComponent()
    guard code == ENOENT, parent.path != url.path else {
      throw DiskError(path: url.path, code: code)
    }
    try makeFolder(parent)
    guard mkdir(url.path, 0o700) == 0 || errno == EEXIST else {
      throw DiskError(path: url.path, code: errno)
    }
  }

  /// Makes an empty file for this user alone, where none is.
  static func makeFile(_ url: URL) throws(DiskError) {
    let descriptor = open(url.path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw DiskError(path: url.path, code: errno) }
    close(descriptor)
  }

  /// Tells why a file or folder cannot be written, `nil` if it can.
  ///
  /// `access` sees read-only file systems and immutable files too, which bind even root.
  static func obstacleToWriting(_ url: URL) -> DiskError? {
    access(url.path, W_OK) == 0 ? nil : DiskError(path: url.path, code: errno)
  }

  /// Whether a path leads to a file, rather than to a pipe, a folder or a device.
  static func isRegular(_ url: URL) throws(DiskError) -> Bool {
    var status = stat()
    guard stat(url.path, &status) == 0 else { throw DiskError(path: url.path, code: errno) }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// Copies what can be read of a file or pipe into a new file, for this user alone.
  static func copy(_ url: URL, to copy: URL) throws(DiskError) {
    let source = open(url.path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw DiskError(path: url.path, code: errno) }
    defer { close(source) }
    let target = open(copy.path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard target >= 0 else { throw DiskError(path: copy.path, code: errno) }
    defer { close(target) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(source, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw DiskError(path: url.path, code: errno) }
      if count == 0 { return }
      var written = 0
      while written < count {
        let more = buffer.withUnsafeBytes { bytes in
          write(target, bytes.baseAddress?.advanced(by: written), count - written)
        }
        if more < 0, errno == EINTR { continue }
        guard more > 0 else { throw DiskError(path: copy.path, code: errno) }
        written += more
      }
    }
  }

  /// Which file a path leads to; `nil` if to none.
  static func identity(of url: URL) -> FileIdentity? {
    var status = stat()
    guard stat(url.path, &status) == 0 else { return nil }
    return FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  /// Gives a finished file its name, unless that name is taken.
  ///
  /// - Returns: Whether the name was free.
  static func publish(_ draft: URL, as url: URL) throws(DiskError) -> Bool {
    if link(draft.path, url.path) == 0 { return true }
    if errno == EEXIST { return false }
    // Some file systems know no links; there the gap between look and rename has to do.
    if access(url.path, F_OK) == 0 { return false }
    try replace(url, with: draft)
    return true
  }

  /// Gives a file another's name, in one step.
  static func replace(_ url: URL, with draft: URL) throws(DiskError) {
    guard rename(draft.path, url.path) == 0 else {
      throw DiskError(path: url.path, code: errno)
    }
  }

  /// Waits until a file or a folder's entries have reached the disk.
  static func synchronise(_ url: URL) throws(DiskError) {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError(path: url.path, code: errno) }
    defer { close(descriptor) }
    // Some file systems refuse to sync a folder; there is nothing more to be done on those.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw DiskError(path: url.path, code: errno)
    }
  }

  /// The first bytes of a file, fewer if it is shorter; `nil` if it does not exist.
  static func head(of url: URL, count: Int) throws(DiskError) -> [UInt8]? {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw DiskError(path: url.path, code: errno)
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let length = read(descriptor, &bytes, count)
    guard length >= 0 else { throw DiskError(path: url.path, code: errno) }
    return Array(bytes.prefix(length))
  }
}
