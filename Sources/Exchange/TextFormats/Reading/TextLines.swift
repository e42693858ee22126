/// The lines of a text, as ranges of its bytes without blanks at either end.
///
/// A line ends in LF, CRLF or CR.
struct TextLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var place = 0
  private var number = 0

  /// The lines of a text's bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next line: its number from 1 on, and where it stands.
  mutating func next() -> (number: Int, range: Range<Int>)? {
    guard place < bytes.count else { return nil }
    var end = place
    while end < bytes.count, bytes[end] != 0x0a, bytes[end] != 0x0d { end += 1 }
    var first = place
    var last = end
    while first < last, TextLines.isBlank(bytes[first]) { first += 1 }
    while first < last, TextLines.isBlank(bytes[last - 1]) { last -= 1 }
    let isPair = end + 1 < bytes.count && bytes[end] == 0x0d && bytes[end + 1] == 0x0a
    place = end + (isPair ? 2 : 1)
    number += 1
    return (number, first..<last)
  }

  /// Whether a byte is a space or a tab.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
