import Foundation

/// A text as a spreadsheet program saved it, to which lines can be added in the same manner.
struct SpreadsheetText {
  /// What it says, without a mark of its encoding.
  let text: String
  /// What separates cells: a comma, a semicolon or a tab.
  let separator: Character
  /// What ends lines.
  let lineEnd: String
  /// Whether every cell stands in quotes.
  let quotesAll: Bool

  private let encoding: String.Encoding
  private let mark: [UInt8]

  /// The marks by which encodings are known; without one it is UTF-8 or, where it is none, Windows-1252.
  private static let marks: [(bytes: [UInt8], encoding: String.Encoding)] = [
    ([0xef, 0xbb, 0xbf], .utf8), ([0xff, 0xfe], .utf16LittleEndian),
    ([0xfe, 0xff], .utf16BigEndian),
  ]

  /// A text over the bytes of a file; `nil` for what is no text.
  init?(_ bytes: [UInt8]) {
    let marked = SpreadsheetText.marks.first { bytes.starts(with: $0.bytes) }
    mark = marked?.bytes ?? []
    let rest = Array(bytes.dropFirst(mark.count))
    let encodings = marked.map { [$0.encoding] } ?? [.utf8, .windowsCP1252]
    let found = encodings.lazy.compactMap { encoding in
      String(bytes: rest, encoding: encoding).map { (encoding, $0) }
    }.first
    guard let (encoding, text) = found else { return nil }
    self.encoding = encoding
    self.text = text
    let first = text.prefix { !$0.isNewline }
    separator = first.first { ",;\t".contains($0) } ?? ","
    quotesAll = first.hasPrefix("\"")
    lineEnd = text.first(where: \.isNewline).map(String.init) ?? "\r\n"
  }

  /// The bytes of the file with lines added at its end.
  ///
  /// A name that the file's encoding lacks turns all of it into UTF-8 with a mark, which spreadsheet
  /// programs know.
  ///
  /// - Parameter lines: Each with its end.
  /// - Returns: The whole file.
  func adding(_ lines: String) -> [UInt8] {
    let isOpen = text.last.map { !$0.isNewline } ?? false
    let whole = text + (isOpen ? lineEnd : "") + lines
    if let data = whole.data(using: encoding) { return mark + Array(data) }
    return SpreadsheetText.marks[0].bytes + Array(whole.utf8)
  }
}
