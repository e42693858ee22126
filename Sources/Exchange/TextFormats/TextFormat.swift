/// A format of other programs in which items come and go as one text.
package enum TextFormat: String, CaseIterable, Hashable, Sendable {
  /// Moodle's XML, the fullest of Moodle's formats.
  case moodle = "moodle.xml"
  /// GIFT, the text format that Moodle and many others read.
  case gift = "gift.txt"
  /// A table for spreadsheets, with columns of our own.
  case table = "items.csv"
  /// One JSON object a line, for programs.
  case jsonLines = "items.jsonl"
  /// Aiken: stem, options and key alone.
  case aiken = "aiken.txt"

  /// Writes items.
  ///
  /// - Parameter items: Each is written as ``PortableItem/cleaned``; one with no right option is
  ///   written as it is, and left out when it is read again.
  /// - Returns: The file's bytes, in UTF-8.
  package func bytes(of items: [PortableItem]) -> [UInt8] {
    let items = items.map(\.cleaned)
    return switch self {
    case .moodle: Array(MoodleWriter.text(items).utf8)
    case .gift: Array(GIFTWriter.text(items).utf8)
    case .table: Array(ItemTableWriter.text(items).utf8)
    case .jsonLines: ItemLines.bytes(items)
    case .aiken: Array(AikenWriter.text(items).utf8)
    }
  }

  /// Reads items.
  ///
  /// - Parameter bytes: The file as it came, from whomever.
  /// - Returns: The items, and what was left out of them; an item's texts are cleaned.
  /// - Throws: ``ImportError`` at the first thing that the format does not allow.
  package func items(in bytes: [UInt8]) throws(ImportError) -> ImportedItems {
    let text = try ImportedText(bytes)
    return switch self {
    case .moodle: try MoodleReader.read(text)
    case .gift: try GIFTReader.read(text)
    case .table: try ItemTableReader.read(text)
    case .jsonLines: try ItemLines.read(text)
    case .aiken: try AikenReader.read(text)
    }
  }
}
