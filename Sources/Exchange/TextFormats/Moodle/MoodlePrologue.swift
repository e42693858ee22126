/// Looks through XML before a parser does, for what makes parsers dangerous.
struct MoodlePrologue {
  private var bytes: [UInt8]
  private var place = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Refuses what could make a parser read elsewhere or grow without end.
  ///
  /// - Parameter bytes: The document, beginning with its first character that is not blank.
  /// - Returns: The document with blanks for its XML declaration, so that no parser takes it for
  ///   anything but UTF-8.
  /// - Throws: ``ImportIssue/documentType`` wherever it is not within a comment, an instruction or
  ///   a CDATA section, and ``ImportIssue/otherEncoding(name:)``.
  static func checked(_ bytes: [UInt8]) throws(ImportError) -> [UInt8] {
    var prologue = MoodlePrologue(bytes)
    try prologue.checkDeclaration()
    try prologue.checkMarkup()
    return prologue.bytes
  }

  private mutating func checkDeclaration() throws(ImportError) {
    guard isHere("<?xml"), let end = end(of: "?>", from: place) else { return }
    defer {
      for place in 0..<end where bytes[place] != 0x0a { bytes[place] = 0x20 }
    }
    let words = String(decoding: bytes[place..<min(end, place + 500)], as: UTF8.self)
    guard let name = words.firstRange(of: "encoding")?.upperBound else { return }
    let value = words[name...].drop { $0 == " " || $0 == "=" || $0 == "\t" || $0.isNewline }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return }
    let encoding = String(value.dropFirst().prefix { $0 != quote })
    guard encoding.lowercased() == "utf-8" || encoding.lowercased() == "utf8" else {
      throw ImportError(line: 1, column: 1, .otherEncoding(name: encoding))
    }
  }

  private mutating func checkMarkup() throws(ImportError) {
    while let next = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = next
      if isHere("<!--") {
        skip("<!--", to: "-->")
      } else if isHere("<![cdata[") {
        skip("<![cdata[", to: "]]>")
      } else if isHere("<?") {
        skip("<?", to: "?>")
      } else if isHere("<!doctype") || isHere("<!entity") {
        let before = bytes[..<place]
        let start = before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
        throw ImportError(
          line: before.count { $0 == 0x0a } + 1,
          column: String(decoding: bytes[start..<place], as: UTF8.self).unicodeScalars.count + 1,
          .documentType
        )
      } else {
        place += 1
      }
    }
  }

  /// Whether a text of small letters stands at the place, whatever its capitals.
  private func isHere(_ text: String) -> Bool {
    let wanted = text.utf8
    guard place + wanted.count <= bytes.count else { return false }
    return zip(bytes[place...], wanted).allSatisfy { found, expected in
      ((0x41...0x5a).contains(found) ? found + 0x20 : found) == expected
    }
  }

  // The end may not overlap the beginning: "<!-->" opens a comment and does not close it.
  private mutating func skip(_ opening: String, to closing: String) {
    place = end(of: closing, from: place + opening.utf8.count) ?? bytes.count
  }

  private func end(of text: String, from first: Int) -> Int? {
    let wanted = Array(text.utf8)
    var start = first
    while start + wanted.count <= bytes.count {
      if bytes[start] == wanted[0], bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
        return start + wanted.count
      }
      start += 1
    }
    return nil
  }
}
