import DurableFiles
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
    let bytes: [UInt8]?
    do throws(DiskError) {
      bytes = try Disk.bytes(of: file, limit: limit)
    } catch {
      throw ClassFileError.unreadable(path: file.path, reason: error.reason)
    }
    guard let bytes else { throw ClassFileError.tooLarge(path: file.path, limit: limit) }
    return bytes
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

  /// Writes a file as ``AtomicFile`` does.
  ///
  /// - Parameters:
  ///   - bytes: What it is to hold.
  ///   - file: Where; what stood there is replaced.
  ///   - isPrivate: Whether nobody but its owner may read it.
  /// - Throws: ``ClassFileError``.
  static func write(_ bytes: [UInt8], to file: URL, isPrivate: Bool = false) throws {
    do throws(DiskError) {
      try AtomicFile.write(bytes, to: file, isPrivate: isPrivate)
    } catch {
      throw ClassFileError.unwritable(path: file.path, reason: error.reason, isDone: error.isDone)
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
}
