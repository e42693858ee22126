package import Foundation

/// A folder of a test's own, gone when nobody holds it any more.
///
/// A class, because its end is what removes the folder.
package final class ScratchFolder: Sendable {
  /// The folder, without symbolic links in its path.
  package let url: URL

  /// Makes an empty folder.
  package init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("attache-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file, with the folders above it.
  ///
  /// - Parameters:
  ///   - data: What the file holds.
  ///   - path: Relative to the folder.
  /// - Returns: Where it stands.
  /// - Throws: What the system says.
  @discardableResult
  package func write(_ data: Data, to path: String) throws -> URL {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try data.write(to: file)
    return file
  }
}
