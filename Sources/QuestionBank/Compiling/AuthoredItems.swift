import GRDB
import QuizModel

/// The templates behind items that a person wrote: two tables, `items` and `options`.
package enum AuthoredItems {
  /// What stands for the source of a question that names none.
  package static let unsourced = "author"

  private static let file = "items.csv"
  private static let truthValues = ["True", "False"]

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

  /// The statements whose key does not say whether they hold.
  ///
  /// - Parameters:
  ///   - tables: Those of the bank.
  ///   - database: Holds them.
  /// - Returns: A problem for each, at its cell.
  /// - Throws: What SQLite throws.
  static func keyProblems(_ tables: [TableSchema], in database: Database) throws -> [BankProblem] {
    guard let table = tables.first(where: { $0.name == "items" }) else { return [] }
    let column = table.fields.firstIndex { $0.name == "key" }.map { $0 + 1 }
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT rowid AS line, key FROM items WHERE \(isStatement) AND key IS NOT NULL"
    )
    let allowed = truthValues.map { Folding.folded($0) }
    return rows.filter { row in
      !allowed.contains(Folding.folded(row.text("key").withoutOuterBlanks))
    }.prefix(TableLoader.problemLimit).map { row in
      BankProblem(
        file: table.path,
        line: row["line"],
        column: column,
        issue: .notInEnumeration(text: row.text("key"), field: "key", allowed: truthValues)
      )
    }
  }

  /// Whether a template is one of those behind the tables that a person wrote.
  package static func holds(_ template: Template) -> Bool {
    template.file == file && ["authored", "authored-statement"].contains(template.id)
  }

  private static let isStatement = "lower(trim(coalesce(kind, ''))) = 'true-false'"

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
        coalesce(sources, '\(unsourced)') AS sources, 'high' AS confidence, NULL AS about,
        'items/' || id AS evidence
      FROM items WHERE NOT (\(isStatement)) ORDER BY id
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
      SELECT id, rowid AS line, key AS answer, lower(key) AS answer_id, stem, topic,
        'true-false' AS kind, explanation,
        coalesce(sources, '\(unsourced)') AS sources, 'high' AS confidence, NULL AS about,
        'items/' || id AS evidence
      FROM items WHERE \(isStatement) ORDER BY id
    stem: "{stem}"
    explanation: "{explanation}"
    """
}
