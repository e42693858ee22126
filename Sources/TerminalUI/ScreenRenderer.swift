import QuizModel

/// Turns screens into what is printed: cleaned, wrapped, styled.
package struct ScreenRenderer: Sendable {
  private let traits: TerminalTraits

  /// A renderer for a terminal.
  package init(traits: TerminalTraits) {
    self.traits = traits
  }

  /// A screen as text, each line closed by a line feed.
  package func text(_ screen: Screen) -> String {
    screen.lines.flatMap(rows).map { $0 + "\n" }.joined()
  }

  /// A text as it may be printed: cleaned, and in ASCII where the terminal knows no more.
  package func plain(_ text: String) -> String {
    let clean = SafeText.cleaned(text)
    return traits.hasUnicode ? clean : Folding.ascii(clean)
  }

  private typealias Piece = (text: String, style: Style)

  private struct Word {
    var pieces: [Piece]
    var columns: Int

    /// The style in which the word begins.
    var style: Style { pieces.first?.style ?? .plain }
  }

  private func rows(_ line: Line) -> [String] {
    let limit = min(traits.width, TerminalTraits.comfortableWidth)
    let indent = min(line.indent, limit / 3)
    let hanging = min(line.hanging, limit / 3)
    var rows: [String] = []
    var row: [Piece] = []
    var column = indent
    var start = indent
    func close() {
      rows.append(String(repeating: " ", count: start) + joined(row))
      row = []
      column = hanging
      start = hanging
    }
    for word in words(line.spans) {
      for part in broken(word, to: limit - hanging) {
        let space = column > start ? 1 : 0
        if column + space + part.columns > limit, column > start { close() }
        if column > start {
          row.append((" ", row.last?.style == part.pieces.first?.style ? part.style : .plain))
          column += 1
        }
        row += part.pieces
        column += part.columns
      }
    }
    let last = column
    close()
    return withTrailing(rows, line: line, column: last, limit: limit)
  }

  /// Pieces as printed, neighbours of one style under one escape sequence.
  private func joined(_ pieces: [Piece]) -> String {
    var runs: [Piece] = []
    for piece in pieces {
      if let last = runs.last, last.style == piece.style {
        runs[runs.count - 1].text += piece.text
      } else {
        runs.append(piece)
      }
    }
    return runs.map { styled($0.text, $0.style) }.joined()
  }

  private func withTrailing(
    _ rows: [String],
    line: Line,
    column: Int,
    limit: Int
  ) -> [String] {
    guard let trailing = line.trailing else { return rows }
    let text = plain(trailing.text)
    let columns = DisplayWidth.columns(of: text)
    guard rows.count == 1, column + 2 + columns <= limit else {
      return rows + [String(repeating: " ", count: line.indent) + styled(text, trailing.style)]
    }
    let gap = String(repeating: " ", count: limit - column - columns)
    return [rows[0] + gap + styled(text, trailing.style)]
  }

  /// Words, each perhaps of several styles, as spans may meet inside a word.
  private func words(_ spans: [Span]) -> [Word] {
    var words: [Word] = []
    var current: Word?
    for span in spans {
      var piece = ""
      func push() {
        guard !piece.isEmpty else { return }
        let columns = DisplayWidth.columns(of: piece)
        var word = current ?? Word(pieces: [], columns: 0)
        word.pieces.append((piece, span.style))
        word.columns += columns
        current = word
        piece = ""
      }
      for character in plain(span.text) {
        if character == " " {
          push()
          if let word = current { words.append(word) }
          current = nil
        } else {
          piece.append(character)
        }
      }
      push()
    }
    if let word = current { words.append(word) }
    return words
  }

  /// A word that is wider than a row, in parts that fit.
  private func broken(_ word: Word, to width: Int) -> [Word] {
    guard word.columns > width else { return [word] }
    var parts: [Word] = []
    var part = Word(pieces: [], columns: 0)
    for (text, style) in word.pieces {
      for character in text {
        let columns = DisplayWidth.columns(of: character)
        if part.columns + columns > width {
          parts.append(part)
          part = Word(pieces: [], columns: 0)
        }
        part.pieces.append((String(character), style))
        part.columns += columns
      }
    }
    parts.append(part)
    return parts
  }

  private func styled(_ text: String, _ style: Style) -> String {
    guard traits.hasColour, let code = code(of: style), !text.isEmpty else { return text }
    return "\u{1b}[\(code)m\(text)\u{1b}[0m"
  }

  private func code(of style: Style) -> String? {
    switch style {
    case .plain: nil
    case .heading, .strong: "1"
    case .right: "32"
    case .wrong: "31"
    case .faint: "2"
    }
  }
}
