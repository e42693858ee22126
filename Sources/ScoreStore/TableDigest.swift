import GRDB
import QuizModel

/// What tells whether a table holds the same rows as another time, in whatever order.
struct TableDigest: Hashable {
  private var rows = 0
  private var sum: UInt64 = 0

  /// Goes through all rows of a table.
  init(of table: String, in db: Database) throws {
    let steps = try StatementSteps(db, sql: "SELECT * FROM \(table)")
    while try steps.next() {
      var hash = StableHash()
      for column in 0..<steps.columnCount { steps.update(&hash, with: column) }
      rows += 1
      sum &+= hash.value
    }
  }
}
