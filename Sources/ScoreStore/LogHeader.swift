import DurableFiles
import FoundationEssentials

/// What the first hundred bytes of a file tell, read without SQLite, which could write to it.
///
/// The places are those of SQLite's file format, section 1.3.
struct LogHeader: Hashable {
  /// Marks a SQLite file as a log of this program: `ATCH`.
  static let applicationID = 0x4154_4348

  /// The version of the schema, 1 or more.
  let version: Int

  /// Reads and judges a header.
  ///
  /// - Parameters:
  ///   - url: The file.
  ///   - latest: The latest version that can be read.
  /// - Returns: `nil` if there is no such file.
  /// - Throws: `damaged`, `notALog`, `newer` or `cannotOpen`.
  static func read(_ url: URL, latest: Int) throws(ScoreStoreError) -> LogHeader? {
    let bytes: [UInt8]?
    do {
      bytes = try Disk.head(of: url, count: 100)
    } catch {
      throw .cannotOpen(path: url.path, reason: error.reason)
    }
    guard let bytes else { return nil }
    guard bytes.count == 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw .damaged(path: url.path, detail: "no SQLite header")
    }
    guard number(in: bytes, at: 68) == applicationID else { throw .notALog(path: url.path) }
    let version = number(in: bytes, at: 60)
    guard version > 0 else { throw .damaged(path: url.path, detail: "no schema version") }
    guard version <= latest else {
      throw .newer(path: url.path, version: version)
    }
    return LogHeader(version: version)
  }

  private static func number(in bytes: [UInt8], at place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
