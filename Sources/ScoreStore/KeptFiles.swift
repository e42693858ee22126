import DurableFiles
package import FoundationEssentials
package import QuizModel
import SystemPackage

/// The files beside the log that a backup holds with it: those of classes, and banks of one's own.
package struct KeptFiles: Hashable, Sendable {
  /// The folders in the data folder whose files are kept.
  package static let folders = ["banks", "classes"]

  /// The longest file that is kept, in bytes: what SQLite can hold in one value, and some room.
  private static let limit = 900 << 20
  /// How deep folders may lie in each other.
  private static let deepest = 16

  /// What they hold, by their paths in the data folder, such as `classes/….class.json`.
  package var files: [String: [UInt8]]

  /// Files by their paths.
  package init(_ files: [String: [UInt8]] = [:]) {
    self.files = files
  }

  /// Reads what is kept in a data folder.
  ///
  /// - Throws: ``DiskError`` for a file that cannot be read.
  package init(in folder: URL) throws {
    files = [:]
    try KeptFiles.forEach(in: folder) { path, bytes in files[path] = bytes }
  }

  /// Goes through what is kept in a data folder, a file at a time, by path.
  ///
  /// Hidden files are no part of it: locks, and drafts that are being written.
  ///
  /// - Throws: ``DiskError`` for a file that cannot be read, or what the body throws.
  static func forEach(in folder: URL, _ body: (String, [UInt8]) throws -> Void) throws {
    for name in folders { try visit(name, in: folder, depth: 0, body) }
  }

  private static func visit(
    _ path: String,
    in folder: URL,
    depth: Int,
    _ body: (String, [UInt8]) throws -> Void
  ) throws {
    let url = folder.appendingPathComponent(path)
    guard depth < deepest else { return }
    for name in ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted() {
      let inner = "\(path)/\(name)"
      guard isPath(inner) else { continue }
      let file = folder.appendingPathComponent(inner)
      if Disk.isFolder(file) {
        try visit(inner, in: folder, depth: depth + 1, body)
      } else if (try? Disk.isRegular(file)) == true {
        guard let bytes = try Disk.bytes(of: file, limit: limit) else {
          throw DiskError(path: file.path, code: .fileTooLarge)
        }
        try body(inner, bytes)
      }
    }
  }

  /// Whether a path stays within the folders that are kept: a file may name any.
  static func isPath(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count >= 2 && folders.contains(String(parts[0])) && path.utf8.count <= 1_024
      && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
      && path.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }

  /// What another path or other bytes would hardly have.
  static func checksum(_ path: String, _ bytes: [UInt8]) -> StableHash {
    var hash = StableHash()
    hash.update(path)
    for byte in bytes { hash.update(byte: byte) }
    return hash
  }

  /// Whether anything is kept in a data folder.
  static func isAnything(in folder: URL) throws -> Bool {
    var isAnything = false
    try forEach(in: folder) { _, _ in isAnything = true }
    return isAnything
  }

  /// The files of one folder, by their paths in it.
  package func inside(_ folder: String) -> [String: [UInt8]] {
    let prefix = folder + "/"
    return Dictionary(
      uniqueKeysWithValues: files.filter { $0.key.hasPrefix(prefix) }
        .map { (String($0.key.dropFirst(prefix.count)), $0.value) }
    )
  }

  /// What has to be done to these to come to others: what a path is to hold, `nil` for nothing.
  func changes(to other: KeptFiles) -> [String: [UInt8]?] {
    var changes: [String: [UInt8]?] = [:]
    for (path, bytes) in other.files where files[path] != bytes {
      changes.updateValue(bytes, forKey: path)
    }
    for path in files.keys where other.files[path] == nil {
      changes.updateValue(nil, forKey: path)
    }
    return changes
  }
}

/// What becomes of files beside the log, which the log itself cannot read.
package struct KeptFileRules: Sendable {
  /// What two machines have together: own files first.
  let unite: @Sendable (KeptFiles, KeptFiles) throws -> KeptFiles
  /// What is left without people who were forgotten.
  let strike: @Sendable (KeptFiles, Set<LearnerID>) throws -> KeptFiles
  /// Who stands in files, and under which name.
  let people: @Sendable (KeptFiles) -> [LearnerID: String]

  /// Rules from two functions.
  ///
  /// - Parameters:
  ///   - unite: What two machines have together, given what this one has and what comes in.
  ///   - strike: What is left of files without people who were forgotten.
  ///   - people: Who stands in files, and under which name: people who would be struck out.
  package init(
    unite: @escaping @Sendable (KeptFiles, KeptFiles) throws -> KeptFiles,
    strike: @escaping @Sendable (KeptFiles, Set<LearnerID>) throws -> KeptFiles,
    people: @escaping @Sendable (KeptFiles) -> [LearnerID: String] = { _ in [:] }
  ) {
    self.unite = unite
    self.strike = strike
    self.people = people
  }

  /// Files in which nobody stands: what is here stays, and what is not here comes in.
  package static let opaque = KeptFileRules { own, other in
    KeptFiles(own.files.merging(other.files) { own, _ in own })
  } strike: { files, _ in
    files
  }
}
