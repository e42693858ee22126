package import QuizModel

/// An item as it goes to other programs and comes back: words alone, no template and no evidence.
package struct PortableItem: Codable, Hashable, Sendable {
  /// One choice under a stem.
  package struct Option: Codable, Hashable, Sendable {
    /// What is read.
    package let text: String
    /// What is true of this option; empty where nothing is said of it.
    package let why: String

    /// An option from its parts.
    package init(text: String, why: String) {
      self.text = text
      self.why = why
    }
  }

  /// The lasting name: of an exported item its template and row, of an imported one what its file
  /// says.
  package let id: String
  /// The topic's id; empty where a file names none.
  package let topic: String
  /// Multiple choice or true/false; typed items do not travel.
  package let form: Form
  /// The question, or the statement of a true/false item; may hold several lines.
  package let stem: String
  /// In the order in which they are shown; of a true/false item True and False.
  package let options: [Option]
  /// The place of the right option in ``options``.
  package let key: Int
  /// The corrected sentence; empty where a file has none.
  package let explanation: String
  /// What it rests on, one citation a source, each on one line.
  package let sources: [String]

  /// An item from its parts.
  package init(
    id: String,
    topic: String,
    form: Form,
    stem: String,
    options: [Option],
    key: Int,
    explanation: String,
    sources: [String]
  ) {
    self.id = id
    self.topic = topic
    self.form = form
    self.stem = stem
    self.options = options
    self.key = key
    self.explanation = explanation
    self.sources = sources
  }

  /// The options of a statement.
  ///
  /// - Parameters:
  ///   - whyTrue: What is said to who chose True.
  ///   - whyFalse: What is said to who chose False.
  /// - Returns: True and False, in this order.
  package static func statementOptions(whyTrue: String = "", whyFalse: String = "") -> [Option] {
    [Option(text: "True", why: whyTrue), Option(text: "False", why: whyFalse)]
  }
}
