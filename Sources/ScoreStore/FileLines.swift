import FoundationEssentials
import QuizModel

/// The files beside the log as lines of an export.
///
/// `{"file":"classes/….class.json","offset":0,"size":12,"bytes":"…","checksum":"…"}`, the bytes in
/// base 64; a large file is on several lines, one behind the other. It begins as no record does, so
/// that it is told apart at once.
struct FileLines {
  private static let opening = #"{"file":"#
  /// Bytes of a file on one line: far less than a line may have.
  static let piece = 4 << 20

  private struct Content: Codable {
    let file: String
    let offset: Int
    let size: Int
    let bytes: Data
    let checksum: String
  }

  /// Files that were read whole.
  private(set) var files = KeptFiles()
  /// The paths of files that were not as they were written; empty for those that tell none.
  private(set) var damaged: [String] = []
  private var open: (path: String, size: Int, bytes: [UInt8])?

  /// The lines of a file, each with its end.
  ///
  /// - Throws: What the encoder throws.
  static func texts(_ path: String, _ bytes: [UInt8]) throws -> [String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    let name = String(decoding: try encoder.encode(path), as: UTF8.self)
    return stride(from: 0, to: max(bytes.count, 1), by: piece).map { offset in
      let part = Array(bytes[offset..<min(offset + piece, bytes.count)])
      return """
        \(opening)\(name),"offset":\(offset),"size":\(bytes.count),\
        "bytes":"\(Data(part).base64EncodedString())",\
        "checksum":"\(KeptFiles.checksum(path, part).hexadecimal)"}

        """
    }
  }

  /// Whether a line is meant to be one of a file.
  static func isFile(_ line: [UInt8]) -> Bool { line.starts(with: opening.utf8) }

  /// Takes in a line of a file.
  mutating func take(_ line: [UInt8]) {
    let content = try? JSONDecoder().decode(Content.self, from: Data(line))
    guard let content, KeptFiles.isPath(content.file), content.size >= 0,
      content.checksum == KeptFiles.checksum(content.file, Array(content.bytes)).hexadecimal
    else { return damaged.append(content?.file ?? "") }
    if content.offset == 0 {
      finish()
      open = (content.file, content.size, [])
    }
    guard let open, open.path == content.file, open.size == content.size,
      open.bytes.count == content.offset
    else { return damaged.append(content.file) }
    self.open?.bytes += content.bytes
    if open.bytes.count + content.bytes.count == content.size { finish() }
  }

  /// Takes note that no more lines come.
  mutating func finish() {
    guard let open else { return }
    if open.bytes.count == open.size {
      files.files[open.path] = open.bytes
    } else {
      damaged.append(open.path)
    }
    self.open = nil
  }
}
