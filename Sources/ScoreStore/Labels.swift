import FoundationEssentials
import GRDB

/// The numbers under which the tables that repeat the records keep texts.
///
/// A dictionary, not a repetition: a number once given keeps its meaning, so that a replay leads to
/// the same rows. Texts that nothing uses any more are dropped with whoever brought them.
struct Labels {
  /// A dictionary of its own.
  enum Table: String {
    /// Few texts that stand in many rows: learners, banks, facts and what belongs to them.
    case labels
    /// Sittings, of which there are many; apart, so that the numbers of labels stay small.
    case sittings

    /// Where the numbers are used.
    fileprivate var uses: [String: [String]] {
      switch self {
      case .labels:
        [
          "learners": ["number", "person_number"],
          "sessions": ["learner"],
          "answers": [
            "learner", "bank", "device", "topic", "template", "fact", "form", "chosen", "key",
            "digest",
          ],
          "retractions": ["learner"],
          "tallies": ["learner", "bank", "fact", "topic"],
          "checkpoints": ["person", "bank"],
        ]
      case .sittings: ["sessions": ["session"], "closings": ["session"], "answers": ["session"]]
      }
    }
  }

  private let db: Database
  private let table: Table
  private var numbers: [String: Int64] = [:]
  private var numbersOfUUIDs: [UUID: Int64] = [:]

  /// Works within the transaction of a connection.
  init(_ db: Database, _ table: Table = .labels) {
    self.db = db
    self.table = table
  }

  /// The number of a text, given now if it has none.
  mutating func number(of label: String) throws -> Int64 {
    if let number = numbers[label] { return number }
    let number = try Labels.number(of: label, table, in: db) ?? insert(label)
    numbers[label] = number
    return number
  }

  /// The number of a UUID's text, given now if it has none.
  mutating func number(of uuid: UUID) throws -> Int64 {
    if let number = numbersOfUUIDs[uuid] { return number }
    let number = try number(of: uuid.text)
    numbersOfUUIDs[uuid] = number
    return number
  }

  /// The number of a text, `nil` if it has none.
  static func number(
    of label: String,
    _ table: Table = .labels,
    in db: Database
  ) throws -> Int64? {
    let statement = try RepeatedStatement(
      db,
      sql: "SELECT number FROM \(table.rawValue) WHERE label = ?"
    )
    statement.bind(label, at: 1)
    return try statement.run()
  }

  /// Drops the texts that no table uses.
  ///
  /// - Parameter isReplay: Whether every table was filled through this value, which then knows.
  /// - Throws: SQLite's error.
  mutating func prune(isReplay: Bool) throws {
    let used = isReplay ? Set(numbers.values) : try used()
    let unused = try Int64.fetchAll(db, sql: "SELECT number FROM \(table.rawValue)")
      .filter { !used.contains($0) }
    let deletion = try RepeatedStatement(db, sql: "DELETE FROM \(table.rawValue) WHERE number = ?")
    for number in unused {
      deletion.bind(number, at: 1)
      try deletion.run()
    }
    (numbers, numbersOfUUIDs) = ([:], [:])
  }

  /// The numbers that stand in any table.
  private func used() throws -> Set<Int64> {
    var used: Set<Int64> = []
    for (table, columns) in table.uses {
      let steps = try StatementSteps(
        db,
        sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table)"
      )
      while try steps.next() {
        for column in columns.indices where !steps.isNull(Int32(column)) {
          used.insert(steps.integer(Int32(column)))
        }
      }
    }
    return used
  }

  private func insert(_ label: String) throws -> Int64 {
    let statement = try RepeatedStatement(
      db,
      sql: "INSERT INTO \(table.rawValue) (label) VALUES (?)"
    )
    statement.bind(label, at: 1)
    try statement.run()
    return db.lastInsertedRowID
  }
}
