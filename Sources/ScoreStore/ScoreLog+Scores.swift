import FoundationEssentials
import GRDB
package import QuizModel

extension ScoreLog {
  /// Everybody's score, the most points first.
  package func scores() throws(ScoreStoreError) -> [Score] {
    try reading { db in try scores(of: nil, in: db) }
  }

  /// One learner's score.
  ///
  /// - Throws: `unknownLearner` if nobody has that id.
  package func score(of learner: LearnerID) throws(ScoreStoreError) -> Score {
    try reading { db in
      guard let score = try scores(of: learner, in: db).first else {
        throw ScoreStoreError.unknownLearner(name: learner.description)
      }
      return score
    }
  }

  /// What a learner has earned per topic, by bank and topic.
  package func topicScores(of learner: LearnerID) throws(ScoreStoreError) -> [TopicScore] {
    let now = now().milliseconds
    return try reading { db in
      let members = try memberNumbers(of: learner, in: db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT b.label AS bank, p.label AS topic, t.* FROM (
            SELECT bank, topic, sum(points) AS points, sum(answers) AS answers,
              sum(right_answers) AS right_answers, count(DISTINCT fact) AS facts,
              max(\(ScoreLog.lastAnswered)) AS last_answered
            FROM tallies t WHERE learner \(ScoreLog.isOne(of: members)) GROUP BY bank, topic
          ) t
          JOIN labels b ON b.number = t.bank JOIN labels p ON p.number = t.topic
          ORDER BY b.label, p.label
          """,
        arguments: ["now": now]
      )
      return try rows.map(TopicScore.init(row:))
    }
  }

  /// The facts of a bank that a learner has answered at least once.
  ///
  /// - Parameters:
  ///   - learner: Who.
  ///   - bank: The bank's identity.
  /// - Returns: Without those whose answers were all taken back.
  /// - Throws: `locked` or `damaged`.
  package func factsAnswered(
    by learner: LearnerID,
    in bank: String
  ) throws(ScoreStoreError) -> Set<FactID> {
    try reading { db in
      let facts = try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT label FROM tallies t JOIN labels ON labels.number = t.fact
          WHERE bank = (SELECT number FROM labels WHERE label = ?2)
            AND learner IN (\(ScoreLog.samePersonNumbers))
          """,
        arguments: [learner.uuid.text, bank]
      )
      return Set(facts.compactMap { FactID($0) })
    }
  }

  /// The ids that are one person with the learner of the first argument, as a SELECT.
  static let samePerson = """
    SELECT other.learner FROM learners own JOIN learners other ON other.person = own.person
    WHERE own.learner = ?1 UNION SELECT ?1
    """

  /// The same as numbers of labels.
  static let samePersonNumbers = "SELECT number FROM labels WHERE label IN (\(samePerson))"

  /// Numbers of labels as a condition on a column.
  static func isOne(of members: [Int64]) -> String {
    let list = members.map(String.init).joined(separator: ", ")
    // One alone is read straight from the order of a table or index.
    return members.count == 1 ? "= \(list)" : "IN (\(list))"
  }

  /// When the last answer of a row `t` of `tallies` was given, as SQL, those from the future left
  /// out.
  static let lastAnswered = """
    CASE WHEN t.last_answered <= :now THEN t.last_answered ELSE (
      SELECT max(f.answered) FROM answers f INDEXED BY answers_by_fact
      WHERE f.learner = t.learner AND f.bank = t.bank AND f.fact = t.fact AND f.topic = t.topic
        AND f.is_retracted = 0 AND f.answered <= :now) END
    """

  private func scores(of learner: LearnerID?, in db: Database) throws -> [Score] {
    let only =
      try learner.map { "WHERE learner \(ScoreLog.isOne(of: try memberNumbers(of: $0, in: db)))" }
      ?? ""
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH sums AS (
          SELECT learner, sum(points) AS points, sum(answers) AS answers,
            sum(right_answers) AS right_answers, max(\(ScoreLog.lastAnswered)) AS last_answered
          FROM tallies t \(only) GROUP BY learner)
        SELECT person.learner, person.name, ifnull(sum(s.points), 0) AS points,
          ifnull(sum(s.answers), 0) AS answers, ifnull(sum(s.right_answers), 0) AS right_answers,
          max(s.last_answered) AS last_answered,
          EXISTS (SELECT 1 FROM preferences p JOIN learners used ON used.learner = p.value
            WHERE p.key = 'current-learner' AND used.person = person.learner) AS is_current
        FROM learners person
        JOIN learners own ON own.person = person.learner
        LEFT JOIN sums s ON s.learner = own.number
        WHERE person.name IS NOT NULL AND (:learner IS NULL
          OR person.learner = (SELECT person FROM learners WHERE learner = :learner))
        GROUP BY person.learner ORDER BY points DESC, person.name, person.learner
        """,
      arguments: ["now": now().milliseconds, "learner": learner?.uuid.text]
    )
    return try rows.map(Score.init(row:))
  }
}

extension Score {
  fileprivate init(row: Row) throws {
    let points: Int = try row.required("points")
    let last: Int64? = row["last_answered"]
    self.init(
      learner: try Learner(row: row),
      isCurrent: try row.required("is_current"),
      points: points,
      rank: Rank(points: points),
      answers: try row.required("answers"),
      right: try row.required("right_answers"),
      lastPlayed: last.map(Instant.init)
    )
  }
}

extension TopicScore {
  fileprivate init(row: Row) throws {
    let last: Int64? = row["last_answered"]
    self.init(
      bank: try row.required("bank"),
      topic: try row.required("topic"),
      points: try row.required("points"),
      answers: try row.required("answers"),
      right: try row.required("right_answers"),
      facts: try row.required("facts"),
      lastPlayed: last.map(Instant.init)
    )
  }
}
