import FoundationEssentials
import GRDB
import QuizModel

extension LogCaches {
  /// Finds out anew who there is, who stands for whom, and what they are called.
  mutating func refreshLearners() throws {
    let before = try people()
    let state = try LogState(learnersIn: db, coder: coder)
    try db.execute(sql: "DELETE FROM learners")
    let statement = try RepeatedStatement(
      db,
      sql: """
        INSERT INTO learners (learner, number, person, person_number, name) VALUES (?, ?, ?, ?, ?)
        """
    )
    for (learner, person) in state.standing().sorted(by: { $0.key < $1.key }) {
      statement.bind(learner.uuid.text, at: 1)
      statement.bind(try labels.number(of: learner.uuid), at: 2)
      statement.bind(person.uuid.text, at: 3)
      statement.bind(try labels.number(of: person.uuid), at: 4)
      statement.bind(state.names[learner]?.content, at: 5)
      try statement.run()
    }
    let after = try people()
    // Whose answers these are has changed, and with it what every memory took in.
    for learner in Set(before.keys).union(after.keys) {
      let (old, new) = (before[learner] ?? learner, after[learner] ?? learner)
      guard old != new else { continue }
      try db.cachedStatement(sql: "DELETE FROM checkpoints WHERE person IN (?, ?)")
        .execute(arguments: [old, new])
    }
  }

  /// Who stands for whom, as numbers of labels.
  private func people() throws -> [Int64: Int64] {
    let rows = try Row.fetchAll(db, sql: "SELECT number, person_number FROM learners")
    return Dictionary(
      uniqueKeysWithValues: try rows.map {
        (try $0.required("number"), try $0.required("person_number"))
      }
    )
  }
}

extension LogState {
  /// What the records about learners themselves say; no sessions and no answers.
  init(learnersIn db: Database, coder: RecordCoder) throws {
    self.init()
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT \(StoredRecord.columns) FROM records WHERE \(LogSchema.learnerKinds)"
    )
    while let row = try rows.next() {
      guard let record = try? StoredRecord(row: row).decoded(by: coder) else { continue }
      apply(record)
    }
  }
}
