/// Reads the text out of HTML, however broken: tags go, entities become characters, `<br>` and
/// the ends of paragraphs, lists and rows become line ends.
///
/// A less-than sign that begins no tag stays. Each byte is looked at a bounded number of times.
struct HTMLText {
  /// Whether an element was dropped that words cannot replace.
  private(set) var hasMedium = false

  private let bytes: [UInt8]
  private let keepsLines: Bool
  private let lastTagEnd: Int
  private var place = 0
  private var output: [UInt8] = []
  private var owesSpace = false
  private var owesLine = false
  private var preformatted = 0
  // Once one has no end, none after it has; looking again would make reading quadratic.
  private var minds = (quotes: true, comments: true, raw: true)

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "ol", "p", "pre", "section", "table", "tbody", "thead", "tr", "ul",
  ]
  private static let media: Set<String> = [
    "audio", "canvas", "embed", "iframe", "img", "math", "object", "svg", "video",
  ]

  /// A reader of a text.
  ///
  /// - Parameters:
  ///   - text: HTML.
  ///   - keepsLines: Whether line ends and runs of blanks stay as they are.
  init(_ text: String, keepsLines: Bool) {
    bytes = Array(text.utf8)
    self.keepsLines = keepsLines
    lastTagEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
  }

  /// The text.
  mutating func read() -> String {
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "<") where readMarkup(): break
      case UInt8(ascii: "&"): readEntity()
      case let byte:
        if !keepsLines, preformatted == 0, HTMLText.isSpace(byte) {
          owesSpace = true
        } else {
          write([byte])
        }
        place += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func write(_ text: some Collection<UInt8>) {
    if owesLine, !output.isEmpty, output.last != 0x0a { output.append(0x0a) }
    if owesSpace, !owesLine, !output.isEmpty, output.last != 0x0a { output.append(0x20) }
    owesLine = false
    owesSpace = false
    output.append(contentsOf: text)
  }

  private mutating func readEntity() {
    let limit = min(bytes.count, place + 34)
    guard let end = bytes[place..<limit].firstIndex(of: UInt8(ascii: ";")),
      let text = HTMLEntity.text(of: String(decoding: bytes[(place + 1)..<end], as: UTF8.self))
    else {
      write([bytes[place]])
      place += 1
      return
    }
    write(text.utf8)
    place = end + 1
  }

  /// Skips a tag, a comment or a declaration at the place.
  ///
  /// - Returns: Whether there was one.
  private mutating func readMarkup() -> Bool {
    guard place < lastTagEnd else { return false }
    let next = bytes[place + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      skipDeclaration()
      return true
    }
    let isClosing = next == UInt8(ascii: "/")
    let start = place + (isClosing ? 2 : 1)
    guard start < bytes.count, HTMLText.isLetter(bytes[start]) else { return false }
    var end = start
    while end < bytes.count, end - start < 16, HTMLText.isNameByte(bytes[end]) { end += 1 }
    let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    place = tagEnd(from: end) + 1
    take(name, isClosing: isClosing)
    return true
  }

  private mutating func take(_ name: String, isClosing: Bool) {
    if name == "br" {
      owesSpace = false
      write([0x0a])
    } else if HTMLText.blocks.contains(name) {
      owesLine = true
      if name == "pre" { preformatted = max(0, preformatted + (isClosing ? -1 : 1)) }
    } else if name == "td" || name == "th" {
      owesSpace = true
    } else if HTMLText.media.contains(name) {
      hasMedium = true
    } else if name == "script" || name == "style", !isClosing, minds.raw {
      if let end = place(of: "</" + name) {
        place = tagEnd(from: end + 2) + 1
      } else {
        minds.raw = false
      }
    }
  }

  private mutating func skipDeclaration() {
    if minds.comments, place + 3 < bytes.count, bytes[place + 2] == 0x2d, bytes[place + 3] == 0x2d {
      if let end = place(of: "-->") {
        place = end + 3
        return
      }
      minds.comments = false
    }
    place = (bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
  }

  /// Where the tag ends whose name ends at a place; an attribute in quotes may hold the sign.
  private mutating func tagEnd(from start: Int) -> Int {
    var quote: UInt8?
    var end = start
    while minds.quotes, end < bytes.count {
      let byte = bytes[end]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return end
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      end += 1
    }
    minds.quotes = false
    return bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
  }

  private func place(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    var start = place
    while start + wanted.count <= bytes.count {
      let isHere = wanted.indices.allSatisfy { HTMLText.lower(bytes[start + $0]) == wanted[$0] }
      if isHere { return start }
      start += 1
    }
    return nil
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5a).contains(byte) ? byte + 0x20 : byte
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(lower(byte)) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d || byte == 0x0c
  }
}
