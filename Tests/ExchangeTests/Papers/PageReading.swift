import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page as a strict reader of XML understands it: what of it is markup, and what is text.
final class PageReading: NSObject, XMLParserDelegate {
  /// Why a page cannot be read.
  struct Malformed: Error {
    /// The line.
    let line: Int
    /// What the reader says.
    let cause: String
  }

  /// An element with a class, or without.
  struct Element {
    /// Its name.
    let name: String
    /// Its attributes.
    let attributes: [String: String]
    /// All text within it.
    var text = ""
  }

  /// The elements, in the order of their beginnings.
  private(set) var elements: [Element] = []
  private var open: [Int] = []

  /// Reads a page.
  init(_ html: String) throws {
    super.init()
    var xml = html.replacingOccurrences(of: "<!DOCTYPE html>", with: "")
    // XML closes what HTML leaves open, and quotes what a style sheet may hold as it is.
    for part in xml.components(separatedBy: "<meta").dropFirst() {
      let tag = "<meta" + part.prefix { $0 != ">" } + ">"
      xml = xml.replacingOccurrences(of: tag, with: tag.dropLast() + "/>")
    }
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    guard parser.parse() else {
      throw Malformed(line: parser.lineNumber, cause: "\(parser.parserError as (any Error)?)")
    }
  }

  /// All text of the body.
  var text: String { elements.first { $0.name == "body" }?.text ?? "" }

  /// The elements of a name.
  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    for place in open { elements[place].text += string }
  }
}
