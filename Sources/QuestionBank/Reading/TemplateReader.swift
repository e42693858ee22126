import QuizModel

/// A template as read, with the places of its queries.
struct LocatedTemplate {
  let template: Template
  let facts: LocatedNode
  let distractors: LocatedNode?
}

/// Reads template files.
enum TemplateReader {
  static let keys = [
    "id", "family", "topic", "kind", "difficulty", "changes", "precision", "facts", "distractors",
    "stem", "statement", "explanation", "order", "typed", "map", "play",
  ]

  /// Reads one template.
  ///
  /// - Throws: The first problem of the file.
  static func read(_ text: String, file: String) throws(BankProblem) -> LocatedTemplate {
    let root = try LocatedNode(text: text, file: file)
    let values = try root.values(allowed: keys)
    func required(_ key: String) throws(BankProblem) -> LocatedNode {
      guard let node = values[key] else {
        throw BankProblem(file: file, line: 1, column: 1, issue: .missingKey(name: key))
      }
      return node
    }
    let difficulty = try values["difficulty"]?.integer() ?? 0
    guard (-2...2).contains(difficulty) else {
      throw (values["difficulty"] ?? root).problem(
        .wrongShape(found: "\(difficulty)", expected: "a number from -2 to 2")
      )
    }
    let template = Template(
      id: try name(try required("id")),
      family: try name(try required("family")),
      topic: try required("topic").string(),
      kind: try required("kind").string(),
      difficulty: difficulty,
      changes: try values["changes"]?.boolean() ?? false,
      precision: try word(values["precision"], default: .row),
      facts: try required("facts").string(),
      distractors: try values["distractors"]?.string(),
      stem: TextTemplate(try required("stem").string()),
      statement: try values["statement"].map { node throws(BankProblem) in
        TextTemplate(try node.string())
      },
      explanation: TextTemplate(try required("explanation").string()),
      isPlayed: try word(values["play"], default: Play.yes) == .yes,
      order: try word(values["order"], default: .shuffled),
      isTyped: try values["typed"]?.boolean() ?? false,
      map: try values["map"]?.string(),
      file: file,
      lines: values.compactMapValues { $0.line }
    )
    if let statement = template.statement, !statement.placeholders.contains("answer") {
      throw (values["statement"] ?? root).problem(.missingKey(name: "{answer}"))
    }
    if template.isTyped, let phrase = StemPhrase.amongOptions(in: template.stem.source) {
      throw (values["typed"] ?? root).problem(.stemNeedsOptions(phrase: phrase))
    }
    return LocatedTemplate(
      template: template,
      facts: try required("facts"),
      distractors: values["distractors"]
    )
  }

  /// Whether a template is asked in games.
  private enum Play: String, CaseIterable {
    case yes
    case no
  }

  private static func name(_ node: LocatedNode) throws(BankProblem) -> String {
    let text = try node.string()
    let isPlain = text.utf8.allSatisfy { byte in
      (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2d
    }
    guard isPlain, !text.isEmpty else {
      throw node.problem(
        .wrongShape(found: text, expected: "a name of small letters, digits and hyphens")
      )
    }
    return text
  }

  private static func word<Word: RawRepresentable & CaseIterable>(
    _ node: LocatedNode?,
    default standard: Word
  ) throws(BankProblem) -> Word where Word.RawValue == String {
    guard let node else { return standard }
    let text = try node.string()
    guard let word = Word(rawValue: text) else {
      throw node.problem(.unknownKey(name: text, allowed: Word.allCases.map(\.rawValue)))
    }
    return word
  }
}
