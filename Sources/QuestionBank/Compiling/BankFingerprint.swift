import Glibc
import QuizModel

/// What tells whether the files of a bank have changed: their names, sizes, times and inodes.
enum BankFingerprint {
  /// How deep folders are followed, and how many files are looked at.
  private static let depthLimit = 4
  private static let fileLimit = 10_000

  /// Sixteen hexadecimal digits.
  ///
  /// - Parameters:
  ///   - path: The bank's folder.
  ///   - version: What tells this build of the program from others, which may compile otherwise.
  /// - Returns: The digits.
  static func hexadecimal(of path: String, version: String) -> String {
    var hash = StableHash()
    hash.update(version)
    var count = 0
    visit(path, depth: 0, count: &count, hash: &hash)
    return hash.hexadecimal
  }

  private static func visit(
    _ path: String,
    depth: Int,
    count: inout Int,
    hash: inout StableHash
  ) {
    guard depth < depthLimit, let directory = opendir(path) else { return }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    for name in names.sorted(by: { $0.precedesInBytes($1) }) {
      count += 1
      guard count <= fileLimit else { return }
      let file = "\(path)/\(name)"
      var status = stat()
      guard stat(file, &status) == 0 else { continue }
      hash.update(name)
      if status.st_mode & S_IFMT == S_IFDIR {
        visit(file, depth: depth + 1, count: &count, hash: &hash)
      } else {
        hash.update(
          "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_ino)"
        )
      }
    }
  }
}
