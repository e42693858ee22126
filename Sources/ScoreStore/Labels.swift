import FoundationEssentials
import GRDB

/// The numbers under which the tables that repeat the records keep texts.
///
/// A dictionary, not a repetition: a number once given keeps its meaning, so that a replay leads to
/// the same rows. Texts that nothing uses any more are dropped with whoever brought them.
struct Labels {
  /// Where labels are used, for ``prune(_:)``.
  private static let uses = [
    "learners": ["number", "person_number"],
    "sessions": ["session", "learner"],
    "closings": ["session"],
    "answers": [
      "learner", "bank", "device", "session", "topic", "template", "fact", "form", "chosen", "key",
      "digest",
    ],
    "retractions": ["learner"],
    "tallies": ["learner", "bank", "fact", "topic"],
    "checkpoints": ["person", "bank"],
  ]

  private let db: Database
  private var numbers: [String: Int64] = [:]
  private var numbersOfUUIDs: [UUID: Int64] = [:]

  /// Works within the transaction of a connection.
  init(_ db: Database) {
    self.db = db
  }

  /// The number of a text, given now if it has none.
  mutating func number(of label: String) throws -> Int64 {
    if let number = numbers[label] { return number }
    let number = try Labels.number(of: label, in: db) ?? insert(label)
    numbers[label] = number
    return number
  }

  /// The number of a UUID's text, given now if it has none.
  mutating func number(of uuid: UUID) throws -> Int64 {
    if let number = numbersOfUUIDs[uuid] { return number }
    let number = try number(of: uuid.uuidString)
    numbersOfUUIDs[uuid] = number
    return number
  }

  /// The number of a text, `nil` if it has none.
  static func number(of label: String, in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT number FROM labels WHERE label = ?"),
      arguments: [label]
    )
  }

  /// Drops the texts that no table uses.
  mutating func prune() throws {
    let used = Labels.uses.sorted { $0.key < $1.key }.flatMap { table, columns in
      columns.map { "SELECT \($0) FROM \(table) WHERE \($0) IS NOT NULL" }
    }
    try db.execute(
      sql: "DELETE FROM labels WHERE number NOT IN (\(used.joined(separator: " UNION ")))"
    )
    (numbers, numbersOfUUIDs) = ([:], [:])
  }

  private func insert(_ label: String) throws -> Int64 {
    try db.cachedStatement(sql: "INSERT INTO labels (label) VALUES (?)")
      .execute(arguments: [label])
    return db.lastInsertedRowID
  }
}
