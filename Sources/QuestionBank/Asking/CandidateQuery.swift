import GRDB
import QuizModel

/// Asks a template for the distractors of one fact.
struct CandidateQuery {
  /// How many of the candidates, by rank, are plausible enough to be drawn (rule 17).
  static let plausibleLimit = 8
  /// How many rows are looked at to find them.
  static let rowLimit = 64

  let database: Database
  let sandbox: Sandbox

  /// The first eight candidates by rank, then text, that are false by evidence that may be used.
  func plausible(for fact: Fact, of template: Template) throws -> [Candidate] {
    guard let distractors = template.distractors else { return [] }
    let answers = try FactQuery(database: database).answerIDs(sharingStemOf: fact)
    let evidence = EvidenceQuery(database: database)
    var seen = answers.union([fact.answerID])
    var likenesses: Set<Likeness> = [Likeness(of: fact.answer)]
    var result: [Candidate] = []
    for candidate in try rows(of: CandidateQuery.ordered(distractors), for: fact) {
      guard result.count < CandidateQuery.plausibleLimit else { break }
      let likeness = Likeness(of: candidate.text)
      guard !candidate.text.isEmpty, !seen.contains(candidate.answerID),
        !likenesses.contains(likeness),
        let precision = try evidence.precision(of: candidate.evidence),
        precision >= template.precision
      else { continue }
      seen.insert(candidate.answerID)
      likenesses.insert(likeness)
      result.append(candidate)
    }
    return result
  }

  /// The first eight candidates by rank, then text, as the query returns them.
  func offered(for fact: Fact, of template: Template) throws -> [Candidate] {
    guard let distractors = template.distractors else { return [] }
    let rows = try rows(of: CandidateQuery.ordered(distractors), for: fact)
    return Array(rows.prefix(CandidateQuery.plausibleLimit))
  }

  private func rows(of sql: String, for fact: Fact) throws -> [Candidate] {
    sandbox.close(.single)
    defer { sandbox.open() }
    let statement = try database.cachedStatement(sql: sql)
    return try Row.fetchAll(statement, arguments: StatementArguments(fact.columns)).map { row in
      Candidate(
        text: row.text("text").withoutOuterBlanks,
        answerID: row.text("answer_id"),
        why: row.text("why"),
        evidence: row.text("evidence"),
        subject: FactID(row.text(SubjectColumn.fact)),
        truth: row.text(SubjectColumn.truth)
      )
    }
  }

  /// A distractor query, ordered and cut so that it always returns the same rows.
  private static func ordered(_ sql: String) -> String {
    let body = sql.trimmingSuffix { $0.isWhitespace || $0 == ";" }
    return "SELECT * FROM (\n\(body)\n) ORDER BY rank, text, answer_id LIMIT \(rowLimit)"
  }
}

extension String {
  /// The text without the characters at its end that meet a condition.
  func trimmingSuffix(while condition: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, condition(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
