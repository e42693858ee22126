/// Takes XML 1.0 apart in one pass, as far as data needs it: no document types, and so no entities
/// but those that XML itself has.
///
/// Written for files from strangers: each byte is looked at once or twice, and nothing in a file can
/// make the text grow. libxml2 was tried first; in its way of reading piece by piece it refuses
/// every document over 10 MB and takes minutes over one long name.
struct XMLScanner {
  /// A piece of a document.
  enum Token {
    /// The beginning of an element, and whether it is its end too.
    case start(name: String, attributes: [String: String], isWhole: Bool)
    /// The end of an element.
    case end(name: String)
    /// Text in UTF-8, its references resolved; one text may come in several pieces.
    case text([UInt8])
  }

  /// The longest name of an element or attribute, in bytes.
  private static let nameLimit = 1000

  private let bytes: [UInt8]
  private var place = 0
  private var counted = (place: 0, line: 1, start: 0)

  /// Begins at the beginning, after blanks that some programs leave there.
  ///
  /// - Throws: ``ImportIssue/otherEncoding(name:)``.
  init(_ bytes: [UInt8]) throws(ImportError) {
    self.bytes = bytes
    skipBlanks()
    try checkDeclaration()
  }

  /// The next piece; `nil` at the end.
  ///
  /// - Throws: ``ImportIssue/documentType`` or ``ImportIssue/malformedXML(_:)``.
  mutating func next() throws(ImportError) -> Token? {
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else { return .text(try readText()) }
      if isHere("<!--") {
        _ = try skip("<!--", to: "-->")
      } else if isHere("<?") {
        _ = try skip("<?", to: "?>")
      } else if isHere("<![CDATA[") {
        return .text(Array(bytes[try skip("<![CDATA[", to: "]]>")]))
      } else if isHere("<!") {
        let word = bytes[place...].prefix(10).map { (0x61...0x7a).contains($0) ? $0 - 0x20 : $0 }
        let isType = word.starts(with: "<!DOCTYPE".utf8) || word.starts(with: "<!ENTITY".utf8)
        throw problem(isType ? .documentType : .malformedXML(.unknownMarkup))
      } else if isHere("</") {
        return try readEnd()
      } else {
        return try readStart()
      }
    }
    return nil
  }

  /// A problem at the place up to which the document is read.
  mutating func problem(_ issue: ImportIssue) -> ImportError {
    let line = line
    let column = String(decoding: bytes[counted.start..<place], as: UTF8.self).unicodeScalars.count
    return ImportError(line: line, column: column + 1, issue)
  }

  /// The line up to which the document is read, from 1 on.
  var line: Int {
    mutating get {
      while counted.place < place {
        let byte = bytes[counted.place]
        counted.place += 1
        let isPair = byte == 0x0d && counted.place < bytes.count && bytes[counted.place] == 0x0a
        if byte == 0x0a || (byte == 0x0d && !isPair) {
          counted.line += 1
          counted.start = counted.place
        }
      }
      return counted.line
    }
  }

  private mutating func checkDeclaration() throws(ImportError) {
    guard isHere("<?xml"), let end = firstPlace(of: "?>", from: place) else { return }
    let words = String(decoding: bytes[place..<min(end, place + 500)], as: UTF8.self)
    guard let name = words.firstRange(of: "encoding")?.upperBound else { return }
    let value = words[name...].drop { $0 == " " || $0 == "=" || $0 == "\t" || $0.isNewline }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return }
    let encoding = String(value.dropFirst().prefix { $0 != quote })
    guard encoding.lowercased() == "utf-8" || encoding.lowercased() == "utf8" else {
      throw problem(.otherEncoding(name: encoding))
    }
  }

  private mutating func readText() throws(ImportError) -> [UInt8] {
    let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    return try readCharacters(to: end)
  }

  private mutating func readCharacters(to end: Int) throws(ImportError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(end - place)
    while place < end {
      if bytes[place] == UInt8(ascii: "&") {
        result.append(contentsOf: try readReference(before: end).utf8)
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return result
  }

  private mutating func readReference(before end: Int) throws(ImportError) -> String {
    let limit = min(end, place + 40)
    guard let stop = bytes[place..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      throw problem(.malformedXML(.unknownReference(name: "")))
    }
    let name = String(decoding: bytes[(place + 1)..<stop], as: UTF8.self)
    let isNumbered = name.utf8.first == UInt8(ascii: "#")
    guard isNumbered || ["amp", "lt", "gt", "quot", "apos"].contains(name),
      let text = isNumbered ? HTMLEntity.character(numbered: name) : HTMLEntity.text(of: name)
    else { throw problem(.malformedXML(.unknownReference(name: name))) }
    place = stop + 1
    return text
  }

  private mutating func readEnd() throws(ImportError) -> Token {
    place += 2
    let name = try readName()
    skipBlanks()
    guard isHere(">") else { throw problem(.malformedXML(.unknownMarkup)) }
    place += 1
    return .end(name: name)
  }

  private mutating func readStart() throws(ImportError) -> Token {
    place += 1
    let name = try readName()
    var attributes: [String: String] = [:]
    while true {
      let before = place
      skipBlanks()
      let isWhole = isHere("/>")
      if isWhole || isHere(">") {
        place += isWhole ? 2 : 1
        return .start(name: name, attributes: attributes, isWhole: isWhole)
      }
      guard place > before else { throw problem(.malformedXML(.unknownMarkup)) }
      let attribute = try readName()
      let value = try readValue()
      guard attributes.updateValue(value, forKey: attribute) == nil else {
        throw problem(.malformedXML(.repeatedAttribute(name: attribute)))
      }
    }
  }

  private mutating func readValue() throws(ImportError) -> String {
    skipBlanks()
    guard isHere("=") else { throw problem(.malformedXML(.unknownMarkup)) }
    place += 1
    skipBlanks()
    guard isHere("\"") || isHere("'"),
      let end = bytes[(place + 1)...].firstIndex(of: bytes[place])
    else { throw problem(.malformedXML(.unknownMarkup)) }
    place += 1
    let value = try readCharacters(to: end)
    place = end + 1
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func readName() throws(ImportError) -> String {
    let start = place
    while place < bytes.count, place - start <= XMLScanner.nameLimit,
      XMLScanner.isName(bytes[place])
    {
      place += 1
    }
    guard place > start, place - start <= XMLScanner.nameLimit else {
      throw problem(.malformedXML(.unknownMarkup))
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while place < bytes.count, XMLScanner.isBlank(bytes[place]) { place += 1 }
  }

  /// Skips markup that is not read; its end may not overlap its beginning.
  ///
  /// - Returns: Where what it holds stands.
  private mutating func skip(
    _ opening: String,
    to closing: String
  ) throws(ImportError) -> Range<Int> {
    let start = place + opening.utf8.count
    guard let end = firstPlace(of: closing, from: start) else {
      throw problem(.malformedXML(.unknownMarkup))
    }
    place = end + closing.utf8.count
    return start..<end
  }

  private func isHere(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  private func firstPlace(of text: String, from first: Int) -> Int? {
    let wanted = Array(text.utf8)
    var start = first
    while start + wanted.count <= bytes.count {
      if bytes[start] == wanted[0], bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
        return start
      }
      start += 1
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x80...: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"): true
    default: false
    }
  }
}
