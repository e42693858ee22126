import Foundation

/// A folder that goes away with the test that made it.
///
/// A class, because its end is what removes the folder.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("score-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The folder that a log is opened in; not made yet.
  var data: URL { url.appendingPathComponent("attache") }

  /// The file of the log.
  var log: URL { data.appendingPathComponent("log.sqlite") }

  /// The folder of the automatic backups.
  var backups: URL { data.appendingPathComponent("backups") }
}
