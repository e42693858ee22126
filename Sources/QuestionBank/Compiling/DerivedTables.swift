import GRDB
import QuizModel

/// Writes the tables that follow from a bank's own: its dates, and the names of its rows.
struct DerivedTables {
  let tables: [TableSchema]
  let database: Database

  /// Writes `dates`, which holds each partial date of the bank and its shorter forms, and
  /// `attache_names`, which holds what the rows are called.
  ///
  /// - Parameter dates: The partial dates of all tables, each checked.
  /// - Throws: What SQLite throws.
  func write(dates: Set<String>) throws {
    try database.execute(
      sql: """
        CREATE TABLE dates (date TEXT PRIMARY KEY, precision TEXT, year INTEGER, month INTEGER,
          day INTEGER, text TEXT, phrase TEXT) STRICT, WITHOUT ROWID;
        CREATE TABLE attache_names (id TEXT, name TEXT, UNIQUE (id, name)) STRICT;
        """
    )
    var all: Set<PartialDate> = []
    for text in dates {
      var date = PartialDate(text)
      while let current = date {
        all.insert(current)
        date = current.shortened
      }
    }
    let insertion = try database.makeStatement(
      sql: "INSERT INTO dates VALUES (?, ?, ?, ?, ?, ?, ?)"
    )
    for date in all.sorted() {
      let precision = date.day != nil ? "day" : date.month != nil ? "month" : "year"
      try insertion.execute(arguments: [
        date.description, precision, date.year, date.month, date.day, DateWords.text(date),
        DateWords.phrase(date),
      ])
    }
    try writeNames()
  }

  private func writeNames() throws {
    for table in tables {
      guard let key = table.key.first, table.key.count == 1 else { continue }
      for name in table.nameFields {
        guard let field = table.fields.first(where: { $0.name == name }) else { continue }
        let query =
          field.list == nil
          ? "SELECT \(key.sqlName), \(name.sqlName) FROM \(table.name.sqlName)"
          : "SELECT id, value FROM \("\(table.name)_\(name)".sqlName)"
        try database.execute(sql: "INSERT OR IGNORE INTO attache_names \(query)")
      }
    }
    try database.execute(sql: "DELETE FROM attache_names WHERE name IS NULL OR id IS NULL")
  }
}
