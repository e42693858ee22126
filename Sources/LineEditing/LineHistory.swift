package import Foundation

/// The lines that the up key brings back, oldest first.
package struct LineHistory: Sendable, Equatable {
  /// The lines, oldest first.
  package private(set) var lines: [String] = []
  /// How many lines are kept; older ones are forgotten.
  package let limit: Int

  /// Makes an empty history.
  ///
  /// - Parameter limit: How many lines are kept, 0 or more.
  package init(limit: Int = 500) {
    precondition(limit >= 0, "A history cannot hold fewer than no lines")
    self.limit = limit
  }

  /// Adds a line as the newest, unless it is empty or repeats the newest.
  ///
  /// - Parameter line: Cleaned as a line that is read.
  package mutating func add(_ line: String) {
    let line = line.normalizedAsLine()
    guard !line.isEmpty, line != lines.last else { return }
    lines.append(line)
    lines.removeFirst(max(0, lines.count - limit))
  }

  /// Adds the lines of a file, oldest first; a file that does not exist adds none.
  ///
  /// - Parameter file: A file as ``save(to:)`` writes it.
  /// - Throws: Foundation's error if the file exists but cannot be read.
  package mutating func load(from file: URL) throws {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: file)
    } catch CocoaError.fileReadNoSuchFile {
      return
    }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      add(String(decoding: line, as: UTF8.self))
    }
  }

  /// Replaces a file by one with these lines, readable by its owner only.
  ///
  /// - Parameter file: Its folder must exist; a symbolic link is followed.
  /// - Throws: Foundation's error if the file cannot be written; an older file is left whole then.
  package func save(to file: URL) throws {
    let target = file.resolvingSymlinksInPath()
    let text = lines.map { $0 + "\n" }.joined()
    try Data(text.utf8).write(to: target, options: .atomic)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600],
      ofItemAtPath: target.path
    )
  }
}
