import FoundationEssentials
import GRDB
import QuizModel

/// Who is here and what counts of them, as it stands before something is taken in.
struct Bystanders {
  /// What is held of a log to compare it with itself later.
  enum Scope {
    /// Records only come in: what is taken back or erased is enough.
    case merged
    /// What is here goes unless it comes in again: every record.
    case replaced
  }

  private static let table = "temp.standing"

  private let db: Database
  private let scope: Scope
  private let people: People
  /// Answers that count, by the id under which they were given.
  private let answers: [LearnerID: Int]
  private let retracted: Set<Int64>
  private let last: Int64

  /// Looks at a log within a transaction.
  ///
  /// - Complexity: O(facts answered); O(records) for what is replaced.
  init(_ db: Database, _ scope: Scope) throws {
    self.db = db
    self.scope = scope
    people = try People(db)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT label, sum(answers) AS answers FROM tallies JOIN labels ON number = learner
        GROUP BY learner
        """
    )
    answers = Dictionary(
      uniqueKeysWithValues: try rows.map {
        (LearnerID(try UUID(stored: $0.required("label"))), try $0.required("answers"))
      }
    )
    retracted = try Set(
      Int64.fetchAll(db, sql: "SELECT record FROM answers WHERE is_retracted")
    )
    last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM records") ?? 0
    guard scope == .replaced else { return }
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS \(Bystanders.table);
        CREATE TABLE \(Bystanders.table) AS
        SELECT r.id, r.learner, a.record IS NOT NULL AND NOT a.is_retracted AS counts
        FROM records r LEFT JOIN answers a ON a.record = r.number
        """
    )
  }

  /// What has come over those who were here.
  ///
  /// - Parameters:
  ///   - erased: Who is forgotten from now on.
  ///   - listed: Who stands in the files beside the log, and under which name.
  /// - Returns: Nothing where nobody who was here is concerned.
  /// - Throws: SQLite's error.
  func effects(
    erasing erased: [LearnerID],
    listed: [LearnerID: String]
  ) throws -> IntakeEffects {
    let after = try People(db)
    let forgotten = Set(erased)
    var effects = IntakeEffects()
    effects.erased = forgotten.sorted()
      .filter { people.persons[$0] != nil || answers[$0] != nil || listed[$0] != nil }
      .map { id in
        let name = people.names[id] ?? listed[id]
        return IntakeEffects.Person(id: id, name: name, answers: answers[id] ?? 0)
      }
    compare(with: after, without: forgotten, &effects)
    switch scope {
    case .merged: effects.losing = try takenBack()
    case .replaced:
      (effects.losing, effects.gone) = try missing(without: forgotten)
      try db.execute(sql: "DROP TABLE \(Bystanders.table)")
    }
    return effects
  }

  private func compare(
    with after: People,
    without forgotten: Set<LearnerID>,
    _ effects: inout IntakeEffects
  ) {
    let known = Set(people.persons.values).union(answers.keys.filter { people.persons[$0] == nil })
    let left = known.filter { !forgotten.contains($0) }.sorted()
    let groups = Dictionary(grouping: left) { after.persons[$0] ?? $0 }
    for (person, before) in groups.sorted(by: { $0.key < $1.key }) {
      guard let first = before.first else { continue }
      let here = Set(before)
      let strangers = after.members(of: person).filter { member in
        !here.contains(people.persons[member] ?? member)
      }
      let learner = Learner(id: first, name: people.names[first] ?? first.description)
      if before.count > 1 || !strangers.isEmpty {
        let others =
          before.dropFirst().map { people.names[$0] ?? $0.description }
          + strangers.map { after.names[$0] ?? $0.description }
        effects.united.append(IntakeEffects.Union(learner: learner, others: others))
      } else if let name = after.names[person], let old = people.names[first], name != old {
        effects.renamed.append(IntakeEffects.Renaming(learner: learner, name: name))
      }
    }
  }

  /// Whose answers were taken back.
  private func takenBack() throws -> [IntakeEffects.Person] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT record, label FROM answers JOIN labels ON number = learner
        WHERE is_retracted AND record <= ?
        """,
      arguments: [last]
    )
    var counts: [LearnerID: Int] = [:]
    for row in rows where !retracted.contains(try row.required("record")) {
      counts[LearnerID(try UUID(stored: row.required("label"))), default: 0] += 1
    }
    return persons(counts)
  }

  /// Whose answers are not there any more, and how many records.
  private func missing(
    without forgotten: Set<LearnerID>
  ) throws -> ([IntakeEffects.Person], gone: Int) {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.learner, sum(s.counts AND (a.record IS NULL OR a.is_retracted)) AS answers,
          sum(r.number IS NULL) AS gone
        FROM \(Bystanders.table) s LEFT JOIN records r ON r.id = s.id
        LEFT JOIN answers a ON a.record = r.number GROUP BY s.learner
        """
    )
    var (counts, gone): ([LearnerID: Int], Int) = ([:], 0)
    for row in rows {
      let owner: String? = row["learner"]
      let learner = try owner.map { LearnerID(try UUID(stored: $0)) }
      if let learner, forgotten.contains(learner) { continue }
      gone += try row.required("gone") as Int
      let answers: Int = try row.required("answers")
      if let learner, answers > 0 { counts[learner, default: 0] += answers }
    }
    return (persons(counts), gone)
  }

  private func persons(_ counts: [LearnerID: Int]) -> [IntakeEffects.Person] {
    let byPerson = Dictionary(
      counts.map { (people.persons[$0.key] ?? $0.key, $0.value) },
      uniquingKeysWith: +
    )
    return byPerson.sorted { $0.key < $1.key }.map { id, answers in
      IntakeEffects.Person(id: id, name: people.names[id], answers: answers)
    }
  }
}

/// Who stands for whom, and what they are called.
private struct People {
  /// The id that stands for each.
  private(set) var persons: [LearnerID: LearnerID] = [:]
  /// The names of ids that have one.
  private(set) var names: [LearnerID: String] = [:]

  init(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT learner, person, name FROM learners") {
      let learner = LearnerID(try UUID(stored: row.required("learner")))
      persons[learner] = LearnerID(try UUID(stored: row.required("person")))
      let name: String? = row["name"]
      if let name { names[learner] = name }
    }
  }

  /// Everybody for whom an id stands, sorted.
  func members(of person: LearnerID) -> [LearnerID] {
    persons.filter { $0.value == person }.map(\.key).sorted()
  }
}
