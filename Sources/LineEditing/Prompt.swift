/// The text in front of the cursor, with nothing in it that could harm a terminal.
package struct Prompt: Sendable, Equatable {
  /// A piece of a prompt.
  private enum Piece: Sendable, Equatable {
    /// Characters that take up columns.
    case text(String)
    /// A colour code, which takes up none.
    case style(String)
  }

  private let pieces: [Piece]

  /// Makes a prompt of one line from text of any origin.
  ///
  /// - Parameter text: Escape sequences, line ends and other control characters in it are dropped.
  package init(plain text: String) {
    pieces = Self.pieces(of: text).filter { piece in
      if case .text = piece { true } else { false }
    }
  }

  /// Makes a prompt of one line from text that the program has coloured.
  ///
  /// - Parameter text: Colour codes (SGR, `ESC [ … m`) in it are kept, other escape sequences, line
  ///   ends and control characters are dropped.
  package init(styled text: String) {
    pieces = Self.pieces(of: text)
  }

  /// The prompt as it is written to a terminal.
  package var styled: String {
    pieces.map { piece in
      switch piece {
      case .text(let text), .style(let text): text
      }
    }.joined()
  }

  /// The prompt with colour codes marked as taking up no columns, which is what readline needs.
  package var marked: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .style(let code): "\u{1}\(code)\u{2}"
      }
    }.joined()
  }

  /// Splits a text into harmless text and colour codes, and drops the rest.
  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var plain = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}" || scalar == "\u{9B}" {
        guard let style = removeControlSequence(from: &rest, after: scalar) else { continue }
        if !plain.isEmpty { pieces.append(.text(String(plain))) }
        plain.removeAll()
        pieces.append(.style(style))
      } else if !scalar.isControl && !scalar.isLineEnd {
        plain.append(scalar)
      }
    }
    if !plain.isEmpty { pieces.append(.text(String(plain))) }
    return pieces
  }

  /// Removes the rest of a control sequence (ECMA-48, 5.4) that `introducer` began.
  ///
  /// - Returns: The whole sequence if it is a colour code, else `nil`.
  private static func removeControlSequence(
    from rest: inout Substring.UnicodeScalarView,
    after introducer: Unicode.Scalar,
  ) -> String? {
    if introducer == "\u{1B}" {
      guard rest.first == "[" else { return nil }
      rest.removeFirst()
    }
    let parameters = rest.prefix { (0x20...0x3F).contains($0.value) }
    rest = rest[parameters.endIndex...]
    guard let final = rest.first, (0x40...0x7E).contains(final.value) else { return nil }
    rest.removeFirst()
    let isColour = parameters.allSatisfy { ("0"..."9").contains($0) || $0 == ";" || $0 == ":" }
    return final == "m" && isColour ? "\u{1B}[\(String(parameters))m" : nil
  }
}

extension Prompt: ExpressibleByStringLiteral {
  /// Makes a prompt without colour.
  package init(stringLiteral text: String) {
    self.init(plain: text)
  }
}
