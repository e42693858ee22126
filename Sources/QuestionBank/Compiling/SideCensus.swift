import GRDB

/// Counts, for each template whose options ascend, how many plausible distractors its facts have
/// on either side of the key, so that the key's place can be drawn evenly over the template; and
/// tries every other template's distractors once.
struct SideCensus {
  /// How many facts of one template are looked at; of larger ones every n-th.
  static let sampleLimit = 500

  let database: Database
  let sandbox: Sandbox

  /// Fills `attache_sides`.
  ///
  /// - Returns: The queries that fail when they are run.
  mutating func take(_ templates: [LocatedTemplate], counts: [Int]) throws -> [BankProblem] {
    try database.execute(
      sql: """
        CREATE TABLE attache_sides (
          template INTEGER, below INTEGER, above INTEGER, count INTEGER,
          PRIMARY KEY (template, below, above)) STRICT, WITHOUT ROWID
        """
    )
    var problems: [BankProblem] = []
    for (number, located) in templates.enumerated() where counts[number] > 0 {
      let query = CandidateQuery(database: database, sandbox: sandbox)
      let isAscending = located.template.order == .ascending
      let stride = max(1, counts[number] / SideCensus.sampleLimit)
      let last = isAscending ? counts[number] : 1
      for position in Swift.stride(from: 1, through: last, by: stride) {
        guard
          let fact = try FactQuery(database: database).fact(
            of: located.template,
            number: number,
            position: position
          )
        else { continue }
        do {
          let sides = SideCensus.sides(
            of: fact,
            among: try query.plausible(for: fact, of: located.template)
          )
          guard isAscending else { continue }
          try database.execute(
            sql: """
              INSERT INTO attache_sides VALUES (?, ?, ?, 1)
              ON CONFLICT DO UPDATE SET count = count + 1
              """,
            arguments: [number, sides.below, sides.above]
          )
        } catch let error as DatabaseError {
          let sql = located.template.distractors ?? ""
          let issue = QueryIssue(error, sql: sql, offset: nil)
          problems.append((located.distractors ?? located.facts).problem(issue.issue))
          break
        }
      }
    }
    return problems
  }

  private static func sides(
    of fact: Fact,
    among candidates: [Candidate]
  ) -> (below: Int, above: Int) {
    let below = candidates.count { OptionOrder.precedes($0.text, fact.answer) }
    return (below, candidates.count - below)
  }
}
