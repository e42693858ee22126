/// Reads GIFT as Moodle does: blank lines divide questions, lines of `//` are comments.
///
/// Held are multiple choice with one right answer, also as a missing word, and true/false; all else
/// is left out.
struct GIFTReader {
  private var imported = ImportedItems()
  private var topic = ""
  private var block: [UInt8] = []
  private var line = 0

  /// The items of a file.
  ///
  /// - Throws: ``ImportIssue/unbalancedBrace`` at the line of its question.
  static func read(_ text: ImportedText) throws(ImportError) -> ImportedItems {
    var reader = GIFTReader()
    for (number, range) in TextLines(text.bytes) {
      let line = text.bytes[range]
      if line.isEmpty {
        try reader.endBlock()
      } else if reader.block.isEmpty, line.starts(with: category) {
        reader.take(category: line.dropFirst(category.count))
      } else if !line.starts(with: comment) {
        if reader.block.isEmpty { reader.line = number }
        reader.block.append(contentsOf: line)
        reader.block.append(0x0a)
      }
    }
    try reader.endBlock()
    return reader.imported
  }

  private static let category = Array("$CATEGORY:".utf8)
  private static let comment = Array("//".utf8)

  private mutating func take(category: ArraySlice<UInt8>) {
    // As Moodle: of all escapes only that of the backslash is taken back here.
    var path: [UInt8] = []
    var follows = false
    for byte in category {
      let isSecond = follows && byte == UInt8(ascii: "\\")
      if !isSecond { path.append(byte) }
      follows = byte == UInt8(ascii: "\\") && !isSecond
    }
    topic = CategoryPath.topic(of: String(decoding: path, as: UTF8.self))
  }

  private mutating func endBlock() throws(ImportError) {
    guard !block.isEmpty else { return }
    var question = GIFTQuestion(block, line: line, topic: topic)
    block.removeAll(keepingCapacity: true)
    try imported.take(try question.read(), line: line)
  }
}
