/// What a piece of text means; how that looks is up to the terminal, and never all that tells it.
package enum Style: String, Hashable, Sendable {
  /// Ordinary text.
  case plain
  /// A title.
  case heading
  /// What is asked.
  case strong
  /// Good news.
  case right
  /// Bad news.
  case wrong
  /// What may be passed over.
  case faint
}

/// A piece of text in one style.
package struct Span: Hashable, Sendable {
  /// What is read; may come from a bank or a name, so it is cleaned before it is printed.
  package let text: String
  /// What it means.
  package let style: Style

  /// A span.
  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// One line before it is wrapped.
package struct Line: Hashable, Sendable {
  /// Its pieces, in order.
  package let spans: [Span]
  /// How many columns its first row is set in.
  package let indent: Int
  /// How many columns the rows after it are set in.
  package let hanging: Int
  /// What stands at the right end of the first row, where there is room.
  package let trailing: Span?

  /// A line of pieces.
  package init(_ spans: [Span], indent: Int = 0, hanging: Int? = nil, trailing: Span? = nil) {
    self.spans = spans
    self.indent = indent
    self.hanging = hanging ?? indent
    self.trailing = trailing
  }

  /// A line of one piece.
  package init(_ text: String, _ style: Style = .plain, indent: Int = 0, hanging: Int? = nil) {
    self.init([Span(text, style)], indent: indent, hanging: hanging)
  }

  /// An empty line.
  package static let blank = Line("")
}

/// What is printed at one go: lines from top to bottom.
package struct Screen: Hashable, Sendable {
  /// The lines.
  package var lines: [Line]

  /// A screen of lines.
  package init(_ lines: [Line]) {
    self.lines = lines
  }
}
