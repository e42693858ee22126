import GRDB
import GRDBSQLite
package import QuizModel

/// What a plan has to know of a fact that a template asks.
package struct FactSummary: Hashable, Sendable {
  /// The lasting name.
  package let id: FactID
  /// The place of the template in ``QuestionBank/templates``.
  package let template: Int
  /// The row's place among the template's facts, from 1 on.
  package let position: Int
  /// Its topic.
  package let topic: String
  /// The ids of what it is about.
  package let about: [String]
  /// What stands for its answer (see ``KnowledgeDigest``); `nil` where the template's answer is what
  /// the fact is about, which tells nothing of it.
  package let answer: String?
}

/// Reads the facts of a template in their order, without rendering them.
///
/// Values are read by column from SQLite itself: a Swift value of each cell of three thousand
/// facts would take longer than everything else that a home page needs.
struct FactCensus {
  let database: Database

  /// The facts of a template.
  ///
  /// - Parameters:
  ///   - template: The template.
  ///   - number: Its place in the bank.
  ///   - limit: How many facts at most.
  /// - Returns: In the order of their places.
  /// - Throws: What SQLite throws.
  func facts(of template: Template, number: Int, limit: Int) throws -> [FactSummary] {
    let table = FactLoader.table(number)
    let hasTopic = try database.columns(in: table).contains { $0.name == "topic" }
    let statement = try database.makeStatement(
      sql: """
        SELECT id, answer, about, \(hasTopic ? "topic" : "NULL"), attache_position
        FROM \(table) ORDER BY attache_position LIMIT \(limit)
        """
    )
    let row = statement.sqliteStatement
    sqlite3_reset(row)
    defer { sqlite3_reset(row) }
    func text(_ column: Int32) -> String {
      sqlite3_column_text(row, column).map { String(cString: $0) } ?? ""
    }
    func list(_ column: Int32) -> [String] {
      text(column).split(separator: "|").map(String.init)
    }
    var facts: [FactSummary] = []
    while true {
      let code = sqlite3_step(row)
      guard code == SQLITE_ROW else {
        guard code == SQLITE_DONE else {
          throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
        return facts
      }
      let topic = text(3)
      facts.append(
        FactSummary(
          id: FactID(family: template.family, row: text(0)),
          template: number,
          position: Int(sqlite3_column_int64(row, 4)),
          topic: topic.isEmpty ? template.topic : topic,
          about: list(2),
          answer: template.tellsByAnswer
            ? KnowledgeDigest.piece(template: template.id, answer: text(1).withoutOuterBlanks)
            : nil
        )
      )
    }
  }
}
