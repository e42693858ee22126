/// Reads Moodle XML, as Moodle and other programs write it.
///
/// Held are multiple choice with one right answer, and true/false; all else is left out.
struct MoodleReader {
  /// How deep elements may stand in each other.
  static let depthLimit = 64
  /// How many elements are kept of those that stand in one.
  private static let childLimit = 1000
  /// The elements that are kept.
  private static let names: Set<String> = [
    "answer", "category", "feedback", "generalfeedback", "idnumber", "image_base64", "name",
    "questiontext", "single", "text",
  ]

  /// The elements whose text may stand in them without an element `text`, as older files have it.
  private static let textHolders: Set<String> = [
    "answer", "feedback", "generalfeedback", "questiontext",
  ]

  private var scanner: XMLScanner
  private var open: [MoodleElement] = []
  private var questions = MoodleQuestions()
  private var hasRoot = false

  /// The items of a document.
  ///
  /// - Throws: ``ImportError`` where it is dangerous, not well formed, or no quiz.
  static func read(_ text: ImportedText) throws(ImportError) -> ImportedItems {
    var reader = MoodleReader(scanner: try XMLScanner(text.bytes))
    while let token = try reader.scanner.next() { try reader.take(token) }
    if let element = reader.open.last {
      throw reader.scanner.problem(.malformedXML(.openElement(name: element.name)))
    }
    guard reader.hasRoot else { throw reader.scanner.problem(.unexpectedRoot(name: "")) }
    return reader.questions.imported
  }

  private init(scanner: XMLScanner) {
    self.scanner = scanner
  }

  private mutating func take(_ token: XMLScanner.Token) throws(ImportError) {
    switch token {
    case .start(let name, let attributes, let isWhole):
      try begin(MoodleElement(name: name, attributes: attributes, line: scanner.line))
      if isWhole { try end(name) }
    case .end(let name): try end(name)
    case .text(let text): try take(text)
    }
  }

  private mutating func begin(_ element: MoodleElement) throws(ImportError) {
    if open.isEmpty {
      guard !hasRoot else { throw scanner.problem(.malformedXML(.secondRoot)) }
      hasRoot = true
      guard element.name == "quiz" else {
        throw scanner.problem(.unexpectedRoot(name: element.name))
      }
    }
    guard open.count < MoodleReader.depthLimit else {
      throw scanner.problem(.nestedTooDeeply(limit: MoodleReader.depthLimit))
    }
    if isMarkup(element) {
      var element = element
      element.isMarkup = true
      write("<\(element.name)>")
      return open.append(element)
    }
    open.append(element)
  }

  /// Whether an element stands among the words of a text, which then are HTML that nobody escaped.
  private func isMarkup(_ element: MoodleElement) -> Bool {
    guard let parent = open.last else { return false }
    let isOwnText =
      MoodleReader.textHolders.contains(parent.name) && element.name != "file"
      && !MoodleReader.names.contains(element.name)
    return parent.isMarkup || parent.name == "text" || isOwnText
  }

  /// Writes a tag among the words of the text that is open.
  private mutating func write(_ tag: String) {
    guard let place = open.lastIndex(where: { !$0.isMarkup }) else { return }
    if !open[place].holdsMarkup {
      open[place].holdsMarkup = true
      open[place].bytes = MoodleReader.escaped(open[place].bytes)
    }
    open[place].bytes.append(contentsOf: tag.utf8)
  }

  /// Bytes of a text of XML as HTML has them: what stood there as a reference is no markup.
  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "&"): Array("&amp;".utf8)
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      default: [byte]
      }
    }
  }

  private mutating func end(_ name: String) throws(ImportError) {
    guard let element = open.popLast(), element.name == name else {
      throw scanner.problem(.malformedXML(.unexpectedEnd(name: name)))
    }
    if element.isMarkup {
      // The end of a line end would be another.
      if name.lowercased() != "br" { write("</\(name)>") }
    } else if open.count == 1 {
      if element.name == "question" { try questions.take(element) }
    } else if let parent = open.indices.last, MoodleReader.names.contains(name),
      open[parent].children.count < MoodleReader.childLimit
    {
      open[parent].children.append(element)
    }
  }

  private mutating func take(_ text: [UInt8]) throws(ImportError) {
    guard let element = open.indices.last else {
      guard text.contains(where: { $0 > 0x20 }) else { return }
      throw scanner.problem(hasRoot ? .malformedXML(.secondRoot) : .unexpectedRoot(name: ""))
    }
    // Pictures in base 64 are not kept, nor what stands between questions.
    let place = open.lastIndex { !$0.isMarkup } ?? element
    guard open.count > 2, MoodleReader.names.contains(open[place].name) else { return }
    open[place].bytes += open[place].holdsMarkup ? MoodleReader.escaped(text) : text
  }
}
