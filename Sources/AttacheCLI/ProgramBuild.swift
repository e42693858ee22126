import Glibc

/// Tells one build of the program from every other, so that nothing that another has compiled is
/// taken for its own.
enum ProgramBuild {
  /// The size, the times and the inode of the running file, which change whenever it is written or
  /// replaced; `nil` where the system does not tell.
  static func description() -> String? {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return nil }
    return "\(programVersion) \(status.st_size) \(status.st_dev).\(status.st_ino) "
      + "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) "
      + "\(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)"
  }
}
