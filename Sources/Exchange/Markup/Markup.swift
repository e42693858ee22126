/// A piece of HTML, SVG or XML as a value: what is text can never become markup.
package indirect enum Markup: Hashable, Sendable {
  /// Text, escaped when it is written.
  case text(String)
  /// An element: its name, its attributes in their order, and what it holds.
  case element(String, [Attribute], [Markup])
  /// Style sheets of our own, which HTML does not unescape; never text from elsewhere.
  case style(String)

  /// An attribute of an element.
  package struct Attribute: Hashable, Sendable {
    /// Its name, one of our own.
    package let name: String
    /// Its value, escaped when it is written.
    package let value: String

    /// An attribute from its parts.
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
}

extension Markup: ExpressibleByStringLiteral {
  /// Text.
  package init(stringLiteral value: String) {
    self = .text(value)
  }
}

extension Markup {
  /// An element, its attributes by name.
  ///
  /// - Parameters:
  ///   - name: Of the element.
  ///   - attributes: In the order in which they are written.
  ///   - content: What it holds.
  /// - Returns: The element.
  package static func tag(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    _ content: [Markup] = []
  ) -> Markup {
    .element(name, attributes.map { Attribute($0.key, $0.value) }, content)
  }

  /// An element that holds a text alone.
  package static func tag(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    text: String
  ) -> Markup {
    .element(name, attributes.map { Attribute($0.key, $0.value) }, [.text(text)])
  }
}
