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

  /// Text of one or several styles that is not broken, and how wide it is.
  private struct Piece {
    private(set) var spans: [Span] = []
    private(set) var columns = 0

    /// Adds text; what has the style of the text before it joins it.
    mutating func append(_ text: String, _ style: Style) {
      columns += DisplayWidth.columns(of: text)
      guard let last = spans.last, last.style == style else {
        return spans.append(Span(text, style))
      }
      spans[spans.count - 1] = Span(last.text + text, style)
    }

    mutating func append(_ other: Piece) {
      for span in other.spans { append(span.text, span.style) }
    }

    /// Adds what stands between two words: in their style if both have the same.
    mutating func appendSpace(before next: Piece) {
      let style = spans.last?.style
      append(" ", style == next.spans.first?.style ? style ?? .plain : .plain)
    }
  }

  private func rows(_ line: Line) -> [String] {
    let limit = min(traits.width, TerminalTraits.comfortableWidth)
    let indent = min(line.indent, limit / 3)
    let hanging = min(line.hanging, limit / 3)
    var rows: [Piece] = [Piece()]
    func start() -> Int { rows.count == 1 ? indent : hanging }
    for word in words(line.spans) {
      for part in broken(word, to: limit - max(indent, hanging)) {
        let last = rows.count - 1
        if rows[last].spans.isEmpty {
          rows[last].append(part)
        } else if start() + rows[last].columns + 1 + part.columns <= limit {
          rows[last].appendSpace(before: part)
          rows[last].append(part)
        } else {
          rows.append(part)
        }
      }
    }
    var texts = rows.enumerated().map { number, row in
      row.spans.isEmpty
        ? "" : String(repeating: " ", count: number == 0 ? indent : hanging) + styled(row)
    }
    guard let trailing = line.trailing else { return texts }
    var end = Piece()
    end.append(plain(trailing.text), trailing.style)
    let gap = limit - indent - rows[0].columns - end.columns
    if rows.count == 1, gap >= 2 {
      texts[0] += String(repeating: " ", count: gap) + styled(end)
    } else {
      texts.append(String(repeating: " ", count: hanging) + styled(end))
    }
    return texts
  }

  /// Words, each perhaps of several styles, as spans may meet inside a word.
  private func words(_ spans: [Span]) -> [Piece] {
    var words: [Piece] = []
    var current = Piece()
    for span in spans {
      let parts = plain(span.text).split(separator: " ", omittingEmptySubsequences: false)
      for (place, part) in parts.enumerated() {
        if place > 0, !current.spans.isEmpty {
          words.append(current)
          current = Piece()
        }
        if !part.isEmpty { current.append(String(part), span.style) }
      }
    }
    return current.spans.isEmpty ? words : words + [current]
  }

  /// A word that is wider than a row, in parts that fit.
  private func broken(_ word: Piece, to width: Int) -> [Piece] {
    guard word.columns > width else { return [word] }
    var parts = [Piece()]
    for span in word.spans {
      for character in span.text {
        if parts[parts.count - 1].columns + DisplayWidth.columns(of: character) > width {
          parts.append(Piece())
        }
        parts[parts.count - 1].append(String(character), span.style)
      }
    }
    return parts
  }

  private func styled(_ piece: Piece) -> String {
    piece.spans.map { styled($0.text, $0.style) }.joined()
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
