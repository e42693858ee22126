import FoundationEssentials
import GRDB
package import QuizModel

extension ScoreLog {
  /// The answers of some sittings, also those that were taken back.
  ///
  /// Read from tables alone: of a class of 427 and 26 questions in a few hundredths of a second.
  ///
  /// - Parameter sessions: Sittings; of those that the log does not know there are none.
  /// - Returns: In the order in which they were written.
  /// - Throws: `locked` or `damaged`.
  package func sittingAnswers(
    in sessions: [SessionID]
  ) throws(ScoreStoreError) -> [SittingAnswer] {
    guard !sessions.isEmpty else { return [] }
    return try reading { db in
      let ids = sessions.map(\.uuid.text)
      let names = String(decoding: try JSONEncoder().encode(ids), as: UTF8.self)
      let steps = try StatementSteps(
        db,
        sql: """
          SELECT s.label, a.id, f.label, a.is_right, a.is_unanswered, c.label, a.points, a.answered,
            a.is_retracted, a.utc_offset
          FROM sittings s
          JOIN answers a ON a.session = s.number
          JOIN labels f ON f.number = a.fact
          JOIN labels d ON d.number = a.device
          LEFT JOIN labels c ON c.number = a.chosen
          WHERE s.label IN (SELECT value FROM json_each(?))
          ORDER BY a.answered, d.label, a.sequence, a.id
          """,
        arguments: [names]
      )
      var answers: [SittingAnswer] = []
      while try steps.next() {
        guard let fact = FactID(steps.text(2)) else { continue }
        answers.append(
          SittingAnswer(
            record: RecordID(try steps.uuid(1)),
            session: SessionID(try steps.uuid(fromText: 0)),
            fact: fact,
            isRight: steps.integer(3) != 0,
            isUnanswered: steps.integer(4) != 0,
            chosen: steps.isNull(5) ? nil : steps.text(5),
            points: Int(steps.integer(6)),
            instant: Instant(milliseconds: steps.integer(7)),
            utcOffset: Int(steps.integer(9)),
            isRetracted: steps.integer(8) != 0
          )
        )
      }
      return answers
    }
  }

  /// How many people first answered each question of a bank, and how many of them rightly.
  ///
  /// Each person counts once a question, by the first answer: later ones have seen the first.
  ///
  /// - Parameters:
  ///   - bank: The bank's identity.
  ///   - fewest: Questions that fewer people have answered are left out.
  /// - Returns: By fact, template and form.
  /// - Throws: `locked` or `damaged`.
  package func firstAnswers(
    in bank: String,
    fewest: Int
  ) throws(ScoreStoreError) -> [FirstAnswers] {
    try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT f.label AS fact, t.label AS template, o.label AS form, count(*) AS people,
            sum(is_right) AS right_answers
          FROM (
            SELECT fact, template, form, is_right, min(answered)
            FROM answers a LEFT JOIN learners l ON l.number = a.learner
            WHERE bank = (SELECT number FROM labels WHERE label = ?) AND NOT is_retracted
            GROUP BY ifnull(l.person_number, a.learner), fact, template, form
          ) a
          JOIN labels f ON f.number = a.fact JOIN labels t ON t.number = a.template
          JOIN labels o ON o.number = a.form
          GROUP BY a.fact, a.template, a.form HAVING count(*) >= ?
          ORDER BY f.label, t.label, o.label
          """,
        arguments: [bank, fewest]
      )
      return try rows.compactMap { row in
        let (fact, form): (String, String) = (try row.required("fact"), try row.required("form"))
        guard let fact = FactID(fact), let form = Form(rawValue: form) else { return nil }
        return FirstAnswers(
          fact: fact,
          template: try row.required("template"),
          form: form,
          people: try row.required("people"),
          right: try row.required("right_answers")
        )
      }
    }
  }
}

/// How a question went with those who met it for the first time.
package struct FirstAnswers: Hashable, Sendable {
  /// The fact that was asked.
  package let fact: FactID
  /// The template that asked it.
  package let template: String
  /// How it was asked.
  package let form: Form
  /// How many people answered it.
  package let people: Int
  /// How many of them rightly.
  package let right: Int
}
