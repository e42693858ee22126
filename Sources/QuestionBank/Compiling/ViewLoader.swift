import GRDB

/// Runs the views of a bank once and keeps their rows as tables, each view after those it reads.
///
/// A template's distractors are asked for fact by fact; were the views run anew each time, a check
/// of the bank would spend nine tenths of its time in them.
struct ViewLoader {
  /// A view as it stands in its file.
  private struct View {
    let name: String
    let file: String
    let sql: String
  }

  let folder: BankFolder
  let database: Database
  let sandbox: Sandbox

  /// Fills one table for each file in `views`.
  ///
  /// - Returns: What is wrong with them.
  func load() throws -> [BankProblem] {
    var problems: [BankProblem] = []
    var pending: [View] = []
    for file in folder.files(in: "views", ending: ".sql") {
      do throws(BankProblem) {
        let name = String(file.dropFirst("views/".count).dropLast(".sql".count))
        pending.append(View(name: name, file: file, sql: try folder.text(of: file)))
      } catch {
        problems.append(error)
      }
    }
    var failures: [BankProblem] = []
    var progressed = true
    while !pending.isEmpty, progressed {
      failures = []
      var remaining: [View] = []
      for view in pending {
        guard let problem = try load(view) else { continue }
        failures.append(problem)
        remaining.append(view)
      }
      progressed = remaining.count < pending.count
      pending = remaining
    }
    return problems + failures
  }

  /// - Returns: Why the view cannot be run, perhaps since one that it reads is not there yet.
  private func load(_ view: View) throws -> BankProblem? {
    do {
      sandbox.close(.whole)
      let query = try database.makeStatement(sql: view.sql)
      sandbox.open()
      let names = query.columnNames.map(\.sqlName)
      try database.execute(
        sql: "CREATE TABLE \(view.name.sqlName) (\(names.joined(separator: ", ")))"
      )
      let marks = names.map { _ in "?" }.joined(separator: ", ")
      let insertion = try database.makeStatement(
        sql: "INSERT INTO \(view.name.sqlName) VALUES (\(marks))"
      )
      sandbox.close(.whole)
      // In an order of their own: unordered rows turned round here and turned round again by a
      // template would hide from the check that their order matters.
      let body = view.sql.trimmingSuffix { $0.isWhitespace || $0 == ";" }
      let places = names.indices.map { "\($0 + 1)" }.joined(separator: ", ")
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT * FROM (\n\(body)\n) ORDER BY \(places)"
      )
      while let row = try rows.next() {
        try insertion.execute(arguments: StatementArguments(row.databaseValues))
      }
      sandbox.open()
      try index(view, by: query.columnNames.first)
      return nil
    } catch let error as DatabaseError {
      let issue = QueryIssue(error, sql: view.sql, offset: sandbox.errorOffset)
      sandbox.open()
      return ViewLoader.problem(issue, in: view)
    }
  }

  private func index(_ view: View, by column: String?) throws {
    guard let column else { return }
    try database.execute(
      sql: """
        CREATE INDEX \("attache \(view.name)".sqlName)
        ON \(view.name.sqlName) (\(column.sqlName))
        """
    )
  }

  private static func problem(_ issue: QueryIssue, in view: View) -> BankProblem {
    let before = String(decoding: view.sql.utf8.prefix(issue.offset ?? 0), as: UTF8.self)
    let rows = before.split(separator: "\n", omittingEmptySubsequences: false)
    return BankProblem(
      file: view.file,
      line: rows.count,
      column: (rows.last?.unicodeScalars.count ?? 0) + 1,
      issue: issue.issue
    )
  }
}
