/// A text with `{placeholders}`.
package struct TextTemplate: Hashable, Sendable {
  /// A piece of the text.
  package enum Segment: Hashable, Sendable {
    /// Text that stands as it is.
    case literal(String)
    /// The name of a column whose value is put in.
    case placeholder(String)
  }

  /// The text as written.
  package let source: String
  /// Its pieces, in order.
  package let segments: [Segment]

  /// Takes a text apart; a brace without its partner is an ordinary character.
  package init(_ source: String) {
    self.source = source
    var segments: [Segment] = []
    var literal = ""
    var rest = Substring(source)
    while let open = rest.firstIndex(of: "{") {
      let after = rest.index(after: open)
      guard let close = rest[after...].firstIndex(of: "}") else { break }
      literal += rest[..<open]
      if !literal.isEmpty { segments.append(.literal(literal)) }
      literal = ""
      segments.append(.placeholder(String(rest[after..<close])))
      rest = rest[rest.index(after: close)...]
    }
    literal += rest
    if !literal.isEmpty { segments.append(.literal(literal)) }
    self.segments = segments
  }

  /// The names of the placeholders, in order of appearance.
  package var placeholders: [String] {
    segments.compactMap { segment in
      if case .placeholder(let name) = segment { return name }
      return nil
    }
  }

  /// The text with values put in, its first letter a capital.
  ///
  /// - Parameter value: The value of a placeholder.
  /// - Returns: The text.
  package func rendered(_ value: (String) -> String) -> String {
    segments.map { segment in
      switch segment {
      case .literal(let text): text
      case .placeholder(let name): value(name)
      }
    }.joined().sentenceCased
  }
}

extension String {
  /// The text with its first letter a capital, without regard to locale.
  package var sentenceCased: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
