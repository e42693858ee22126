import FoundationEssentials
import GRDB
import QuizModel

extension ScoreLog {
  /// The columns of ``exportAnswers(to:)``.
  package static let answerColumns = [
    "record", "answered_at", "zone", "learner_id", "learner", "session", "bank", "bank_version",
    "topic", "template", "fact", "form", "stem", "options", "chosen", "correct_answer", "is_right",
    "is_retracted", "hints", "points", "taken_ms",
  ]

  /// Writes every answer as CSV, a line at a time, the header first.
  ///
  /// RFC 4180 in UTF-8: lines end with CR LF, cells with comma, quote or line break are quoted, and
  /// a cell that a spreadsheet would run as a formula gets an apostrophe before it. The options
  /// are parted by ` | `.
  ///
  /// - Parameter sink: Takes each line with its end.
  /// - Throws: ``ScoreStoreError``, or whatever the sink throws, as it is.
  package func exportAnswers(to sink: (String) throws -> Void) throws {
    let coder = RecordCoder()
    let names = Dictionary(
      uniqueKeysWithValues: try attempt { try queue.read(ScoreLog.names(in:)) }
    )
    try sink(CSVLine(ScoreLog.answerColumns).text)
    try read { db in
      let numbers = try Int64.fetchAll(
        db,
        sql: """
          SELECT r.number FROM answers a JOIN records r ON r.number = a.record
          ORDER BY r.instant, r.device, r.sequence, r.id
          """
      )
      let statement = try db.makeStatement(
        sql:
          "SELECT r.*, a.is_retracted FROM answers a JOIN records r ON r.number = ? WHERE a.record = ?"
      )
      for number in numbers {
        let row = try Row.fetchOne(statement, arguments: [number, number])
        guard let row, let entry = try AnswerEntry(row: row, coder: coder) else { continue }
        try sink(CSVLine(entry.cells(learner: names[entry.answer.learner])).text)
      }
    }
  }

  /// Writes every record as JSON, an object a line, unknown kinds included.
  ///
  /// - Parameter sink: Takes each line with its end.
  /// - Throws: ``ScoreStoreError``, or whatever the sink throws, as it is.
  package func exportRecords(to sink: (String) throws -> Void) throws {
    try read { db in
      let numbers = try Int64.fetchAll(
        db,
        sql: "SELECT number FROM records ORDER BY instant, device, sequence, id"
      )
      let steps = try StatementSteps(
        db,
        sql: "SELECT \(StoredRecord.columns) FROM records WHERE number = ?1"
      )
      for number in numbers {
        steps.restart(with: number)
        if try steps.next() { try sink(RecordLine.text(StoredRecord(steps: steps))) }
      }
    }
  }

  // Both sort numbers alone: the payloads may be larger than the memory.
  private func read(_ work: (Database) throws -> Void) throws {
    do {
      try queue.read(work)
    } catch let error as DatabaseError {
      throw ScoreStoreError(wrapping: error, path: path)
    }
  }

  private static func names(in db: Database) throws -> [(LearnerID, Learner)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT own.learner AS own, person.learner, person.name FROM learners own
        JOIN learners person ON person.learner = own.person WHERE person.name IS NOT NULL
        """
    )
    return try rows.map { row in
      (LearnerID(try UUID(stored: row.required("own"))), try Learner(row: row))
    }
  }
}

extension AnswerEntry {
  /// The cells of ``ScoreLog/answerColumns``.
  fileprivate func cells(learner: Learner?) -> [String] {
    let item = answer.item
    let answered = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000)
    return [
      record.uuid.text, answered.formatted(.iso8601), answer.shownAt.zone,
      (learner?.id ?? answer.learner).uuid.text, learner?.name ?? "",
      answer.session.uuid.text, answer.bank, answer.bankVersion, answer.topic,
      answer.template, answer.fact.description, item.form.rawValue, item.stem,
      item.form == .typed ? "" : item.options.joined(separator: " | "),
      answer.chosenText ?? "",
      answer.correctAnswer,
      answer.isRight ? "true" : "false", isRetracted ? "true" : "false", String(answer.hints),
      String(answer.points), String(answer.taken),
    ]
  }
}
