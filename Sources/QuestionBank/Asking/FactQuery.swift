import GRDB
import QuizModel

/// Reads facts from a compiled bank.
struct FactQuery {
  let database: Database

  /// The fact at a place, from 1 on.
  func fact(of template: Template, number: Int, position: Int) throws -> Fact? {
    let statement = try database.cachedStatement(
      sql: "SELECT * FROM \(FactLoader.table(number)) WHERE attache_position = ?"
    )
    return try Row.fetchOne(statement, arguments: [position])
      .flatMap { try fact($0, of: template, number: number) }
  }

  /// The fact of a row.
  func fact(of template: Template, number: Int, row: String) throws -> Fact? {
    let statement = try database.cachedStatement(
      sql: "SELECT * FROM \(FactLoader.table(number)) WHERE id = ? OR CAST(id AS TEXT) = ?"
    )
    return try Row.fetchOne(statement, arguments: [row, row])
      .flatMap { try fact($0, of: template, number: number) }
  }

  /// The answer ids of all facts whose stem reads the same.
  func answerIDs(sharingStemOf fact: Fact) throws -> Set<String> {
    let statement = try database.cachedStatement(
      sql: """
        SELECT answer_id FROM \(FactLoader.table(fact.template)) WHERE attache_stem = ?
        """
    )
    return Set(
      try Row.fetchAll(statement, arguments: [FactCopy.number(ofStem: fact.stem)]).map {
        $0.text("answer_id")
      }
    )
  }

  /// The places of the facts on certain topics, ascending; `nil` where all facts are.
  ///
  /// A fact whose row names no topic has its template's.
  ///
  /// - Complexity: O(facts), where the rows name their topics.
  func positions(of template: Template, number: Int, on topics: Set<String>) throws -> [Int]? {
    let table = FactLoader.table(number)
    let columns = try database.cachedStatement(sql: "SELECT * FROM \(table)").columnNames
    guard columns.contains(where: { Folding.folded($0) == "topic" }) else {
      return topics.contains(template.topic) ? nil : []
    }
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT attache_position, topic FROM \(table) ORDER BY attache_position"
    )
    let found = rows.filter { row in
      let topic = row.text("topic")
      return topics.contains(topic.isEmpty ? template.topic : topic)
    }
    return found.count == rows.count ? nil : found.map { $0["attache_position"] }
  }

  private func fact(_ row: Row, of template: Template, number: Int) throws -> Fact {
    var columns: [String: DatabaseValue] = [:]
    for (name, value) in row where !name.hasPrefix("attache_") { columns[name] = value }
    func list(_ name: String) -> [String] {
      row.text(name).split(separator: "|").map(String.init)
    }
    func text(_ name: String, default standard: String) -> String {
      let text = row.text(name)
      return text.isEmpty ? standard : text
    }
    let id = FactID(family: template.family, row: row.text("id"))
    return Fact(
      id: id,
      template: number,
      position: row["attache_position"],
      stem: template.stem.rendered { row.text($0) },
      answer: row.text("answer").withoutOuterBlanks,
      answerID: row.text("answer_id"),
      sources: list("sources"),
      confidence: Confidence(rawValue: row.text("confidence")) ?? .contested,
      asOf: row.text("as_of"),
      about: list("about"),
      topic: text("topic", default: template.topic),
      kind: text("kind", default: template.kind),
      isTyped: template.isTyped && row.text(FactCopy.typedColumn) != "0",
      evidence: row.text("evidence"),
      subject: FactID(row.text(SubjectColumn.fact)) ?? id,
      columns: columns
    )
  }
}
