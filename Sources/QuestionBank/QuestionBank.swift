import Foundation
import GRDB
package import QuizModel

/// A bank that has been read and checked: its facts, what may be asked of them, and its texts.
///
/// A class, because it holds a database connection and remembers what it has read.
package final class QuestionBank {
  /// What the bank says of itself.
  package let description: BankDescription
  /// Its templates, by number.
  package let templates: [Template]
  /// The number of facts of each template.
  package let factCounts: [Int]
  /// Its folder.
  package let folder: BankFolder
  /// The templates that are never asked in a form, by number.
  package let barredForms: [Int: [BarredForm]]

  private let queue: DatabaseQueue
  private let sandbox: Sandbox
  private var candidates: [FactKey: [Candidate]] = [:]
  private var answers: [FactKey: Set<String>] = [:]
  private var names: [String: [String]] = [:]
  private var sources: [String: Source] = [:]
  private var precisions: [String: Precision?] = [:]
  private var statements: [Int: SubjectStatements] = [:]
  private var digests: [FactID: String] = [:]

  private struct FactKey: Hashable {
    let template: Int
    let position: Int
  }

  /// How many facts' candidates are remembered.
  private static let memoryLimit = 50_000

  /// Wraps a compiled bank.
  ///
  /// - Throws: What the database throws if it holds no compiled bank.
  init(folder: BankFolder, queue: DatabaseQueue) throws {
    self.folder = folder
    self.queue = queue
    let (description, templates) = try queue.unsafeRead { database in
      (try DescriptionTable.read(from: database), try TemplateTable.read(from: database))
    }
    guard let description else {
      throw DatabaseError(resultCode: .SQLITE_NOTADB, message: "no compiled bank")
    }
    self.description = description
    self.templates = templates.map(\.0)
    factCounts = templates.map(\.1)
    sandbox = queue.unsafeRead { Sandbox($0) }
    let barred = try queue.unsafeRead { try VerdictTables.barred(from: $0) }
    barredForms = Dictionary(grouping: barred, by: \.template)
  }

  /// Takes the sandbox off a connection that outlives this bank; queries are refused no more.
  func leaveConnection() {
    queue.unsafeRead { _ in sandbox.detach() }
  }

  /// The fact of a template at a place.
  ///
  /// - Parameters:
  ///   - template: The number of the template.
  ///   - position: From 1 to ``factCounts`` of the template.
  /// - Returns: `nil` where there is none.
  /// - Throws: ``BankError/cache(path:reason:)``.
  package func fact(template: Int, position: Int) throws(BankError) -> Fact? {
    try reading { database in
      try FactQuery(database: database)
        .fact(of: templates[template], number: template, position: position)
    }
  }

  /// The fact of a template with a row's key.
  package func fact(template: Int, row: String) throws(BankError) -> Fact? {
    try reading { database in
      try FactQuery(database: database)
        .fact(of: templates[template], number: template, row: row)
    }
  }

  /// The facts of every template, by template and place.
  ///
  /// - Parameter limit: How many at most, so that an enormous bank cannot fill the memory.
  /// - Returns: A fact that several templates ask comes once for each.
  /// - Throws: ``BankError/cache(path:reason:)``.
  package func census(limit: Int) throws(BankError) -> [FactSummary] {
    try reading { database in
      let census = FactCensus(database: database)
      var facts: [FactSummary] = []
      for (number, template) in templates.enumerated() where facts.count < limit {
        facts += try census.facts(of: template, number: number, limit: limit - facts.count)
      }
      return facts
    }
  }

  /// What every template says of its facts, by template and place.
  ///
  /// - Parameter limit: How many at most.
  /// - Returns: A fact that several templates ask comes once for each.
  /// - Throws: ``BankError/cache(path:reason:)``.
  package func sentences(limit: Int) throws(BankError) -> [FactSentence] {
    try reading { database in
      let reader = FactSentences(database: database)
      var sentences: [FactSentence] = []
      for (number, template) in templates.enumerated() where sentences.count < limit {
        sentences += try reader.sentences(
          of: template,
          number: number,
          limit: limit - sentences.count
        )
      }
      return sentences
    }
  }

  /// The region of each state, where the bank has a table `states` that tells them.
  ///
  /// - Returns: Regions by the id of the state.
  /// - Throws: ``BankError/cache(path:reason:)``.
  package func regions() throws(BankError) -> [String: String] {
    try reading { database in
      guard try database.tableExists("states"),
        try database.columns(in: "states").contains(where: { $0.name == "region" })
      else { return [:] }
      let rows = try Row.fetchAll(database, sql: "SELECT id, region FROM states")
      return Dictionary(rows.map { ($0.text("id"), $0.text("region")) }) { first, _ in first }
    }
  }

  /// The places of a template's facts on certain topics, ascending; `nil` where all facts are.
  package func positions(
    template: Int,
    on topics: Set<String>
  ) throws(BankError) -> [Int]? {
    try reading { database in
      try FactQuery(database: database)
        .positions(of: templates[template], number: template, on: topics)
    }
  }

  /// The distractors that may stand beside a fact's answer, at most eight, the best first.
  package func candidates(for fact: Fact) throws(BankError) -> [Candidate] {
    let key = FactKey(template: fact.template, position: fact.position)
    if let known = candidates[key] { return known }
    let found = try reading { database in
      try CandidateQuery(database: database, sandbox: sandbox)
        .plausible(for: fact, of: templates[fact.template])
    }
    if candidates.count >= QuestionBank.memoryLimit { candidates.removeAll() }
    candidates[key] = found
    return found
  }

  /// The first eight distractors that a template offers for a fact, before any is refused.
  package func offeredCandidates(for fact: Fact) throws(BankError) -> [Candidate] {
    try reading { database in
      try CandidateQuery(database: database, sandbox: sandbox)
        .offered(for: fact, of: templates[fact.template])
    }
  }

  /// The answer ids of all facts of a template whose stem reads like this one's.
  package func answerIDs(sharingStemOf fact: Fact) throws(BankError) -> Set<String> {
    let key = FactKey(template: fact.template, position: fact.position)
    if let known = answers[key] { return known }
    let found = try reading { try FactQuery(database: $0).answerIDs(sharingStemOf: fact) }
    if answers.count >= QuestionBank.memoryLimit { answers.removeAll() }
    answers[key] = found
    return found
  }

  /// The statements of a template whose slot holds what they are about.
  package func statements(of template: Int) throws(BankError) -> SubjectStatements {
    if let known = statements[template] { return known }
    let found = try reading { try VerdictTables.statements(of: template, from: $0) }
    let gathered = SubjectStatements(found)
    statements[template] = gathered
    return gathered
  }

  /// The row by which the bank tells a fact: that of a template that tells it by its answer, since
  /// others may name what it is compared with; of a template with a map rather than of one without.
  ///
  /// - Parameters:
  ///   - id: The fact.
  ///   - template: The number of a template that comes before others of its kind; `nil` for none.
  /// - Returns: `nil` where no template has the fact.
  /// - Throws: ``BankError/cache(path:reason:)``.
  package func telling(_ id: FactID, preferring template: Int? = nil) throws(BankError) -> Fact? {
    let family = templates.indices.filter { templates[$0].family == id.family }
    func rank(_ number: Int) -> (Int, Int, Int, Int, Int) {
      let other = templates[number]
      return (
        other.tellsByAnswer ? 0 : 1, other.map == nil ? 1 : 0, number == template ? 0 : 1,
        other.isPlayed ? 0 : 1, number
      )
    }
    for number in family.sorted(by: { rank($0) < rank($1) }) {
      if let fact = try fact(template: number, row: id.row) { return fact }
    }
    return nil
  }

  /// The subjects of all statements about their slot, each with the numbers of the templates that
  /// make them.
  package func statedSubjects() throws(BankError) -> [FactID: [Int]] {
    try reading { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT DISTINCT template, subject FROM attache_statements ORDER BY template"
      )
      var subjects: [FactID: [Int]] = [:]
      for row in rows {
        guard let subject = FactID(row.text("subject")) else { continue }
        subjects[subject, default: []].append(row["template"])
      }
      return subjects
    }
  }

  /// Tells what the bank says of a fact; see ``KnowledgeDigest``.
  package func knowledgeDigest(of id: FactID) throws(BankError) -> String {
    if let known = digests[id] { return known }
    var pieces: [String] = []
    for (number, template) in templates.enumerated()
    where template.family == id.family && template.tellsByAnswer {
      guard let fact = try fact(template: number, row: id.row) else { continue }
      pieces.append(KnowledgeDigest.piece(template: template.id, answer: fact.answer))
    }
    let digest = KnowledgeDigest.text(pieces)
    if digests.count >= QuestionBank.memoryLimit { digests.removeAll() }
    digests[id] = digest
    return digest
  }

  /// How much of a row may be asked; `nil` where it does not exist or may not be asked.
  package func precision(of evidence: String) throws(BankError) -> Precision? {
    if let known = precisions[evidence] { return known }
    let found = try reading { try EvidenceQuery(database: $0).precision(of: evidence) }
    if precisions.count >= QuestionBank.memoryLimit { precisions.removeAll() }
    precisions[evidence] = found
    return found
  }

  /// What the row of an id is called, aliases included; empty where no table names it.
  package func names(of id: String) throws(BankError) -> [String] {
    if let known = names[id] { return known }
    let found = try reading { database in
      try String.fetchAll(
        database.cachedStatement(
          sql: "SELECT name FROM attache_names WHERE id = ? ORDER BY name"
        ),
        arguments: [id]
      )
    }
    names[id] = found
    return found
  }

  /// Every name in the bank with the ids that bear it, by name.
  package func allNames() throws(BankError) -> [(name: String, id: String)] {
    try reading { database in
      try Row.fetchAll(database, sql: "SELECT name, id FROM attache_names ORDER BY name, id")
        .map { ($0.text("name"), $0.text("id")) }
    }
  }

  /// How many facts of a template have so many plausible distractors below and above the key.
  package func sides(of template: Int) throws(BankError) -> [KeySides] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: "SELECT below, above, count FROM attache_sides WHERE template = ? ORDER BY 1, 2",
        arguments: [template]
      ).map { KeySides(below: $0["below"], above: $0["above"], count: $0["count"]) }
    }
  }

  /// A source by id; one that no table holds is the author's own words.
  package func source(_ id: String) throws(BankError) -> Source {
    if let known = sources[id] { return known }
    let found = try reading { database -> Source? in
      guard try database.tableExists("sources") else { return nil }
      return try Row.fetchOne(
        database,
        sql: "SELECT * FROM sources WHERE id = ?",
        arguments: [id]
      ).map { row in
        Source(
          id: id,
          title: row.text("title"),
          publisher: row.text("publisher"),
          date: row.text("date"),
          url: row.text("url")
        )
      }
    }
    let source = found ?? Source(id: id, title: id, publisher: "", date: "", url: "")
    sources[id] = source
    return source
  }

  /// Every source of the bank, by id.
  package func allSources() throws(BankError) -> [Source] {
    let ids = try reading { database in
      try database.tableExists("sources")
        ? try String.fetchAll(database, sql: "SELECT id FROM sources ORDER BY id") : []
    }
    var sources: [Source] = []
    for id in ids { sources.append(try source(id)) }
    return sources
  }

  /// The facts of the last release, from facts.lock; none where there is no such file.
  ///
  /// - Throws: ``BankError/broken(bank:problems:)`` for a file that is damaged, or that the bank says
  ///   it has and has not.
  package func lockedFacts() throws(BankError) -> [LockedFact] {
    do throws(BankProblem) {
      return try ReleaseFiles(folder: folder).locked(isNeeded: description.isLocked)
    } catch {
      throw .broken(bank: description.name, problems: [error])
    }
  }

  /// The facts that have another name now, from renamed.csv; none where there is no such file.
  ///
  /// - Throws: ``BankError/broken(bank:problems:)`` for a file that is damaged.
  package func renamedFacts() throws(BankError) -> [RenamedFact] {
    do throws(BankProblem) {
      return try ReleaseFiles(folder: folder).renamedFacts()
    } catch {
      throw .broken(bank: description.name, problems: [error])
    }
  }

  /// The reading of a topic: its title line and paragraphs; `nil` where there is none.
  package func briefing(of topic: String) -> String? {
    guard description.topics.contains(where: { $0.id == topic }) else { return nil }
    return try? folder.text(of: "briefing/\(topic).md")
  }

  private func reading<Value>(
    _ body: (Database) throws -> Value
  ) throws(BankError) -> Value {
    do {
      return try queue.unsafeRead(body)
    } catch {
      throw .cache(path: queue.path, reason: "\(error)")
    }
  }
}

/// How many facts of a template have so many plausible distractors on either side of the key.
package struct KeySides: Hashable, Sendable {
  /// Distractors that stand before the key.
  package let below: Int
  /// Distractors that stand after it.
  package let above: Int
  /// The number of facts.
  package let count: Int

  /// Sides from their numbers.
  package init(below: Int, above: Int, count: Int) {
    self.below = below
    self.above = above
    self.count = count
  }
}
