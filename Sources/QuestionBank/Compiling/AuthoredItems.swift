/// The templates behind items that a person wrote: two tables, `items` and `options`.
enum AuthoredItems {
  private static let file = "items.csv"

  /// One template for questions with options, one for statements to be judged.
  ///
  /// - Throws: What is missing in the tables.
  static func templates(tables: [TableSchema]) throws(BankProblem) -> [LocatedTemplate] {
    try require(
      ["id", "topic", "stem", "kind", "key", "explanation", "sources"],
      in: "items",
      of: tables
    )
    try require(["item", "text", "why"], in: "options", of: tables)
    return [
      try TemplateReader.read(questions, file: file),
      try TemplateReader.read(statements, file: file),
    ]
  }

  private static func require(
    _ fields: [String],
    in name: String,
    of tables: [TableSchema]
  ) throws(BankProblem) {
    guard let table = tables.first(where: { $0.name == name }) else {
      throw BankProblem(file: PackageReader.file, issue: .missingKey(name: name))
    }
    for field in fields where !table.fields.contains(where: { $0.name == field }) {
      throw BankProblem(file: table.path, line: 1, issue: .missingKey(name: field))
    }
  }

  /// The family of every authored fact.
  static let family = "item"

  private static let questions = """
    id: authored
    family: item
    topic: authored
    kind: authored
    facts: |
      SELECT id, rowid AS line, key AS answer, lower(key) AS answer_id, stem, topic, kind, explanation,
        coalesce(sources, 'author') AS sources, 'high' AS confidence, NULL AS about,
        'items/' || id AS evidence
      FROM items WHERE kind <> 'true-false' ORDER BY id
    distractors: |
      SELECT text, lower(text) AS answer_id, coalesce(why, '') AS why,
        'items/' || :id AS evidence, 0 AS rank
      FROM options WHERE item = :id AND lower(text) <> lower(:answer)
    stem: "{stem}"
    explanation: "{explanation}"
    """

  private static let statements = """
    id: authored-statement
    family: item
    topic: authored
    kind: true-false
    facts: |
      SELECT id, rowid AS line, key AS answer, lower(key) AS answer_id, stem, topic, kind, explanation,
        coalesce(sources, 'author') AS sources, 'high' AS confidence, NULL AS about,
        'items/' || id AS evidence
      FROM items WHERE kind = 'true-false' ORDER BY id
    stem: "{stem}"
    explanation: "{explanation}"
    """
}
