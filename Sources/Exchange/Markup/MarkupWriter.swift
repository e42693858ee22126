/// Writes markup as text, in the syntax of HTML or of XML.
package struct MarkupWriter {
  /// How elements without content are written.
  package enum Syntax: Sendable {
    /// HTML: some elements have no end, all others have one; SVG within it too.
    case html
    /// XML: an element without content closes itself.
    case xml
  }

  /// The elements of HTML that have no end.
  private static let void: Set<String> = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"]

  private let syntax: Syntax

  /// A writer of a syntax.
  package init(_ syntax: Syntax) {
    self.syntax = syntax
  }

  /// A whole document, with what stands before its root.
  package func document(_ root: Markup) -> String {
    switch syntax {
    case .html: "<!DOCTYPE html>\n" + text(root) + "\n"
    case .xml: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text(root) + "\n"
    }
  }

  /// A piece of markup as text.
  package func text(_ markup: Markup) -> String {
    var result = ""
    write(markup, to: &result)
    return result
  }

  private func write(_ markup: Markup, to result: inout String) {
    switch markup {
    case .text(let text):
      MarkupWriter.escape(text, quotes: false, to: &result)
    case .style(let text):
      result += "<style>\(text)</style>"
    case .element(let name, let attributes, let content):
      result += "<\(name)"
      for attribute in attributes {
        result += " \(attribute.name)=\""
        MarkupWriter.escape(attribute.value, quotes: true, to: &result)
        result += "\""
      }
      if content.isEmpty, syntax == .xml {
        result += "/>"
      } else {
        result += ">"
        if syntax == .html, MarkupWriter.void.contains(name) { return }
        for child in content { write(child, to: &result) }
        result += "</\(name)>"
      }
    }
  }

  /// Escapes what has a meaning in markup, and drops what XML 1.0 cannot hold (its section 2.2).
  private static func escape(_ text: String, quotes: Bool, to result: inout String) {
    if isPlain(text) {
      result += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where quotes: result += "&quot;"
      // A reader of XML would turn these into blanks or line feeds.
      case "\n" where quotes, "\t" where quotes: result += "&#\(scalar.value);"
      case "\r": result += "&#13;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{fffe}", "\u{ffff}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// Whether a text, by its bytes, surely holds nothing to escape or to drop; nearly all do not.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
      // U+0080 to U+009F begin with C2 in UTF-8, U+FFFE and U+FFFF with EF.
      case 0...0x1f, 0x7f, 0xc2, 0xef: false
      default: true
      }
    }
  }
}
