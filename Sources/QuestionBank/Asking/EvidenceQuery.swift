import GRDB

/// Says how much of a row a question may rest on.
struct EvidenceQuery {
  let database: Database

  /// The precision at which a row may be used; `nil` where it does not exist or may not be asked.
  ///
  /// - Parameter evidence: `table/key`, or `table@complete`.
  /// - Returns: From ``Precision/row`` on.
  /// - Throws: What SQLite throws.
  func precision(of evidence: String) throws -> Precision? {
    if evidence.hasSuffix("@complete") {
      let table = String(evidence.dropLast("@complete".count))
      let date = try String.fetchOne(
        database.cachedStatement(sql: "SELECT complete FROM attache_tables WHERE name = ?"),
        arguments: [table]
      )
      return date == nil ? nil : .day
    }
    if try database.tableExists("attache_askable") {
      let word = try String.fetchOne(
        database.cachedStatement(
          sql: "SELECT precision FROM attache_askable WHERE evidence = ?"
        ),
        arguments: [evidence]
      )
      return word.flatMap(Precision.init(rawValue:))
    }
    return try rowExists(evidence) ? .day : nil
  }

  private func rowExists(_ evidence: String) throws -> Bool {
    guard let slash = evidence.firstIndex(of: "/") else { return false }
    let table = String(evidence[..<slash])
    let row = String(evidence[evidence.index(after: slash)...])
    let key = try String.fetchOne(
      database.cachedStatement(sql: "SELECT key FROM attache_tables WHERE name = ?"),
      arguments: [table]
    )
    guard let key, !key.isEmpty else { return false }
    let name = key.split(separator: "/").map { String($0).sqlName }
      .joined(separator: " || '/' || ")
    let statement = try database.cachedStatement(
      sql: "SELECT 1 FROM \(table.sqlName) WHERE \(name) = ?"
    )
    return try Int.fetchOne(statement, arguments: [row]) != nil
  }
}
