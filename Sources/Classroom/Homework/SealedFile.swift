import FoundationEssentials
import QuizModel

/// A file that shows whether somebody has edited it by hand: what it holds, and a checksum of that.
///
/// It keeps nobody from computing the checksum anew; work done at home is on trust.
package struct SealedFile<Content: Codable>: Codable {
  /// What goes wrong with reading one.
  package enum Problem: Error, Hashable, Sendable {
    /// It is larger than such a file can be.
    case tooLarge(limit: Int)
    /// It is no such file, or damaged.
    case unreadable
    /// It is a file of another kind.
    case otherKind(String)
    /// A later version wrote it.
    case newer(version: Int)
    /// Its checksum is not that of what it holds.
    case edited
  }

  /// The longest file that is read, in bytes.
  package static var limit: Int { 16 << 20 }

  private let format: String
  private let version: Int
  private let checksum: String
  private let content: Content

  private struct Head: Codable {
    let format: String
    let version: Int
  }

  private init(format: String, version: Int, checksum: String, content: Content) {
    self.format = format
    self.version = version
    self.checksum = checksum
    self.content = content
  }

  /// Writes a file.
  ///
  /// - Parameters:
  ///   - content: What it holds.
  ///   - format: What kind of file it is.
  ///   - version: Of the format.
  /// - Returns: JSON on several lines, closed by a line feed; equal contents give equal bytes.
  /// - Throws: What the encoder throws.
  package static func bytes(_ content: Content, format: String, version: Int) throws -> [UInt8] {
    let file = SealedFile(
      format: format,
      version: version,
      checksum: try checksum(of: content, format: format),
      content: content
    )
    return Array(try encoder(isPretty: true).encode(file)) + [0x0a]
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - format: What kind of file it has to be.
  ///   - version: The latest version that is understood.
  /// - Returns: What it holds, as it was written.
  /// - Throws: ``Problem``.
  package static func content(
    of bytes: [UInt8],
    format: String,
    version: Int
  ) throws(Problem) -> Content {
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    let data = Data(bytes)
    guard let head = try? JSONDecoder().decode(Head.self, from: data) else { throw .unreadable }
    guard head.format == format else { throw .otherKind(head.format) }
    guard head.version <= version else { throw .newer(version: head.version) }
    guard let file = try? JSONDecoder().decode(Self.self, from: data) else { throw .unreadable }
    guard file.checksum == (try? checksum(of: file.content, format: format)) else { throw .edited }
    return file.content
  }

  private static func checksum(of content: Content, format: String) throws -> String {
    var hash = StableHash()
    hash.update(format)
    for byte in try encoder(isPretty: false).encode(content) { hash.update(byte: byte) }
    return hash.hexadecimal
  }

  private static func encoder(isPretty: Bool) -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      isPretty
      ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      : [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
