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
  /// - Returns: What is not sound and was left out.
  /// - Throws: ``ScoreStoreError``, or whatever the sink throws, as it is.
  @discardableResult
  package func exportAnswers(to sink: (String) throws -> Void) throws -> LeftOutRecords {
    var leftOut = LeftOutRecords()
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
        sql: "SELECT is_retracted FROM answers WHERE record = ?"
      )
      try forEachRow(of: numbers, in: db, coder: coder) { row, number in
        switch row {
        case .sound(_, let record):
          guard let record, case .answered(let answer) = record.body else { return }
          let entry = AnswerEntry(
            record: record.id,
            instant: record.instant,
            answer: answer,
            isRetracted: try Bool.fetchOne(statement, arguments: [number]) ?? false
          )
          try sink(CSVLine(entry.cells(learner: names[answer.learner])).text)
        case .unsound(let record): leftOut.add(record)
        }
      }
    }
    return leftOut
  }

  /// Writes every record as JSON, an object a line, unknown kinds included, between the two lines of
  /// ``ExportMark``.
  ///
  /// - Parameter sink: Takes each line with its end.
  /// - Returns: What is not sound and was left out.
  /// - Throws: ``ScoreStoreError``, or whatever the sink throws, as it is.
  @discardableResult
  package func exportRecords(to sink: (String) throws -> Void) throws -> LeftOutRecords {
    let coder = RecordCoder()
    var leftOut = LeftOutRecords()
    var count = 0
    try sink(ExportMark.begin(format: ExportMark.format).text)
    try read { db in
      let numbers = try Int64.fetchAll(
        db,
        sql: "SELECT number FROM records ORDER BY instant, device, sequence, id"
      )
      try forEachRow(of: numbers, in: db, coder: coder) { row, _ in
        switch row {
        case .sound(let record, _):
          try sink(RecordLine.text(record))
          count += 1
        case .unsound(let record): leftOut.add(record)
        }
      }
    }
    if let folder = location?.folder {
      try KeptFiles.forEach(in: folder) { path, bytes in
        for line in try FileLines.texts(path, bytes) { try sink(line) }
      }
    }
    try sink(ExportMark.end(records: count).text)
    return leftOut
  }

  private func forEachRow(
    of numbers: [Int64],
    in db: Database,
    coder: RecordCoder,
    _ body: (StoredRow, Int64) throws -> Void
  ) throws {
    let steps = try StatementSteps(
      db,
      sql: "SELECT \(StoredRecord.checkedColumns) FROM records WHERE number = ?1"
    )
    for number in numbers {
      steps.restart(with: number)
      if try steps.next() {
        try body(StoredRow(steps, isChecked: true, coder: coder), number)
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
