package import FoundationEssentials
import Glibc
import SystemPackage

/// Keeps other processes from changing a folder while one reads, decides and writes there.
///
/// ```swift
/// try FolderLock.held(on: classes) {
///   var schoolClass = try read()
///   schoolClass.add("Ada")
///   try write(schoolClass)
/// }
/// ```
///
/// The system drops the lock when the process ends. Not to be taken within itself.
package enum FolderLock {
  private static let name = ".lock"
  private static let step: UInt32 = 10_000

  /// Does something while nobody else holds the folder.
  ///
  /// - Parameters:
  ///   - folder: Made if it is not there.
  ///   - patience: Milliseconds to wait for another process.
  ///   - work: What to do; a person is not to be asked meanwhile.
  /// - Returns: What the work returns.
  /// - Throws: ``DiskError`` of kind `held` where another process does not let go, or what the work
  ///   throws.
  package static func held<Result>(
    on folder: URL,
    patience: Int = 10_000,
    _ work: () throws -> Result
  ) throws -> Result {
    try Disk.makeFolder(folder)
    let file = folder.appendingPathComponent(name)
    let descriptor: FileDescriptor
    do {
      descriptor = try FileDescriptor.open(
        FilePath(file.path),
        .readWrite,
        options: [.create, .closeOnExec],
        permissions: .ownerReadWrite
      )
    } catch {
      throw DiskError(path: folder.path, code: error as? Errno ?? .ioError)
    }
    return try descriptor.closeAfter {
      var waited = 0
      while flock(descriptor.rawValue, LOCK_EX | LOCK_NB) != 0 {
        let error = DiskError(path: folder.path)
        guard error.code == .wouldBlock || error.code == .interrupted, waited < patience else {
          throw error
        }
        usleep(step)
        waited += Int(step) / 1_000
      }
      return try work()
    }
  }
}
