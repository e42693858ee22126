import FoundationEssentials
import GRDB
import QuizModel

extension LogCaches {
  private static let insertion = """
    INSERT INTO answers (learner, bank, answered, record, id, device, sequence, session, topic,
      template, fact, form, options_left, is_right, is_unanswered, chosen, key, taken, digest,
      utc_offset, points, is_retracted)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// Takes in an answer.
  mutating func count(_ answer: Answer, record: QuizModel.Record, number: Int64) throws {
    let review = Review(answer, at: RecordPlace(record), now: record.instant)
    let key = TallyKey(
      learner: try labels.number(of: answer.learner.uuid),
      bank: try labels.number(of: answer.bank),
      fact: try labels.number(of: answer.fact.description),
      topic: try labels.number(of: answer.topic)
    )
    let row = try RepeatedStatement(db, sql: LogCaches.insertion)
    row.bind(key.learner, at: 1)
    row.bind(key.bank, at: 2)
    row.bind(record.instant.milliseconds, at: 3)
    row.bind(number, at: 4)
    row.bind(record.id.uuid, at: 5)
    row.bind(try labels.number(of: record.device), at: 6)
    row.bind(record.sequence, at: 7)
    row.bind(try sittings.number(of: answer.session.uuid), at: 8)
    row.bind(key.topic, at: 9)
    row.bind(try labels.number(of: review.template), at: 10)
    row.bind(key.fact, at: 11)
    row.bind(try labels.number(of: review.form.rawValue), at: 12)
    row.bind(Int64(review.optionsLeft), at: 13)
    row.bind(review.isRight ? 1 : 0, at: 14)
    row.bind(review.isUnanswered ? 1 : 0, at: 15)
    row.bind(try review.chosen.map { try labels.number(of: $0) }, at: 16)
    row.bind(try labels.number(of: review.key), at: 17)
    row.bind(Int64(review.taken), at: 18)
    row.bind(try labels.number(of: review.digest), at: 19)
    row.bind(Int64(review.utcOffset), at: 20)
    row.bind(Int64(answer.countedPoints), at: 21)
    row.bind(0, at: 22)
    try row.run()
    if isReplay { return }
    tallies.insert(key)
    note(key.history, at: record.instant.milliseconds)
    let known = try RepeatedStatement(
      db,
      sql: "SELECT EXISTS (SELECT 1 FROM retractions WHERE answer = ?)"
    )
    let id = record.id.uuid.text
    known.bind(id, at: 1)
    if try known.run() == 1 { try mark("r.id = ?", [id]) }
  }

  /// Takes in that an answer was taken back.
  mutating func retract(_ retraction: Retraction, number: Int64) throws {
    let answer = retraction.answer.uuid.text
    let statement = try RepeatedStatement(
      db,
      sql: "INSERT INTO retractions (record, answer, learner) VALUES (?, ?, ?)"
    )
    statement.bind(number, at: 1)
    statement.bind(answer, at: 2)
    statement.bind(try labels.number(of: retraction.learner.uuid), at: 3)
    try statement.run()
    if !isReplay { try mark("r.id = ?", [answer]) }
  }

  /// Finds out of all answers that were ever taken back whether they still are.
  mutating func markRetractedAnswers() throws {
    try mark("r.id IN (SELECT answer FROM retractions)", [])
    // The retraction may have been another id's of the same person, and be erased now.
    try mark("a.is_retracted", [])
  }

  /// Finds out anew which answers were taken back by those who gave them.
  private mutating func mark(_ condition: String, _ arguments: StatementArguments) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.record, a.learner, a.bank, a.answered, a.fact, a.topic, a.is_retracted, EXISTS (
            SELECT 1 FROM retractions t
            LEFT JOIN learners theirs ON theirs.number = t.learner
            LEFT JOIN learners own ON own.number = a.learner
            WHERE t.answer = r.id
              AND ifnull(theirs.person_number, t.learner) = ifnull(own.person_number, a.learner)
          ) AS claimed
        FROM records r JOIN answers a ON a.record = r.number
        WHERE \(condition)
        """
    )
    let rows = try Row.fetchAll(statement, arguments: arguments)
    for row in rows {
      let (was, claimed): (Bool, Bool) = (
        try row.required("is_retracted"), try row.required("claimed")
      )
      guard was != claimed else { continue }
      try db.cachedStatement(sql: "UPDATE answers SET is_retracted = ? WHERE record = ?")
        .execute(arguments: [claimed, try row.required("record") as Int64])
      let key = TallyKey(
        learner: try row.required("learner"),
        bank: try row.required("bank"),
        fact: try row.required("fact"),
        topic: try row.required("topic")
      )
      tallies.insert(key)
      note(key.history, at: try row.required("answered"))
    }
  }

  /// Makes the sums that changed anew.
  func refreshTallies() throws {
    let sums = """
      INSERT INTO tallies
      SELECT learner, bank, fact, topic, count(*), sum(is_right), sum(points), max(answered)
      FROM answers INDEXED BY answers_by_fact WHERE is_retracted = 0
      """
    let groups = "GROUP BY learner, bank, fact, topic"
    if isReplay { return try db.execute(sql: "\(sums) \(groups)") }
    let condition = "learner = ? AND bank = ? AND fact = ? AND topic = ?"
    let deletion = try RepeatedStatement(db, sql: "DELETE FROM tallies WHERE \(condition)")
    let insertion = try RepeatedStatement(db, sql: "\(sums) AND \(condition) \(groups)")
    for key in tallies {
      for statement in [deletion, insertion] {
        statement.bind(key.learner, at: 1)
        statement.bind(key.bank, at: 2)
        statement.bind(key.fact, at: 3)
        statement.bind(key.topic, at: 4)
        try statement.run()
      }
    }
  }

  /// Takes in that an answer of that moment came, was taken back or counts again.
  private mutating func note(_ history: History, at instant: Int64) {
    changes[history] = min(changes[history] ?? instant, instant)
  }

  /// Drops the states of memory that took in answers which are not the same any more.
  func dropCheckpoints(of history: History, from instant: Int64) throws {
    let statement = try RepeatedStatement(
      db,
      sql: """
        DELETE FROM checkpoints WHERE bank = ?2 AND instant >= ?3 AND person = ifnull(
          (SELECT person_number FROM learners WHERE number = ?1), ?1)
        """
    )
    statement.bind(history.learner, at: 1)
    statement.bind(history.bank, at: 2)
    statement.bind(instant, at: 3)
    try statement.run()
  }
}
