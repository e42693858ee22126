package import FoundationEssentials
import Glibc
import SystemPackage

/// Writes files so that there is never half of one: whatever happens, and at whichever byte, the
/// file is the old one or the new one.
///
/// ```swift
/// try AtomicFile.write(bytes, to: folder.appendingPathComponent("7b.class.json"), isPrivate: true)
/// ```
package enum AtomicFile {
  /// Links that are followed before they are taken for a circle, as the kernel does.
  private static let mostLinks = 40

  /// Writes a file: a draft beside it first, synced, which then takes its name.
  ///
  /// A link is followed: what it leads to is replaced, the link stays. Drafts that killed
  /// processes left in the folder are removed. A name that is no file, such as a pipe, or one of an
  /// open stream, such as `/dev/stdout`, is written to as it is.
  ///
  /// - Parameters:
  ///   - bytes: What it is to hold.
  ///   - file: Where; what stood there is replaced, and its permissions are kept.
  ///   - isPrivate: Whether nobody but its owner may read it.
  /// - Throws: Why it cannot be written; unless the error's `isDone` says otherwise, the file is as
  ///   it was.
  package static func write(
    _ bytes: [UInt8],
    to file: URL,
    isPrivate: Bool = false
  ) throws(DiskError) {
    guard let target = try followed(file) else {
      return try Disk.attempt(file) {
        // Opened anew, it would be written from its beginning, also after the shell's `>>`.
        if let stream = openStream(file) {
          try stream.writeAll(bytes)
        } else {
          _ = try Disk.opened(file, .writeOnly) { try $0.writeAll(bytes) }
        }
      }
    }
    let mode = Disk.mode(of: target)
    // A file that may not be written is not to be replaced either.
    if mode != nil, let obstacle = Disk.obstacleToWriting(target) { throw obstacle }
    let folder = target.deletingLastPathComponent()
    Draft.sweep(folder)
    let draft: Draft
    do {
      draft = try Draft(isPrivate || mode != nil ? .privateFile : .file, in: folder)
    } catch {
      throw DiskError(path: target.path, code: error.code)
    }
    defer { draft.discard() }
    do {
      try draft.descriptor.writeAll(bytes)
      // Who made a file private before wants it to stay so.
      if let mode, fchmod(draft.descriptor.rawValue, isPrivate ? mode & 0o700 : mode) != 0 {
        throw Errno(rawValue: errno)
      }
      guard fsync(draft.descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
    } catch {
      throw DiskError(path: target.path, code: error as? Errno ?? .ioError)
    }
    try Disk.replace(target, with: draft.url)
    try Disk.synchroniseFolder(around: target)
  }

  /// The standard stream that a path names.
  private static func openStream(_ file: URL) -> FileDescriptor? {
    [FileDescriptor.standardOutput, .standardError].first { stream in
      let path = "/proc/self/fd/\(stream.rawValue)"
      return Disk.identity(of: file) == Disk.identity(of: URL(fileURLWithPath: path))
    }
  }

  /// Where a path leads in the end, be there a file or not; `nil` for what cannot change places
  /// with a draft: a device, a pipe, or what another process has open.
  ///
  /// - Throws: ``DiskError`` where links lead in a circle.
  package static func followed(_ file: URL) throws(DiskError) -> URL? {
    var url = file
    if Disk.mode(of: file) != nil, try !Disk.isRegular(file), !Disk.isFolder(file) { return nil }
    for _ in 0..<mostLinks {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let length = readlink(url.path, &buffer, Int(PATH_MAX))
      guard length >= 0 else { return url }
      if ["/proc/", "/dev/fd/"].contains(where: url.path.hasPrefix) { return nil }
      let link = String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
      url =
        URL(
          fileURLWithPath: link,
          relativeTo: url.deletingLastPathComponent()
        ).absoluteURL
    }
    throw DiskError(path: file.path, code: .tooManySymbolicLinkLevels)
  }
}
