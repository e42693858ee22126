import GRDB
import GRDBSQLite
package import QuizModel

/// What a template says of a fact, for searching.
package struct FactSentence: Hashable, Sendable {
  /// The lasting name.
  package let id: FactID
  /// The place of the template in ``QuestionBank/templates``.
  package let template: Int
  /// The right answer in words.
  package let answer: String
  /// The rendered explanation.
  package let text: String
}

/// Reads what a template says of all its facts, from no more columns than that takes.
struct FactSentences {
  let database: Database

  /// The sentences of a template.
  ///
  /// - Parameters:
  ///   - template: The template.
  ///   - number: Its place in the bank.
  ///   - limit: How many at most.
  /// - Returns: In the order of the facts' places.
  /// - Throws: What SQLite throws.
  func sentences(of template: Template, number: Int, limit: Int) throws -> [FactSentence] {
    let table = FactLoader.table(number)
    // A name in quotes that is no column would be taken for a text.
    let columns = Set(try database.columns(in: table).map { $0.name.lowercased() })
    let names = ["id", "answer"] + template.explanation.placeholders
    let present = names.filter { columns.contains($0.lowercased()) }
    var places: [String: Int32] = [:]
    for (place, name) in present.enumerated() { places[name] = Int32(place) }
    let statement = try database.makeStatement(
      sql: """
        SELECT \(present.map(\.sqlName).joined(separator: ", "))
        FROM \(table) ORDER BY attache_position LIMIT \(limit)
        """
    )
    let row = statement.sqliteStatement
    sqlite3_reset(row)
    defer { sqlite3_reset(row) }
    func text(_ name: String) -> String {
      guard let place = places[name], sqlite3_column_type(row, place) != SQLITE_BLOB else {
        return ""
      }
      return sqlite3_column_text(row, place).map { String(cString: $0) } ?? ""
    }
    var sentences: [FactSentence] = []
    while true {
      let code = sqlite3_step(row)
      guard code == SQLITE_ROW else {
        guard code == SQLITE_DONE else {
          throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
        return sentences
      }
      sentences.append(
        FactSentence(
          id: FactID(family: template.family, row: text("id")),
          template: number,
          answer: text("answer").withoutOuterBlanks,
          text: template.explanation.rendered(text)
        )
      )
    }
  }
}
