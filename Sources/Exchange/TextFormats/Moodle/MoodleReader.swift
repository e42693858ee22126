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
    open.append(element)
  }

  private mutating func end(_ name: String) throws(ImportError) {
    guard let element = open.popLast(), element.name == name else {
      throw scanner.problem(.malformedXML(.unexpectedEnd(name: name)))
    }
    if open.count == 1 {
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
    guard open.count > 2, MoodleReader.names.contains(open[element].name) else { return }
    open[element].bytes.append(contentsOf: text)
  }
}
