import Foundation
import FoundationXML

/// Hears what libxml2 finds in a document and puts questions together.
///
/// A class because `XMLParser` takes no other delegate; it lives as long as one call of ``read``.
final class MoodleParsing: NSObject, XMLParserDelegate {
  /// How deep elements may stand in each other.
  static let depthLimit = 64

  private var open: [MoodleElement] = []
  private var questions: MoodleQuestions
  private var problem: ImportError?
  private var hasRoot = false

  private init(_ questions: MoodleQuestions) {
    self.questions = questions
  }

  /// The items of a document.
  ///
  /// - Parameters:
  ///   - bytes: The document, which declares neither document type nor entities.
  ///   - place: The file's line of a line of the document.
  /// - Returns: The items, and what was left out.
  /// - Throws: ``ImportError``; its line is the document's.
  static func read(
    _ bytes: [UInt8],
    place: @escaping (Int) -> Int
  ) throws(ImportError) -> ImportedItems {
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.shouldProcessNamespaces = false
    let parsing = MoodleParsing(MoodleQuestions(place: place))
    parser.delegate = parsing
    let isWhole = parser.parse()
    if let problem = parsing.problem { throw problem }
    // The parser may say that all is well although it found text after the root.
    if let error = parser.parserError as? NSError {
      throw ImportError(line: parser.lineNumber, .malformedXML(code: error.code))
    }
    guard isWhole, parsing.hasRoot else {
      throw ImportError(line: 1, .unexpectedRoot(name: ""))
    }
    return parsing.questions.imported
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    if open.isEmpty {
      hasRoot = true
      guard name == "quiz" else { return stop(parser, .unexpectedRoot(name: name)) }
    }
    guard open.count < MoodleParsing.depthLimit else {
      return stop(parser, .nestedTooDeeply(limit: MoodleParsing.depthLimit))
    }
    open.append(MoodleElement(name: name, attributes: attributes, line: parser.lineNumber))
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    guard let element = open.popLast() else { return }
    if open.count == 1 {
      guard element.name == "question" else { return }
      do throws(ImportError) {
        try questions.take(element)
      } catch {
        stop(parser, error.issue)
      }
    } else if !open.isEmpty, element.name != "file" {
      open[open.count - 1].children.append(element)
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    append(string.utf8)
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    append(block)
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    guard problem == nil else { return }
    problem = ImportError(
      line: parser.lineNumber,
      column: parser.columnNumber,
      .malformedXML(code: (error as NSError).code)
    )
  }

  // Pictures in base 64 are not kept, nor what stands between questions.
  private func append(_ text: some Collection<UInt8>) {
    guard open.count > 2, open[open.count - 1].name != "file" else { return }
    open[open.count - 1].bytes.append(contentsOf: text)
  }

  private func stop(_ parser: XMLParser, _ issue: ImportIssue) {
    problem =
      problem ?? ImportError(line: parser.lineNumber, column: parser.columnNumber, issue)
    parser.abortParsing()
  }
}
