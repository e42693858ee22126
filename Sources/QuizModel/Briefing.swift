/// The reading of a topic.
package struct Briefing: Hashable, Sendable {
  /// A part of the text.
  package enum Block: Hashable, Sendable {
    /// A title within the text.
    case heading(String)
    /// Sentences.
    case paragraph(String)
    /// One entry of a list.
    case entry(String)
  }

  /// The title; `nil` where the text has none.
  package let title: String?
  /// The text, from top to bottom.
  package let blocks: [Block]
  /// The ids of the sources that it names, in its order, each once.
  package let sourceIDs: [String]

  /// Reads a text: a title behind `#`, paragraphs with empty lines between them, and a last
  /// paragraph of ids behind `Sources:`.
  ///
  /// Lines behind `-` are entries of a list, lines behind `##` titles; whatever else stands in a
  /// text is text.
  package init(text: String) {
    var title: String?
    var blocks: [Block] = []
    var sources: [String] = []
    // Whether the next line goes on with the last block.
    var isOpen = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let first = words.first else {
        isOpen = false
        continue
      }
      let all = words.joined(separator: " ")
      let rest = words.dropFirst().joined(separator: " ")
      if first.allSatisfy({ $0 == "#" }) {
        if title == nil, blocks.isEmpty, first.count == 1 {
          title = rest
        } else if !rest.isEmpty {
          blocks.append(.heading(rest))
        }
        isOpen = false
      } else if first == "-" {
        blocks.append(.entry(rest))
        isOpen = true
      } else if isOpen, first != Briefing.sourcesMark, let last = blocks.last {
        blocks[blocks.count - 1] = last.continued(with: all)
      } else {
        blocks.append(.paragraph(all))
        isOpen = true
      }
    }
    if case .paragraph(let last)? = blocks.last, last.hasPrefix(Briefing.sourcesMark) {
      blocks.removeLast()
      for part in last.dropFirst(Briefing.sourcesMark.count).split(separator: ",") {
        let id = part.split(separator: " ").joined(separator: " ")
        if !id.isEmpty, !sources.contains(id) { sources.append(id) }
      }
    }
    self.title = title.flatMap { $0.isEmpty ? nil : $0 }
    self.blocks = blocks
    sourceIDs = sources
  }

  private static let sourcesMark = "Sources:"
}

extension Briefing.Block {
  fileprivate func continued(with text: String) -> Briefing.Block {
    switch self {
    case .heading(let start): .heading("\(start) \(text)")
    case .paragraph(let start): .paragraph("\(start) \(text)")
    case .entry(let start): .entry("\(start) \(text)")
    }
  }
}
