import GRDB
import QuizModel

/// Runs a template's `facts` once and keeps its rows, with each rendered stem, in a table of
/// their own, so that a game starts without asking them again.
struct FactLoader {
  let located: LocatedTemplate
  let topics: [Topic]
  let database: Database
  let sandbox: Sandbox

  private var template: Template { located.template }

  /// Fills `attache_facts_<number>`.
  ///
  /// - Parameter number: The place of the template among all.
  /// - Returns: The number of facts, whether distractors name facts of their own, and what is wrong
  ///   with the template.
  /// - Throws: What SQLite throws where it is not the template's fault.
  func load(number: Int) throws -> Loaded {
    var loaded = Loaded()
    sandbox.close(.whole)
    defer { sandbox.open() }
    let query: Statement
    switch checkedQuery(located.facts, sql: template.facts) {
    case .failure(let problem):
      loaded.problems = [problem]
      return loaded
    case .success(let statement): query = statement
    }
    var problems = columnProblems(query.columnNames)
    if let distractors = located.distractors, let sql = template.distractors {
      switch checkedQuery(distractors, sql: sql) {
      case .failure(let problem): problems.append(problem)
      case .success(let statement):
        for name in DistractorColumn.required where !statement.columnNames.contains(name) {
          problems.append(distractors.problem(.missingColumn(name: name)))
        }
        loaded.slotIsSubject = statement.columnNames.contains(SubjectColumn.fact)
      }
    }
    loaded.problems = problems
    guard problems.isEmpty else { return loaded }
    let table = FactLoader.table(number)
    let insertion = try prepareTable(table, columns: query.columnNames)
    sandbox.close(.whole)
    do {
      // Ordered here, so that a fact's place does not hang on how SQLite happens to find it.
      let body = template.facts.trimmingSuffix { $0.isWhitespace || $0 == ";" }
      let copy = FactCopy(
        template: template,
        topics: Set(topics.map(\.id)),
        query: try database.makeStatement(sql: "SELECT * FROM (\n\(body)\n) ORDER BY id"),
        insertion: insertion
      )
      loaded.count = try copy.run { row, reason in
        loaded.problems.append(located.facts.problem(.unusableFact(row: row, reason: reason)))
      }
    } catch let error as DatabaseError {
      loaded.problems.append(queryProblem(error, in: located.facts, sql: template.facts))
    }
    sandbox.open()
    if loaded.problems.isEmpty { loaded.problems = try index(table) }
    return loaded
  }

  /// What came of loading a template.
  struct Loaded {
    /// The number of facts.
    var count = 0
    /// Whether each distractor names a fact of its own; see ``Template/slotIsSubject``.
    var slotIsSubject = false
    /// What is wrong with it.
    var problems: [BankProblem] = []
  }

  /// The table that holds the facts of a template.
  static func table(_ number: Int) -> String { "attache_facts_\(number)" }

  private func prepareTable(_ table: String, columns: [String]) throws -> Statement {
    sandbox.open()
    let names = columns.map(\.sqlName).joined(separator: ", ")
    try database.execute(
      sql: "CREATE TABLE \(table) (attache_position INTEGER PRIMARY KEY, attache_stem, \(names))"
    )
    let marks = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
    return try database.makeStatement(
      sql: "INSERT INTO \(table) (attache_stem, \(names)) VALUES (\(marks))"
    )
  }

  private func index(_ table: String) throws -> [BankProblem] {
    try database.execute(sql: "CREATE INDEX \(table)_stem ON \(table) (attache_stem)")
    do {
      try database.execute(sql: "CREATE UNIQUE INDEX \(table)_id ON \(table) (id)")
      return []
    } catch {
      let doubled = try String.fetchOne(
        database,
        sql: "SELECT id FROM \(table) GROUP BY id HAVING count(*) > 1 ORDER BY id"
      )
      return [
        located.facts.problem(
          .unusableFact(row: doubled ?? "", reason: "is returned more than once")
        )
      ]
    }
  }

  private func checkedQuery(
    _ node: LocatedNode,
    sql: String
  ) -> Result<Statement, BankProblem> {
    do {
      return .success(try database.makeStatement(sql: sql))
    } catch let error as DatabaseError {
      return .failure(queryProblem(error, in: node, sql: sql))
    } catch {
      return .failure(node.problem(.query(message: "\(error)", near: sql)))
    }
  }

  private func queryProblem(
    _ error: DatabaseError,
    in node: LocatedNode,
    sql: String
  ) -> BankProblem {
    let issue = QueryIssue(error, sql: sql, offset: sandbox.errorOffset)
    guard let offset = issue.offset, let place = node.place(atOffset: offset) else {
      return node.problem(issue.issue)
    }
    return BankProblem(
      file: node.file,
      line: place.line,
      column: place.column,
      issue: issue.issue
    )
  }

  private func columnProblems(_ columns: [String]) -> [BankProblem] {
    var problems: [BankProblem] = []
    for name in ["id", "answer", "answer_id", "sources", "confidence", "about"]
    where !columns.contains(name) {
      problems.append(located.facts.problem(.missingColumn(name: name)))
    }
    // SQLite minds no capitals in the names of columns.
    let folded = columns.map(Folding.folded)
    for (place, name) in columns.enumerated() {
      if folded[place].hasPrefix("attache_") {
        problems.append(located.facts.problem(.duplicateName(name: name)))
      }
      if folded[..<place].contains(folded[place]) {
        problems.append(located.facts.problem(.duplicateColumn(name: name)))
      }
    }
    let texts =
      [("stem", template.stem), ("explanation", template.explanation)]
      + (template.statement.map { [("statement", $0)] } ?? [])
    for (key, text) in texts {
      for name in text.placeholders where !columns.contains(name) {
        problems.append(
          BankProblem(
            file: template.file,
            line: template.lines[key],
            issue: .unknownPlaceholder(name: name, known: columns)
          )
        )
      }
    }
    if !columns.contains("topic"), !topics.contains(where: { $0.id == template.topic }) {
      problems.append(
        BankProblem(
          file: template.file,
          line: template.lines["topic"],
          issue: .unknownTopic(name: template.topic, known: topics.map(\.id))
        )
      )
    }
    return problems
  }
}

/// The columns by which a query says what a statement is about.
enum SubjectColumn {
  /// The fact of what stands in the slot, as `family/row`.
  static let fact = "subject_fact"
  /// The sentence that is true of a distractor.
  static let truth = "truth"
}

/// The columns that a `distractors` query returns.
enum DistractorColumn {
  static let required = ["text", "answer_id", "why", "evidence", "rank"]
}

extension Row {
  /// The value of a column as text; empty for NULL, a missing column or a blob.
  func text(_ name: String) -> String {
    guard hasColumn(name) else { return "" }
    switch (self[name] as DatabaseValue).storage {
    case .string(let text): return text
    case .int64(let number): return String(number)
    case .double(let number): return String(number)
    case .null, .blob: return ""
    }
  }
}
