import GRDB
import QuizModel

/// Turns the files of a bank into one SQLite database, or says everything that is wrong with them.
struct BankCompiler {
  private let folder: BankFolder
  private let progress: (CompilationStep) -> Void
  private var problems: [BankProblem] = []

  /// - Parameters:
  ///   - folder: The bank.
  ///   - progress: Told of each step as it begins.
  init(folder: BankFolder, progress: @escaping (CompilationStep) -> Void) {
    self.folder = folder
    self.progress = progress
  }

  /// Compiles into an empty database.
  ///
  /// - Returns: What is wrong; where that is nothing, the database is whole.
  mutating func compile(into database: Database) throws -> [BankProblem] {
    guard let (description, tables) = readDescription() else { return problems }
    let loaded = try loadTables(tables, into: database)
    guard problems.isEmpty else { return problems }
    try DerivedTables(tables: tables, database: database).write(dates: loaded)
    problems += try ReferenceCheck(tables: tables, database: database).problems()
    try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF")
    let sandbox = Sandbox(database)
    sandbox.beginCompilation()
    defer { sandbox.detach() }
    problems += try ViewLoader(folder: folder, database: database, sandbox: sandbox).load()
    guard problems.isEmpty else { return problems }
    try writeEvidence(in: database)
    var templates = readTemplates()
    if description.isAuthored {
      templates += readAuthored(tables)
      guard problems.isEmpty else { return problems }
      problems += try AuthoredItems.keyProblems(tables, in: database)
    }
    try loadFacts(
      templates,
      description: description,
      tables: tables,
      into: database,
      sandbox: sandbox
    )
    return problems
  }

  private mutating func readDescription() -> (BankDescription, [TableSchema])? {
    do {
      let text = try BankFolder.text(
        try folder.bytes(of: PackageReader.file, limit: 1 << 20),
        of: PackageReader.file
      )
      var reader = PackageReader(name: folder.name)
      let result = reader.read(text)
      problems += reader.problems
      return problems.isEmpty ? result : nil
    } catch {
      problems.append(error)
      return nil
    }
  }

  private mutating func loadTables(
    _ tables: [TableSchema],
    into database: Database
  ) throws -> Set<String> {
    var dates: Set<String> = []
    for table in tables {
      progress(.table(table.name))
      do throws(BankProblem) {
        let bytes = try folder.bytes(of: table.path)
        var loader = TableLoader(schema: table, database: database)
        do {
          try loader.create()
          try loader.load(bytes)
          try loader.index()
        } catch {
          problems.append(
            BankProblem(file: table.path, issue: .unreadable(reason: "\(error)"))
          )
        }
        problems += loader.problems
        dates.formUnion(loader.dates)
      } catch {
        problems.append(error)
      }
    }
    return dates
  }

  /// Keeps the view `askable`, where there is one, as a table with a key.
  private mutating func writeEvidence(in database: Database) throws {
    guard try database.tableExists("askable") else { return }
    try database.execute(
      sql: """
        CREATE TABLE attache_askable (evidence TEXT PRIMARY KEY, precision TEXT) WITHOUT ROWID
        """
    )
    // The sandbox has taken the place of GRDB's authorizer, which would have noticed the new table.
    database.clearSchemaCache()
    let query = "SELECT evidence, precision FROM askable"
    do {
      try database.execute(sql: "INSERT OR IGNORE INTO attache_askable \(query)")
    } catch let error as DatabaseError {
      let issue = QueryIssue(error, sql: query, offset: nil).issue
      problems.append(BankProblem(file: "views/askable.sql", issue: issue))
    }
  }

  private mutating func readTemplates() -> [LocatedTemplate] {
    var templates: [LocatedTemplate] = []
    for file in folder.files(in: "templates", ending: ".yaml") {
      do throws(BankProblem) {
        let located = try TemplateReader.read(try folder.text(of: file), file: file)
        if templates.contains(where: { $0.template.id == located.template.id }) {
          problems.append(
            BankProblem(
              file: file,
              line: located.template.lines["id"],
              issue: .duplicateName(name: located.template.id)
            )
          )
        }
        templates.append(located)
      } catch {
        problems.append(error)
      }
    }
    return templates
  }

  private mutating func readAuthored(_ tables: [TableSchema]) -> [LocatedTemplate] {
    do throws(BankProblem) {
      return try AuthoredItems.templates(tables: tables)
    } catch {
      problems.append(error)
      return []
    }
  }

  private mutating func loadFacts(
    _ templates: [LocatedTemplate],
    description: BankDescription,
    tables: [TableSchema],
    into database: Database,
    sandbox: Sandbox
  ) throws {
    var counts: [Int] = []
    var loaded: [Template] = []
    for (number, located) in templates.enumerated() {
      progress(.template(located.template.id))
      let loader = FactLoader(
        located: located,
        topics: description.topics,
        database: database,
        sandbox: sandbox
      )
      let result = try loader.load(number: number)
      problems += result.problems
      counts.append(result.count)
      var template = located.template
      template.slotIsSubject = result.slotIsSubject
      loaded.append(template)
    }
    guard problems.isEmpty else { return }
    progress(.indexing)
    try TemplateTable.write(zip(loaded, counts).map { ($0, $1) }, into: database)
    try VerdictTables.create(in: database)
    try DescriptionTable.write(description, tables: tables, into: database)
    var census = SideCensus(database: database, sandbox: sandbox)
    problems += try census.take(templates, counts: counts)
  }
}

/// A step of compiling a bank, told while it takes its time.
package enum CompilationStep: Hashable, Sendable {
  /// A table is read.
  case table(String)
  /// A template's facts are asked.
  case template(String)
  /// The indexes are made.
  case indexing
}
