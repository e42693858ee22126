import FoundationEssentials
import GRDB
package import QuizModel

extension ScoreLog {
  private static let currentKey = "current-learner"

  /// Who plays unless somebody else is named: the last one used, failing that the one who
  /// answered last, failing that a new learner with the login name.
  ///
  /// Costs no write unless the answer is new.
  ///
  /// - Parameter loginName: Sanitised first; if nothing is left of it, the name is `learner`.
  /// - Returns: The id that stands for the person, and the name of today.
  /// - Throws: What ``append(_:)`` throws, where a learner has to be made.
  package func currentLearner(loginName: String) throws(ScoreStoreError) -> Learner {
    if let learner = try currentLearner() { return learner }
    return try writing { db in
      // Another process may have been first.
      if let learner = try current(in: db) ?? latestPlayer(in: db) {
        try remember(learner.id, in: db)
        return learner
      }
      return try create(LearnerName.shown(loginName), in: db)
    }
  }

  /// The last learner used, if there is one.
  package func currentLearner() throws(ScoreStoreError) -> Learner? {
    try reading { db in try current(in: db) }
  }

  /// Makes a new learner, who is then the one used.
  ///
  /// - Throws: `emptyName`, or `duplicateLearner` if the name is taken, in whatever case.
  @discardableResult
  package func addLearner(named name: String) throws(ScoreStoreError) -> Learner {
    try writing { db in try create(try freeName(name, for: nil, in: db), in: db) }
  }

  /// Makes a learner the one used from now on.
  ///
  /// - Parameter name: A name or an id.
  /// - Returns: The learner.
  /// - Throws: `unknownLearner` or `ambiguousLearner`.
  @discardableResult
  package func useLearner(named name: String) throws(ScoreStoreError) -> Learner {
    try writing { db in
      let learner = try find(name, in: db)
      try remember(learner.id, in: db)
      return learner
    }
  }

  /// Gives a learner another name.
  ///
  /// - Throws: `unknownLearner`, `ambiguousLearner`, `emptyName` or `duplicateLearner`.
  @discardableResult
  package func renameLearner(
    named name: String,
    to newName: String
  ) throws(ScoreStoreError) -> Learner {
    try writing { db in
      let learner = try find(name, in: db)
      let renamed = Learner(
        id: learner.id,
        name: try freeName(newName, for: learner.id, in: db)
      )
      if renamed != learner { _ = try add(.learnerRenamed(renamed), in: db) }
      return renamed
    }
  }

  /// Makes two learners one person, for good: their answers count together from now on.
  ///
  /// - Parameters:
  ///   - name: A name or an id.
  ///   - otherName: Another.
  /// - Returns: The person, and whether they were one before, so that nothing was written.
  /// - Throws: `unknownLearner` or `ambiguousLearner`.
  @discardableResult
  package func uniteLearners(
    named name: String,
    and otherName: String
  ) throws(ScoreStoreError) -> (person: Learner, wereOne: Bool) {
    try writing { db in
      let (first, second) = (try find(name, in: db), try find(otherName, in: db))
      guard first.id != second.id else { return (first, true) }
      return (try unite(first, second, in: db), false)
    }
  }

  /// Writes that two people are one.
  ///
  /// - Returns: The person.
  func unite(_ first: Learner, _ second: Learner, in db: Database) throws -> Learner {
    _ = try add(.learnersAreOne([first.id, second.id].sorted()), in: db)
    return try LearnerDirectory(db)[first.id] ?? first
  }

  /// The learner of a name or an id; the case of a name counts only to tell two apart.
  ///
  /// - Throws: `unknownLearner` or `ambiguousLearner`.
  package func learner(named name: String) throws(ScoreStoreError) -> Learner {
    try reading { db in try find(name, in: db) }
  }

  /// Everybody, by name.
  package func learners() throws(ScoreStoreError) -> [Learner] {
    try reading { db in try everybody(in: db) }
  }

  // MARK: - Within a transaction

  private func create(_ name: String, in db: Database) throws -> Learner {
    let learner = Learner(id: LearnerID(makeUUID()), name: name)
    _ = try add(.learnerCreated(learner), in: db)
    try remember(learner.id, in: db)
    return learner
  }

  private func remember(_ learner: LearnerID, in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO preferences (key, value) VALUES (?, ?)",
      arguments: [ScoreLog.currentKey, learner.uuid.text]
    )
  }

  private func current(in db: Database) throws -> Learner? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT person.learner, person.name FROM preferences p
        JOIN learners own ON own.learner = p.value
        JOIN learners person ON person.learner = own.person
        WHERE p.key = ? AND person.name IS NOT NULL
        """,
      arguments: [ScoreLog.currentKey]
    )
    return try row.map(Learner.init(row:))
  }

  private func latestPlayer(in db: Database) throws -> Learner? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT person.learner, person.name FROM learners person
        JOIN learners own ON own.person = person.learner
        LEFT JOIN tallies t ON t.learner = own.number
        WHERE person.name IS NOT NULL
        GROUP BY person.learner
        ORDER BY max(\(ScoreLog.lastAnswered)) DESC, person.learner LIMIT 1
        """,
      arguments: ["now": now().milliseconds]
    )
    return try row.map(Learner.init(row:))
  }

  private func everybody(in db: Database) throws -> [Learner] {
    try LearnerDirectory(db).everybody
  }

  private func find(_ name: String, in db: Database) throws -> Learner {
    try LearnerDirectory(db).find(name)
  }

  private func freeName(
    _ name: String,
    for owner: LearnerID?,
    in db: Database
  ) throws -> String {
    let name = LearnerName.sanitised(name)
    guard !name.isEmpty else { throw ScoreStoreError.emptyName }
    let taken = try everybody(in: db).first {
      $0.id != owner && $0.name.lowercased() == name.lowercased()
    }
    if let taken { throw ScoreStoreError.duplicateLearner(taken) }
    return name
  }
}

extension Learner {
  /// Reads the columns `learner` and `name`.
  init(row: Row) throws {
    self.init(
      id: LearnerID(try UUID(stored: row.required("learner"))),
      name: try row.required("name")
    )
  }
}
