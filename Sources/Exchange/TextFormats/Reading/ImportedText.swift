/// The bytes of a file from a stranger, known to be UTF-8 and of a size that can be read.
struct ImportedText {
  /// The largest file that is read, in bytes.
  static let limit = 32 << 20

  /// The text, without a byte-order mark.
  let bytes: [UInt8]

  /// Looks at a file's bytes before any reader does.
  ///
  /// - Throws: ``ImportIssue/tooLarge(limit:)``, ``ImportIssue/archive``,
  ///   ``ImportIssue/wideText`` or ``ImportIssue/notUTF8`` with its place.
  init(_ bytes: [UInt8], limit: Int = ImportedText.limit) throws(ImportError) {
    guard bytes.count <= limit else { throw ImportError(.tooLarge(limit: limit)) }
    if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4b, 0x05, 0x06])
    {
      throw ImportError(.archive)
    }
    if ImportedText.isWide(bytes) { throw ImportError(.wideText) }
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let body = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    guard ImportedText.isUTF8(body) else { throw ImportedText.notUTF8(body) }
    self.bytes = body
  }

  /// A part of the text.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The whole text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  // A byte-order mark, or a letter and a zero byte in either order.
  private static func isWide(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    switch (bytes[0], bytes[1]) {
    case (0xff, 0xfe), (0xfe, 0xff), (0, 1...), (1..., 0): return true
    case (0, 0): return bytes.count >= 4 && bytes[2] == 0xfe && bytes[3] == 0xff
    default: return false
    }
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { String(validating: $0, as: UTF8.self) != nil }
  }

  private static func notUTF8(_ bytes: [UInt8]) -> ImportError {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var line = 1
    var column = 1
    var followsReturn = false
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if scalar == "\n" || scalar == "\r" {
        line += followsReturn && scalar == "\n" ? 0 : 1
        column = 1
      } else {
        column += 1
      }
      followsReturn = scalar == "\r"
    }
    return ImportError(line: line, column: column, .notUTF8)
  }
}
