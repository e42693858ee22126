import Foundation
import Glibc

/// Files that a command names: read whole, and written so that there is never half of one.
enum TeacherFile {
  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - file: Where it stands; a pipe does as well.
  ///   - limit: The most bytes that are read.
  /// - Returns: All of them.
  /// - Throws: ``ClassFileError``.
  static func bytes(of file: URL, limit: Int) throws -> [UInt8] {
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ClassFileError.unreadable(path: file.path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw ClassFileError.unreadable(path: file.path, reason: String(cString: strerror(errno)))
      }
      if count == 0 { return bytes }
      bytes += buffer.prefix(count)
      guard bytes.count <= limit else {
        throw ClassFileError.tooLarge(path: file.path, limit: limit)
      }
    }
  }

  /// The bytes of a text that a teacher wrote or a spreadsheet exported.
  ///
  /// - Parameter path: Where it stands.
  /// - Returns: All of them, at most 16 MB.
  /// - Throws: ``ClassFileError``, for a workbook too.
  static func table(_ path: String) throws -> [UInt8] {
    let bytes = try bytes(of: URL(fileURLWithPath: path), limit: 16 << 20)
    // Workbooks are zip archives, or compound files of older programs.
    let heads: [[UInt8]] = [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]]
    if heads.contains(where: { bytes.starts(with: $0) }) {
      throw ClassFileError.workbook(path: path)
    }
    return bytes
  }

  /// Writes a file: a draft beside it first, synced, which then takes its name.
  ///
  /// - Parameters:
  ///   - bytes: What it is to hold.
  ///   - file: Where; what stood there is replaced.
  ///   - isPrivate: Whether nobody but its owner may read it.
  /// - Throws: ``ClassFileError``; the file is then as it was.
  static func write(_ bytes: [UInt8], to file: URL, isPrivate: Bool = false) throws {
    func failure() -> ClassFileError {
      ClassFileError.unwritable(path: file.path, reason: String(cString: strerror(errno)))
    }
    // A name that is no file, such as /dev/stdout, cannot change places with a draft.
    var status = stat()
    let isThere = stat(file.path, &status) == 0
    let isRegular = !isThere || status.st_mode & S_IFMT == S_IFREG
    let draft = isRegular ? "\(file.path).draft-\(getpid())" : file.path
    let flags = isRegular ? O_CREAT | O_EXCL : 0
    // Who made a file private before wants it to stay so.
    let mode = isThere && isRegular ? status.st_mode & 0o777 : 0o644
    let descriptor = open(draft, flags | O_WRONLY | O_CLOEXEC, isPrivate ? mode & 0o700 : mode)
    guard descriptor >= 0 else { throw failure() }
    var isWritten = writeAll(bytes, to: descriptor)
    if isRegular { isWritten = isWritten && fsync(descriptor) == 0 }
    let error = failure()
    close(descriptor)
    guard isRegular else {
      if !isWritten { throw error }
      return
    }
    guard isWritten else {
      unlink(draft)
      throw error
    }
    guard rename(draft, file.path) == 0 else {
      let error = failure()
      unlink(draft)
      throw error
    }
  }

  /// Whether a name is that of a terminal, which shows text alone.
  static func isTerminal(_ file: URL) -> Bool {
    let descriptor = open(file.path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return isatty(descriptor) == 1
  }

  /// What the system says of an error of Foundation.
  static func reason(of error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return underlying.map { String(cString: strerror(Int32($0.code))) } ?? "\(error)"
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest.removeFirst(count)
    }
    return true
  }
}
