import Foundation
import GRDB

/// Keeps in the compiled bank what it says of itself, and which tables list every row there is.
enum DescriptionTable {
  /// Writes the description and the keys of the tables.
  static func write(
    _ description: BankDescription,
    tables: [TableSchema],
    into database: Database
  ) throws {
    try database.execute(
      sql: """
        CREATE TABLE attache_bank (description TEXT) STRICT;
        CREATE TABLE attache_tables (name TEXT PRIMARY KEY, key TEXT, complete TEXT) STRICT;
        """
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = String(decoding: try encoder.encode(description), as: UTF8.self)
    try database.execute(sql: "INSERT INTO attache_bank VALUES (?)", arguments: [json])
    for table in tables {
      try database.execute(
        sql: "INSERT INTO attache_tables VALUES (?, ?, ?)",
        arguments: [table.name, table.key.joined(separator: "/"), table.completeAsOf]
      )
    }
  }

  /// Reads the description back.
  static func read(from database: Database) throws -> BankDescription? {
    guard let json = try String.fetchOne(database, sql: "SELECT description FROM attache_bank")
    else { return nil }
    return try JSONDecoder().decode(BankDescription.self, from: Data(json.utf8))
  }
}
