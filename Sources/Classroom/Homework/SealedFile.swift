import FoundationEssentials
import QuizModel

/// A file that shows whether somebody has edited it by hand: what it holds, and a checksum.
///
/// The checksum is over the bytes that stand in the file, its kind and version included, without
/// the blanks between the parts. So a later version may add fields, and what an earlier one wrote is
/// read for ever. It keeps nobody from computing the checksum anew; work done at home is on trust.
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
  ///   - version: Of the format, 2 or more.
  /// - Returns: JSON on several lines, closed by a line feed; equal contents give equal bytes.
  /// - Throws: What the encoder throws.
  package static func bytes(_ content: Content, format: String, version: Int) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    func bytes(_ checksum: String) throws -> [UInt8] {
      let file = SealedFile(format: format, version: version, checksum: checksum, content: content)
      return Array(try encoder.encode(file)) + [0x0a]
    }
    return try bytes(checksum(of: try bytes(""), holding: "", format: format, version: version))
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
    let checksum = checksum(
      of: bytes,
      holding: file.checksum,
      format: format,
      version: head.version
    )
    guard file.checksum == checksum else { throw .edited }
    return file.content
  }

  /// The checksum that a file should hold.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - held: The checksum in it.
  ///   - format: What kind of file it is.
  ///   - version: Of the format.
  /// - Returns: Sixteen digits; nothing for a file that is not as one is written.
  private static func checksum(
    of bytes: [UInt8],
    holding held: String,
    format: String,
    version: Int
  ) -> String {
    let compact = compact(bytes)
    let member = Array("{\"checksum\":\"\(held)\",".utf8)
    // Keys are sorted, so that the checksum is the first thing in a file.
    guard compact.starts(with: member) else { return "" }
    var rest = compact.dropFirst(member.count)
    var hash = StableHash()
    if version < 2 {
      // Version 1 took its kind and what it holds alone.
      let (before, after) = (
        Array("\"content\":".utf8), Array(",\"format\":\"\(format)\",\"version\":1}".utf8)
      )
      guard rest.starts(with: before), rest.suffix(after.count).elementsEqual(after) else {
        return ""
      }
      rest = rest.dropFirst(before.count).dropLast(after.count)
      hash.update(format)
    }
    for byte in rest { hash.update(byte: byte) }
    return hash.hexadecimal
  }

  /// JSON without the blanks between its parts.
  private static func compact(_ bytes: [UInt8]) -> [UInt8] {
    var compact: [UInt8] = []
    compact.reserveCapacity(bytes.count)
    var (isText, isEscaped) = (false, false)
    for byte in bytes {
      if !isText, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { continue }
      compact.append(byte)
      if byte == UInt8(ascii: "\""), !isEscaped { isText.toggle() }
      isEscaped = isText && byte == UInt8(ascii: "\\") && !isEscaped
    }
    return compact
  }
}
